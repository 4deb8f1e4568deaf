"""The one string that a note is stored as, and exactly what was changed to get there.

Changed, and nothing else:

- a byte order mark at the start is dropped;
- every line or page end becomes ``\\n``: CR LF, CR, vertical tab, form feed, the file, group and record separators
  (U+001C to U+001E), next line (U+0085), line separator (U+2028), paragraph separator (U+2029), and the line end of
  formatted text in HL7 messages, ``\\.br\\``;
- half of a surrogate pair, which no file can hold, becomes U+FFFD.

Tabs, no-break spaces, soft hyphens and all other characters stay as they are. Doing it again changes nothing.
"""

from __future__ import annotations

import re

__all__ = ["stored_text"]

_BYTE_ORDER_MARK = "\ufeff"
_LINE_END = re.compile("\\\\\\.br\\\\|\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def stored_text(text: str) -> str:
    """The text as a note keeps it: line ends are ``\\n``, everything else as the writer left it."""
    text = text.lstrip(_BYTE_ORDER_MARK)
    if not text.isascii():
        text = _SURROGATE.sub("\ufffd", text)
    return _LINE_END.sub("\n", text)
