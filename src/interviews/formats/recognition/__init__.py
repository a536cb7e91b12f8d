"""What speech recognizers and transcription programs write: JSON known by its keys, noScribe's pages, oTranscribe."""
