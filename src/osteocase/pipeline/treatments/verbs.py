"""The verb that governs a treatment, read by what kind of verb it is and by its tense.

Nobody can list all phrases by which a treatment is told. A phrase that is in no list is still a verb of a kind
(``begin``, ``keep``, ``take``, ``give``, ``stop``, ``consider``) in a tense, with adverbs and a person between: ``had
empirically been treated with``, ``will now place him on``. The verbs live in ``patterns/words-treatment-verbs.toml``;
what they mean in each tense is the table of ``verb_meanings``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.asides import is_aside
from osteocase.pipeline.treatments.cues import NOT_TO, SWITCHING, Cue
from osteocase.pipeline.treatments.verb_meanings import MEANING
from osteocase.pipeline.treatments.verb_parts import SOMEONE
from osteocase.pipeline.treatments.verb_shapes import KINDS, shapes_of
from osteocase.pipeline.treatments.words import words_that

__all__ = ["verbs_in"]


class _VerbGrammar:
    """The phrases of one lexicon's verbs."""

    def __init__(self, knowledge: Knowledge) -> None:
        moves = words_that(knowledge, "treatment_verb", _MOVES.__contains__)
        self._shapes = shapes_of(knowledge)
        moved = words_that(knowledge, "treatment_verb", "switch past".__eq__)
        self._moved_to = re.compile(
            rf"(?<!\bbe )\b(?:{moved}|brought)\s+(?:up|down|over|across|back)\s+to(?!\w)(?!\s+\d)", re.IGNORECASE
        )
        self._moved_from = re.compile(
            rf"\b(?:{moves})\s+{SOMEONE}(?:(?:up|down|over|across|back)\s+)?from(?!\w)", re.IGNORECASE
        )

    def cues(self, text: str, start: int, end: int) -> Iterator[Cue]:
        """Verbs of a stretch as cues."""
        for tense, side, shape in self._shapes:
            for match in shape.finditer(text, start, end):
                told = match.groupdict()
                kind = next(kind for kind in KINDS if told.get(kind) is not None)
                status = _of_whom(text, match.start(), tense, MEANING[tense].get(kind))
                if tense in {"forbidden", "not_now"} and status is not None and _AGAIN.search(match.group()):
                    status = "stopped"  # ``do not restart X``
                if tense == "forbidden" and status == "contraindicated" and kind in {"give", "take"}:
                    status = _of_one_dose(text, match.end())
                if status is None or (kind == "switch" and not _is_to_another(told.get("into"), match.group())):
                    continue
                into = (told.get("into") or "").lower()
                kept = into if into in _REACHES.get(kind, ()) else ""
                if kept in {"in", "into"} and not _PLACED.search(match.group()):
                    kept = ""
                first = match.start()
                if tense == "willing" and status == "declined":
                    denied = _NOT_AHEAD.search(text, max(0, first - 20), first)
                    first = denied.start() if denied is not None else first
                stop = match.start("into") if into and not kept else match.end()
                stop = match.start() + len(text[match.start() : stop].rstrip())
                words = " ".join(text[match.start() : stop].lower().split())
                near = tense == "to_come" or match.group().lower().split()[0] == "for"
                yield Cue(first, stop, status, "before" if kept else side, near=near, words=words)
        for match in self._moved_from.finditer(text, start, end):
            words = " ".join(match.group().lower().split())
            yield Cue(*match.span(), "stopped", "before", near=False, words=words)
        for match in self._moved_to.finditer(text, start, end):
            words = " ".join(match.group().lower().split())
            near = text[max(0, match.start() - 2) : match.start()] not in {", ", "- ", "; ", "– "}
            yield Cue(*match.span(), "stopped", "after", near=near, words=words)
            yield Cue(*match.span(), "started", "before", near=False, words=words)
        for match in _CHOSEN_OVER.finditer(text, start, end):
            yield Cue(*match.span("over"), "absent", "before", near=True, words="over")
        for match in _RATHER_THAN.finditer(text, start, end):
            yield Cue(*match.span(), "absent", "before", near=False, words="rather than")
        for match in _TREATED.finditer(text, start, end):
            words = " ".join(match.group().lower().split())
            going_on = match["now"] is not None or match["present"] is not None
            yield Cue(*match.span(), "ongoing" if going_on else "past", "before", near=False, words=words)


