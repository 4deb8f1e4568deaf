"""What the user answers to the assistant's own question in words of his own: a value, or a fact."""

from __future__ import annotations

import re
from decimal import Decimal

from osteocase.assistant.answers.judging import first_number
from osteocase.assistant.answers.next_question import OpenQuestion
from osteocase.assistant.changes.offering import is_definite
from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Check, Record
from osteocase.review import Edit, Session

__all__ = ["OF_CONSENT", "for_report", "keeps_stated", "led_answer", "settled", "tells_fact"]

_COMPUTED = frozenset(("computed", "calculated", "calculation", "computation", "arithmetic"))
_WRONG = frozenset(("wrong", "incorrect", "false", "mistake", "typo", "error"))
_RIGHT = frozenset(("right", "correct", "true", "should", "is", "it", "take", "use", "yes"))
_THE_COMPUTED = _COMPUTED | {"the", "one", "value", "number", "please"}
_THE_STATED = _RIGHT | {"the", "stated", "one", "value", "number", "please", "keep", "leave", "was"}
_NEITHER = re.compile(
    r"^\W*(?:neither(?:\s+(?:one|of\s+(?:them|those|the\s+two)))?|none(?:\s+of\s+(?:them|those))?|both\s+(?:are\s+)?wrong)"
    r"(?:\W+(?:it|that|the\s+(?:right|real)\s+(?:one|value|number)|they))?(?:\s+(?:is|was|were|should\s+(?:be|read)))?"
    r"\W*[-−+]?\d+(?:[.,]\d+)?\s*(?:%|per\s*cent)?\W*$",
    re.IGNORECASE,
)
"""``neither, it was 17.9``: a third number."""
_TELLS = frozenset(
    ("was", "were", "is", "are", "had", "has", "have", "did", "gave", "given", "obtained", "tolerated", "reported",
     "no", "none", "never", "without", "signed")
)  # fmt: skip
_LONGEST = 14


def settled(heard: Heard, found: Selection, question: OpenQuestion | None, session: Session) -> Edit | None:
    """The edit that a conflict is settled with: ``18.2 is right``, ``the computed one``; null where it is none."""
    if question is None or heard.is_question or len(heard.words) > _LONGEST or heard.has("add", "patient_field"):
        return None
    check = next((one for one in session.case.checks if f"check/{one.id}" == question.key), None)
    if check is None or (found.named and not {record.id for record in found.records} & set(check.records)):
        return None
    stated, computed = first_number(check.stated), first_number(check.computed)
    if stated is None or computed is None or stated == computed:
        return None
    words = set(heard.words)
    said = {figure.value for figure in heard.figures if not figure.negated}
    denied = {figure.value for figure in heard.figures if figure.negated}
    wrong = bool(words & _WRONG)
    place = _PLACE.fullmatch(heard.say)
    if place is not None and not question.fresh:
        return None  # ``the second one``, of a list that was told since
    if place is not None and not _means_stated(heard, check, stated, computed):
        return _edit(check, stated, computed, session)
    third = [one for one in said if one not in (stated, computed)]
    if len(said) == len(third) == 1 and _NEITHER.match(heard.say):
        return _edit(check, stated, third[0], session)
    means_computed = (computed in said or bool(words & _COMPUTED)) and not wrong
    means_computed = means_computed or (wrong and (stated in said or "stated" in words))
    means_computed = means_computed or (stated in denied and computed not in denied and said <= {computed})
    if _means_stated(heard, check, stated, computed):
        return _edit(check, computed, stated, session)
    plain = _is_bare(words) or words <= _THE_COMPUTED
    if not means_computed or not (words & _RIGHT or plain or wrong):
        return None
    return _edit(check, stated, computed, session)


def keeps_stated(heard: Heard, found: Selection, question: OpenQuestion | None, session: Session) -> bool:
    """``13 is right``, ``the first``: what the note states stays, where no record holds the other number."""
    check = next((one for one in session.case.checks if question and f"check/{one.id}" == question.key), None)
    if check is None or heard.is_question or len(heard.words) > _LONGEST or heard.has("add", "patient_field"):
        return False
    if heard.starts_with("accept"):
        return False
    if found.named and not {record.id for record in found.records} & set(check.records):
        return False
    stated, computed = first_number(check.stated), first_number(check.computed)
    if stated is None or computed is None or stated == computed:
        return False
    if question is not None and not question.fresh and _PLACE.fullmatch(heard.say):
        return False
    return _means_stated(heard, check, stated, computed) and _edit(check, computed, stated, session) is None


