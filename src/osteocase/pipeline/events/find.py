"""Events with their times: visits, deliveries, onsets, imaging, the start and stop of treatments, fractures, falls.

An event is a fact that the other components found, seen as a point in time. It names the records told at that time by
their places in the text (``told``); those become ids when the records are made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from osteocase.pipeline.findings.find import find_findings
from osteocase.pipeline.fractures.find import find_fractures
from osteocase.pipeline.header import note_date
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.statements.story import visits_told
from osteocase.pipeline.times.find import TimeMention, time_draft
from osteocase.pipeline.treatments.find import find_treatments

__all__ = ["find_events"]

_BONE_NAMES = {"facial_bones": "facial bones", "lower_leg": "lower leg"}
_STUDIES = {
    "mri": "MRI",
    "ct": "CT",
    "radiograph": "radiograph",
    "vfa": "vertebral fracture assessment",
    "scintigraphy": "bone scan",
    "ultrasound": "ultrasound",
}
_VISIT_ANCHORS = frozenset(
    {"delivery", "treatment_start", "treatment_stop", "surgery", "symptom_onset", "menopause", "weaning"}
)
_HISTORY_OF = re.compile(
    r"\b(?P<number>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|several)[\s-]*(?P<unit>day|week|month|year)s?['’]?[\s-]+history\s+of\b",
    re.IGNORECASE,
)
_NUMBERS = {
    "one": "1",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
}


def find_events(scan: Scan) -> list[Draft]:
    """Drafts of all events of a text, each once, in its order."""
    found = [
        *_visit_of_note(scan),
        *_visits(scan),
        *_onsets(scan),
        *_reproductive(scan),
        *_studies(scan),
        *_treatments(scan),
        *_fractures(scan),
        *_from_findings(scan),
    ]
    return _merge(sorted(found, key=lambda draft: (draft["start"], draft["end"], draft["kind"])))


def _facts(scan: Scan, name: str) -> list[Draft]:
    """Drafts of another component; read again only where this one stands alone in a pipeline."""
    if name not in scan.facts:
        finders = {"fractures": find_fractures, "findings": find_findings, "treatments": find_treatments}
        scan.facts[name] = finders[name](scan)
    found: list[Draft] = scan.facts[name]
    return found


def _event(
    scan: Scan,
    kind: str,
    label: str,
    start: int,
    end: int,
    time: dict[str, Any] | None,
    told: Sequence[tuple[str | int, ...]] = (),
) -> Draft:
    return {
        "kind": kind,
        "label": label,
        "time": time,
        "told": list(told),
        "start": start,
        "end": end,
        "also": [],
        "rule": f"events.{kind}",
    }


def _with_time(scan: Scan, kind: str, label: str, start: int, end: int, time: TimeMention) -> Draft:
    return _event(scan, kind, label, min(start, time.start), max(end, time.end), time_draft(scan.text, time))


def _time_in_sentence(scan: Scan, start: int, end: int) -> TimeMention | None:
    """The time nearest to a stretch within its own clause: after it first, then before it."""
    left, right = scan.sentence_at(start)
    times = [
        time for time in scan.times_in(left, right) if time.kind not in {"duration", "label"} and time.end <= right
    ]
    after = [
        time
        for time in times
        if time.start >= end and not re.search(r"[;]|\bbut\b|\bwhich\b", scan.text[end : time.start])
    ]
    if after and after[0].start - end <= 80:
        return after[0]
    before = [
        time for time in times if time.end <= start and not re.search(r"[;]|\bbut\b", scan.text[time.end : start])
    ]
    inside = [time for time in times if start <= time.start < end]
    if inside:
        return inside[0]
    return before[-1] if before and start - before[-1].end <= 80 else None


def _is_stated_of_patient(scan: Scan, start: int, end: int) -> bool:
    if scan.section_at(start).effect in {"family", "not_patient"}:
        return False
    context = scan.context(start, end)
    return context.subject == "patient" and not context.negated and not context.hypothetical and not context.uncertain


def _visit_of_note(scan: Scan) -> Iterator[Draft]:
    """The visit that the note is about, at the note's own date."""
    date = note_date(scan)
    if date is None:
        return
    for time in scan.times:
        if time.kind == "date" and time.date == date:
            yield _event(scan, "visit", "visit", time.start, time.end, time_draft(scan.text, time))
            return


