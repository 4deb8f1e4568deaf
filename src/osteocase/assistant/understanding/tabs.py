"""Orders to the screen: to show one of its tabs, to sort, to filter; the tabs are told in words as well."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Tab", "tab_of"]


@dataclass(frozen=True)
class Tab:
    """What is to be shown."""

    command: str | None
    """The application's command; null where it has none for it."""
    ask: str = ""
    """A question with the same answer, for those who see no screen."""
    text: str = ""
    """What is said where nothing can be told in its place."""


_SCREEN = "That is done on the screen of the application; line by line there is none."
_ARCHIVE = (
    "Cases are archived in the list of cases of the application: f9 opens it, f6 archives the one that is chosen. "
    "Nothing was changed."
)
_BEGUN = (
    "A new case is begun in the list of cases of the application: f9 opens it, f7 begins one. This case is kept as it "
    "is; nothing was changed."
)
_FILES = (
    "Here the case is written as a PDF, as a Word file or as JSON: say make the PDF, export to Word, or export as "
    "JSON. Tables as CSV or Parquet are written by: osteocase batch FOLDER --format csv."
)
_TABS: tuple[tuple[str, Tab], ...] = (
    (r"labs?|laborator(?:y|ies)|lab results|blood results", Tab("show_labs", "list the labs")),
    (r"bmds?|bone densit(?:y|ies)|densitometry|dxas?", Tab("show_bmd", "list the bone densities")),
    (r"fractures?|spine map", Tab("show_fractures", "list the fractures")),
    (r"treatments?|drugs|medications?", Tab("show_treatments", "list the treatments")),
    (r"time ?line", Tab("show_timeline", "show the timeline")),
    (r"checks?|conflicts|contradictions", Tab("show_checks", "what disagrees?")),
    (r"care(?: (?:check ?list|items|guidelines?))?|check ?list", Tab("show_care", "what is missing?")),
    (r"summary|overview", Tab("show_summary", "give me a summary")),
    (r"sources|notes", Tab("show_sources", "list the notes")),
)
_PLEASE = r"^\W*(?:(?:please|pls|ok|now|can you|could you|would you)\s+)*"
_END = r"(?:[\s,]+(?:please|pls|now|again|thanks|thank you))*\s*[.!?]?\s*$"
_GO = (
    r"(?:go (?:back )?to|switch to|change to|jump to|take me to|move to|turn to|open|"
    r"show(?: me)?|display|bring up|view|print(?: out)?|(?:re-?)?run)"
)
_PLACE = r"(?:tab|table|page|view|panel|pane|screen|section)"
_OF_WHAT = r"(?:,? (?:of|with|for) [\w' -]{2,40}?)?"
_ORDERS: tuple[tuple[re.Pattern[str], Tab], ...] = tuple(
    (re.compile(_PLEASE + pattern + _END, re.IGNORECASE), tab)
    for pattern, tab in (
        (
            r"(?:sort|order|re-?order|arrange)(?: (?:it|them|the (?:list|records)))? by [\w ]{3,20}",
            Tab("order", "", _SCREEN),
        ),
        (r"change the (?:order|sorting)", Tab("order", "", _SCREEN)),
        (r"(?:dark|light|night|high[- ]contrast) (?:mode|theme)", Tab("theme", "", _SCREEN)),
        (r"(?:change|switch|set) (?:the )?(?:theme|colou?rs?)(?: to [\w ]+)?", Tab("theme", "", _SCREEN)),
        (r"(?:use|turn on) (?:a |the )?(?:dark|light) (?:mode|theme)", Tab("theme", "", _SCREEN)),
        (
            r"(?:clear|reset|remove|drop|turn off|cancel) (?:the |all )?filters?",
            Tab("filter", "", _SCREEN),
        ),
        (r"(?:the )?checks", Tab("show_checks", "what disagrees?")),
        (r"(?:next|the next) note", Tab("next_note", "", _SCREEN)),
        (r"(?:previous|last|the previous) note", Tab("previous_note", "", _SCREEN)),
        (r"copy (?:it|that|this|the record)", Tab("copy_record", "", _SCREEN)),
        (
            r"(?:un-?)?archive(?: (?:it|this(?: one| case)?|the case|that case|my case))?|"
            r"(?:put|move|send|file) (?:it|this|the case|this case) (?:in(?:to)?|to) the archive",
            Tab("show_cases", "", _ARCHIVE),
        ),
        (
            r"(?:(?:let['’]?s|i(?:['’]d| would)? (?:want|need|like)(?: to)?|we need(?: to)?)\s+)?"
            r"(?:(?:make|start|begin|create|open|set up|add|give me|do|get|have|switch to|go to)\s+)?(?:me\s+)?"
            r"(?:an?\s+|the\s+)?(?:(?:brand[- ])?new|fresh|blank|empty|another)\s+(?:case|patient)"
            r"(?:\s+(?:report|file|record))?(?:\s+(?:from scratch|for (?:an?)?other patient))?",
            Tab("show_cases", "", _BEGUN),
        ),
        (
            r"(?:open|list|switch to|go to) "
            r"(?:(?:my |all |all my |the list of )?cases|case (?:no\.? ?)?\d+|the library)",
            Tab("show_cases", "", _SCREEN),
        ),
        (
            r"(?:(?:export|save|write|give me|download|get|dump)\s[^.?!]*?\b)(?:csv|excel|xlsx?|spreadsheets?|parquet)"
            r"(?: (?:export|file|format|table|sheet))?" + _OF_WHAT,
            Tab(None, "", _FILES),
        ),
        (r"(?:an? )?(?:csv|excel|parquet)(?: (?:export|file|format|table|sheet))?" + _OF_WHAT, Tab(None, "", _FILES)),
        (
            r"(?:can|could|may|might|how (?:do|can)|is there|are there|do you|does it|i(?:['’]d)?|we(?:['’]d)?|put|"
            r"turn|export|convert|send|print|make|create|produce|save|tables?|all|the)\s[^.?!]*?\b(?:csv|xlsx?|"
            r"comma[- ]separated|excel (?:file|sheet|table|format)|(?:in(?:to)?|to|as) excel|spreadsheets?|parquet)\b"
            r"(?: (?:export|file|format|table|sheet|values)s?)?" + _OF_WHAT,
            Tab(None, "", _FILES),
        ),
        (
            r"(?:(?:export|save|write|give|get|make|create|print|download|convert|produce|turn|do|have|need|want)\b[^.?!]*?\b"
            r"(?:(?:in)?to|as|for|an?|the|in|of)\s+)?(?:a |an |the |ms |microsoft )*"
            r"(?:word(?: (?:doc(?:ument)?|file|format|version))?|\.?docx?(?: (?:file|format|version))?)",
            Tab("make_docx", "", "Writing the report as a Word file."),
        ),
    )
)
_OF_TABS = tuple(
    (
        re.compile(rf"{_PLEASE}{_GO} (?:the |all the )?(?:{name})(?: (?P<place>{_PLACE}))?{_END}", re.IGNORECASE),
        re.compile(rf"{_PLEASE}(?:the )?(?:{name}) {_PLACE}{_END}", re.IGNORECASE),
        tab,
    )
    for name, tab in _TABS
)


def tab_of(say: str) -> Tab | None:
    """The tab or the order to the screen that is meant; null for all else."""
    for pattern, order in _ORDERS:
        if pattern.match(say):
            return order
    for goes, names, tab in _OF_TABS:
        if goes.match(say) or names.match(say):
            return tab
    return None
