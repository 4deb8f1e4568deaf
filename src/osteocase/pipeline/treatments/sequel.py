"""What the rest of a sentence says of a treatment that it names no more: ``..., but she gave it up after a week``.

The clause that follows speaks of the treatment by a pronoun or by nothing at all. It has the last word: what was
offered is declined, what was taken is stopped, what was considered is contraindicated. The words stand in
``patterns/words-treatments.toml`` in the groups ``sequel_*``. That it was stopped or taken up again is read by the verb
and the pronoun that it speaks of, in the next sentence as well: ``She was on X. We stopped it in May.``
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.cues import BEGIN_AGAIN
from osteocase.pipeline.treatments.found import HANDS_ON, Found
from osteocase.pipeline.treatments.lists import list_gap
from osteocase.pipeline.treatments.places import LISTS
from osteocase.pipeline.treatments.words import words_that

__all__ = ["is_of_a_sequel", "settle_sequels"]

_GROUPS = {
    "sequel_stopped": "stopped", "sequel_declined": "declined", "sequel_contraindicated": "contraindicated",
    "sequel_mentioned": "mentioned", "sequel_past": "past",
}  # fmt: skip
_OF = {
    "stopped": {"past", "ongoing", "started", "mentioned", "completed", None},
    "declined": {"planned", "mentioned", "started", None},
    "contraindicated": {"planned", "mentioned", None},
    "mentioned": {"planned", "started", "ongoing", None},
    "undone": {"planned", "started", "ongoing", "past", "completed", "mentioned", None},
    "past": {"ongoing", "mentioned", None},
}
"""Which statuses a sequel can overrule: nobody stops what is only planned."""
_REACH = 110
"""Characters behind the name and its doses in which the sequel begins."""
_CLAUSES_END = re.compile(
    r"(?<!\bDr)(?<!\bMr)(?<!\bMrs)(?<!\bMs)[.!?](?=\s|$|,[A-Z])|\n\s*\n|\n\s*(?:[-*•–]|\d{1,2}[.)])"
)
"""A semicolon ends no talk of what stands before it."""
_LINE_END = re.compile(r"\n|[.!?](?=\s|$|,[A-Z])")
_NOT_THE_CASE = re.compile(
    r"(?:\b(?:if|unless|until|should|not|never|no|without|before|when|in case"
    r"|will|would|may|might|can|could|to"
    r"|plans? to|cannot|(?:was|is|were|be|has|have) not)\b|n['’]t)\s+"
    r"(?:(?:she|he|the patient|they|it|this|be|then|ever)\s+){0,2}$",
    re.IGNORECASE,
)
_UNTIL_IT_WAS = re.compile(r"\buntil\s+(?:it|this|they|she|he)\s+(?:was|were|had)\b[^.;]*$", re.IGNORECASE)
"""``for years until it had to be stopped``: that came about."""
_HABIT = re.compile(
    r"\s+(?:smoking|cigarettes|tobacco|drinking|alcohol|work|school|date|his job|her job|line)\b",
    re.IGNORECASE,
)
"""``quit smoking`` is no end of a treatment."""
_OBJECT = re.compile(
    r"\s+(?:by|at|for now|this|it|them|both|because|due|since|as|so|on|in|again|for|after|and|today|either|that|within"
    r"|last|around|spring|summer|autumn|fall|winter|when)\b"
    r"|\s*[-–,.;:)\"\n]|\s*$"
)
"""What may follow ``refused``: with an object of its own it speaks of something else."""
_BARE = {
    "declined",
    "declines",
    "declining",
    "refused",
    "refuses",
    "so no",
    "gave up",
    "given up",
    "binned",
    "then quit",
    "she stopped",
    "he stopped",
    "she then stopped",
    "he then stopped",
    "so stopped",
}
_NO_MORE = {"none since", "no more since"}
"""In a list of drugs they end what was taken; in a story they count what was given."""
_OF_US = re.compile(r"\b(?:we|I)(?:['’]d)?\s+$")
_NEVER = re.compile(r"(?:never (?:begun|began|started)|(?:did not|didn['’]t) (?:start|begin))\b", re.IGNORECASE)
"""What was never begun is declined, whatever was said of it before."""
_NOT_DONE = re.compile(
    r"(?:(?:was|were)\s+)?(?:not|never)\s+(?:performed|done|carried out|undertaken)|(?:was|were)\s+cancell?ed",
    re.IGNORECASE,
)
"""What was not done is only spoken of, whatever was said of it before."""
_AGAIN = re.compile(
    r"[^.\n]{0,30}?(?:[;,–-]\s*|\b(?:and|but|then)\s+)(?:(?:and|but|then|was|later)\s+){0,2}"
    r"(?:restarted|resumed|reinstated|recommenced)\b",
    re.IGNORECASE,
)
"""``after stopping it; restarted 3/5``: it is taken again."""
_COURSE = re.compile(r"\bcourses?\b|(?:19|20)\d\d", re.IGNORECASE)
_CLAUSE_OF_ANOTHER = re.compile(
    r"\b(?:her|his|the)\s+(?:mother|father|sister|brother|son|daughter|husband|wife)\b(?!\s+(?:and|or)\s)",
    re.IGNORECASE,
)


def settle_sequels(scan: Scan, found: Sequence[Found], spots: Sequence[str], may: Sequence[bool]) -> None:
    """Give each mention the status that the rest of its sentence tells of it; in prose, to all of a list at once."""
    for item, following in itertools.pairwise(found):
        if item.status == "started" and following.status == "started" and _is_replaced(scan, item, following):
            item.decide("stopped", "sequel")
        elif (
            item.status in {"past", "completed"}
            and following.status == "started"
            and not following.has_dose
            and (
                _FOLLOWED_BY.fullmatch(scan.text, item.end, following.mention.start)
                or (item.rule == "treatments.sequel" and following.verdict == item.verdict)
            )
        ):
            following.decide(item.status, "sequel")  # ``underwent chemotherapy with X followed by Y and Z``
    for index, item in enumerate(found):
        if not may[index]:
            continue
        last = index
        while spots[last] not in LISTS and last + 1 < len(found) and _goes_on(scan, found[last], found[last + 1]):
            last += 1
        status = _sequel(scan, found, item, last, spots[index])
        if status is not None:
            item.decide(status, "sequel")
            continue
        clause = _by_pronoun(scan, found, index, last) if spots[last] not in LISTS else None
        if clause is not None:
            item.decide(clause[0], "sequel")
            item.sequel = clause[1]


def _is_replaced(scan: Scan, item: Found, following: Found) -> bool:
    """``was switched to X and then to Y``: X was the drug of a while."""
    cue = item.verdict.cue
    changed = cue is not None and cue == following.verdict.cue and _TO.search(scan.text, *cue) is not None
    return changed and _THEN_TO.fullmatch(scan.text, item.end, following.mention.start) is not None


_FOLLOWED_BY = re.compile(r"[\s,]*(?:and\s+)?(?:then\s+)?followed\s+by\s+(?:\w+\s+)?", re.IGNORECASE)
_TO = re.compile(r"\bto$")
_THEN_TO = re.compile(
    r"(?:\s*\([A-Z]{2,6}\))?,?\s+(?:and\s+)?(?:then|later|subsequently|finally|after that|afterwards)\s+to\s+",
    re.IGNORECASE,
)
_NEXT_ITEM = re.compile(r"[.;]\s*\n|\n\s*(?:\d{1,2}[.)]|[-*•])")


def _goes_on(scan: Scan, item: Found, following: Found) -> bool:
    """True where two names stand in one list of a sentence, not in two items of a plan."""
    apart = _NEXT_ITEM.search(scan.text, item.end, following.mention.start) is not None
    return not apart and list_gap(scan, item, following)


def is_of_a_sequel(scan: Scan, start: int, end: int) -> bool:
    """True for a ``not`` inside words such as ``does not want``, which deny no treatment."""
    return any(
        word.start <= start and end <= word.end
        for word in scan.words_in(max(0, start - 30), end + 30, *_GROUPS, "status_declined", "status_contraindicated")
    )


def _sequel(scan: Scan, found: Sequence[Found], item: Found, last: int, place: str) -> str | None:
    end = found[last].end
    stop = (_LINE_END if place in LISTS else _CLAUSES_END).search(scan.text, end, end + _REACH)
    limit = stop.start() if stop is not None else min(end + _REACH, len(scan.text))
    following = next((other for other in found[last + 1 : last + 4] if other.verdict.status != "talk"), None)
    if following is not None:
        limit = min(limit, following.mention.start)
    status = item.status
    for word in scan.words_in(end, limit, *_GROUPS):
        told = _GROUPS[scan.knowledge.words[word.id].group]
        undone = item.entry.kind in HANDS_ON and _NOT_DONE.match(scan.text, word.start)
        if (status not in _OF["undone" if undone else told] and not _NEVER.match(scan.text, word.start)) or (
            item.status is None and item.entry.needs_dose
        ):
            continue
        if item.verdict.after and item.verdict.cue is not None and word.start < item.verdict.cue[1]:
            continue  # a part of the words that decided: ``planned but not yet begun``
        ahead = scan.text[max(end, word.start - 40) : word.end]
        if _NOT_THE_CASE.search(ahead[: len(ahead) - word.end + word.start]) and not _UNTIL_IT_WAS.search(ahead):
            continue
        if _CLAUSE_OF_ANOTHER.search(scan.text[end : word.start]) or _HABIT.match(scan.text, word.end):
            continue
        if told == "stopped" and _is_ordered_again(scan, item):
            continue
        if told == "declined" and _OF_US.search(scan.text, max(end, word.start - 8), word.start):
            told = "mentioned"  # ``we would prefer not``
        said = " ".join(scan.text[word.start : word.end].lower().split())
        if told == "stopped" and _AGAIN.match(scan.text, word.end):
            continue
        if said in _BARE and not _OBJECT.match(scan.text[word.end : word.end + 20]):
            continue
        if (
            item is not found[last]
            and scan.text[end : word.start].lstrip().startswith("which")
            and any(regimen.duration for regimen in item.regimens)
        ):
            continue  # ``a boot for 8 weeks and a corset, which he binned``
        no_more = said in _NO_MORE and place in LISTS and not _COURSE.search(scan.text, item.mention.start, word.start)
        status = "stopped" if no_more else told
    return status if status != item.status else None


def _is_ordered_again(scan: Scan, item: Found) -> bool:
    """``restart X 10 mg (ran out in June)``: the order is for what comes after the gap."""
    cue = item.verdict.cue
    return cue is not None and not item.verdict.after and scan.text[slice(*cue)].lower() in BEGIN_AGAIN


_KINDS_OF_IT = (
    r"(?:drug|medication|medicine|tablet|pill|injection|infusion|treatment|therapy|drip|patch|cream|spray|inhaler"
    r"|dose|agent|supplement)s?"
)
_ONE = rf"(?:it|this|that|which|(?:the|this|that)\s+{_KINDS_OF_IT})"
_SEVERAL = (
    rf"(?:they|these|those|them|both(?:\s+of\s+(?:these|which|them))?|all\s+(?:three\s+|four\s+)?(?:of\s+(?:these|which|them))"
    rf"|(?:these|both)\s+{_KINDS_OF_IT})"
)
_SLOWLY = (
    r"(?:(?:(?!daily|weekly|monthly|yearly|family|likely|nightly|only)\w{2,}ly|then|later|now|also|soon|since|again"
    r"|therefore|thus|so)\s+){0,2}"
)
_TO_BE = r"(?:had|has\s+had|have\s+had|needed)\s+to\s+be"
_PASSIVE_OF = rf"(?:(?:was|were|is\s+now|are\s+now|(?:has|have|had)\s+{_SLOWLY}been|{_TO_BE})\s+{_SLOWLY})"
_WHO = (
    r"(?:she|he|we|i|they|who|mum|mom|parents|family|carers?|the\s+patient|patient|pt|and|but|then|gp|pcp|(?:her|his|the)\s+(?:\w+\s+)?(?:doctor|physician|surgeon"
    r"|gp|pcp|dentist|\w+ologist|team|clinic))"
)
_NO_SUBJECT = r"patient|dose|rash|nausea|pain|lady|gentleman|dentist|doctor|physician|surgeon|family|team|\w+ologist"
_SPEAKS_OF_ANOTHER = re.compile(
    rf"\b(?:an?|the|his|her|another)\s+(?!(?:{_NO_SUBJECT}|{_KINDS_OF_IT})\b)(?:\w+\s+){{1,3}}"
    r"(?:was|were|has\s+been|had\s+been)\b|\b(?:placed|put|started|kept|maintained)\s+on\s+\w",
    re.IGNORECASE,
)
"""``A Foley catheter was placed, and it was removed``: the pronoun is that of what was named since."""
_OWN_VERB = re.compile(r"\b(?:was|were|is|are|and|but|she|he|we|they|has|had)\b", re.IGNORECASE)
"""What stands between a name and a ``which`` that is not its own."""
_PARAGRAPH = re.compile(r"\n\s*(?:\n|[-*•–]|\d{1,2}[.)])")
_DOUBT = re.compile(
    r"\b(?:if|whether|unless|until|when|before|should|may|might|can|could|will|would|asked|wonder\w*|not|never|no)\b",
    re.IGNORECASE,
)
_TOLD_OF_IT = 160
"""Characters behind a treatment in which the next sentence tells what became of it."""
_OPENS_WITHIN = 70
"""Characters of that sentence that may lead up to the pronoun: ``Because of nausea``, ``After two months``."""
_BY_DOSE_ALONE = {"treatments.dose", "treatments.list", "treatments.route"}
"""Rules that no verb stands behind: ``30 mg daily lowered it but was abandoned``."""
_BEFORE = {
    "stopped": {"past", "ongoing", "started", "mentioned", "completed"}, "completed": {"past", "started", "ongoing"},
    "started": {"planned", "mentioned"}, "ongoing": {"stopped"},
}  # fmt: skip
"""What each of these can follow."""


class _Pronouns:
    """What one lexicon's verbs say of a treatment by its pronoun.

    The groups ``several`` and ``more`` hold a pronoun of more than one.
    """

    def __init__(self, knowledge: Knowledge) -> None:
        ended = words_that(knowledge, "treatment_verb", "stop past".__eq__)
        stop = words_that(knowledge, "treatment_verb", "stop base".__eq__)
        thing = rf"(?:{_ONE}|(?P<several>{_SEVERAL}))"
        them = rf"(?:{_ONE}|(?P<more>{_SEVERAL}))"
        taking = r"(?:taking|using|wearing|giving)\s+"
        switched = words_that(knowledge, "treatment_verb", "switch past".__eq__)
        again = r"(?:restarted|resumed|reinstated|reintroduced|recommenced)"
        self.switched = re.compile(
            rf"\b{thing}\s+{_PASSIVE_OF}(?:{switched}|replaced|substituted)(?!\w)", re.IGNORECASE
        )
        self.moved_on = re.compile(
            rf"\b{_WHO}\s+(?:(?:has|have|had|was|were)\s+)?{_SLOWLY}(?:{switched})(?!\w)(?=\s+(?:over\s+|across\s+)?(?:to|onto)\s)",
            re.IGNORECASE,
        )
        self.taken_off = re.compile(rf"\b{thing}\s+{_PASSIVE_OF}(?:removed|taken\s+(?:off|out))(?!\w)", re.IGNORECASE)
        self.left_out = re.compile(
            rf"\s*(?:{ended})(?=\s+(?:because|due|after|in|by|when|as|owing|on|at|last|since|for|\d)\b|\s*[.;\n])",
            re.IGNORECASE,
        )
        self.joined = re.compile(
            rf"(?:,|\b(?:and|but|then))\s+(?:(?:then|later|was|were|finally|subsequently|eventually|had\s+to\s+be)\s+){{0,3}}"
            rf"(?!held\b)(?:{ended})(?=\s+(?:because|due|secondary|after|in|by|when|as|owing|on|at|last|for|within|\d+)\b|\s*[.;\n])",
            re.IGNORECASE,
        )
        self.finished = re.compile(
            r"(?:,|[-–]|\band)\s*(?:now\s+|has\s+|was\s+|just\s+)*(?:finished|completed)(?=\s*[.;,)\n]"
            r"|\s+(?:it|this|last|yesterday|today|on|in|two|three|\d+|a)\b)",
            re.IGNORECASE,
        )
        self.ended = re.compile(rf"\b{thing}\s+{_PASSIVE_OF}?(?:finished|completed|ended)(?!\w)", re.IGNORECASE)
        self.prescribed = re.compile(
            r"\b(?:prescription|script)\s+(?:for\s+(?:it|this|them|[\w\s]{3,20})\s+)?(?:was|were|has\s+been)\s+"
            r"(?:given|provided|sent|written|called\s+in|faxed|issued)\b",
            re.IGNORECASE,
        )
        self.shapes = (
            *(
                ("stopped", re.compile(shape, re.IGNORECASE))
                for shape in (
                    rf"\b{thing}\s+{_PASSIVE_OF}(?:{ended})(?!\w)",
                    rf"\b{_WHO}\s+(?:(?:has|have|had)\s+)?{_SLOWLY}(?!held\b)(?:{ended})\s+(?:{taking})?{them}(?!\w)",
                    rf"\b(?:which|(?P<several>(?:both|all)\s+of\s+which))\s+{_WHO}\s+(?:have\s+|has\s+|had\s+)?(?:now\s+)?"
                    rf"(?:advised|asked|told|instructed|urged)\s+(?:(?!not\b)\w+\s+){{1,2}}to\s+(?:{stop})(?!\w)",
                    rf"\b(?:advised|recommended|suggested|asked|urged)\s+that\s+(?:she|he|they)\s+(?:{stop})\s+(?:{taking})?{them}(?!\w)",
                    rf"\b(?:advised|asked|told|instructed|urged)\s+(?:\w+\s+){{0,2}}to\s+(?!hold\b)(?:{stop})\s+(?:{taking})?{them}(?!\w)",
                )
            ),
            ("stopped", self.switched),
            ("stopped", self.moved_on),
            ("stopped", self.taken_off),
            ("stopped", self.left_out),
            ("stopped", self.joined),
            ("completed", self.finished),
            ("completed", self.ended),
            ("started", self.prescribed),
            ("ongoing", re.compile(rf"\b{thing}\s+{_PASSIVE_OF}{again}(?!\w)", re.IGNORECASE)),
        )

    def may_be(self, shape: re.Pattern[str], item: Found, *, first: bool, opens: bool) -> bool:
        """Whether a shape can speak of a treatment from where it stands: in its own sentence or heading the next."""
        if shape is self.left_out:
            return opens and not first
        if shape is self.taken_off:
            return item.entry.kind == "orthosis"
        if shape is self.joined:
            bare = item.status == "ongoing" and item.rule in _BY_DOSE_ALONE
            return first and (item.status in {"past", "started"} or bare)
        if shape is self.finished:
            return first and item.is_drug
        return shape is not self.ended or item.is_drug


@lru_cache(maxsize=4)
def _pronouns(knowledge: Knowledge) -> _Pronouns:
    return _Pronouns(knowledge)


def _is_bare(item: Found) -> bool:
    """``Omeprazole - mum has stopped giving it``: of the name itself nothing is said."""
    return item.is_drug and not item.entry.needs_dose and item.verdict.status is None


def _by_pronoun(scan: Scan, found: Sequence[Found], index: int, last: int) -> tuple[str, tuple[int, int]] | None:
    """What the rest of the sentence or the next one says of a treatment, or of all of a list, by a pronoun.

    ``It`` behind a list of several could be any of them, and says nothing.
    """
    item, end = found[index], found[last].end
    if (item.status is None and not _is_bare(item)) or item.entry.kind == "surgery":
        return None
    limit = min(len(scan.text), end + _TOLD_OF_IT)
    if last + 1 < len(found):
        limit = min(limit, found[last + 1].mention.start)
    alone = index == last and not (index and _goes_on(scan, found[index - 1], item))
    following = found[last + 1] if last + 1 < len(found) else None
    verbs = _pronouns(scan.knowledge)
    for start, stop in _sentences(scan, end, limit):
        for told, shape in verbs.shapes:
            match = shape.search(scan.text, start, stop)
            if match is None or (start > end and match.start() - start > _OPENS_WITHIN):
                continue
            first = start == end
            if not verbs.may_be(shape, item, first=first, opens=match.start() == start):
                continue
            if (item.status or "ongoing") not in _BEFORE[told] or _is_of_something_else(scan, end, start, match):
                continue
            if shape in {verbs.switched, verbs.moved_on} and not _is_another(scan, match.end(), item, following):
                continue
            if told == "stopped" and _AGAIN.match(scan.text, match.end()):
                continue
            several = any(match[name] for name in ("several", "more") if name in match.groupdict())
            if alone or several or told == "started" or shape is verbs.joined:
                return told, match.span()
        if start > end and alone:
            return _in_set_words(scan, item, start, stop)
    return None


def _is_of_something_else(scan: Scan, end: int, start: int, match: re.Match[str]) -> bool:
    """Whether the pronoun is that of what was named since, of somebody else's, or of what has not come about."""
    text = scan.text
    return (
        _SPEAKS_OF_ANOTHER.search(text, end, match.start()) is not None
        or (match.group().lower().startswith("which") and _OWN_VERB.search(text, end, match.start()) is not None)
        or _DOUBT.search(text, start, match.start()) is not None
        or _CLAUSE_OF_ANOTHER.search(text, start, match.start()) is not None
    )