def _words(scan: Scan, kind: str) -> list[Mention]:
    words = scan.knowledge.words
    return [mention for mention in scan.by_group.get("event", ()) if words[mention.id].value == kind]


def _visits(scan: Scan) -> Iterator[Draft]:
    """Visits told by their distance from another event: ``visited our clinic one month after delivery``."""
    for mention in _words(scan, "visit"):
        if not _is_stated_of_patient(scan, mention.start, mention.end):
            continue
        time = _time_in_sentence(scan, mention.start, mention.end)
        if time is not None and time.kind == "relative" and time.anchor in _VISIT_ANCHORS:
            yield _with_time(scan, "visit", "visit", mention.start, mention.end, time)
    own = note_date(scan)
    for time in visits_told(scan):
        if time.date is not None and time.date != own and _is_stated_of_patient(scan, time.start, time.end):
            yield _event(scan, "visit", "visit", time.start, time.end, time_draft(scan.text, time))


def _onsets(scan: Scan) -> Iterator[Draft]:
    """Onset of a symptom: ``a 4-month history of back pain``, ``the pain began in May``, ``pain since delivery``."""
    symptoms = [
        draft
        for draft in _facts(scan, "findings")
        if draft["kind"] == "symptom" and draft["status"] == "present" and draft["subject"] == "patient"
    ]
    for draft in symptoms:
        spots = [(draft["start"], draft["end"]), *draft["also"]]
        for start, end in spots:
            event = _onset_at(scan, draft, start, end)
            if event is not None:
                event["told"] = [("findings", draft["start"], draft["end"])]
                yield event
                break


def _onset_at(scan: Scan, draft: Draft, start: int, end: int) -> Draft | None:
    left, right = scan.sentence_at(start)
    label = f"onset of {draft['name']}"
    for match in _HISTORY_OF.finditer(scan.text, left, start):
        if start - match.end() > 60:
            continue
        number = _NUMBERS.get(match["number"].lower(), match["number"])
        told = _lasting(match.group(), number if number.isdecimal() else None, match["unit"].lower())
        return _event(scan, "symptom_onset", label, match.start(), end, told)
    for time in scan.times_in(left, right):
        if time.kind == "duration" and _is_lasting(scan, time, start, end):
            told = _lasting(scan.text[time.start : time.end], time.value, time.unit)
            return _event(scan, "symptom_onset", label, min(start, time.start), max(end, time.end), told)
    for mention in _words(scan, "symptom_onset"):
        if not left <= mention.start < right:
            continue
        between = scan.text[min(end, mention.end) : max(start, mention.start)]
        if len(between) > 60 or re.search(r"[;]|\bbut\b", between):
            continue
        time_found = _time_after(scan, mention, right) or (
            _time_in_sentence(scan, mention.start, mention.end) if mention.start < start else None
        )
        if time_found is not None and not _is_treatment_between(scan, mention.end, time_found.start):
            return _with_time(
                scan, "symptom_onset", label, min(start, mention.start), max(end, mention.end), time_found
            )
    return None


def _lasting(words: str, value: str | None, unit: str | None) -> dict[str, Any]:
    """The time of an onset that is told by how long the symptom has lasted."""
    offset = {"value": f"-{value}", "unit": unit} if value is not None and unit is not None else None
    return {"text": words, "kind": "relative", "offset": offset, "anchor": "note_date"}


def _is_lasting(scan: Scan, time: TimeMention, start: int, end: int) -> bool:
    """``for the past 4 months she has had back pain``; not ``tablets for 4 months``."""
    words = scan.text[time.start : time.end].lower()
    if time.value is None or not words.startswith(("for the", "over the", "during the")):
        return False
    between = scan.text[min(end, time.end) : max(start, time.start)]
    return len(between) <= 60 and re.search(r"[;.]", between) is None


