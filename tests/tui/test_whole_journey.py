"""From a paste to the PDF, by keys alone and by mouse alone, at both sizes; and what a failing disk does to it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from textual import events
from textual.command import CommandPalette
from textual.pilot import Pilot
from textual.widgets import Tab
from textual.widgets._footer import FooterKey

from osteocase.assistant.engine import Assistant
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.errors import LibraryError, OutputError
from osteocase.lexicon import default_lexicon
from osteocase.records import Fracture, Note, NoteRecord
from osteocase.review import Session
from osteocase.tui.app import OsteocaseApp
from osteocase.tui.parts import Parts
from osteocase.tui.reader import ThreadReader
from osteocase.tui.screens.workbench import Workbench
from osteocase.tui.shelf import Shelf
from osteocase.tui.widgets.chat_log import SourceLink
from tests.review.casework import FIRST_VISIT, SIX_MONTHS, join_notes, plain_read
from tests.tui.conftest import MakeApp, Recorder, said_by

SIZES = [(80, 24), (120, 40)]


def talking(session: Session) -> Assistant:
    return Assistant(session, read=plain_read, vocabulary=Vocabulary(default_lexicon()))


async def settled(app: OsteocaseApp, pilot: Pilot[None]) -> None:
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def paste(app: OsteocaseApp, pilot: Pilot[None], text: str) -> None:
    app.post_message(events.Paste(text))
    await settled(app, pilot)


async def press_footer(app: OsteocaseApp, pilot: Pilot[None], words: str) -> None:
    """Click what the footer offers."""
    (key,) = [key for key in app.screen.query(FooterKey) if key.description == words]
    await pilot.click(key)
    await settled(app, pilot)


async def open_tab(app: OsteocaseApp, pilot: Pilot[None], name: str) -> None:
    await pilot.click(app.bench.query_one(f"#tab-{name}", Tab))
    await settled(app, pilot)


def acuity_of(app: OsteocaseApp, level: str) -> str | None:
    (fracture,) = [one for one in app.session.records if isinstance(one, Fracture) and one.level == level]
    return fracture.acuity


@pytest.mark.parametrize("size", SIZES)
async def test_the_whole_way_by_keys_alone(make_app: MakeApp, size: tuple[int, int]) -> None:
    pdf = Recorder("pdf")
    app = make_app(conversation=talking, pdf=pdf)
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await paste(app, pilot, FIRST_VISIT)
        assert "4 laboratory results" in said_by(app)[-1]
        await paste(app, pilot, SIX_MONTHS)
        assert len(app.session.notes) == 2
        await pilot.press("f3", "a", "x", "u", "a")
        assert app.session.progress().accepted == 2
        await pilot.press("f2", *"T9 was acute", "enter")
        await settled(app, pilot)
        assert acuity_of(app, "T9") == "acute"
        await pilot.press(*"what was the PTH?", "enter")
        await settled(app, pilot)
        assert "94.2" in said_by(app)[-1]
        await pilot.press(*"no", "enter")
        await settled(app, pilot)
        assert said_by(app)[-1].startswith("That is left open.")
        await pilot.press("f8")
        await settled(app, pilot)
        assert [len(case.fractures) for case in pdf.cases] == [5]
        assert said_by(app)[-1].startswith("Written to")


async def test_a_question_waits_until_the_notes_are_read(make_app: MakeApp) -> None:
    go_on = threading.Event()

    def slow(note: Note) -> NoteRecord:
        go_on.wait(5)
        return plain_read(note)

    app = make_app(read=slow, conversation=talking)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        app.post_message(events.Paste(FIRST_VISIT))
        await pilot.pause()
        await pilot.press(*"what was the PTH?", "enter")
        await pilot.press(*"and the TSH?", "enter")
        assert said_by(app)[1:] == ["The notes are still being read. I answer as soon as they are."]
        go_on.set()
        await settled(app, pilot)
        await settled(app, pilot)
        greeting, first, second = said_by(app)[2:]
        assert "4 laboratory results" in greeting
        assert "94.2" in first
        assert "0.283" in second


@pytest.mark.parametrize("size", SIZES)
async def test_the_whole_way_by_mouse_alone(make_app: MakeApp, size: tuple[int, int]) -> None:
    pdf = Recorder("pdf")
    app = make_app(conversation=talking, pdf=pdf)
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await paste(app, pilot, FIRST_VISIT)  # the middle button pastes
        await open_tab(app, pilot, "records")
        await pilot.click("#records", offset=(6, 3))
        await settled(app, pilot)
        chosen = app.bench.chosen_id
        assert chosen == app.bench.table.shown[2 + int(app.bench.table.scroll_y)]
        await press_footer(app, pilot, "Accept")
        assert app.session.record(chosen).review == "accepted"
        await open_tab(app, pilot, "labs")
        view = app.bench.query_one("#view-labs")
        assert view.display
        if size[0] < 110:
            await open_tab(app, pilot, "chat")
        await pilot.click("#prompt")
        await paste(app, pilot, "T9 was acute")
        await press_footer(app, pilot, "Send")
        assert acuity_of(app, "T9") == "acute"
        links = list(app.bench.query(SourceLink))
        await pilot.click(links[-1])
        await settled(app, pilot)
        assert app.bench.note_view.has_focus
        assert app.bench.note_view.cursor_offset_in_note == FIRST_VISIT.index("T9")
        if size[0] < 110:  # beside a note the footer has no room for the report
            await open_tab(app, pilot, "chat")
            await pilot.click("#prompt")
        await press_footer(app, pilot, "PDF")
        assert len(pdf.cases) == 1


async def test_a_card_that_came_up_by_itself_takes_no_decision_at_once(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Workbench, "grace_seconds", 3600.0)
    app = make_app(conversation=talking)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        await paste(app, pilot, FIRST_VISIT)
        await pilot.press("f3", "a")
        assert app.session.progress().decided == 0
        assert "press the key again" in app.bench.doing
        monkeypatch.setattr(Workbench, "grace_seconds", 0.0)
        await pilot.press("a", "a")
        assert app.session.progress().accepted == 2


async def test_a_disk_that_fails_costs_nothing_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object) -> Path:
        raise OutputError("the disk is full", place="report.pdf")

    parts = Parts(
        session=None, reader=ThreadReader(plain_read), shelf=Shelf(join_notes), folder=tmp_path,
        conversation=talking, makers={"pdf": full, "json": full},
    )  # fmt: skip
    app = OsteocaseApp(parts)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        await paste(app, pilot, FIRST_VISIT)
        await pilot.press("f3", "a")
        assert app.session.progress().accepted == 1

        def fail(*_arguments: object, **_options: object) -> bool:
            raise LibraryError("the disk is full")

        journal = app.session._journal
        monkeypatch.setattr(journal, "keep", fail)
        await pilot.press("a")
        await settled(app, pilot)
        assert app.session.progress().accepted == 1
        assert [note.message for note in app._notifications] == ["the disk is full"]
        await pilot.press("f8")
        await settled(app, pilot)
        assert "the disk is full" in said_by(app)[-1]
        monkeypatch.undo()
        await pilot.press("f3", "a")
        assert app.session.progress().accepted == 2


async def test_what_the_screen_can_do_is_done_without_an_excuse(make_app: MakeApp) -> None:
    async def say(words: str) -> None:
        app.talk.ask(words)
        await settled(app, pilot)

    app = make_app("first-visit", conversation=talking)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        before = said_by(app)
        await say("change the theme")
        assert said_by(app) == before
        assert isinstance(app.screen, CommandPalette)
        await pilot.press("escape")
        await say("go to labs")
        assert "PTH" in said_by(app)[-1]
        assert app.bench.tab == "labs"