def _is_another(scan: Scan, position: int, item: Found, following: Found | None) -> bool:
    """``It was switched to Y``: to another drug, not to another dose."""
    return (
        following is not None
        and following.entry.id != item.entry.id
        and _TO_ANOTHER.fullmatch(scan.text, position, following.mention.start) is not None
    )


_TO_ANOTHER = re.compile(r"\s+(?:over\s+|across\s+)?(?:to|onto|by|with|for)\s+(?:[a-z]+\s+){0,2}", re.IGNORECASE)
_ITS = (" it", " them", " this")


def _in_set_words(scan: Scan, item: Found, start: int, stop: int) -> tuple[str, tuple[int, int]] | None:
    """``He could not tolerate it.`` as a sentence of its own: phrases of the lists that end with the pronoun."""
    for word in scan.words_in(start, min(stop, start + _OPENS_WITHIN), *_GROUPS):
        told = _GROUPS[scan.knowledge.words[word.id].group]
        if not scan.text[word.start : word.end].lower().endswith(_ITS) or item.status not in _OF[told]:
            continue
        if told == "stopped" and _AGAIN.match(scan.text, word.end):
            continue
        if not _DOUBT.search(scan.text, start, word.start) and not _CLAUSE_OF_ANOTHER.search(
            scan.text, start, word.start
        ):
            return told, (word.start, word.end)
    return None


def _sentences(scan: Scan, end: int, limit: int) -> list[tuple[int, int]]:
    """The rest of the sentence behind a treatment, and the next one, as far as a place and within the paragraph."""
    blank = _PARAGRAPH.search(scan.text, end, limit)
    limit = blank.start() if blank is not None else limit
    first = min(scan.sentence_at(max(end - 1, 0))[1], limit)
    spans = [(end, first)]
    if first < limit:
        spans.append((first, min(scan.sentence_at(first + 1)[1], limit)))
    return spans
