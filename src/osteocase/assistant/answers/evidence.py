"""Whether a question can be answered though words stand in it that are not known.

A question rests on the things of the case that it names and on what it asks of them. Other words are left out, and the
answer says so, unless the answer would be false without them: another quantity, another drug, another person, or the
very thing that is asked for (``what colour was the brace?``).
"""

from __future__ import annotations

import re
from dataclasses import replace

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Bmd, Lab, Score

__all__ = ["all_measured", "with_strange_left_out"]

_UNNAMED = frozenset(("ask.summary", "ask.gap", "ask.conflict", "ask.progress", "ask.patient", "ask.source"))
"""Questions that name nothing of the case; what they ask is enough."""
_MOST = 4
"""Strange words of one question."""
_SHARE = 0.5
"""Share of strange words above which the rest is no evidence."""
_ASKS = frozenset(("what", "which", "whose", "how", "who"))
_AMOUNTS = frozenset(("many", "much", "few"))
_DETERMINERS = frozenset(("the", "a", "an", "her", "his", "its", "their", "this", "that", "any", "some", "these"))
_PREPOSITIONS = frozenset(
    ("in", "at", "on", "by", "from", "with", "to", "under", "during", "per", "via", "within", "without", "after",
     "before", "since", "until", "upon", "near", "over", "through", "around", "as", "like", "into")
)  # fmt: skip
_LINKS = frozenset(("and", "or", "but", "when", "while", "because", "if", "than", "of", "for"))
_MAKES = frozenset(("write", "compose", "draw", "sing", "paint", "make", "create", "invent"))
_IS = frozenset(("is", "was", "are", "were", "be", "been", "being", "get", "got"))
_AUXILIARIES = _IS | {"did", "does", "do", "has", "have", "had", "can", "could", "may", "might"}
_JOINS = frozenset(("and", "or", "plus", "nor"))
_CLINICAL_LOOK = re.compile(
    r"(?:itis|osis|oses|a?emia|a?emic|uria|algia|pathy|oma|omas|ectomy|otomy|ostomy|oscopy|graphy|plasty|lysis|penia|"
    r"cytes?|mab|nib|dronate|dronic|triptan|pril|sartan|olol|statin|azole|cillin|mycin|cycline|parin|gliptin|gliflozin|"
    r"lukast|caine|ases?|globulins?|ferrin|tropin|pressin|pam|lam|ide|one|ine|amine|yl|gen|gens|toxin|virus|stasis|"
    r"ulin|ulins|ectin|idase|peptide|steroid|oids?|ol|ium|ate|gram|grams|plegia|paresis|sclerosis|trophy|plasia)$"
)
"""How names of quantities, illnesses, procedures and drugs end."""
_PLAIN_LOOK = re.compile(
    r"(?:some|thing|whom|done|gone|line|mine|nine|fine|side|wide|hide|guide|decide|provide|inside|outside|time|give|"
    r"alone|phone|tone|bone|none|one|state|date|late|rate|create|relate|update|estimate|indicate|accurate|separate|"
    r"adequate|appropriate|immediate|intermediate|ultimate|approximate|elaborate|illustrate|demonstrate|collate|"
    r"enumerate|communicate|stipulate|formulate|tabulate|corroborate|cool|school|control|program|diagram|combine|"
    r"examine|determine|outline|define|routine|genuine|machine|imagine|online|offline|while|aside|beside|coincide|"
    r"override|phase|phrase|case|base|purchase|chase|release|increase|decrease|ease|please|erase|generate|evaluate)$"
)
_MODIFIES = re.compile(r"(?:ary|al|ar|ous|i[sz]ed|ated|ic|oid|oxy|yl|less)$")
"""How words end that make another quantity of the one behind them: ``salivary cortisol``."""


