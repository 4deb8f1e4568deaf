"""What something was given for: ``what was the prednisone for?`` asks why it was given."""

from __future__ import annotations

import re

__all__ = ["PURPOSES"]

_WHAT_FOR = (
    r"^(?:and\s+|so\s+)?what\s+((?:was|were|is|are)\s+(?:the|her|his|this|that)\s+[\w -]{3,30}?)\s+for(?=\s*\??$)"
)
"""``what was the prednisone for?``: why it was given."""
_FOR_WHAT = (
    r"^what\s+((?:was|were|is)\s+.{3,40}?\s+(?:given|prescribed|used|taken|started|put on|needed|chosen))\s+for"
    r"(?=\s*\??$)"
)
PURPOSES = ((_FOR_WHAT, r"why \1", re.IGNORECASE), (_WHAT_FOR, r"why \1 given", re.IGNORECASE))
"""Patterns, what stands for them, and their flags."""
