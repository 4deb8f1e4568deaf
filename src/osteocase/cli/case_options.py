"""Options that ``case``, ``check`` and ``report`` share, and the cases that the notes make with them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from osteocase.cli.notes import Options, case_name, extract_all, note_paths, read_one, stored_case
from osteocase.errors import InputError

if TYPE_CHECKING:
    from osteocase.case import SplitBy
    from osteocase.records import Anchor, CaseRecord, Note

__all__ = [
    "Accept", "Accepted", "AnchorName", "CaseId", "Choices", "KeepIdentifiers", "Lsc", "Made", "Notes", "SamePatient",
    "Split", "Title", "choices", "make_cases",
]  # fmt: skip

Notes = Annotated[
    list[Path],
    typer.Argument(
        metavar="FOLDER…", help="Folder with the notes of one patient, single notes, or a case as JSON; - for stdin."
    ),
]
CaseId = Annotated[str | None, typer.Option("--id", help="Name of the case; the folder's name unless given.")]
Title = Annotated[str | None, typer.Option("--title", help="Title of the case.")]
AnchorName = Annotated[
    str | None,
    typer.Option(
        "--anchor",
        help="Event that is month 0, such as treatment_start, delivery or baseline; chosen by rule unless given.",
    ),
]
Split = Annotated[
    str | None,
    typer.Option(
        "--split-by",
        metavar="HOW",
        help="Make one case a patient: folder, prefix (of the file name, up to _), prefix:X (up to X), or field:NAME "
        "(the word after NAME in the text, such as field:'Patient no.').",
    ),
]
SamePatient = Annotated[
    bool,
    typer.Option("--same-patient", help="The notes are of one patient, whatever names, numbers and ages they tell."),
]
KeepIdentifiers = Annotated[
    bool,
    typer.Option("--keep-identifiers", help="Leave names, places, dates and numbers as the notes tell them."),
]
Lsc = Annotated[
    list[str] | None,
    typer.Option(
        "--lsc",
        metavar="SITE=PERCENT",
        help="Least significant change of your centre, such as lumbar_spine=3.4; ISCD's ceiling unless given.",
    ),
]
Accept = Annotated[
    list[str] | None,
    typer.Option("--accept", metavar="CHECK=REASON", help="Leave what a check tells as it is, with your reason."),
]
Accepted = Annotated[
    Path | None,
    typer.Option("--accepted", metavar="FILE", help='TOML file of such reasons: "check" = "reason", one a line.'),
]


@dataclass(frozen=True)
class Choices:
    """What the user decides about the cases of a command."""

    case_id: str | None = None
    title: str | None = None
    anchor: str | None = None
    split_by: str | None = None
    same_patient: bool = False
    least_significant_change: Mapping[str, Decimal] = field(default_factory=dict)
    accepted: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Made:
    """One case and the notes it was made of; a case read from JSON has none."""

    case: CaseRecord
    notes: tuple[Note, ...] = ()


def choices(
    *,
    case_id: str | None,
    title: str | None,
    anchor: str | None,
    split_by: str | None,
    same_patient: bool,
    lsc: Sequence[str] | None,
    accept: Sequence[str] | None,
    accepted: Path | None,
) -> Choices:
    """The options as values.

    Raises:
        InputError: the file of accepted checks cannot be read.
    """
    reasons = {**_reasons_of(accepted), **dict(_pair(words, "--accept", "CHECK=REASON") for words in accept or ())}
    limits = {site: _percent(site, value) for site, value in (_pair(one, "--lsc", "SITE=PERCENT") for one in lsc or ())}
    if split_by is not None and case_id is not None:
        raise typer.BadParameter(
            "a name for one case does not go with --split-by, which makes several", param_hint="--id"
        )
    return Choices(case_id, title, anchor, split_by, same_patient, limits, reasons)


def make_cases(arguments: Sequence[Path], options: Options, chosen: Choices) -> Iterator[Made]:
    """The case of all the notes, or one a patient where they are to be split.

    A note that cannot be read ends the work: a case must not lack a note without saying so.

    Raises:
        InputError: a note cannot be read.
        PatternError: the patterns are wrong.
        CaseError: the notes cannot become one case.
        RecordError: the JSON file holds no case.
    """
    event = _anchor(chosen.anchor)
    how = _split(chosen.split_by)
    if len(arguments) == 1 and arguments[0].suffix.lower() == ".json":
        yield Made(_with_reasons(stored_case(arguments[0]), chosen.accepted))
        return
    notes = tuple(read_one(path, note_id, options) for path, note_id in note_paths(arguments))
    from osteocase.case import build_case, refuse_several_patients, split_notes  # after reading, which may fail at once

    groups: dict[str, Sequence[Note]] = {chosen.case_id or case_name(arguments): notes}
    if how is not None:
        groups = {name: tuple(group) for name, group in split_notes(notes, how[0], **how[1]).items()}
    for name, group in groups.items():
        if not chosen.same_patient:
            refuse_several_patients(group)
        case = build_case(
            extract_all(group, options),
            case_id=name,
            title=chosen.title,
            anchor=event,
            least_significant_change=chosen.least_significant_change or None,
            accepted=chosen.accepted or None,
            same_patient=chosen.same_patient,
        )
        yield Made(case, tuple(group))


def _with_reasons(case: CaseRecord, accepted: Mapping[str, str]) -> CaseRecord:
    checks = tuple(
        check.model_copy(update={"accepted": accepted[check.id]}) if check.id in accepted else check
        for check in case.checks
    )
    return case.model_copy(update={"checks": checks}) if accepted else case


def _anchor(name: str | None) -> Anchor | None:
    """The event that the user names as month 0."""
    from osteocase.records import Anchor

    known: tuple[Anchor, ...] = get_args(Anchor)
    for anchor in known:
        if anchor == name:
            return anchor
    if name is not None:
        raise typer.BadParameter(f"{name!r} is none of: {', '.join(known)}", param_hint="--anchor")
    return None


def _split(words: str | None) -> tuple[SplitBy, dict[str, str]] | None:
    if words is None:
        return None
    how, _, more = words.partition(":")
    if how == "folder" and not more:
        return "folder", {}
    if how == "prefix":
        return "prefix", {"separator": more} if more else {}
    if how == "field" and more.strip():
        return "field", {"field": more.strip()}
    raise typer.BadParameter(f"{words!r} is none of: folder, prefix, prefix:X, field:NAME", param_hint="--split-by")


def _pair(words: str, option: str, form: str) -> tuple[str, str]:
    name, _, value = words.partition("=")
    if not name.strip() or not value.strip():
        raise typer.BadParameter(f"{words!r} does not have the form {form}", param_hint=option)
    return name.strip(), value.strip()


def _percent(site: str, value: str) -> Decimal:
    from osteocase.lexicon import SiteEntry, default_lexicon

    sites = default_lexicon().of(SiteEntry)
    if site not in sites:
        raise typer.BadParameter(f"{site!r} is none of: {', '.join(sites)}", param_hint="--lsc")
    try:
        percent = Decimal(value.rstrip("% ").rstrip())
    except InvalidOperation:
        percent = Decimal("NaN")
    if not percent.is_finite() or not 0 < percent < 50:
        raise typer.BadParameter(f"{value!r} is no per cent value", param_hint="--lsc")
    return percent


def _reasons_of(path: Path | None) -> dict[str, str]:
    if path is None:
        return {}
    form = 'one line a check: "id of the check" = "reason"'
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError("it cannot be read", place=str(path), hint="look at the path and its permissions") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError("this is no TOML file", place=str(path), hint=form) from error
    wrong = [name for name, reason in told.items() if not isinstance(reason, str) or not reason.strip()]
    if wrong:
        raise InputError(f"{wrong[0]!r} has no reason in words", place=str(path), hint=form)
    return {name: str(reason) for name, reason in told.items()}