def with_strange_left_out(heard: Heard, found: Selection, intent: str) -> Heard | None:
    """The question without its strange words; null where it cannot be answered without them.

    Args:
        heard: an utterance with words that are not known.
        found: what it names.
        intent: what it wants if the strange words do not count.
    """
    strange = heard.unknown_at
    if not intent.startswith("ask.") or not (found.named or intent in _UNNAMED):
        return None
    if found.asked == ["that time"] and any(_word(at - 1, heard) in _DETERMINERS for at in strange):
        return None  # ``what was the ptth in 2021?``: all of a year is no answer to it
    if len(strange) > _MOST or len(strange) > _SHARE * len(heard.words):
        return None
    if intent == "ask.source" and not (found.named or heard.figures or heard.has("patient_field")):
        return None
    told = bool(heard.figures or heard.date) and not (heard.is_question or heard.has(*_ASKING))
    if told or any(_bears(at, heard, found, intent) for at in strange):  # ``the ESR of 12 … 21`` may be a correction
        return None
    return replace(heard, left_out=frozenset(strange))


def all_measured(found: Selection) -> bool:
    """Whether only values were found: their answer is the value, whatever is asked about it."""
    return bool(found.records) and all(isinstance(one, Lab | Bmd | Score) for one in found.records)


_ASKING = ("ask", "list", "when", "duration", "trend", "extreme", "count", "source", "presence", "abnormal", "summary")
_MODAL = frozenset(("should", "ought", "must", "shall", "will", "would", "never", "without"))


def _bears(at: int, heard: Heard, found: Selection, intent: str) -> bool:
    """Whether the answer would be false without this word."""
    return (
        _word(at, heard) in _MODAL
        or _is_other_person(at, heard)
        or (_looks_clinical(at, heard) and not _is_joined(at, heard))
        or _makes_another_quantity(at, heard)
        or _is_asked_for(at, heard, found)
        or (intent not in _UNNAMED and _is_said_of_it(at, heard, found, intent))
        or _narrows_a_list(at, heard, found)
    )


def _word(at: int, heard: Heard) -> str:
    return heard.words[at] if 0 <= at < len(heard.words) else ""


def _next(at: int, heard: Heard) -> str:
    """The word behind; nothing at the end or before a mark."""
    word = _word(at + 1, heard)
    return word if any(map(str.isalnum, word)) else ""


def _typed(at: int, heard: Heard) -> str:
    start = heard.offsets[at]
    match = re.compile(r"\S+").match(heard.say, start)
    return match.group() if match is not None else ""


def _is_other_person(at: int, heard: Heard) -> bool:
    """A name with a capital letter within the sentence, or a name whose something is asked for."""
    typed = _typed(at, heard)
    shouting = heard.say.isupper() or sum(one[0].isupper() for one in heard.say.split()) > len(heard.say.split()) / 2
    return (
        at > 0 and typed[:1].isupper() and not shouting and not re.search(r"[.!?:]\s*$", heard.say[: heard.offsets[at]])
    )


def _looks_clinical(at: int, heard: Heard) -> bool:
    word, typed = _word(at, heard), _typed(at, heard)
    if sum(letter.isupper() for letter in typed) > 1 and not heard.say.isupper():
        return True
    return len(word) > 5 and bool(_CLINICAL_LOOK.search(word)) and not _PLAIN_LOOK.search(word)


def _is_joined(at: int, heard: Heard) -> bool:
    """One of several things: the others can be told without it."""
    joined = {_word(at - 1, heard), _word(at + 1, heard)} & _JOINS
    return bool(joined) or heard.say[: heard.offsets[at]].rstrip().endswith((",", "/", "+", "&"))


def _starts(heard: Heard, *topics: str) -> frozenset[int]:
    return frozenset(hit.start for hit in heard.hits if hit.topic in topics and hit.end > hit.start)


def _makes_another_quantity(at: int, heard: Heard) -> bool:
    return bool(_MODIFIES.search(_word(at, heard))) and at + 1 in _starts(
        heard, "analyte", "bmd_site", "bone", "treatment", "score"
    ) | {hit.start for hit in heard.hits if hit.group in ("patient_field", "measure")}