def _is_bare(words: set[str]) -> bool:
    """A number with hardly a word: ``+18.2 %, please``."""
    return len({word for word in words if word.isalpha()} - _COURTESY) <= 1


_COURTESY = frozenset(("please", "thanks", "ok", "yes", "no", "then", "so", "well", "the"))


def _means_stated(heard: Heard, check: Check, stated: Decimal, computed: Decimal) -> bool:
    """Whether the number that is stated is said to be right, by itself or by its place in the question."""
    words = set(heard.words)
    said = {figure.value for figure in heard.figures if not figure.negated}
    if not said and "stated" in words and not words & _WRONG and words <= _THE_STATED:
        return True
    if said == {stated} and not words & _WRONG:
        return bool(words & _RIGHT) or _is_bare(words)
    place = _PLACE.fullmatch(heard.say)
    if place is None:
        return False
    at = [check.message.find(f"{one:f}".replace("-", "−").lstrip("−")) for one in (stated, computed)]
    if -1 in at or at[0] == at[1]:
        return False
    first = place["place"].lower() in ("first", "former", "1st")
    return first == (at[0] < at[1])


_PLACE = re.compile(
    r"\W*(?:(?:ok|no|yes|well|take|use|keep|i think|it is|it['’]s)\W+)*the\s+"
    r"(?P<place>first|1st|former|second|2nd|latter|last)(?:\s+(?:one|value|number))?(?:\s+(?:is|was)\s+(?:right|correct|true))?\W*",
    re.IGNORECASE,
)


def tells_fact(heard: Heard, question: OpenQuestion | None) -> bool:
    """Whether it may answer a question of the checklist with a fact: ``there were no adverse events``."""
    if question is None or not question.key.startswith("care/") or heard.is_question or heard.has("advice", "stranger"):
        return False
    if heard.starts_with("ask", "list", "count", "when", "duration", "source", "summary", "extreme"):
        return False  # ``list supplements she is taking``
    if heard.ids("treatment") and heard.figures and is_definite(heard):
        return False  # ``the denosumab was 60 mg``: of one that is taken for known
    if _OF_KNOWN.match(heard.say):
        return False  # ``the stress fracture was on the left foot`` puts right what is recorded
    return len(heard.words) > 2 and bool(set(heard.words) & _TELLS)


def for_report(say: str, *, asked: bool) -> tuple[str, ...]:
    """What a report needs of consent, ethics or the patient's own view, in words that a note may have, plainest first.

    Args:
        say: what is said.
        asked: whether the patient's view was asked for, and nothing else is told.
    """
    told = _LEAD_OF_YES.sub("", say).strip()
    if "?" in say or _WISHED.match(told):
        return ()
    if _CONSENTED.search(told) and not _OPEN.search(told) and not _OF_TREATMENT.search(told):
        return told, f"{told.rstrip(' .!')} (consent to publication)"
    view = _VIEW.match(told)
    of_patient = asked and len(told.split()) > _FEWEST and _OF_PATIENT.match(told) is not None
    if view is not None or _FEELS.search(told) or of_patient:
        return (f"Patient's perspective: {view['view'] if view is not None else told}",)
    return (say,) if _ETHICS.search(say) else ()


