"""What looks for passages that identify somebody; each finder proposes and decides nothing."""
