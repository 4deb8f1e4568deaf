"""A question that leaves something out: ``which drugs does she take apart from the ones for the bones?``."""

from __future__ import annotations

import re

__all__ = ["without_excluded"]

_OUT = (
    r"(?:apart\s+from|aside\s+from|besides|other\s+than|except(?:ing)?(?:\s+for)?|excluding|not\s+counting|leaving\s+out|"
    r"leaving\s+aside|with\s+the\s+exception\s+of|save\s+for|ignoring|disregarding)"
)
_ASKS = (
    r"(?:what|which|who|when|how|is|are|was|were|did|does|do|has|have|had|any|anything|list|show|give|tell|name|can|"
    r"could)"
)
_LEADING = re.compile(
    rf"^\W*(?:and\s+)?{_OUT}\s+(?P<out>[^?]+?)\s*(?:,\s*|\s(?={_ASKS}\b))(?P<rest>{_ASKS}\b.+)$", re.IGNORECASE
)
_BEHIND = re.compile(
    rf"^(?P<rest>\W*(?:(?:and|so|but|ok|please)\s+)*{_ASKS}\b[^?]*?)[\s,(]+(?:else\s+)?{_OUT}\s+(?P<out>[^?,()]+?)\)?"
    r"(?P<more>,[^?]*|\s+(?:at|before|after|since|during|until|by|(?:in|on)(?=\s+(?:the\s+)?(?:\d|last|first|second|third|next|"
    r"discharge|admission|january|february|march|april|may|june|july|august|september|october|november|december)))\s[^?,()]*)?\s*(?P<mark>\?*)\W*$",
    re.IGNORECASE,
)
_POINTS = re.compile(r"^(?:it|that|this|these|those|them|him|her)$", re.IGNORECASE)
"""What was spoken of before is no name of its own."""


def without_excluded(say: str) -> tuple[str, str]:
    """The question without what it leaves out, and that; empty where it leaves nothing out."""
    match = _LEADING.match(say) or _BEHIND.match(say)
    if match is None or _POINTS.match(match["out"].strip()):
        return say, ""
    more = match.groupdict().get("more") or ""
    return f"{match['rest'].strip()}{more}{match.groupdict().get('mark') or ''}", match["out"].strip()
