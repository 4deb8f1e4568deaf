"""``osteocase explain``: the note with what was read in it and why, in a terminal and as one HTML file."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from osteocase.cli.explain_page import explain_page
from osteocase.cli.explain_view import ExplainView
from osteocase.cli.output import rendered
from osteocase.cli.plain import visible
from osteocase.pipeline import extract
from osteocase.pipeline.explain import Explanation, explain
from osteocase.reading import read_text
from osteocase.records import NoteRecord, from_json
from tests.cli.conftest import Run

NOTE = """Seen on 3 May 2021.
PAST MEDICAL HISTORY: wrist fracture in 2005.
IMAGING:
There is no evidence of a hip fracture on the film.
LABS:
Calcium 8.1 mg/dL.
"""
HOSTILE = (
    "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> &amp; \x1b[31mred\x1b[0m\u202e evil [bold]x[/bold]\n"
    "No <b>hip fracture</b> </pre></body> on 1/2/2021. \x01 Calcium 8.1 mg/dL\n"
)
ROOT = Path(__file__).resolve().parents[2]


def explained(text: str) -> Explanation:
    return explain(read_text(text, note_id="note"))


def test_marks_stand_under_their_words_and_the_record_is_told_below(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "visit.txt"
    path.write_text(NOTE, encoding="utf-8")
    lines = [line.rstrip() for line in run("explain", path).stdout.splitlines()]
    place = lines.index("   4  There is no evidence of a hip fracture on the film.")
    assert lines[place + 1 : place + 5] == [
        "                                4━━━━━━━━━━━",
        "               ▲▲▲▲▲▲▲▲▲▲▲▲▲▲─denied─────────────────────",
        "      4 fracture fracture of hip: absent  [fractures.before]",
        "        ↳ denied: “no evidence of” [negation_forward]",
    ]
    assert "§ past history (told as history)" in lines
    assert "        ↳ when: “2005” = 2005" in lines
    assert "        ↳ history: “PAST MEDICAL HISTORY” [section.past_history]" in lines
    assert any(line.startswith("      5 lab calcium: 8.1 mg/dL") for line in lines)


def test_the_records_are_those_of_extract() -> None:
    note = read_text(NOTE, note_id="note")
    assert explain(note).record == extract(note)
    assert len(explain(note).records) == 5


def test_colour_says_nothing_that_marks_and_words_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")
    view = ExplainView(explained(NOTE))
    coloured = rendered([view], to_terminal=True)
    plain = rendered([view], to_terminal=False)
    assert "\x1b[" in coloured
    assert [line.rstrip() for line in re.sub(r"\x1b\[[\d;]*m", "", coloured).split("\n")] == plain.split("\n")
    monkeypatch.setenv("NO_COLOR", "1")
    assert re.search(r"\x1b\[(?:\d+;)*3\d", rendered([view], to_terminal=True)) is None


@pytest.mark.parametrize("width", [30, 40, 80, 120])
def test_it_fits_every_terminal_and_shows_the_whole_note(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = NOTE + HOSTILE + "骨粗鬆症の患者 with a T12 fracture.\tT-score -2.5\n" + "no " * 400
    shown = rendered([ExplainView(explained(text))], to_terminal=False)
    assert max(cell_len(line) for line in shown.splitlines()) <= width
    assert "\x1b" not in shown
    words = [line[6:] for line in shown.splitlines() if re.match(r"[ \d]{4}  \S|      \S", line)]
    together = "".join("".join(words).split())
    for piece in NOTE.splitlines()[3].split():
        assert piece in together


def test_open_dates_are_told_with_the_order_they_are_read_in(run: Run) -> None:
    assert (
        "dates such as 3/5/2021: month before day: nothing tells the order"
        in run("explain", "-", input="Seen on 1/2/2021.\n").stdout
    )
    told = run("explain", "-", input="Seen on 1/2/2021, DXA on 25/1/2021.\n").stdout
    assert "day before month: another date of the note can be read in one way only (25/1/2021)" in told
    assert "dates such as" not in run("explain", "-", input="Seen on 1 February 2021.\n").stdout


def test_the_user_may_say_the_order_of_dates(run: Run) -> None:
    for order, date in (("day-first", "2021-02-01"), ("month-first", "2021-01-02")):
        told = run("--dates", order, "extract", "-", input="DXA on 1/2/2021: L1-L4 T-score -2.5.\n").stdout
        (bmd,) = from_json(NoteRecord, told).bmd
        assert bmd.time is not None
        assert (bmd.time.date, bmd.time.day_order) == (date, order.replace("-", "_"))
        told = run("--dates", order, "explain", "-", input="Seen on 1/2/2021.\n").stdout
        assert "it was said from outside the note" in told


class _Page(HTMLParser):
    """The text of the note in a page, and every tag with its attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag not in {"meta"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "pre" in self._open and "sup" not in self._open:
            self.text += data


TAGS = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "p", "main", "div", "section", "h2", "pre",
    "span", "sup", "a", "aside", "ol", "li", "b", "code", "ul",
}  # fmt: skip