def _is_asked_for(at: int, heard: Heard, found: Selection) -> bool:
    """``what colour was the brace?``, ``how many cousins``, ``the hue of the brace``."""
    before, after = _word(at - 1, heard), _next(at, heard)
    names = _starts(heard, "analyte", "bmd_site", "bone", "treatment", "score", "finding", "event") | {
        hit.start for hit in heard.hits if hit.group in ("measure", "record_kind", "time")
    }
    if before in _AMOUNTS and _word(at - 2, heard) == "how":
        return True
    if before in ("who", "what"):
        return True  # ``who manufactures romosozumab?``
    if heard.first in _MAKES:
        return True  # ``write a poem on his spine``
    if before in _ASKS:
        return at + 1 not in names and not (all_measured(found) and after in _IS | {"did", "has"})
    if before == "in" and after == "":
        return True  # a unit: ``weight in stones?``
    if before in _AUXILIARIES and _word(at - 2, heard) in _ASKS and after in ("of", "for", "behind", "with", ""):
        return not all_measured(found) or after != ""
    if after not in ("of", "behind"):
        return False
    back = at - 1
    while _word(back, heard) in _DETERMINERS:
        back -= 1
    return _word(back, heard) not in _PREPOSITIONS and back != at - 1


def _is_said_of_it(at: int, heard: Heard, found: Selection, intent: str) -> bool:
    """``was the brace comfortable?``: what is asked is the strange word itself. Of a value, the value is the answer."""
    if all_measured(found) and not _treatments_alone(heard):
        return intent == "ask.trend" and heard.first in _IS and _next(at, heard) == ""
    if _is_general(heard):
        return True  # ``how does denosumab bind?``
    if at == heard.lead:  # ``ring her husband``; an unknown word for showing does no harm
        return not found.records or "agent" in found.arguments or "subject" in found.arguments
    if heard.first not in _AUXILIARIES and intent != "ask.presence":
        return False
    word, after = _word(at, heard), _next(at, heard)
    if word.endswith("ly"):
        return False
    back = at - 1
    while _word(back, heard) in _DETERMINERS:
        back -= 1
    if _word(back, heard) in _PREPOSITIONS - {"to"}:
        return False  # ``at the yearly review``
    return after in _PREPOSITIONS | _LINKS | {""}


def _treatments_alone(heard: Heard) -> bool:
    """Whether a drug is named by a word that names no laboratory value: ``testosterone`` names both."""
    places = _starts(heard, "analyte", "score", "bmd_site")
    return any(hit.topic == "treatment" and hit.end > hit.start and hit.start not in places for hit in heard.hits)


def _is_general(heard: Heard) -> bool:
    """Whether it asks what a drug or an illness does, and not what it did to the patient."""
    named = _starts(heard, "treatment", "finding")
    return any(
        word in ("do", "does") and {at + 1, at + 2 if _word(at + 1, heard) in _DETERMINERS else at + 1} & named
        for at, word in enumerate(heard.words)
    )


def _narrows_a_list(at: int, heard: Heard, found: Selection) -> bool:
    """``which drugs are teratogenic?``: all drugs would be a false answer."""
    if not found.arguments.keys() <= {"list", "date", "months", "time", "moment", "note", "modality"}:
        return False
    if found.arguments.get("list", "all") == "all":
        return False
    skipped = _IS | _DETERMINERS | {"which", "who", "so", "very", "most"}
    listed = {
        place
        for hit in heard.hits
        if hit.group in ("record_kind", "finding_kind")
        for place in range(hit.start, hit.end)
    }
    left, right = at - 1, at + 1
    while _word(left, heard) in skipped:
        left -= 1
    return left in listed or right in listed or not any(map(str.isalnum, _word(right, heard)))