def _of_one_dose(text: str, position: int) -> str:
    """``do not give the August Prolia``: one dose is left out, which forbids nothing."""
    if _ONE_DOSE.match(text, position) is None:
        return "contraindicated"
    return "planned" if _UNTIL.search(text, position, position + _DOSE_REACH) else "stopped"


_ONE_DOSE = re.compile(
    r"\s+(?:(?:the|her|his|this|that|today['’]s|tomorrow['’]s|any)\s+)+(?:\w+['’]s\s+)?(?:next|due|coming|following|second|third|further|more"
    r"|remaining|other|evening|morning|night|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:spring|summer|autumn|winter)|dose)\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"[^.;\n]*?\b(?:until|till|before|unless)\b", re.IGNORECASE)
_DOSE_REACH = 60


def _is_to_another(into: str | None, words: str) -> bool:
    """``was switched to``, ``was swapped for``; ``was changed for`` a reason moves nobody to another drug."""
    if into == "for":
        return re.search(r"\b(?:swap|exchang)", words, re.IGNORECASE) is not None
    return into in _REACHES["switch"]


def _of_whom(text: str, start: int, tense: str, status: str | None) -> str | None:
    """What a patient will not take is declined; what nobody is keen on is not agreed to."""
    if tense in {"forbidden", "not_now"} and status in {"contraindicated", "mentioned"}:
        if _MUST_NOT.match(text, start):
            return status
        return "declined" if _PATIENT_AHEAD.search(text, max(0, start - 30), start) else status
    if tense == "talked_of" and _HABITS.search(text, max(0, start - 16), start):
        return None
    if tense == "willing" and status == "planned" and _NOT_AHEAD.search(text, max(0, start - 20), start):
        return "declined"
    return status


_FORMS = ("base", "past", "gerund", "present")
_MOVES = frozenset(f"switch {form}" for form in _FORMS)
_PATIENT_AHEAD = re.compile(
    r"\b(?:she|he|patient|pt|who|family|parents|mother|father)(?:\s+(?:said|says|feels|felt|insists|still|has|had|have|really"
    r"|definitely))*\s*\Z",
    re.IGNORECASE,
)
_AGAIN = re.compile(r"\b(?:restart|resum|recommenc|reinstat|reintroduc|reinitiat|go(?:ing)?\s+back)\w*", re.IGNORECASE)
_MUST_NOT = re.compile(r"(?:must|should)", re.IGNORECASE)
_HABITS = re.compile(r"\b(?:forg[eo]t\w*|careful|good|bad|diligent|consistent|fussy|particular)\s+\Z", re.IGNORECASE)
"""``forgets about taking X``: she has it."""
_NOT_AHEAD = re.compile(r"(?:\bnot|n['’]t|\bnever|\bhardly|\bless)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)
_CHOSEN_OVER = re.compile(
    r"\b(?:chose|chosen|choose|choosing|(?P<prefer>prefer(?:s|red|ring)?)|favou?r(?:s|ed)?|opted\s+for|selected|picked"
    r"|rather(?:\s+have)?|went\s+(?:with|for)|go\s+(?:with|for))\s+(?!to\b)[^.;\n]{3,70}?"
    r"\s(?P<over>over|than|instead\s+of|in\s+preference\s+to|(?(prefer)to|over))\s",
    re.IGNORECASE,
)
"""``chose X over Y``: Y was not taken."""
_RATHER_THAN = re.compile(
    r"\b(?:rather\s+than|in\s+preference\s+to)\s+(?:(?:being|be|having|getting|taking|starting|starts?|started|beginning|put|switching"
    r"|switch(?:ed)?|moving|moved|placed|placing|treated|treating|given|giving|using|use|on|to|with|her|him|an?|the|oral|iv)\s+){0,5}",
    re.IGNORECASE,
)
"""``rather than being started on X, Y or Z, she``: none of them was taken."""
_REACHES = {"begin": ("on", "with", "in", "into"), "keep": ("on", "with"), "switch": ("to", "onto", "for")}
"""Prepositions behind which the treatment stands: ``was put on``, ``was administered in`` tells when."""
_PLACED = re.compile(r"\b(?:plac|put|fit|immobili)\w*", re.IGNORECASE)
_TREATED = re.compile(
    r"\b(?:(?P<now>current|present|ongoing|home|regular|usual|chronic|maintenance|recent|long-term)\s+(?:\w+\s+)?)?"
    r"(?:treatment|therapy|medications?|medicines|medication\s+list|drugs|regimen|management|care|premedication"
    r"|prophylaxis|analgesia)\s+"
    r"(?:(?P<present>includes?|consists?\s+of|comprises?|is\s+based\s+on)"
    r"|included|consisted\s+(?:mainly\s+)?of|comprised|involved|was\s+based\s+on|was\s+made\s+up\s+of)(?!\w)",
    re.IGNORECASE,
)
"""``her home medications included``, ``treatment consisted of``: the treatment itself is the subject."""


@lru_cache(maxsize=4)
def _grammar_of(knowledge: Knowledge) -> _VerbGrammar:
    """The grammar of one lexicon, made once."""
    return _VerbGrammar(knowledge)


def verbs_in(scan: Scan, stretch: tuple[int, int], known: Sequence[Cue]) -> list[Cue]:
    """Verbs of a stretch that no known phrase tells; one that is a part of such a phrase says no more than it."""
    return [
        verb
        for verb in _grammar_of(scan.knowledge).cues(scan.text, *stretch)
        if not NOT_TO.search(scan.text[max(0, verb.start - 16) : verb.start])
        and not _IF.search(scan.text[max(0, verb.start - 14) : verb.start])
        and not is_aside(verb.status, scan.text, verb.start, verb.end)
        and (
            verb.status == "declined"
            or (verb.status == "mentioned" and not SWITCHING.isdisjoint(verb.words.split(" ")))
            or not any(cue.start < verb.end and verb.start < cue.end and _says_as_much(cue, verb) for cue in known)
        )
    ]


_IF = re.compile(r"\b(?:if|whether|unless|in case)\s+(?:the\s+)?$", re.IGNORECASE)
"""``whether the patient takes X``: nobody says that she does."""


_PLAIN_PLAN = re.compile(r"(?:will|shall|['’]ll|going|should|must|ought|needs?|plan\w*|for)\b(?!\s+(?:not|be)\b)")
"""What the known phrases after these tell says as much."""


_UNFULFILLED = ("had intended", "had meant", "had wanted", "had hoped", "had wished")


def _says_as_much(cue: Cue, verb: Cue) -> bool:
    """True where a known phrase reaches to the verb's end, unless it is a part of it that counts only near.

    The ``begin`` of ``X to begin next week`` looks for a name behind it, the whole for the one before it.
    """
    if (cue.side == "before" and verb.side == "after") or cue.side == "compound":
        return False
    if cue.side == "after" and verb.side == "before" and verb.status == "ongoing":
        return False  # ``ok to continue X``
    if cue.start > verb.start and (
        (verb.status in {"mentioned", "contraindicated", "planned"} and not _PLAIN_PLAN.match(verb.words))
        or " not " in f" {verb.words} "
        or (verb.status == "stopped" and verb.words.endswith(("taking", "using")))
        or verb.words.startswith(_UNFULFILLED)
    ):
        return False  # the ``starting`` of ``re: starting``
    return cue.end >= verb.end and not (cue.near and cue.start > verb.start)