def _time_after(scan: Scan, mention: Mention, right: int) -> TimeMention | None:
    for time in scan.times_in(mention.start, right):
        if time.kind in {"date", "relative", "age"} and time.end <= right and time.start - mention.end <= 40:
            return time
    return None


def _is_treatment_between(scan: Scan, start: int, end: int) -> bool:
    """``started alendronate in 2019`` starts no pain."""
    return bool(scan.mentions_in(start, end, "treatment"))


def _reproductive(scan: Scan) -> Iterator[Draft]:
    """Delivery, weaning, conception and menopause with their times."""
    words = scan.knowledge.words
    kinds = {
        "delivery": "delivery",
        "lactating=false": "weaning",
        "menopause": "menopause",
        "menopausal_status=postmenopausal": "menopause",
    }
    mentions = [(mention, kinds.get(words[mention.id].value or "")) for mention in scan.by_group.get("person", ())]
    mentions += [(mention, "conception") for mention in _words(scan, "conception")]
    for mention, kind in mentions:
        if kind is None or not _is_stated_of_patient(scan, mention.start, mention.end):
            continue
        if any(
            time.start <= mention.start and mention.end <= time.end
            for time in scan.times_in(max(0, mention.start - 60), mention.end)
        ):
            continue  # "two months after delivery" is a time, not the telling of a delivery
        time = _time_in_sentence(scan, mention.start, mention.end)
        if time is None or (time.anchor == kind) or (kind == "menopause" and time.kind not in {"age", "date"}):
            continue
        if kinds.get(words[mention.id].value or "") == "menopause" and _is_of_what_follows(scan, mention, time):
            continue
        if kind in {"delivery", "weaning"} and (time.start - mention.end > 45 or _heads_note(scan, time, mention)):
            continue
        yield _with_time(scan, kind, kind, mention.start, mention.end, time)


def _heads_note(scan: Scan, time: TimeMention, mention: Mention) -> bool:
    """``2021/4/5`` on the line over ``36 y, third delivery``: the day of the note, not of what stands under it."""
    return time.date is not None and time.date == note_date(scan) and "\n" in scan.text[time.end : mention.start]


_SINCE_THEN = re.compile(r"[\s,(]*(?:since|at|from|for|in|aged?)?[\s,]*", re.IGNORECASE)


def _is_of_what_follows(scan: Scan, mention: Mention, time: TimeMention) -> bool:
    """``postmenopausal osteoporosis on denosumab since 2016``: the adjective has a time only right beside it."""
    is_adjective = scan.text[mention.start : mention.end].lower().startswith(("post", "menopausal"))
    return is_adjective and _SINCE_THEN.fullmatch(scan.text, mention.end, max(mention.end, time.start)) is None


def _studies(scan: Scan) -> Iterator[Draft]:
    """Imaging and densitometry with their dates."""
    words = scan.knowledge.words
    for mention in scan.by_group.get("modality", ()):
        time = _dated_nearby(scan, mention)
        if time is not None:
            label = _STUDIES.get(words[mention.id].value or "", "imaging")
            yield _with_time(scan, "imaging", label, mention.start, mention.end, time)
    for mention in scan.by_group.get("densitometry", ()):
        if words[mention.id].value != "dxa":
            continue
        time = _dated_nearby(scan, mention)
        if time is not None:
            yield _with_time(scan, "densitometry", "densitometry", mention.start, mention.end, time)


def _dated_nearby(scan: Scan, mention: Mention) -> TimeMention | None:
    """A calendar date in the same sentence, close by."""
    if not _is_stated_of_patient(scan, mention.start, mention.end):
        return None
    left, right = scan.sentence_at(mention.start)
    dates = [
        time
        for time in scan.times_in(left, right)
        if time.kind == "date" and time.date is not None and time.end <= right
    ]
    near = [time for time in dates if time.start - mention.end <= 45 and mention.start - time.end <= 30]
    return min(near, key=lambda time: abs(time.start - mention.start)) if near else None


