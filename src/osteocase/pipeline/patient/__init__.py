"""Who the note is about."""
