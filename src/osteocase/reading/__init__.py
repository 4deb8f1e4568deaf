"""Files, streams and pasted text to notes: one stored string each, to which all offsets refer.

No clinical knowledge lives here.
"""

from __future__ import annotations

from osteocase.reading.decode import decode
from osteocase.reading.find import SUFFIXES, find_notes, is_note_name, note_ids, notes_at
from osteocase.reading.read import MAX_BYTES, plain_id, read_bytes, read_file, read_text, shown_path
from osteocase.reading.stored import stored_text

__all__ = [
    "MAX_BYTES",
    "SUFFIXES",
    "decode",
    "find_notes",
    "is_note_name",
    "note_ids",
    "notes_at",
    "plain_id",
    "read_bytes",
    "read_file",
    "read_text",
    "shown_path",
    "stored_text",
]
