"""A case to the document model: sources numbered, parts chosen by the profile, review state counted."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from osteocase import __version__
from osteocase.errors import ReportError
from osteocase.records import CaseRecord, Note, Record
from osteocase.report.attachments import attachments_of
from osteocase.report.document import (
    Block,
    Columns,
    Document,
    Figure,
    Notice,
    Paragraph,
    Part,
    Picture,
    ReviewState,
    Run,
    Table,
    Text,
)
from osteocase.report.ledger import Ledger
from osteocase.report.parts.care import care
from osteocase.report.parts.columns import without_columns
from osteocase.report.parts.computed import computed
from osteocase.report.parts.context import Context, NarrativeSection
from osteocase.report.parts.course import course
from osteocase.report.parts.criteria import criteria
from osteocase.report.parts.densitometry import densitometry
from osteocase.report.parts.discrepancies import discrepancies
from osteocase.report.parts.fit import fit
from osteocase.report.parts.fractures import fractures
from osteocase.report.parts.frax import frax
from osteocase.report.parts.laboratory import laboratory
from osteocase.report.parts.narrative import narrative as narrative_part
from osteocase.report.parts.pictures import pictures as pictures_part
from osteocase.report.parts.presentation import patient_words, presentation
from osteocase.report.parts.privacy import privacy
from osteocase.report.parts.sources import sources
from osteocase.report.parts.summary import summary
from osteocase.report.parts.title import needs_title, working_title
from osteocase.report.parts.treatment import treatment
from osteocase.report.profiles import Profile, get_profile
from osteocase.report.wording import counted

__all__ = ["PARTS", "build_document", "part_names", "without_rejected"]

PARTS: dict[str, Callable[[Context], Part | None]] = {
    "fit": fit,
    "summary": summary,
    "presentation": presentation,
    "fractures": fractures,
    "laboratory": laboratory,
    "densitometry": densitometry,
    "treatment": treatment,
    "course": course,
    "narrative": narrative_part,
    "discrepancies": discrepancies,
    "criteria": criteria,
    "frax": frax,
    "computed": computed,
    "pictures": pictures_part,
    "care": care,
    "privacy": privacy,
    "sources": sources,
}
"""All parts by name, in the order of the full report."""

_TITLES = {
    "summary": "Summary", "presentation": "Presentation", "fractures": "Fractures", "laboratory": "Laboratory",
    "densitometry": "Bone density", "treatment": "Treatment", "course": "Course", "narrative": "Case narrative",
}  # fmt: skip
"""Parts that the checklist points to."""
LONGEST_TITLE = 300
_CODE_NOTICE = Paragraph(
    (
        Run(
            "LOINC codes in the attached record: LOINC (loinc.org) is copyright © Regenstrief Institute, Inc. and is "
            "available at no cost under the licence at loinc.org/license.",
            tone="quiet",
        ),
    ),
    role="note",
)
"""Stands at the end of every report whose record carries such codes, as their licence asks."""
_LISTS = ("labs", "bmd", "fractures", "treatments", "scores", "findings", "events")


def part_names() -> tuple[str, ...]:
    """Names of all parts, in the order of the full report."""
    return tuple(PARTS)


def build_document(
    case: CaseRecord,
    *,
    narrative: Sequence[NarrativeSection] | None = None,
    profile: str = "standard",
    parts: Sequence[str] | None = None,
    notes: Iterable[Note] = (),
    pictures: Sequence[Picture] = (),
    reviewed_by: str | None = None,
    reviewed_on: str | None = None,
    language: str = "en-GB",
) -> Document:
    """The report of a case, free of format.

    Args:
        case: the merged records. Records that a reviewer rejected stay out of every table and are told as rejected in
            the sources. What may not leave the house is to be removed from the case before: every part and the
            attachments tell it as it is.
        narrative: sections of sentences with the records that they tell; without it the report has no narrative part.
        profile: name of the choice of parts.
        parts: names of parts that replace the profile's.
        notes: the notes themselves; with them the sources name lines beside characters.
        pictures: the author's pictures, cleaned.
        reviewed_by: who stands for the records; a report whose records were not all reviewed stays a draft.
        reviewed_on: ISO date of that review.
        language: BCP 47 tag of the report's own words.

    Raises:
        ReportError: no such profile or part.
    """
    chosen = get_profile(profile)
    names = tuple(parts) if parts is not None else chosen.parts
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        raise ReportError(f"no part is called {unknown[0]!r}", hint=f"one of {', '.join(PARTS)}")
    state = _state(case, reviewed_by, reviewed_on)
    told = _titled(without_rejected(case), chosen)
    context = Context(
        case=told,
        ledger=Ledger(case, notes, shown="sources" in names),
        profile=chosen,
        state=state,
        narrative=narrative,
        pictures=tuple(pictures),
        titles={name: title for name, title in _TITLES.items() if name in names},
    )
    built = [part for name in names if (part := PARTS[name](context)) is not None]
    built = [replace(part, starts_page=part.name in chosen.breaks_before) for part in built]
    if built and any(lab.loinc for lab in case.labs):
        built[-1] = replace(built[-1], blocks=(*built[-1].blocks, _CODE_NOTICE))
    if "sources" not in names:
        built = [replace(part, blocks=tuple(_without_sources(block) for block in part.blocks)) for part in built]
    attachments = attachments_of(case)
    return Document(
        case_id=case.case.id,
        title=_title(told.case.title),
        identity=_identity(context, working_title=told.case.title != case.case.title),
        parts=_numbered(built),
        state=state,
        record_hash=hashlib.sha256(attachments[0].content).hexdigest(),
        software=f"osteocase {__version__}",
        language=language,
        profile=chosen.id,
        attachments=attachments,
        created=_created(),
    )


def _titled(case: CaseRecord, profile: Profile) -> CaseRecord:
    """The case with a working title where it has none of its own; the attached record stays as it is."""
    if not needs_title(case):
        return case
    title = working_title(case, named="case report" not in profile.title_forbids)
    return case.model_copy(update={"case": case.case.model_copy(update={"title": title})})


def _title(text: str) -> str:
    """The title, cut where it is longer than any title should be."""
    words = " ".join(text.split())
    return f"{words[:LONGEST_TITLE].rstrip()}…" if len(words) > LONGEST_TITLE else words or "Case report"


def _created() -> int | None:
    """Time that the environment fixes for the build, if any; the clock never enters a report."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not told:
        return None
    try:
        return int(told)
    except ValueError:
        raise ReportError(
            f"SOURCE_DATE_EPOCH is {told!r}, not a number of seconds", hint="unset it or give seconds since 1970"
        ) from None


