"""Marks of emphasis and invisible characters change nothing of what is read; sources quote the stored text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import osteocase
from osteocase.pipeline import extract
from osteocase.pipeline.explain import explain
from osteocase.pipeline.text.plain_text import plain_text
from osteocase.reading import read_text
from osteocase.records import NoteRecord, RecordLists

ROOT = Path(__file__).parents[2]
NOTES = sorted((ROOT / "samples").glob("*/*.txt"))
PIECES = [
    "**", "*", "__", "<b>", "</b>", "<br>", "&lt;", "&nbsp;", "&no;", "\u200b", "\u00ad", "\uff1a", "\ufb01", "\u338e",
    "â€“", "☐", "☒",
    "[", "]", " ", "\n", "ab", "7",
]  # fmt: skip
_WORD = re.compile(r"(?<=[ (])[A-Za-z]{3,}(?=[ ,;)])")
_LABEL = re.compile(r"(?m)^([ \t]*(?:[-*•] )?)([A-Z][A-Za-z ]{2,30}):(?=[ \n])")


def read(text: str) -> NoteRecord:
    return osteocase.read(text)


def told(text: str) -> list[tuple[str, Any]]:
    """What the records of a text say, without the places of their words; their quotes without marks."""
    record = read(text)
    return [
        (name, _without_places(each.model_dump()))
        for name in RecordLists.model_fields
        for each in getattr(record, name)
    ]


def _without_places(value: Any) -> Any:
    match value:
        case dict():
            return {key: _without_places(item) for key, item in value.items() if key not in {"start", "end"}}
        case list() | tuple():
            return [_without_places(item) for item in value]
        case str():
            return re.sub(r"\*|__", "", value)
        case _:
            return value


@pytest.mark.parametrize("path", NOTES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_labels_in_bold_are_read_as_labels(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert told(_LABEL.sub(r"\1**\2:**", text)) == told(text)


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_emphasis_on_any_words_changes_no_record(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(NOTES)).read_text(encoding="utf-8")
    words = list(_WORD.finditer(text))
    chosen = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=8, unique_by=lambda match: match.start()))
    mark = data.draw(st.sampled_from(["**", "***", "__", "*"]))
    marked = text
    for match in sorted(chosen, key=lambda match: -match.start()):
        marked = f"{marked[: match.start()]}{mark}{match.group()}{mark}{marked[match.end() :]}"
    assert told(marked) == told(text)


@given(pieces=st.lists(st.sampled_from(PIECES)))
def test_every_character_that_is_left_stands_where_it_is_said_to_stand(pieces: list[str]) -> None:
    text = "".join(pieces)
    words, places = plain_text(text)
    reached = 0
    for position, character in enumerate(words):
        start, end = places.stored(position, position + 1)
        assert reached <= end <= len(text)
        assert character in plain_text(text[start:end])[0]
        assert places.plain(start, end)[0] <= position < places.plain(start, end)[1]
        reached = start
    if words:
        assert (places.edge(0), places.edge(len(words))) == (0, len(text))


def test_a_list_in_bold_is_read_whole_and_quotes_the_note() -> None:
    text = (
        "## Medications\n*   **Alendronate** 70 mg weekly\n*   **Calcium carbonate:** 600 mg twice daily\n"
        "## Results\n*   **CBC:** WNL\n*   **RF:** Positive (64 IU/mL)\n*   **PTH:** **92** pg/mL (H)\n"
        "## Social History\n*   **Smoking:** never\n"
    )
    record = read(text)
    drugs = [(drug.agent, str(drug.dose), drug.dose_unit, drug.frequency) for drug in record.treatments]
    assert drugs == [("alendronate", "70", "mg", "weekly"), ("calcium_carbonate", "600", "mg", "twice daily")]
    labs = [(lab.analyte, str(lab.value or lab.qualitative), lab.flag) for lab in record.labs]
    assert labs == [("cbc", "normal", "normal"), ("rheumatoid_factor", "64", None), ("pth", "92", "high")]
    assert [(one.concept, one.status) for one in record.findings] == [("smoking", "absent")]
    assert record.treatments[0].source.text == "Alendronate** 70 mg weekly"
    for name in RecordLists.model_fields:
        for each in getattr(record, name):
            assert each.source.text == text[each.source.start : each.source.end]


@pytest.mark.parametrize(
    "text",
    [
        "Seen on [**2031-4-2**] at [**Hospital1 18**].",
        "Calcium 10.9* (8.6-10.2), PTH 92* (15-65)",
        "**** LABORATORY ****",
        "Name: ______ Ward: ____",
        "5 * 3 = 15",
        "tear_film__break_up",
    ],
)
def test_other_asterisks_and_lines_are_no_emphasis(text: str) -> None:
    assert plain_text(text)[0] == text


@pytest.mark.parametrize(
    ("text", "labs"),
    [
        ("Calcium&nbsp;9.1&nbsp;mg/dL, PTH &gt; 100 pg/mL", [("calcium", None, "9.1"), ("pth", ">", "100")]),
        ("Ｃａ ９．１ mg/dL、ＰＴＨ：６５ pg/mL。", [("calcium", None, "9.1"), ("pth", None, "65")]),
        ("Calcium：9.1 mg/dL　Phosphorus：3.2 ㎎/㎗", [("calcium", None, "9.1"), ("phosphorus", None, "3.2")]),
        ("<p>Calcium 9.1 mg/dL<br>PTH <b>65</b> pg/mL</p>", [("calcium", None, "9.1"), ("pth", None, "65")]),
        ("Calcium 9.1 mg/dL (8.6â€“10.2), PTH â‰¥ 100 pg/mL", [("calcium", None, "9.1"), ("pth", ">=", "100")]),
        ("Ferritin 12 Âµg/L", [("ferritin", None, "12")]),
        ("Ferritin 12 µg/L, ﬁbrinogen 4.1 g/L", [("ferritin", None, "12"), ("fibrinogen", None, "4.1")]),
    ],
)
def test_other_writings_of_the_same_letters_are_read(text: str, labs: list[tuple[str, str | None, str]]) -> None:
    found = read(text).labs
    assert [(lab.analyte, lab.comparator, str(lab.value)) for lab in found] == labs
    assert [text[lab.source.start : lab.source.end] for lab in found] == [lab.source.text for lab in found]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Fractures: ☐ hip ☑ wrist ☐ vertebra", ["wrist present"]),
        ("☑ Alendronate 70 mg weekly\n☐ Zoledronic acid 5 mg yearly", ["alendronate ongoing"]),
        ("[x] Osteoporosis  [ ] Kyphosis  [x] Back pain", ["osteoporosis present", "back_pain present"]),
        ("Smoking: ☐ Yes ☒ No", ["smoking absent"]),
        ("Smoking: ☒ Yes ☐ No", ["smoking present"]),
        ("Smoking: Yes ☐ No ☒", ["smoking absent"]),
        ("Q: Do you smoke? A: No.\nQ: Kyphosis?\nA: Yes.", ["smoking absent", "kyphosis present"]),
        ("Plan\n☐ Start alendronate 70 mg weekly\n☐ DXA", ["alendronate started"]),
    ],
)
def test_a_box_that_is_open_beside_a_ticked_one_tells_nothing(text: str, facts: list[str]) -> None:
    record = read(text)
    found = [
        *(f"{one.bone} {one.status}" for one in record.fractures),
        *(f"{one.agent} {one.status}" for one in record.treatments),
        *(f"{one.concept} {one.status}" for one in record.findings),
    ]
    assert found == facts


@pytest.mark.parametrize("text", ["P1NP <30 and CTX > 0.4", "a & b; c", "Ca <th 8.0>", "5 < 7 > 3", "P<0.05"])
def test_signs_of_comparison_are_no_tags(text: str) -> None:
    assert plain_text(text)[0] == text


def test_a_word_that_a_line_end_parts_is_joined_where_the_field_has_it() -> None:
    text = "She had osteo-\nporosis with a verte-\nbral frac-\nture of T12; follow-\nup of her T-\nscore."
    record = read(text)
    assert [one.concept for one in record.findings] == ["osteoporosis"]
    assert record.findings[0].source.text == "osteo-\nporosis"
    assert [(one.bone, one.level) for one in record.fractures] == [("vertebra", "T12")]
    assert plain_text("follow-\nup with low-\nlevel pain")[0] == "follow-\nup with low-\nlevel pain"


def test_signs_that_nobody_sees_part_no_word() -> None:
    found = read("Known osteo\u00adporosis, no ky\u200bphosis.").findings
    assert [one.concept for one in found] == ["osteoporosis", "kyphosis"]


def test_cues_sections_and_times_are_shown_where_they_stand() -> None:
    text = "**Impression:** *no* **vertebral** fracture since **March 2021**.\n**Plan:** DXA.\n"
    shown = explain(read_text(text, note_id="note"))
    assert [text[cue.start : cue.end] for cue in shown.cues if cue.category == "negated"] == ["no"]
    assert [text[time.start : time.end] for time in shown.times] == ["March 2021"]
    assert [(part.start, part.end) for part in shown.sections] == list(
        zip([0, *(part.end for part in shown.sections[:-1])], [part.end for part in shown.sections], strict=True)
    )
    assert shown.sections[-1].end == len(text)


def test_a_garbled_sign_in_small_letters_is_no_sign() -> None:
    assert plain_text("at 5â° and 6Â°", lambda _word: False)[0] == "at 5â° and 6°"


WORDS = st.sampled_from(
    (
        "calcium",
        "PTH",
        "T-score",
        "L1-L4",
        "fracture",
        "no",
        "denosumab 60 mg",
        "mg/dL",
        "2.5",
        "12/05/2021",
        "7/10",
        "²",
        "±",
        "Â",
        "º",
        "ª",
        "â°",
    )
)


SIGNS = st.text(st.characters(max_codepoint=0x3000, exclude_categories=("Cc", "Cs")), max_size=3)


@settings(max_examples=150)
@given(st.lists(st.one_of(WORDS, SIGNS), max_size=14))
def test_any_signs_between_words_are_read_without_a_fault(parts: list[str]) -> None:
    note = read_text(" ".join(("calcium", *parts)))
    sources = [one.source for one in extract(note).labs]
    assert [one.text for one in sources] == [note.text[one.start : one.end] for one in sources]