def _treatments(scan: Scan) -> Iterator[Draft]:
    """Start and stop of drugs, and operations, where the note gives their times."""
    for draft in _facts(scan, "treatments"):
        if draft.get("subject", "patient") != "patient" or draft.get("status") in {
            "planned",
            "declined",
            "contraindicated",
            "mentioned",
        }:
            continue
        told = [("treatments", draft["start"], draft["end"])]
        name = draft["agent"].replace("_", " ")
        times = draft.get("times", {})
        is_operation = draft["kind"] in {"surgery", "procedure"}
        for which, kind, label in (
            ("start", "treatment_start", f"{name} started"),
            ("stop", "treatment_stop", f"{name} stopped"),
        ):
            time = times.get(which)
            if time is None or (is_operation and which == "stop"):
                continue
            if which == "stop" and draft.get("status") == "ongoing":
                continue  # ``to go on until month 12``: nothing has stopped yet
            event = ("surgery", name) if is_operation else (kind, label)
            yield _event(scan, event[0], event[1], draft["start"], draft["end"], time, told)


def _fractures(scan: Scan) -> Iterator[Draft]:
    """Fractures of the patient that have a time."""
    seen: Counter[tuple[int, int]] = Counter()
    for draft in _facts(scan, "fractures"):
        stretch = (draft["start"], draft["end"])
        which = (1,) * seen[stretch]  # of several that one stretch tells
        seen[stretch] += 1
        if draft["subject"] != "patient" or draft["status"] != "present" or draft["time"] is None:
            continue
        bone = _BONE_NAMES.get(draft["bone"] or "", draft["bone"] or "")
        place = " ".join(word for word in (draft["side"], draft["level"] or bone) if word)
        label = f"fracture of {place}" if place else "fracture"
        yield _event(
            scan,
            "fracture",
            label,
            draft["start"],
            draft["end"],
            draft["time"],
            [("fractures", *stretch, *which)],
        )


def _from_findings(scan: Scan) -> Iterator[Draft]:
    """Falls, diagnoses, outcomes and loss to follow-up."""
    for draft in _facts(scan, "findings"):
        if draft["subject"] != "patient" or draft["status"] != "present":
            continue
        told = [("findings", draft["start"], draft["end"])]
        if draft["concept"] == "lost_to_follow_up":
            yield _event(scan, "loss_to_follow_up", draft["name"], draft["start"], draft["end"], draft["time"], told)
            continue
        if draft["time"] is None:
            continue
        if draft["concept"] == "falls":
            yield _event(scan, "fall", "fall", draft["start"], draft["end"], draft["time"], told)
        elif draft["kind"] == "outcome":
            yield _event(scan, "outcome", draft["name"], draft["start"], draft["end"], draft["time"], told)
        elif draft["kind"] == "diagnosis" and _is_dated_diagnosis(scan, draft):
            yield _event(
                scan, "diagnosis", f"diagnosis of {draft['name']}", draft["start"], draft["end"], draft["time"], told
            )


def _is_dated_diagnosis(scan: Scan, draft: Draft) -> bool:
    """A diagnosis is an event only where the note says when it was made: ``diagnosed in``, ``since``."""
    left, right = scan.sentence_at(draft["start"])
    if any(
        left <= mention.start < right and abs(mention.start - draft["start"]) < 60
        for mention in _words(scan, "diagnosis")
    ):
        return True
    return re.match(r"\s*\(?(?:since|in)\b", scan.text[draft["end"] : draft["end"] + 8]) is not None


def _merge(drafts: list[Draft]) -> list[Draft]:
    """The same event at the same time is one record."""
    kept: dict[tuple[str, str, str], Draft] = {}
    for draft in drafts:
        when = (
            (draft["time"]["date"] if draft["time"].get("date") else draft["time"]["text"])
            if draft["time"] is not None
            else ""
        )
        key = (draft["kind"], draft["label"], str(when))
        first = kept.get(key)
        if first is None:
            kept[key] = draft
            continue
        if (draft["start"], draft["end"]) != (first["start"], first["end"]) and (
            draft["start"],
            draft["end"],
        ) not in first["also"]:
            first["also"].append((draft["start"], draft["end"]))
        first["told"] = [*first["told"], *(spot for spot in draft["told"] if spot not in first["told"])]
    return list(kept.values())