def assert_is_safe(text: str) -> None:
    page = explain_page(explained(text))
    parser = _Page()
    parser.feed(page)
    assert {tag for tag, _ in parser.tags} <= TAGS
    for _, attributes in parser.tags:
        assert set(attributes) <= {"lang", "charset", "http-equiv", "content", "name", "class", "title", "id", "value",
                                   "href"}  # fmt: skip
        assert (attributes.get("href") or "#").startswith("#")
    assert re.search(r"url\(|@import|https?:|\x1b|\u202e", page) is None
    assert "".join(parser.text.split()) == "".join(visible(text).split())


def test_the_page_is_one_file_with_the_whole_note_and_nothing_from_elsewhere(run: Run, tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text(NOTE, encoding="utf-8")
    done = run("explain", tmp_path / "visit.txt", "--html", tmp_path / "visit.html")
    assert (done.exit_code, done.stdout) == (0, "")
    page = (tmp_path / "visit.html").read_text(encoding="utf-8")
    assert '<span class="reach fracture" title="denied [negation_forward]' in page
    assert "fractures.before" in page
    assert_is_safe(NOTE)


def test_hostile_text_stays_text() -> None:
    assert_is_safe(HOSTILE)


@given(st.text(alphabet="<>&\"'/ no hip fracture on 3/4/2021;:()\n\t\x01\x1b\u202e骨", max_size=120))
def test_whatever_stands_in_a_note_stays_text(text: str) -> None:
    if text.strip():
        assert_is_safe(text)
        shown = rendered([ExplainView(explained(text))], to_terminal=False)
        assert "\x1b" not in shown


def test_the_steps_that_decided_on_a_treatment_are_told_in_their_order() -> None:
    explanation = explained(
        "She was started on duloxetine in May. Because of nausea, it was stopped in June. She takes aspirin."
    )
    told = "decided: words started [treatments.before_verb], then sequel stopped [treatments.sequel]"
    assert told in " ".join(rendered([ExplainView(explanation)], to_terminal=False).split())
    assert told in explain_page(explanation)
    duloxetine, aspirin = explanation.record.treatments
    assert [step.step for step in explanation.decisions[duloxetine.id]] == ["words", "sequel"]
    assert [step.status for step in explanation.decisions[aspirin.id]] == ["ongoing"]


def test_the_links_of_a_page_lead_to_their_records() -> None:
    parser = _Page()
    parser.feed(explain_page(explained(NOTE)))
    targets = {attributes["id"] for _, attributes in parser.tags if "id" in attributes}
    links = {(attributes["href"] or "")[1:] for _, attributes in parser.tags if "href" in attributes}
    assert links == targets
    assert links == {f"{side}{number}" for side in "rt" for number in range(1, 6)}


def test_every_own_note_can_be_explained() -> None:
    for path in sorted((ROOT / "samples/plo-romosozumab").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        explanation = explained(text)
        assert set(explanation.contexts) == {record.id for record in explanation.records}
        assert rendered([ExplainView(explanation)], to_terminal=False).count("§") == len(explanation.sections)
        assert_is_safe(text)


def test_what_cannot_be_explained_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text(NOTE, encoding="utf-8")
    assert run("explain", tmp_path / "missing.txt").exit_code == 3
    assert run("explain", tmp_path).exit_code == 2
    assert run("explain", tmp_path / "visit.txt", "--html", tmp_path / "none" / "x.html").exit_code == 7
