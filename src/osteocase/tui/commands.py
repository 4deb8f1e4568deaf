"""Every command of the application, in one table: palette, slash menu, footer, help and key map are made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.binding import Binding

if TYPE_CHECKING:
    from osteocase.review import Session

__all__ = ["COMMANDS", "Command", "bindings", "by_id", "by_slash", "home_of"]

Place = Literal["everywhere", "review", "note", "chat"]


def _always(_session: Session) -> bool:
    return True


def _has_notes(session: Session) -> bool:
    return bool(session.state.notes)


def _has_records(session: Session) -> bool:
    return bool(session.records)


def _can_undo(session: Session) -> bool:
    return session.can_undo


def _can_redo(session: Session) -> bool:
    return session.can_redo


@dataclass(frozen=True)
class Command:
    """One thing that the user can have done."""

    id: str
    """The application's ``command_<id>`` does it; also the name under which a key can be set in the configuration."""
    title: str
    help: str
    keys: tuple[str, ...] = ()
    slash: str | None = None
    """Word after the slash in the chat."""
    footer: str | None = None
    """Short label in the footer; null keeps it out of there."""
    place: Place = "everywhere"
    """Where its keys work: letters must not be taken from the text box."""
    hint: Place | None = None
    """Where the footer shows it, if not wherever its keys work."""
    available: Callable[[Session], bool] = _always
    opens_line: bool = False
    """Whether what is typed right behind its key belongs to a line that it opens, and is no command."""
    on_record: bool = False
    """Whether it concerns the chosen record, so that its keys hold only where that record can be seen."""


