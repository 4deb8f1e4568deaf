"""Whole ways through the application, by keys and by mouse, at the sizes that people have."""

from __future__ import annotations

import threading
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static, Tab

from osteocase.case import build_case, refuse_other_patient
from osteocase.errors import OutputError
from osteocase.pipeline import extract
from osteocase.records import Note, NoteRecord
from osteocase.review import Edit, Session
from osteocase.tui.app import OsteocaseApp
from osteocase.tui.messages import NotePasted, NoteRead, ReportMade
from osteocase.tui.reader import ThreadReader
from osteocase.tui.screens.edit import EditScreen
from osteocase.tui.widgets.chat_log import Answer, NoteCard, SourceLink
from tests.review.casework import FIRST_VISIT, ONE_YEAR, plain_read
from tests.tui.conftest import MakeApp, Recorder, said_by

SIZES = [(80, 24), (120, 40)]


async def settled(app: OsteocaseApp, pilot: Pilot[None]) -> None:
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def paste(app: OsteocaseApp, pilot: Pilot[None], text: str) -> None:
    app.post_message(events.Paste(text))
    await settled(app, pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_pasted_note_becomes_records_beside_it(make_app: MakeApp, size: tuple[int, int]) -> None:
    seen: list[object] = []
    app = make_app()
    async with app.run_test(size=size, message_hook=seen.append) as pilot:
        await paste(app, pilot, FIRST_VISIT)
        assert list(dict.fromkeys(type(one) for one in seen if isinstance(one, NotePasted | NoteRead))) == [
            NotePasted,
            NoteRead,
        ]
        assert [lab.analyte for lab in app.session.case.labs] == ["pth", "tsh", "p1np", "25_oh_vitamin_d"]
        assert len(app.bench.table.shown) == len(app.session.records) == 15
        assert app.bench.note_view.text == FIRST_VISIT
        assert app.bench.chosen is not None
        assert app.bench.chosen.source.text == "back pain"
        assert app.bench.query_one(NoteCard).note.id == "pasted"


@pytest.mark.parametrize("size", SIZES)
async def test_review_by_keys_goes_on_to_the_next_open_record(make_app: MakeApp, size: tuple[int, int]) -> None:
    app = make_app("first-visit", "six-months")
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await pilot.press("f3")
        first = app.bench.chosen_id
        assert first == "first-visit/bmd-1"
        await pilot.press("a")
        second = app.bench.chosen_id
        assert second == "six-months/bmd-1"
        await pilot.press("x", "space")
        states = [app.session.record(one).review for one in (first, second)]
        assert states == ["accepted", "rejected"]
        assert app.session.progress().deferred == 1
        await pilot.press("u", "u", "u")
        assert app.session.progress().decided == 0
        await pilot.press("U")
        assert app.session.record(first).review == "accepted"


async def test_a_record_and_its_words_find_each_other(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        await pilot.press("f3")
        app.bench.choose("first-visit/lab-2")
        await pilot.press("enter")
        assert app.bench.note_view.has_focus
        assert app.bench.note_view.cursor_offset_in_note == FIRST_VISIT.index("TSH")
        app.bench.note_view.move_cursor((11, 3))
        await pilot.press("enter")
        assert app.bench.table.has_focus
        assert app.bench.chosen_id == "first-visit/bmd-1"


async def test_a_click_on_underlined_words_chooses_their_record(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        line = FIRST_VISIT[: FIRST_VISIT.index("TSH")].count("\n")
        rows = app.bench.note_view.wrapped_document.location_to_offset((line, 2))
        await pilot.click("#note", offset=(rows.x + 1, rows.y))
        assert app.bench.chosen_id == "first-visit/lab-2"
        assert not app.bench.note_view.selected_span


async def test_a_record_is_corrected_in_place_and_a_wrong_value_is_told(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        await pilot.press("f3")
        app.bench.choose("first-visit/lab-1")
        await pilot.press("e")
        assert isinstance(app.screen, EditScreen)
        await pilot.press("end", *["backspace"] * 4, *"much", "enter")
        assert isinstance(app.screen, EditScreen)
        assert "value" in str(app.screen.query_one("#fault").render())
        await pilot.press("end", *["backspace"] * 4, *"49.2", "enter")
        assert not isinstance(app.screen, EditScreen)
        change = app.session.changes[-1]
        assert isinstance(change, Edit)
        assert {name: str(value) for name, value in change.fields.items()} == {
            "value": "49.2",
            "canonical_value": "49.2",
            "flag": "normal",
            "flag_basis": "computed",
        }


async def test_accepting_all_asks_first_and_tells_the_number(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        await pilot.press("f3", "A")
        assert app.session.progress().decided == 0
        await pilot.press("n")
        assert app.session.progress().decided == 0
        await pilot.press("A", "y")
        assert app.session.progress().accepted == 15


async def test_the_filter_shows_only_what_holds_the_words(make_app: MakeApp) -> None:
    app = make_app("first-visit", "one-year")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        await pilot.press("f3", "slash", *"tsh", "enter")
        assert app.bench.table.shown == ("first-visit/lab-2", "one-year/lab-2")
        assert app.bench.table.has_focus


@pytest.mark.parametrize("names", [(), ("first-visit", "one-year")], ids=["no note yet", "nothing fits the filter"])
async def test_keys_on_an_empty_list_of_records_do_nothing(make_app: MakeApp, names: tuple[str, ...]) -> None:
    app = make_app(*names)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        await pilot.press("f3", "slash", *"no such words", "enter")
        app.bench.table.focus()
        await settled(app, pilot)
        assert app.bench.table.shown == ()
        keys = ("up", "down", "home", "end", "pageup", "pagedown", "j", "k", "a", "x", "e", "space", "n", "N", "enter")
        await pilot.press(*keys)
        await pilot.click(app.bench.table, offset=(2, 3))
        await settled(app, pilot)
        assert app.session.progress().decided == 0


@pytest.mark.parametrize("way", ["palette", "slash", "key"])
async def test_the_pdf_is_made_from_palette_slash_and_key(make_app: MakeApp, way: str) -> None:
    pdf = Recorder("pdf")
    seen: list[object] = []
    app = make_app("first-visit", pdf=pdf)
    async with app.run_test(size=(80, 24), message_hook=seen.append) as pilot:
        await settled(app, pilot)
        if way == "palette":
            await pilot.press("ctrl+p")
            await pilot.pause()
            await pilot.press(*"make the pdf")
            await pilot.pause(0.3)
            await pilot.press("enter")
        elif way == "slash":
            await pilot.press(*"/pdf", "enter")
        else:
            await pilot.press("f8")
        await settled(app, pilot)
        assert [len(case.labs) for case in pdf.cases] == [4]
        paths = [one.path for one in seen if isinstance(one, ReportMade)]
        assert said_by(app)[-1] == f"Written to {paths[0]}"


async def test_what_was_made_is_opened_by_a_key_and_told_where_it_cannot_be(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    app = make_app("first-visit", pdf=Recorder("pdf"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        await pilot.press("f5")
        await pilot.pause()
        assert said_by(app)[-1] == "No PDF was made yet: f8 makes it."
        await pilot.press("f8")
        await settled(app, pilot)
        monkeypatch.setattr("osteocase.tui.viewer.open_file", opened.append)
        await pilot.press(*"/view", "enter")
        await pilot.pause()
        assert [app.made] == opened

        def fail(path: Path) -> None:
            raise OutputError("there is no viewer here to open it with", place=str(path))

        monkeypatch.setattr("osteocase.tui.viewer.open_file", fail)
        await pilot.press("f5")
        await pilot.pause()
        assert "there is no viewer here" in said_by(app)[-1]


async def test_a_path_that_is_typed_or_pasted_is_read(make_app: MakeApp, tmp_path: Path) -> None:
    for name, text in (("one.txt", FIRST_VISIT), ("two.txt", ONE_YEAR)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        await pilot.press(*f"{tmp_path}/one.txt", "enter")
        await settled(app, pilot)
        await paste(app, pilot, f"'{tmp_path}/two.txt'\n")
        assert [note.text for note in app.session.notes] == [FIRST_VISIT, ONE_YEAR]


async def test_a_path_that_is_not_there_is_told_as_a_path(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        for typed in ("/nowhere/at-all.txt", "/visit.txt"):
            await settled(app, pilot)
            await pilot.press(*typed, "enter")
            await settled(app, pilot)
            assert said_by(app)[-1].startswith(f"Cannot read the input: {typed}: there is no such file")


async def test_while_the_reader_gets_ready_the_wait_is_told(make_app: MakeApp) -> None:
    go_on = threading.Event()

    class SlowStart(ThreadReader):
        def start(self) -> None:
            go_on.wait(10)

        def read(self, note: Note, **how: Any) -> NoteRecord:
            go_on.wait(10)
            return super().read(note, **how)

    app = make_app(reader=SlowStart(plain_read))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.post_message(events.Paste(FIRST_VISIT))
        await pilot.pause()
        assert app.bench.doing == "getting ready to read 1 note"
        assert "up to a minute" in str(app.bench.query_one(NoteCard).query_one(".state").render())
        app.bench.flash("something else")
        app.bench._end_flash()
        assert app.bench.doing == "getting ready to read 1 note"
        go_on.set()
        await settled(app, pilot)
        assert app.bench.busy_with == ""
        assert len(app.session.notes) == 1


async def test_where_the_copied_words_lie_stays_to_be_read(
    make_app: MakeApp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("osteocase.tui.clipboard.shutil.which", lambda _tool: None)
    monkeypatch.setattr("osteocase.tui.carry_out.user_state_path", lambda _name: tmp_path)
    app = make_app("first-visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        await pilot.press("f3", "y")
        await pilot.pause()
        assert app.bench.doing == "handed to the terminal"
        assert said_by(app)[-1] == f"Handed to the terminal, and written to {tmp_path}/copied.txt"


async def test_a_note_that_cannot_be_read_is_told_and_the_next_one_is_read(make_app: MakeApp) -> None:
    def failing(note: Note) -> NoteRecord:
        if "Twelve" in note.text:
            raise ZeroDivisionError
        return plain_read(note)

    app = make_app(read=failing)
    async with app.run_test(size=(120, 40)) as pilot:
        await paste(app, pilot, ONE_YEAR)
        await paste(app, pilot, FIRST_VISIT)
        first, second = app.bench.query(NoteCard)
        assert first.has_class("-failed")
        assert "ZeroDivisionError" in str(first.query_one(".state").render())
        assert "15 records" in str(second.query_one(".state").render())
        assert len(app.session.notes) == 1


async def test_escape_stops_the_reading_and_keeps_nothing_of_it(make_app: MakeApp) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(note: Note) -> NoteRecord:
        begun.set()
        go_on.wait(5)
        return plain_read(note)

    app = make_app(read=slow)
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Paste(FIRST_VISIT))
        await pilot.pause()
        app.post_message(events.Paste(ONE_YEAR))
        await pilot.pause()
        assert begun.wait(5)
        await pilot.press("escape")
        go_on.set()
        await settled(app, pilot)
        assert app.session.notes == ()
        states = [str(card.query_one(".state").render()) for card in app.bench.query(NoteCard)]
        assert states == ["stopped; nothing of it was kept", "not read"]


async def test_a_megabyte_arrives_whole(make_app: MakeApp) -> None:
    text = "TSH 1.9 mU/L and nothing else of note in this long line of the record.\n" * 15_000
    app = make_app(read=lambda note: NoteRecord(note=plain_read(note.model_copy(update={"text": ""})).note))
    async with app.run_test(size=(120, 40)) as pilot:
        await paste(app, pilot, text)
        assert app.session.notes[0].text == text
        assert app.bench.note_view.text == text


async def test_hostile_words_reach_the_screen_only_as_signs(make_app: MakeApp) -> None:
    text = "TSH 1.9 mU/L \x1b]0;owned\x07 [bold]x[/bold] [@click=app.quit]y[/]\nVAS 3 \u202eevil\n"
    app = make_app()
    async with app.run_test(size=(120, 40)) as pilot:
        await paste(app, pilot, text)
        drawn = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "\x1b" not in drawn
        assert "\u202e" not in drawn
        assert "[bold]x[/bold]" in drawn


async def test_a_command_that_is_not_possible_says_so(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        app.run_command("make_pdf")
        await pilot.pause()
        assert "not possible now" in app.bench.doing
        await pilot.press(*"/nonsense", "enter")
        await pilot.pause()
        assert said_by(app)[-1].startswith("There is no command /nonsense")


@pytest.mark.parametrize("size", SIZES)
async def test_every_tab_draws_the_case_and_the_empty_case(make_app: MakeApp, size: tuple[int, int]) -> None:
    from osteocase.tui.views import VIEWS

    for names in ((), ("first-visit", "six-months", "one-year")):
        app = make_app(*names)
        async with app.run_test(size=size) as pilot:
            await settled(app, pilot)
            for name in VIEWS:
                app.run_command(f"show_{name}")
                await pilot.pause()
                drawn = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
                if names and name == "labs":
                    assert "94.2 ↑" in drawn
                if names and name == "bmd":
                    assert "+18.2" in drawn
                if not names and name == "labs":
                    assert "No laboratory result" in drawn


async def test_the_help_opens_for_the_focused_part(make_app: MakeApp) -> None:
    app = make_app("first-visit")
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        await pilot.press("f3", "question_mark")
        await pilot.pause()
        drawn = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert "accept" in drawn
        await pilot.press("escape")
        assert app.screen is app.bench


async def test_a_small_terminal_shows_all_tabs_whole(make_app: MakeApp) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        tabs = list(app.bench.query(Tab))
        assert len(tabs) == 12
        assert all(tab.region.width >= len(str(tab.label)) for tab in tabs)
        assert max(tab.region.right for tab in tabs) <= 80


async def test_a_card_tells_the_date_that_the_other_notes_settle(make_app: MakeApp) -> None:
    app = make_app(read=extract, session=Session(case_id="case-1", build=build_case))
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Paste("Clinic date: 05/10/2022\nDear Doctor, she is well. Calcium 2.31 mmol/L.\n"))
        await settled(app, pilot)
        app.post_message(events.Paste("Clinic date: 13/11/2019\nDear Doctor, a wrist fracture. Calcium 2.30 mmol/L.\n"))
        await settled(app, pilot)
        while app.intake.busy:
            await pilot.pause(0.05)
        states = [str(card.query_one(".state").render()).splitlines()[0] for card in app.bench.query(NoteCard)]
        assert [state.split(" · ")[1] for state in states] == ["2022-10-05", "2019-11-13"]


@pytest.mark.parametrize(("places", "lines"), [(5, 5), (6, 6), (8, 6)])
async def test_a_single_place_more_is_shown_not_counted(make_app: MakeApp, places: int, lines: int) -> None:
    app = make_app("first-visit", "six-months")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        sources = [record.source for record in app.session.records[:places]]
        app.bench.answer("These.", sources)
        await pilot.pause()
        answer = app.bench.query(Answer).last()
        told = [str(widget.render()) for widget in answer.query(".more").results(Static)]
        assert len(answer.query(SourceLink)) + len(told) == lines
        assert told == (["and 3 more places"] if places == 8 else [])


async def test_the_card_of_a_note_that_cannot_join_keeps_the_reason(make_app: MakeApp) -> None:
    app = make_app(session=Session(case_id="case-1", build=build_case, admit=refuse_other_patient), read=extract)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        await paste(app, pilot, "Name: Anna Beispiel\nDOB: 12/03/1961\n\nTSH 1.9 mU/L on 4 May 2021.\n")
        await paste(app, pilot, "Name: Peter Muster\nDOB: 30/11/1948\n\nTSH 2.4 mU/L on 4 June 2021.\n")
        assert len(app.session.notes) == 1
        cards = [str(one.content) for one in app.bench.query("NoteCard .state").results(Static)]
        assert len(cards) == 2
        assert cards[1].startswith("was not added: pasted and pasted-2 have different patients (by date of birth)")
        assert "/same-patient" in cards[1]
        await pilot.press("f2", *"/same-patient", "enter")
        await settled(app, pilot)
        assert [note.id for note in app.session.notes] == ["pasted", "pasted-2"]
        assert {one.value for one in app.session.case.labs} == {Decimal("1.9"), Decimal("2.4")}
        app.run_command("undo")
        await settled(app, pilot)
        assert [note.id for note in app.session.notes] == ["pasted"]
