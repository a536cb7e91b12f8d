"""The forms of a name, and every place where one of them stands."""
