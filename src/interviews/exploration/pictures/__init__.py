"""Drawing: heat maps, bars and what is written on them."""
