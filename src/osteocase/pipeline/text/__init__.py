"""The text of a note: how it is laid out, its sentences, sections, tables and quantities."""
