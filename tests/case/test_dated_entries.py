"""A note of several dated entries in a case: what an entry calls today is its own day."""

from __future__ import annotations

from osteocase.case import build_case
from osteocase.pipeline import extract
from osteocase.reading import read_text
from osteocase.records import CaseRecord, RecordLists

CHART = """Encounters of patient 77120, latest first

14-Feb-2022  Fracture liaison, Dr K.
History: 10 months on alendronic acid. Back pain has gone.
DEXA: L1-L4 0.871 (T -1.9).
Plan: stay on alendronic acid.

12-Apr-2021  Fracture liaison, Dr K.
Problem: back pain since a fall 3 weeks ago, fracture of L2 on the films.
Results: Ca 2.29, 25OHD 28 nmol/L on 22/3
DEXA: L1-L4 0.823 (T -2.4).
Plan: alendronic acid 70 mg weekly, first tablet today.
"""


def of(text: str) -> CaseRecord:
    """The case of one file."""
    return build_case([extract(read_text(text, note_id="chart"))], case_id="test")


def test_today_is_the_day_of_the_entry() -> None:
    case = of(CHART)
    assert (case.case.axis.anchor, case.case.axis.date) == ("treatment_start", "2021-04-12")
    months = [(str(item.bmd_g_cm2), round(item.time.months or 0)) for item in case.bmd if item.time]
    assert months == [("0.823", 0), ("0.871", 10)]
    assert [(item.level, item.time and round(item.time.months or 0)) for item in case.fractures] == [("L2", 0)]
    found = {(item.concept, item.status, round(item.time.months or 0)) for item in case.findings if item.time}
    assert found == {
        ("back_pain", "present", 0),
        ("falls", "present", -1),
        ("back_pain", "absent", 10),
        ("pain_free", "present", 10),
    }


def test_a_day_without_year_is_the_last_one_before_its_entry() -> None:
    dated = {str(item.value): item.time and item.time.date for item in of(CHART).labs}
    assert dated == {"2.29": "2021-03-22", "28": "2021-03-22"}


def test_every_source_is_in_the_note_that_the_user_gave() -> None:
    case = of(CHART)
    assert [note.id for note in case.notes] == ["chart"]
    for name in RecordLists.model_fields:
        for record in getattr(case, name):
            for source in (record.source, *record.also):
                assert source.note == "chart"
                assert CHART[source.start : source.end] == source.text
    for course in case.ledger:
        assert all(sighting.source.note == "chart" for sighting in course.sightings)
    assert {source.note for source in case.patient.sources.values()} <= {"chart"}


def test_the_same_entries_in_files_of_their_own_make_the_same_case() -> None:
    _, later, earlier = CHART.split("\n\n")
    files = [extract(read_text(words, note_id=name)) for name, words in (("a", later), ("b", earlier))]
    apart = build_case(files, case_id="test")
    for name in ("labs", "bmd", "fractures", "treatments"):
        assert [_outline(item) for item in getattr(of(CHART), name)] == [
            _outline(item) for item in getattr(apart, name)
        ]


def _outline(item: object) -> tuple[object, ...]:
    time = getattr(item, "time", None)
    what = (getattr(item, field, None) for field in ("analyte", "site", "level", "agent", "value", "t_score", "status"))
    return *what, time and time.months
