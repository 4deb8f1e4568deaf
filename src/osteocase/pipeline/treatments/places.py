"""What the headings over a place mean for the drugs under it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache

from osteocase.lexicon.normal import normal_words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.text.sections import SectionSpan
from osteocase.pipeline.treatments.words import values

__all__ = ["LISTS", "Places"]

LISTS = {
    "medications": "ongoing", "past_medications": "past", "prescription": "started", "new_medications": "started",
    "stopped_medications": "stopped", "changed_medications": "ongoing",
}  # fmt: skip
"""Places that are lists of drugs, and the status that the list itself gives."""

_DRUG_HEADING = re.compile(r"\b(?:medications?|meds|medicines?|drugs)\b(?!.*\b(?:allerg|adverse|react))", re.IGNORECASE)
_ALLERGY_HEADING = re.compile(r"\b(?:allerg\w*|adverse|intoleran\w*|reactions?)\b", re.IGNORECASE)
_PAST_HEADING = re.compile(r"\b(?:past|previous|prior(?! to)|former)\b", re.IGNORECASE)
_PAST_TREATMENT = re.compile(
    r"\b(?:past|previous|prior|former|earlier)\b.{0,40}\b(?:treatments?|therap(?:y|ies)|agents?)\b", re.IGNORECASE
)
_FIRST_ITEM = re.compile(r",\s*1[.)]")
_RUN_ON_HEADING = re.compile(r"(?:(?<=[.,;])|^)[ \t]*(?P<title>[A-Z][A-Z /&]{3,40}),(?=\s*1[.)])", re.MULTILINE)
"""``ALLERGIES,1.  PENICILLIN.,2.  SULFA``: a heading in capitals whose colon is lost."""
_OPERATION_HEADING = re.compile(r"\b(?:procedures?|operations?|operative|surger(?:y|ies))\b", re.IGNORECASE)
_NO_OPERATION = re.compile(r"\b(?:history|past|previous|prior|diagnos\w+|findings|indications?|plan)\b", re.IGNORECASE)
_OTHER_LINE_HEADING = re.compile(
    r"\n[ \t]*(?:[-*#•]\s*)?[A-Z][\w /&-]{0,24}:|[.;]\s(?P<inline>)[A-Z][\w /&]{0,20}:(?=\s)"
)
"""It begins with the line end or the stop before it, by which the engine finds it soonest."""
_PLAN_HEADING = re.compile(
    r"\b(?:plans?|a\s?/\s?p|recommend\w*|management|disposition|dispo|agreed|advice)\b(?!.*\bhistory)", re.IGNORECASE
)
_ADVISED = re.compile(
    r"[\W\d]{0,8}(?:(?:our|my|further|treatment)\s+)?(?:recommend\w*|recs?|suggest\w*|advice\s+(?:to|for)\s+(?:the\s+)?(?:gp|pcp))\b"
    r"[^\n:]{0,40}(?::|\n)",
    re.IGNORECASE,
)
_ON_THE_WARD = re.compile(r"\b(?:consult\w*|inpatient|admitted|hospital\s+day|ward)\b", re.IGNORECASE)
_STOPPED_HEADING = re.compile(r"\b(?:discontinued|stopped|ceased|withheld)\b", re.IGNORECASE)
_SPACE = re.compile(r"\s*")
_BLOCK_END = re.compile(r"(?<=\S)[ \t]{0,20}\n[ \t]{0,60}\n(?=[ \t]{0,60}\S)")
_PROSE = re.compile(
    r"\S[ \t]*\n\s*(?=(?:She|He|I|We|They|The patient|Thank|There|This|It|Mr|Mrs|Ms|His|Her|Today|When|Since|O/E"
    r"|On examination)\b"
    r"(?! (?:takes|took|is taking|is on|was on|was taking|uses|has|medications)\b)[^\n:]{12,})"
)
"""Sentences in lines of their own behind a list of drugs."""
_SHORT = {"stopped_medications", "new_medications"}
_SENTENCE_END = re.compile(r"[a-z)]\.,?\s+[A-Z]|[a-z)]\.,(?=[A-Z])")
"""In one paragraph what is stopped or new ends with its sentence."""
_LONG = {"plan", "given"}
"""Parts of a note that go on over a blank line."""
_DATED = re.compile(
    r"[ \t]*(?:\d{1,4}[./-]|(?:19|20)\d\d\b|(?:jan|feb|march|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\b"
    r"|(?:janu|febru|septem|octo|novem|decem)\w+|april|august)",
    re.IGNORECASE,
)
"""``Start: 03/2015``: a date of the drug above, no list of drugs."""
_SPOKEN = {"treatment", "course", "plan", "instructions"}
"""Sections whose title may say more than the section's name."""
_KNOWN = {"medications", "allergies"}
"""Sections whose names say all: their titles are not read by their words."""
_FOUND = {"physical_examination", "vital_signs", "laboratory", "imaging", "densitometry", "findings"}
_FOUND_LINE = re.compile(
    r"^[ \t]*(?:bloods|labs|ix|o/e|oe|on examination|exam|examination|obs|x-?rays?|xr|cxr|imaging|dxa|dexa|ecg"
    r"|results)\b",
    re.MULTILINE | re.IGNORECASE,
)
_REACTION = re.compile(
    r"\s*[^\n:;]{2,40}?\s*[-–:(]\s*(?:GI upset|hives|rash|itch\w*|pruritus|anaphyla\w*|swelling|angioedema|urticaria"
    r"|nausea|vomiting|shortness of breath|wheez\w*|bronchospasm|hypotension|diarrh\w*|cough|headache|dizziness"
    r"|intoleran\w*|unknown|side effects?)\b[^\n]{0,30}(?:\n|$)",
    re.IGNORECASE,
)
"""A line of a list of allergies: the drug, then what it did."""
_ITEM = re.compile(r"[ \t]*(?:[-*•–]|\d{1,2}[.)])[ \t]*\S")
_TITLE = 120
_TREATMENT = re.compile(r"\s*treatment\s*[:.-]", re.IGNORECASE)
_SCOPE = re.compile(
    r"\b(?:\w*endoscopy|colonoscopy|sigmoidoscopy|gastroscopy|bronchoscopy|procedure note|EGD|OGD|ERCP)\b",
    re.IGNORECASE,
)
"""A report of an endoscopy, whose ``Treatment`` is what was done there."""
_STAY = re.compile(
    r"\b(?:admitted|discharged|transferred|date of (?:admission|discharge)|admission date)\s*:", re.IGNORECASE
)
_LIST_LATER = re.compile(
    r"^[ \t]*(?:(?:current|discharge|regular) )?(?:medications?|meds|medicines)\b[^.\n]{0,25}:?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_EMERGENCY = re.compile(r"\b(?:emergency|casualty|A&E|(?-i:ED|ER|ER/ED))\b", re.IGNORECASE)
_LINE_START = 40
"""Characters at the start of a line in which a list would name its drug."""
_OPERATION_NOTE = re.compile(
    r"\ban(?:a)?esthesia\b|\b(?:pre|post)[\s-]?operative diagnos|\bestimated blood loss\b"
    r"|\bdescription of (?:the )?procedure\b|\bana?esth\b|\btourniquet\b|\boperati(?:on|ve) (?:record|note|report)\b"
    r"|\bop note\b",
    re.IGNORECASE,
)


def _meaning(title: str) -> str:
    """What a heading that the section grammar does not know says of the drugs under it."""
    if _ALLERGY_HEADING.search(title):
        return "allergies"
    return "medications" if _DRUG_HEADING.search(title) else "other"


def _start(match: re.Match[str]) -> int:
    """Where a heading starts in the text that a line end was put before."""
    return match.start() + (match["inline"] is not None)


class Places:
    """What the headings over a place mean for the drugs under it."""

    def __init__(self, scan: Scan) -> None:
        self.scan = scan
        self._prose: dict[int, int] = {}
        self._ends: dict[tuple[str, int], int] = {}

    @property
    def titles(self) -> list[tuple[int, int]]:
        """Where headings of drugs stand in lines of a section."""
        return self._lines[2]

    @cached_property
    def _lines(self) -> tuple[list[int], list[str], list[tuple[int, int]]]:
        """Starts of lines that open with a heading of drugs (``Rx:``) or another one, what they mean, their titles."""
        text = self.scan.text
        lines = f"\n{text}"  # so that the first line stands behind a line end as well
        marks = {_start(match): "other" for match in _OTHER_LINE_HEADING.finditer(lines)}
        for match in _RUN_ON_HEADING.finditer(text) if _FIRST_ITEM.search(text) else ():
            marks[match.start("title")] = _meaning(match["title"])
        headings = _headings(self.scan.knowledge)
        titles = []
        for match in headings.pattern.finditer(lines):
            start = _start(match)
            if _DATED.match(lines, match.end()) is not None:
                continue
            titles.append((match.start("title") - 1, match.end("title") - 1))
            marks[start] = self._told(headings.meaning(match["title"]), start)
            name = text.rfind(". ", start, match.end() - 1)
            if name >= 0:  # ``Plan per Dr. Abara:`` is one heading
                marks.pop(name + 2, None)
        for match in _LINE_TITLE.finditer(lines):
            meaning = headings.composed(match["title"])
            section = self.scan.section_at(match.start("title") - 1)
            known = marks.get(match.start(), "other") != "other" or (
                section.name in _KNOWN and section.start == match.start("title") - 1
            )
            if meaning != "other" and not known and _DATED.match(lines, match.end()) is None:
                titles.append((match.start("title") - 1, match.end("title") - 1))
                marks[match.start()] = self._told(meaning, match.start())
        return sorted(marks), [marks[start] for start in sorted(marks)], titles

    def _told(self, meaning: str, start: int) -> str:
        """``Rx`` behind the examination is what is prescribed, before it what is taken already.

        In the note of an emergency room ``Treatment`` behind it is what was given there.
        """
        if meaning == "medications" and _TREATMENT.match(self.scan.text, start) and self._is_of_a_stay(start):
            return "course"
        if (
            meaning == "medications"
            and _TREATMENT.match(self.scan.text, start)
            and _SCOPE.search(self.scan.text, 0, _TITLE)
        ):
            return "given"
        if meaning == "medications" and _TREATMENT.match(self.scan.text, start) and self._examined is not None:
            there = self._examined < start and _EMERGENCY.search(self.scan.text, 0, _TITLE * 2) is not None
            return "given" if there else meaning
        if meaning != "prescription":
            return meaning
        seen = self._examined is None or self._examined < start
        return "prescription" if seen else "medications"

    def _is_of_a_stay(self, start: int) -> bool:
        """True where ``Treatment`` tells of a stay in hospital, whose drugs have a list of their own further on."""
        stay = _STAY.search(self.scan.text, 0, _TITLE * 4) is not None
        return stay and _LIST_LATER.search(self.scan.text, start) is not None

    @cached_property
    def _examined(self) -> int | None:
        """Where the note begins to tell what was found."""
        line = _FOUND_LINE.search(self.scan.text)
        starts = [section.start for section in self.scan.sections if section.name in _FOUND]
        starts += [line.start()] if line is not None else []
        return min(starts, default=None)

    def place(self, position: int) -> str:
        """``medications``, ``past_medications``, ``prescription``, ``allergies``, ``plan`` or the section's name."""
        found = self._place(position)
        return "allergies" if found == "medications" and self._is_of_reactions(position) else found

    def _is_of_reactions(self, position: int) -> bool:
        """True for ``Medication:`` right under ``Allergies``, whose lines tell reactions: ``Penicillin - hives``."""
        section = self.scan.section_at(position)
        before = self.scan.section_at(max(0, section.start - 1))
        heading = self.scan.text[before.start : before.body]
        return (
            (before.effect == "allergy" or _ALLERGY_HEADING.search(heading) is not None)
            and not self.scan.text[before.body : section.start].strip()
            and _REACTION.match(self.scan.text, section.body, section.end) is not None
        )

    def _place(self, position: int) -> str:
        line = self._line_place(position)
        if any(start <= position < end for start, end in self.titles):
            return "heading"  # ``Joint injections:`` over what was injected
        if line is not None:
            return line
        section = self.scan.section_at(position)
        if position < section.body:
            return "heading"
        if section.name == "instructions" and self._is_column(section):
            return "medications"
        return self._section_place(section, position)

    def _is_column(self, section: SectionSpan) -> bool:
        """True for ``Medication`` over ``Instructions``: the heads of two columns of a list of drugs."""
        before = self.scan.section_at(max(0, section.start - 1))
        return before.effect == "current_medication" and not self.scan.text[before.body : section.start].strip()

    def _is_prose(self, section: SectionSpan, position: int) -> bool:
        """True where the list of drugs is over and the letter goes on in sentences."""
        if section.body not in self._prose:
            match = _PROSE.search(self.scan.text, section.body, section.end)
            end = match.end() if match is not None else section.end
            content = _SPACE.match(self.scan.text, section.body)
            for blank in _BLOCK_END.finditer(
                self.scan.text, content.end() if content is not None else section.body, end
            ):
                if not self._goes_on(blank.end()):
                    end = blank.end()
                    break
            self._prose[section.body] = end
        return position >= self._prose[section.body]

    def _goes_on(self, position: int) -> bool:
        """True where a line behind a blank one opens with an item of a list or a drug."""
        line = self.scan.text[position : position + _LINE_START]
        if _ITEM.match(line) or _headings(self.scan.knowledge).pattern.match(self.scan.text, position - 1):
            return True
        return bool(self.scan.mentions_in(position, position + _LINE_START, "treatment"))

    def _section_place(self, section: SectionSpan, position: int) -> str:
        heading = self.scan.text[section.start : section.body]
        other = section.name == "other"
        if section.effect == "allergy" and position >= self._first(_BLOCK_END, section.body, section.end):
            return "narrative"
        if section.effect == "allergy" or (other and _ALLERGY_HEADING.search(heading)):
            return "allergies"
        if section.effect == "current_medication" and self._is_prose(section, position):
            return "narrative"
        meaning = _headings(self.scan.knowledge).meaning(heading) if other or section.name in _SPOKEN else "other"
        if meaning in _SHORT and position + 1 >= self._first(_SENTENCE_END, section.body, section.end):
            return "narrative"
        if meaning != "other":
            return self._told(meaning, section.start)
        if section.effect == "current_medication" or (other and _DRUG_HEADING.search(heading)):
            if _STOPPED_HEADING.search(heading):
                over = position + 1 >= self._first(_SENTENCE_END, section.body, section.end)
                return "narrative" if over else "stopped_medications"
            return "past_medications" if _PAST_HEADING.search(heading) else "medications"
        if other and _PAST_TREATMENT.search(heading):
            return "past_medications"
        if _PLAN_HEADING.search(heading):
            return "plan"
        earlier = section.name == "past_history" or _NO_OPERATION.search(heading)
        if _OPERATION_HEADING.search(heading) and not earlier:
            return "procedure"
        return section.name

    @cached_property
    def is_operation_note(self) -> bool:
        """True for the report of an operation, in which what is told was done."""
        headings = " | ".join(self.scan.text[section.start : section.body] for section in self.scan.sections)
        return _OPERATION_NOTE.search(f"{self.scan.text[:_TITLE]} | {headings}") is not None

    def is_advised(self, position: int) -> bool:
        """True under ``Recommendations:``: what one doctor advises another to begin has not begun, but on the ward."""
        if _ON_THE_WARD.search(self.scan.text, 0, _TITLE * 4) is not None:
            return False
        starts, _, _ = self._lines
        index = bisect_right(starts, position) - 1
        start = max(self.scan.section_at(position).start, starts[index] if index >= 0 else 0)
        return _ADVISED.match(self.scan.text, start) is not None

    def _line_place(self, position: int) -> str | None:
        starts, names, _ = self._lines
        index = bisect_right(starts, position) - 1
        if index < 0 or names[index] == "other":
            return None
        if self.scan.section_at(position).start > starts[index]:
            return None
        limit = starts[index + 1] if index + 1 < len(starts) else len(self.scan.text)
        if names[index] in _SHORT and position + 1 >= self._first(_SENTENCE_END, starts[index], limit):
            return None
        if names[index] not in _LONG and position >= self._first(_BLOCK_END, starts[index], limit):
            return None
        if names[index] in LISTS and position >= self._first(_PROSE, starts[index], limit):
            return "narrative"
        return names[index]

    def _first(self, pattern: re.Pattern[str], start: int, limit: int) -> int:
        """End of the first match between two places, beyond the text where there is none; looked for once."""
        key = (pattern.pattern, start)
        if key not in self._ends:
            content = _SPACE.match(self.scan.text, start)
            match = pattern.search(self.scan.text, content.end() if content is not None else start, limit)
            self._ends[key] = match.end() if match is not None else len(self.scan.text) + 1
        return self._ends[key]


_LINE_TITLE = re.compile(
    r"\n[ \t]*(?:\#{1,6}[ \t]+|\*\*|[-*•–][ \t]+|\d{1,2}[.)][ \t]+)?(?P<title>[A-Za-z][A-Za-z /&'’-]{2,44})"
    r"(?:[ \t]+\d[\d ,/.-]{0,16}(?:[A-Z][a-z]{2,8}\.?[ ,]{1,2}\d{4})?)?(?:[ \t]*\([^)\n]{0,40}\))?(?:\*\*)?[ \t]{0,3}:"
)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_BEFORE_IT = re.compile(r"\bprior\s+to\b|\bpast\s+(?:the|\d)")
"""``medications prior to admission`` are no earlier ones."""
_SMALL_WORDS = frozenset({
    "a", "an", "and", "as", "at", "be", "by", "during", "for", "from", "has", "have", "her", "his", "in", "is", "it",
    "of", "on", "or", "our", "please", "that", "the", "these", "they", "this", "to", "was", "were", "which", "with",
    "you", "your",
})  # fmt: skip
_USUAL_HISTORY = frozenset({"medication", "medications", "drug", "medicine", "meds"})
"""``Drug history`` is what is taken now."""
_OF_DRUGS = {"past", "current", "changed"}
"""What says nothing of drugs where no word for them stands beside it: ``Past``, ``Active``."""
_LONGEST_TITLE = 6
_OTHER_WORDS = 2
_SAY = {
    "stopped": "stopped_medications", "past": "past_medications", "given": "given", "current": "medications",
    "new": "new_medications", "changed": "changed_medications", "prescribed": "prescription", "plan": "plan",
}  # fmt: skip
"""What the words of a title mean, the first that it holds: ``current medications started by others`` are current."""


class _Headings:
    """The titles of lists of drugs and of plans in one lexicon."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._meanings = knowledge.groups.get("drug_heading", {})
        self._roles = values(knowledge, "heading_word")
        self.pattern = re.compile(
            r"(?:\n[ \t]*(?:[-*#•=_]{1,3}[ \t]*|\d{1,2}[.)][ \t]*)?"
            r"|(?:[.;]|(?<=\np:)|(?<=\nplan:)|(?<=\na/p:))\s(?P<inline>))"
            rf"(?P<title>{knowledge.alternation('drug_heading')})(?:[ \t]*\([^)\n]{{0,40}}\))?"
            r"(?:[ \t]+(?:(?:per|by|from)[ \t]+[^:\n]{2,30}"
            r"|(?:in|at|on|by)[ \t]+(?:the[ \t]+)?(?:emergency|department|ED|ER|A&E|casualty|ambulance"
            r"|arrival|triage|scene)\b[^:\n]{0,20})"
            r"(?=:))?"
            r"[ \t]*(?::|(?(inline)(?!)|(?:[-–—](?=\s)|[ \t]*[*=_#]{0,3}[ \t]*$)))",
            re.MULTILINE | re.IGNORECASE,
        )

    def meaning(self, title: str) -> str:
        """What a title says of the drugs under it."""
        known = self._meanings.get(" ".join(normal_words(re.sub(r"[^\w/&' -]+", " ", title))))
        return known or self.composed(title)

    def composed(self, title: str) -> str:
        """What a title that no list holds says by its words: ``Home medications to hold``, ``Previous therapies``.

        Which of the words has the say is told by ``_SAY``; words of another matter may stand beside the name of what
        is taken (``Prior osteoporosis therapies``), not alone (``Previous fractures``).
        """
        words = [word for word in _WORD.findall(_BEFORE_IT.sub(" ", title.lower())) if word not in _SMALL_WORDS]
        roles = [self._roles.get(word) for word in words]
        drugs, others = "drugs" in roles, roles.count(None)
        if not words or len(words) > _LONGEST_TITLE or {"past", "current"} <= set(roles):
            return "other"
        if words[-1] == "history" and drugs and words[0] not in _USUAL_HISTORY:
            return "past_medications" if others <= _OTHER_WORDS else "other"
        for role, meaning in _SAY.items():
            if role in roles and others <= (_OTHER_WORDS if drugs or role == "plan" else 0):
                return meaning if drugs or role not in _OF_DRUGS else "other"
        return "other"


@lru_cache(maxsize=4)
def _headings(knowledge: Knowledge) -> _Headings:
    return _Headings(knowledge)
