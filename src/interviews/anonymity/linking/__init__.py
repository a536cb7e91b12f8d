"""Which mentions name the same person, place or organisation."""
