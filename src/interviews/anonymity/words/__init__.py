"""Words and names of the languages: dictionaries, lists, numbers in words."""
