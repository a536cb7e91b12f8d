"""What can be done with a project's database, a file for each kind of record."""