def _records(case: CaseRecord) -> list[Record]:
    return [record for name in _LISTS for record in getattr(case, name)]


def _state(case: CaseRecord, by: str | None, on: str | None) -> ReviewState:
    records = _records(case)
    return ReviewState(sum(record.review != "unreviewed" for record in records), len(records), by, on)


def without_rejected(case: CaseRecord) -> CaseRecord:
    """The case without the records that a reviewer rejected."""
    kept = {name: tuple(record for record in getattr(case, name) if record.review != "rejected") for name in _LISTS}
    return case.model_copy(update=kept)


def _identity(context: Context, *, working_title: bool) -> Text:
    case = context.case
    words = [case.case.id, *patient_words(context)]
    if working_title:
        words.insert(1, "working title made from the records")
    if case.case.axis.label:
        words.append(f"month 0 is the {case.case.axis.label}")
    if case.notes:
        words.append(counted(len(case.notes), "note"))
    values = sum(lab.value is not None for lab in case.labs) + sum(
        value is not None
        for record in case.bmd
        for value in (record.bmd_g_cm2, record.yam_percent, record.t_score, record.z_score, record.change_percent)
    )
    where = "" if context.ledger.shown else ", in the attached record"
    if values:
        words.append(f"{counted(values, 'laboratory or densitometry value')}, each with its source{where}")
    return (Run(" · ".join(words)),)


def _without_sources(block: Block) -> Block:
    """Tables without the column of their sources, which this report does not hold."""
    match block:
        case Table():
            return without_columns(block, "Source", "From")
        case Columns(left=left, right=right):
            return replace(
                block,
                left=tuple(_without_sources(inner) for inner in left),
                right=tuple(_without_sources(inner) for inner in right),
            )
        case _:
            return block


def _numbered(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Tables and figures get their numbers in reading order."""
    counts = {"table": 0, "figure": 0}

    def walk(block: Block) -> Block:
        match block:
            case Table():
                counts["table"] += 1
                return replace(block, number=counts["table"])
            case Figure() | Picture():
                counts["figure"] += 1
                return replace(block, number=counts["figure"])
            case Notice():
                return replace(block, blocks=tuple(walk(inner) for inner in block.blocks))
            case Columns():
                left = tuple(walk(inner) for inner in block.left)
                return replace(block, left=left, right=tuple(walk(inner) for inner in block.right))
            case _:
                return block

    return tuple(replace(part, blocks=tuple(walk(block) for block in part.blocks)) for part in parts)
