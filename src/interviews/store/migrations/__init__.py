"""The steps from each schema of a project to the next."""
