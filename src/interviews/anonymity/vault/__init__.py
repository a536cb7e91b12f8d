"""What must not leave: originals, keys and decisions, encrypted; and how it is destroyed."""
