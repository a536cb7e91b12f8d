"""Finders that learned: from the team's own decisions, or brought along by the user."""