_FEWEST = 3
"""Words of a view that is told in answer to the question for it."""
_LEAD_OF_YES = re.compile(r"^\W*(?:(?:yes|yeah|yep|sure|ok|okay|and|also|oh|right|well)\b[\s,;:.!–-]*)+", re.IGNORECASE)
_WISHED = re.compile(
    r"^\W*(?:(?:please|can|could|would|will)\s+)*(?:you\s+)?(?:add|append|delete|remove|reject|accept|confirm|skip|"
    r"leave|set|change|correct|make|show|list|tell|open|next|undo|redo|export|save|print|write|go|what|when|where|which|"
    r"who|how|why|did|does|do|is|are|was|were|has|have|had|any|not)\b",
    re.IGNORECASE,
)
"""A wish or a question, and nothing that is told."""
_CONSENTED = re.compile(
    r"\bconsented\b|\bconsent\b[^.]*\b(?:given|obtained|signed|granted|yes|done|taken|documented|provided)\b"
    r"|\b(?:gave|given|signed|obtained|has|have|got|granted|provided)\b[^.]*\b(?:consent|permission)\b"
    r"|\bagree[sd]?\b[^.]*\b(?:publi\w+|case report|print\w*)\b|\bmay be published\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:not|never|no|refus\w+|declin\w+|withdr\w+|without|pending|awaiting|yet|will|going to|should|must|need\w*|"
    r"asked?|missing|whether|if|wrong|unless|until|correct)\b|n['’]t\b",
    re.IGNORECASE,
)
"""A consent that is not given, or not yet."""
_OF_TREATMENT = re.compile(
    r"\b(?:surg\w+|operat\w+|procedure|anaesth\w+|anesth\w+|biops\w+|transfus\w+|injection|infusion|treatment|"
    r"therapy)\b",
    re.IGNORECASE,
)
_VIEW = re.compile(
    r"^\W*(?:from\s+|in\s+)?(?:(?:the\s+)?patient['’]?s?\s+(?:own\s+)?(?:perspective|view|words|comment|side)|"
    r"(?:her|his)\s+(?:own\s+)?(?:perspective|view|words|side|point of view))(?:\s+(?:is|was)(?:\s+that)?)?"
    r"\s*[:,–-]?\s+(?P<view>\S+\s+\S.*)$",
    re.IGNORECASE,
)
_FEELS = re.compile(
    r"^\W*(?:she|he|the patient)\b[^.]*\b(?:glad|happy|relieved|grateful|pleased|satisfied|thankful|delighted|"
    r"frustrated|disappointed|proud|hopeful|"
    r"fe(?:el|els|lt) (?:\w+ )?(?:safe|confident|well|better|stronger|free|secure|reassured))\b",
    re.IGNORECASE,
)
"""What the patient felt about it."""
_OF_PATIENT = re.compile(r"^\W*(?:she|he|her|his|it|the patient|they|i)\b", re.IGNORECASE)
_ETHICS = re.compile(r"\b(?:ethics|ethical|irb|review board)\b", re.IGNORECASE)
_LED = re.compile(
    r"^\W*(?P<lead>yes|yeah|yep|yup|sure|indeed|no|nope|none)\b\s*[,:;.!–-]+\s*(?P<rest>\w+\W+\w+.*)$", re.IGNORECASE
)
OF_CONSENT = re.compile(
    r"\b(?:consent\w*|sign\w*|agreed|agrees|permission|permit\w*|publi\w+|refus\w+|declin\w+|form)\b", re.IGNORECASE
)
"""Words of an answer to the question of consent."""


def led_answer(say: str, question: OpenQuestion | None) -> tuple[bool, str] | None:
    """``yes, she signed it``: whether it is a yes, and what is told with it; null where it is no such answer."""
    match = _LED.match(say) if question is not None and question.key.startswith("care/") else None
    if match is None or say.rstrip().endswith("?"):
        return None
    return not match["lead"].casefold().startswith("no"), match["rest"]


_OF_KNOWN = re.compile(
    r"^\W*(?:(?:no|yes|and|but)\W+)*(?:the|that|this|her|his|\w+['’]s)\s+(?:[\w-]+\s+){0,3}(?:fractures?|break|scan|dxa|mri|x-?ray|operation|"
    r"surgery|infusion|injection)\s+(?:was|were|is|are)\b(?!\s+(?:no|none|without|well|uneventful))",
    re.IGNORECASE,
)


def _edit(check: Check, stated: Decimal, computed: Decimal, session: Session) -> Edit | None:
    known = {record.id: record for record in session.records}
    for record_id in check.records:
        field = _field_of(known[record_id], stated) if record_id in known else None
        if field is not None:
            return Edit(record=record_id, fields={field: computed})
    return None


def _field_of(record: Record, value: Decimal) -> str | None:
    return next((name for name in type(record).model_fields if getattr(record, name, None) == value), None)
