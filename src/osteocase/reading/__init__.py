"""Files, streams and pasted text to notes: one stored string each, to which all offsets refer.

No clinical knowledge lives here.
"""

from __future__ import annotations

from osteocase.reading.decode import decode
from osteocase.reading.find import SUFFIXES, find_notes, note_ids
from osteocase.reading.read import MAX_BYTES, read_bytes, read_file, read_text
from osteocase.reading.stored import stored_text

__all__ = [
    "MAX_BYTES",
    "SUFFIXES",
    "decode",
    "find_notes",
    "note_ids",
    "read_bytes",
    "read_file",
    "read_text",
    "stored_text",
]
