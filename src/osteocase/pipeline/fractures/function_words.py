"""Function words of the fracture grammar: what may stand inside a phrase about a fracture, and what ends it."""

from __future__ import annotations

__all__ = [
    "BREAKS",
    "DEFINITE",
    "DETERMINERS",
    "HYPHENS",
    "JOINTS",
    "LOCATORS",
    "PASSIVE",
    "PREPOSITIONS",
    "SEEN",
    "SELF",
]

LOCATORS = frozenset({
    "medial", "lateral", "anterior", "posterior", "superior", "inferior", "upper", "lower", "border", "cortex",
    "aspect", "margin", "edge", "portion", "end", "region", "side", "third", "half", "wall", "column", "surface",
    "part", "tip", "anterolateral", "posterolateral", "anteroposterior", "central", "mid", "middle", "proximal",
    "distal",
})  # fmt: skip
"""Words that tell where on a bone, and so may stand before its name."""
HYPHENS = frozenset("-‐‑–'’")
"""Signs inside or right after a word, which end nothing."""
PREPOSITIONS = frozenset({
    "of", "at", "in", "to", "on", "involving", "affecting", "including", "within", "through", "throughout", "around",
    "about", "along", "from", "over", "across", "namely", "concerning",
})  # fmt: skip
DETERMINERS = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "her", "his", "their", "its", "my", "our", "another", "any",
    "each", "every", "some", "all", "most", "several", "multiple", "many", "few", "further", "additional", "new",
})  # fmt: skip
JOINTS = frozenset({",", "and", "&", "or", "/", "+", "plus"})
BREAKS = frozenset({
    "is", "was", "are", "were", "be", "been", "being", "has", "have", "had", "having", "shows", "show", "showed",
    "showing", "reveals", "reveal", "revealed", "revealing", "demonstrates", "demonstrate", "demonstrated",
    "demonstrating", "confirms", "confirmed", "confirm", "confirming", "identify", "identifies", "identified", "with",
    "without", "no", "not", "nor", "denies", "denied", "denying", "after", "before", "since", "during", "until",
    "because", "due", "secondary", "for", "by", "which", "who", "whom", "whose", "that", "when", "while", "where", "if",
    "but", "however", "although", "though", "as", "than", "then", "therefore", "so", "suffered", "sustained",
    "sustaining", "sustains", "suffers", "suffering", "developed", "develops", "underwent", "undergoes", "treated",
    "treating", "despite", "except", "excluding", "besides", "beyond", "apart", "aside", "following",
    "followed", "requiring", "required", "caused", "causing",
    "leading", "led", "resulting", "she", "he", "they", "it", "we", "i", "you", "patient", "this", "there",
})  # fmt: skip
"""Words that end a noun phrase: verbs, most prepositions, pronouns."""
SEEN = frozenset({
    "seen", "noted", "present", "found", "identified", "visible", "evident", "located", "visualized", "visualised",
    "detected", "diagnosed", "demonstrated", "suspected", "occurred", "developed", "sites", "site", "deformity",
    "deformities", "line", "lines", "pattern", "type", "healing", "changes", "again", "appears", "appear", "is", "was",
    "are", "were", "been", "being", "there",
})  # fmt: skip
"""Words that may stand between a fracture word and the preposition that names its place."""
PASSIVE = frozenset({
    "is", "was", "were", "are", "been", "has", "have", "had", "also", "be", "being", "got", "both", "all", "each",
})  # fmt: skip
SELF = frozenset({
    "itself", "themselves", "of", "the", "a", "an", "her", "his", "its", "their", "internal", "external", "fixation",
})  # fmt: skip
DEFINITE = frozenset({"the", "this", "that", "these", "those", "her", "his", "their", "its", "said"})
"""Words that point back to something told before."""
