"""Words behind and before a finding that make it a possible one, or none: ``osteomalacia possible``, ``I believe``."""

from __future__ import annotations

from osteocase.pipeline import regular as re

__all__ = ["DISEASES", "DOUBT_AFTER", "I_BELIEVE", "OF_A_TEST", "SAVED"]

OF_A_TEST = re.compile(
    r",[^,.;]{0,24}\b(?:films?|x-?rays?|radiographs?|CT|MRI|scans?|tests?|cultures?|screen)\b", re.IGNORECASE
)
"""``low back pain for six weeks, plain films negative``."""
DISEASES = re.compile(r"osteo|hyperparathyroidism|deficiency")
DOUBT_AFTER = re.compile(
    r"\s+(?:is\s+|seems\s+|appears\s+|(?:has|have|had)\s+to\s+be\s+)?(?:possible|likely|probable|suspected|considered)(?=\s*(?:[.,;)\n]|$))",
    re.IGNORECASE,
)
"""``osteomalacia possible``."""
I_BELIEVE = re.compile(
    r"\b(?:I|we)\s+(?:believe|suspect|think|presume|suppose)\s+(?:that\s+)?(?:(?:she|he|this|it|they)\s+(?:has|have|is|may\s+have|might\s+have)\s+)?"
    r"(?:(?:an?|mild|severe|some|early|underlying)\s+){0,2}\Z",
    re.IGNORECASE,
)
SAVED = re.compile(
    r"[^.;\n]{0,60}?\b(?:caught\s+(?:him|her)self|without\s+(?:actually\s+)?falling|regained\s+(?:his|her)\s+balance"
    r"|did(?:\s+not|n['’]t)\s+(?:actually\s+)?(?:fall|hit\s+the\s+(?:ground|floor)|go\s+down))\b",
    re.IGNORECASE,
)
"""``tripped on a hose, caught himself``: no fall."""
