"""A date of a record is one that the calendar has, as far as it is known."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from osteocase.records import Time


@pytest.mark.parametrize("date", ["2020", "2020-02", "2020-02-29", "1899-12-31"])
def test_a_date_may_be_known_in_part(date: str) -> None:
    assert Time(text="then", kind="date", date=date, end=date).date == date


@pytest.mark.parametrize(
    "date", ["2020-02-30", "2021-02-29", "2020-13", "2020-04-31", "2020-00-10", "0000", "20", "2020-1"]
)
@pytest.mark.parametrize("field", ["date", "end"])
def test_a_day_that_no_calendar_has_is_refused(date: str, field: str) -> None:
    with pytest.raises(ValidationError, match=f"{date}|pattern"):
        Time.model_validate({"text": "then", "kind": "date", field: date})