COMMANDS: tuple[Command, ...] = (
    Command(
        "accept",
        "Accept the record",
        "It is right as it stands; go on to the next.",
        keys=("a",),
        footer="Accept",
        place="review",
        available=_has_records,
        on_record=True,
    ),
    Command(
        "reject",
        "Reject the record",
        "It is wrong; it leaves the case and stays in the trail.",
        keys=("x",),
        footer="Reject",
        place="review",
        available=_has_records,
        on_record=True,
    ),
    Command(
        "next_open",
        "Next open record",
        "Go to the next record that nobody has decided on.",
        keys=("n",),
        place="review",
        available=_has_records,
    ),
    Command(
        "help",
        "Help",
        "What can be done here, and all keys.",
        keys=("f1", "question_mark"),
        slash="help",
        footer="Help",
    ),
    Command(
        "edit",
        "Edit the record",
        "Correct its fields; that accepts it as well.",
        keys=("e",),
        footer="Edit",
        place="review",
        available=_has_records,
        on_record=True,
        opens_line=True,
    ),
    Command(
        "defer",
        "Decide later",
        "Put the record at the end of the queue.",
        keys=("space",),
        footer="Later",
        place="review",
        available=_has_records,
        on_record=True,
    ),
    Command(
        "undo",
        "Undo",
        "Take back the last change; as often as you like.",
        keys=("u", "ctrl+z"),
        slash="undo",
        footer="Undo",
        place="review",
        available=_can_undo,
    ),
    Command(
        "previous_open",
        "Previous open record",
        "Go back to the open record before this one.",
        keys=("N",),
        place="review",
        available=_has_records,
    ),
    Command(
        "go_to_source",
        "Go to the source and back",
        "From a record to its words in the note, and from there back to the record.",
        keys=("enter",),
        footer="Source",
        place="review",
        available=_has_records,
        on_record=True,
    ),
    Command(
        "accept_all",
        "Accept all shown records",
        "Accept every open record that the filter shows; asks first and tells the number.",
        keys=("A",),
        slash="accept-all",
        place="review",
        available=_has_records,
    ),
    Command(
        "reopen",
        "Open the record again",
        "Take back every decision on it.",
        keys=("r",),
        place="review",
        available=_has_records,
        on_record=True,
    ),
    Command(
        "add",
        "Add a record from the selection",
        "Read the words selected in the note as a fact that was missed.",
        keys=("+", "plus"),
        footer="Add",
        place="note",
        available=_has_notes,
        on_record=True,
    ),
    Command(
        "filter",
        "Filter the records",
        "Show only records that hold a word.",
        keys=("slash",),
        slash="filter",
        place="review",
        available=_has_records,
        opens_line=True,
    ),
    Command(
        "order",
        "Change the order",
        "By need, by kind, by note or by time.",
        keys=("v",),
        slash="order",
        place="review",
        available=_has_records,
    ),
    Command(
        "previous_note",
        "Previous note",
        "Show the note before this one.",
        keys=("left_parenthesis", "comma"),
        place="review",
        available=_has_notes,
    ),
    Command(
        "next_note",
        "Next note",
        "Show the note after this one.",
        keys=("right_parenthesis", "full_stop"),
        place="review",
        available=_has_notes,
    ),
    Command(
        "redo",
        "Redo",
        "Make the change again that was taken back.",
        keys=("U", "ctrl+y"),
        slash="redo",
        place="review",
        available=_can_redo,
    ),
    Command(
        "make_pdf",
        "Make the PDF",
        "Write the case report as a PDF and tell where it is.",
        keys=("f8",),
        slash="pdf",
        footer="PDF",
        available=_has_notes,
    ),
    Command(
        "make_docx",
        "Make the Word file",
        "Write the case report for a word processor and tell where it is.",
        slash="word",
        available=_has_notes,
    ),
    Command(
        "open_pdf",
        "Open what was made",
        "Show the file that was written last with the viewer of the system.",
        keys=("f5",),
        slash="view",
        available=_has_notes,
    ),
    Command(
        "save_json",
        "Save the case as JSON",
        "Write the reviewed case in the record format.",
        slash="json",
        available=_has_notes,
    ),
    Command(
        "open_files",
        "Open notes",
        "Choose note files, or a folder of them.",
        keys=("ctrl+o",),
        slash="open",
        footer="Open",
        hint="chat",
    ),
    Command(
        "same_patient",
        "Add the note that was refused",
        "It is of this patient, whatever names and ages it tells.",
        slash="same-patient",
    ),
    Command("show_cases", "Open a case", "All cases, to open, search and archive.", keys=("f9",), slash="cases"),
    Command(
        "rename",
        "Rename the case",
        "Give it the name under which the list of cases and its files show it.",
        slash="rename",
    ),
    Command(
        "copy_record",
        "Copy the record and its source",
        "To the clipboard, and to a file where the terminal does not answer.",
        keys=("y",),
        slash="copy",
        place="review",
        available=_has_records,
        on_record=True,
    ),
    Command(
        "go_to_chat",
        "Go to the conversation",
        "Talk: ask, correct, add.",
        keys=("f2",),
        footer="Chat",
        hint="review",
    ),
    Command(
        "go_to_records",
        "Go to the records",
        "The list of records, for review.",
        keys=("f3",),
        slash="review",
        footer="Records",
        hint="chat",
    ),
    Command(
        "go_to_note",
        "Go to the note",
        "The words themselves.",
        keys=("f4",),
    ),
    Command(
        "show_summary",
        "Show the summary",
        "The case at a glance.",
        slash="summary",
    ),
    Command(
        "show_labs",
        "Show the laboratory table",
        "Results by time point, with ranges and flags.",
        slash="labs",
    ),
    Command(
        "show_bmd",
        "Show bone density",
        "Sites by time point, with the trend drawn.",
        slash="bmd",
    ),
    Command(
        "show_fractures",
        "Show the fractures",
        "The spine level by level, and all other bones.",
        slash="fractures",
    ),
    Command(
        "show_treatments",
        "Show the treatments",
        "Drugs, orthoses and operations.",
        slash="treatments",
    ),
    Command(
        "show_timeline",
        "Show the timeline",
        "What happened when, on the axis of the case.",
        slash="timeline",
    ),
    Command(
        "show_checks",
        "Show the checks",
        "What disagrees, is out of range or missing.",
        slash="checks",
    ),
    Command(
        "show_care",
        "Show the CARE checklist",
        "Which items of a case report are there and which are not.",
        slash="care",
    ),
    Command(
        "show_sources",
        "Show the sources",
        "Every note with what was read in it.",
        slash="sources",
    ),
    Command(
        "theme",
        "Change the theme",
        "Dark, light, high contrast, or one of the terminal's own.",
        slash="theme",
    ),
    Command(
        "quit",
        "Leave",
        "Everything is saved already.",
        keys=("ctrl+q",),
        slash="quit",
    ),
)


def by_id(command_id: str) -> Command:
    """A command by its id."""
    return next(command for command in COMMANDS if command.id == command_id)


def by_slash(word: str) -> Command | None:
    """The command of a slash word, or null."""
    return next((command for command in COMMANDS if command.slash == word), None)


def bindings(place: Place) -> Iterator[Binding]:
    """The key bindings that hold in a place: chords and function keys everywhere, letters only where none is typed."""
    for command in COMMANDS:
        keys = [key for key in command.keys if place == home_of(command, key)]
        if place == command.hint:
            keys = list(command.keys)
        hinted = command.footer is not None and (command.hint in (None, place))
        for number, key in enumerate(keys):
            yield Binding(
                key,
                f"app.run('{command.id}')",
                command.footer or command.title,
                show=hinted and number == 0,
                id=f"{command.id}.{key}" if place != command.hint else f"{place}.{command.id}.{key}",
                tooltip=command.help,
                priority=command.opens_line
                or _is_function_key(key),  # what is typed right behind it must find the focus where it leads
            )


def home_of(command: Command, key: str) -> Place:
    """Where a key of a command works."""
    if _is_chord(key):
        return "everywhere"
    return "review" if command.place == "everywhere" else command.place


def _is_chord(key: str) -> bool:
    """Whether a key never types a letter."""
    return (len(key) > 1 and "+" in key) or _is_function_key(key)


def _is_function_key(key: str) -> bool:
    return key.startswith("f") and key[1:].isdecimal()
