"""Captions: cues with times, from meeting programs and subtitle editors."""
