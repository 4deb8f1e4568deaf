"""Whether something is told as there, as absent, as possible, or as over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.answers.absence import asked_for, of_patient
from osteocase.assistant.answers.evidence import all_measured
from osteocase.assistant.answers.polar import LOOKED_FOR
from osteocase.assistant.answers.still_taken import ON_NOW, ran_out, told_at_last
from osteocase.assistant.answers.untold import condition_told, nearest_told, noted_then, other_side, told_controlled
from osteocase.assistant.subjects.axis_days import months_of_day
from osteocase.assistant.subjects.finding import Selection, select
from osteocase.assistant.subjects.passages import has_word, holds, keys_of, passages_of, quoted, sentence_of, told_by
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.selection import kin_said
from osteocase.assistant.subjects.sightings import is_seen
from osteocase.assistant.subjects.targets import side_told
from osteocase.assistant.subjects.times import months_of
from osteocase.assistant.words.fracture_states import asks_either
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.lexicon.normal import normal_words
from osteocase.records import Event, Finding, Fracture, Lab, Record, Treatment
from osteocase.review import Session

__all__ = ["HEALED", "ON_TREATMENT", "is_bare_habit", "presence", "state_of"]


def presence(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """Whether something is told as there, as absent, or not told at all."""
    if not found.records:
        untold = _untold(heard, found, session, vocabulary)
        if untold is not None:
            return untold
    examined = {"modality"} <= found.arguments.keys() <= {"modality", "list", "date", "months", "time", "moment"}
    if examined and heard.has("presence") and not heard.has("fracture_state") and "list" not in found.arguments:
        return of_records(f"Yes, it was done; it showed:\n{lines(found.records)}", found.records)
    condition = condition_told(heard, found, session) if all_measured(found) else None
    if condition is not None:
        return condition
    if heard.left_out or all_measured(found):  # a value is told, not that it is there
        return of_records(lines(found.records), found.records)
    in_words = _in_words(heard, found, session) or _again(heard, found, session)
    if in_words is not None:
        return in_words
    own = [record for record in found.records if of_patient(record)]
    controlled = told_controlled(own, heard, found, session)
    if controlled is not None:
        return controlled
    either = _either_of(own, heard, found)
    if either is not None:
        return either
    others = [record for record in found.records if record not in own]
    if "subject" in found.arguments:
        own, others = others or own, []
    of_own = _NEWLY & set(heard.words) or _FRAGILE.search(heard.say) or ON_TREATMENT.search(heard.say)
    if own and of_own and found.arguments.get("list") == "fractures":
        others = []  # what broke in the family is no new fracture
    if not own:
        family = heard.has("relative") or all(getattr(one, "concept", "").startswith("family") for one in others)
        family = family or bool(_FAMILY & set(heard.words))
        told = all(state_of(one) == "absent" for one in others)
        head = f"{'No' if told else 'Yes'}:" if family else "Not told of the patient. Of relatives:"
        head = f"{head}\n{lines(others)}"
    else:
        head = (
            _only_elsewhere(own, found)
            or _no_more(own, heard, session)
            or newly_broken(own, heard)
            or _on_image(own, heard, session)
            or _of_state(own, heard)
            or _ruled_out(own, heard)
            or _in_other_words(own, heard, session)
            or _of_excess(own)
            or _told(own, found, session)
        )
    head += _how_much(own, session)
    if own and others:
        head += f"\nOf relatives:\n{lines(others)}"
    reply = of_records(head, [*own, *others])
    last = told_at_last(own, heard, session)
    return Reply(reply.text, tuple(dict.fromkeys((*last, *reply.sources))), reply.records) if last else reply


def _of_excess(own: Sequence[Record]) -> str | None:
    """``does she drink?``, where she denies excess: whether she drinks at all nobody says."""
    if not own or not all(isinstance(one, Finding) and state_of(one) == "absent" and one.detail for one in own):
        return None
    return f"It is told only of an excess, which is denied:\n{lines(own)}"


def _untold(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """That it is not told, or not of that time; null where what is told without its day answers it."""
    ever = select(heard, session, vocabulary, with_time=False).records
    denied = _denied_since(ever, heard, session)
    if denied:
        return of_records(f"No (told as absent):\n{lines(denied)}", denied)
    noted = noted_then(ever, heard, session)
    if noted:
        found.records = noted
        return None
    if ever and heard.moment is not None and all(isinstance(one, Finding) for one in ever):
        found.records = ever  # a reaction after an infusion is told without its day
        return None
    if ever and heard.moment is not None and all(isinstance(one, Fracture) for one in ever):
        return of_records(f"Not told in the notes for that time. What is told:\n{lines(ever)}", ever)
    other = other_side(heard, session, vocabulary) if ever else nearest_told(heard, found, session)
    if other is not None:
        return other
    if ever:
        lead = "No: nothing" if all(isinstance(one, Lab) for one in ever) else "Not told in the notes: nothing"
        head = f"{lead} about {asked_for(found)} at that time. What is told:"
        return of_records(f"{head}\n{lines(ever)}", ever)
    kin = kin_said(heard)
    whose = f" of the {kin}" if kin is not None and kin not in asked_for(found) else ""
    return Reply(
        f"Not told in the notes: nothing about {asked_for(found)}{whose} is recorded, "
        "neither that it is there nor that it is not."
    )


def _denied_since(ever: Sequence[Record], heard: Heard, session: Session) -> list[Record]:
    """``any falls since the hip?``: what a note of the time behind it denies without a day of its own."""
    if heard.moment is None or heard.moment.relation != "after":
        return []
    dates = {note.id: note.date for note in session.case.notes}
    denied = [one for one in ever if state_of(one) == "absent" and months_of(one) is None and of_patient(one)]
    return [one for one in denied if _is_behind(dates.get(one.source.note), heard.moment.months, session)]


def _is_behind(date: str | None, months: Decimal, session: Session) -> bool:
    told = months_of_day(date, session) if date is not None else None
    return told is not None and told > months


def _how_much(own: Sequence[Record], session: Session) -> str:
    """The sentence of a loss of height, or of a habit whose amount is not recorded: it alone tells how much."""
    findings = [one for one in own if isinstance(one, Finding)]
    bare = all(map(is_bare_habit, findings))
    if not own or len(findings) < len(own) or not (bare or all(one.concept == "height_loss" for one in findings)):
        return ""
    said = dict.fromkeys(" ".join(sentence_of(one.source, session).split()) for one in own)
    return "".join(f"\n  “{one}”" for one in said)


def _either_of(own: Sequence[Record], heard: Heard, found: Selection) -> Reply | None:
    """``was it T7 or T8?``: each for itself, and no yes; a contraindication is no question of what was given."""
    if _CONTRA.search(heard.say) and "agent" in found.arguments:
        barred = [one for one in own if isinstance(one, Treatment) and one.status == "contraindicated"]
        head = "Yes" if barred else "Not told in the notes that it was contraindicated"
        return of_records(f"{head}:\n{lines(barred or own)}", barred or own)
    if own and (_OTHERWISE.search(heard.say) or asks_either(heard)):
        return of_records(lines(own), own)
    agents = list(dict.fromkeys(hit.id for hit in heard.hits if hit.topic == "treatment" and hit.group != "family"))
    if "or" not in heard.words or max(len(heard.levels), len(agents)) < 2 or heard.first in ("any", "anything"):
        return None
    there = {getattr(one, "level", None) for one in own} | {getattr(one, "agent", None) for one in own}
    missing = [one for one in (*heard.levels, *agents) if one not in there]
    rest = f"\nNothing is recorded about {' or '.join(missing).replace('_', ' ')}." if missing else ""
    return of_records(f"{lines(own)}{rest}", own) if own else None


_OTHERWISE = re.compile(
    r"\b(?:daily|weekly|monthly|yearly|left|right|before|after|oral|iv)\s+or\s+(?:\w+\s+)?"
    r"(?:daily|weekly|monthly|yearly|left|right|before|after|oral|iv)\b",
    re.IGNORECASE,
)
"""``monthly or weekly?`` wants the word that holds, and no yes."""
_CONTRA = re.compile(r"\bcontra-?indicat\w*", re.IGNORECASE)


def _in_words(heard: Heard, found: Selection, session: Session) -> Reply | None:
    """What only the sentences tell: whether a fracture healed, whether a vertebra was part of the scan."""
    broken = [one for one in found.records if of_patient(one) and _may_heal(one)]
    keys = [*keys_of(heard, found), *map(normal_words, heard.levels)]
    healed = bool(HEALED.search(heard.say)) and bool(broken)
    counted = bool(_COUNTED.search(heard.say) and heard.levels and _SCAN.search(heard.say))
    pattern = HEALED if healed else _LEFT_OUT if counted else None
    if pattern is None:
        return None
    told = told_by(keys, pattern, session)
    told = [one for one in told if any(holds(one.text, key) for key in keys)] or told
    if not told and healed:
        head = "Not told so in the notes, nor that it did not heal. What is told:"
        return of_records(f"{head}\n{lines(broken)}", broken)
    if not told:
        return None
    if counted:
        return quoted(told, "No, in these words:" if not _OUT.search(heard.say) else "Yes, in these words:")
    denied = all(_UNHEALED.search(one.text) for one in told)
    return quoted(told, "No, in these words:" if denied else "Yes, in these words:")


def _again(heard: Heard, found: Selection, session: Session) -> Reply | None:
    """``any stones since?``: what a sentence denies of the time since then; what was before it is no answer."""
    own = [record for record in found.records if isinstance(record, Finding | Event) and of_patient(record)]
    after = heard.moment.months if heard.moment is not None and heard.moment.relation == "after" else None
    if after is None and any(isinstance(one, Event) for one in own) and not _AFTER_THAT.search(heard.say):
        return None  # since when is not said, and it may have happened twice
    if after is not None and any(isinstance(one, Event) and (months_of(one) or after) > after for one in own):
        return None  # it happened then
    if not (_SINCE.search(heard.say) or after is not None) or not own or len(own) < len(found.records):
        return None
    dates = {note.id: note.date for note in session.case.notes}
    words = [heard.words[hit.end - 1] for hit in heard.hits if hit.topic == "finding" and hit.end > hit.start]
    denied = [
        one
        for one in passages_of(session)
        if _NONE_SINCE.search(one.text)
        and any(has_word(one.text, word) for word in words)
        and (after is None or _not_before(dates.get(one.note), after, session))
    ]
    if denied:
        return quoted(denied, "No, in these words:")
    early = all((months := months_of(one)) is not None and months < (after or 0) for one in own)
    return of_records(f"Not told in the notes for the time since. What is told:\n{lines(own)}", own) if early else None


def _not_before(date: str | None, months: Decimal, session: Session) -> bool:
    """Whether a note is of that position on the axis or of a later one."""
    told = months_of_day(date, session, last=True) if date is not None else None
    return told is None or told >= months


_AFTER_THAT = re.compile(r"\b(?:since|after\s+(?:that|it|this)|thereafter)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since(?: then)?|again|after that|thereafter)\W*$", re.IGNORECASE)
_NONE_SINCE = re.compile(
    r"\b(?:no|not any|without(?: any)?|nor any)\s+(?:further|more|new|other|recurrent)\b", re.IGNORECASE
)
HEALED = re.compile(
    r"\b(?:heal(?:ed|ing|s)?|united?|union|consolidat\w+|callus|mended|recover(?:ed|y)?|regain\w*)\b", re.IGNORECASE
)
_UNHEALED = re.compile(
    r"\bnon[- ]?union\b|\bdelayed\b|\bincomplete\b|\b(?:not|never|no|without|fail\w* to|yet to)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:heal\w*|unit\w+|union|consolidat\w+|callus|mended)\b"
    r"|\b(?:healing|union|callus|consolidation)\s+(?:is|was|has)\s+(?:not|never|absent)\b",
    re.IGNORECASE,
)
"""The healing itself is denied: ``no fracture beyond L2, which has healed`` denies another fracture."""
_HEAL_TOO = frozenset(("looser_zone", "pseudofracture"))


def _may_heal(record: Record) -> bool:
    """What breaks can heal: a fracture, or the cleft of osteomalacia."""
    return isinstance(record, Fracture) or (isinstance(record, Finding) and record.concept in _HEAL_TOO)


_COUNTED = re.compile(r"\b(?:included?|excluded?|part of|left out|analy[sz]ed|counted|omitted|used)\b", re.IGNORECASE)
_LEFT_OUT = re.compile(r"\b(?:exclu\w+|left out|not (?:included|analy[sz]ed|assessed|used)|omitted)\b", re.IGNORECASE)
_SCAN = re.compile(r"\b(?:dxa|dexa|scan|bmd|densitometry|analysis|t[- ]?score|measurement)\b", re.IGNORECASE)


def _settled(own: Sequence[Record], session: Session) -> str | None:
    """What was possible once and is told for certain later: ``suspected myeloma``, and then excluded."""
    dates = {note.id: note.date or "" for note in session.case.notes}
    findings = [one for one in own if isinstance(one, Finding)]
    sure = [one for one in findings if state_of(one) in ("there", "absent")]
    last = max((dates.get(place.note, "") for one in sure for place in (one.source, *one.also)), default="")
    doubted = max((dates.get(one.source.note, "") for one in findings if state_of(one) == "possible"), default="")
    closing = {state_of(one) for one in sure if any(dates.get(p.note) == last for p in (one.source, *one.also))}
    if not last or last < doubted or len(closing) != 1:
        return None
    head = "No (told as absent" if closing == {"absent"} else "Yes (told as present"
    return f"{head} in the note of {last}; before that as possible):\n{lines(own)}"


def _only_elsewhere(own: Sequence[Record], found: Selection) -> str | None:
    """``any new fractures?``, where one bone alone is told as not broken: the other femur is not the skeleton."""
    of_any = found.arguments.get("list") == "fractures" and not found.arguments.keys() & {"bone", "level"}
    one_bone = all(isinstance(one, Fracture) and one.bone not in (None, "vertebra") for one in own)
    if not of_any or not one_bone or {state_of(one) for one in own} != {"absent"}:
        return None
    return f"Not told of the skeleton as a whole. Told as absent:\n{lines(own)}"


def _in_other_words(own: Sequence[Record], heard: Heard, session: Session) -> str | None:
    """``is she back at work?``, where her daily activities are told: an outcome that is near is no yes."""
    if not all(isinstance(one, Finding) and one.kind == "outcome" and state_of(one) == "there" for one in own):
        return None
    hits = [hit for hit in heard.hits if hit.topic == "finding" and hit.end > hit.start]
    typed = {word for hit in hits for word in heard.words[hit.start : hit.end] if len(word) > _SHORT}
    typed -= {"back"}
    texts = [sentence_of(one.source, session) for one in own]
    if not typed or any(has_word(text, word) for text in texts for word in typed):
        return None
    return f"Not told in these words. What is told:\n{lines(own)}"


def is_bare_habit(one: Finding) -> bool:
    """Whether it is a habit of the patient whose amount is not recorded."""
    return one.concept in _HABITS and not one.detail and state_of(one) == "there" and of_patient(one)


_HABITS = ("alcohol", "smoking")
_SHORT = 3


def _told(own: Sequence[Record], found: Selection, session: Session) -> str:
    """The records under the word for what they tell together."""
    states = {state_of(record) for record in own}
    settled = _settled(own, session) if "possible" in states and len(states) > 1 else None
    if settled is not None:
        return settled
    if not {"there", "absent"} <= states:
        kind = next(one for one in ("there", "possible", "not given", "absent") if one in states)
        shut = [one for one in own if kind == "there" and state_of(one) == "not given"]
        rest = f"\nNot given:\n{lines(shut)}" if shut else ""
        return f"{_HEADS[kind]}\n{lines([one for one in own if one not in shut])}{rest}"
    if "bone" in found.arguments or found.arguments.get("list") == "fractures":
        absent = [one for one in own if state_of(one) == "absent"]
        return f"Yes:\n{lines([one for one in own if one not in absent])}\nTold as absent:\n{lines(absent)}"
    return f"Yes and no, told both ways:\n{lines(own)}"


def _of_state(own: Sequence[Record], heard: Heard) -> str | None:
    """``are the fractures old?``, ``was it the left wrist?``: not whether there are any."""
    side = side_told(heard) if heard.is_question else None
    sided = [one for one in own if isinstance(one, Fracture) and one.side is not None and one.status != "absent"]
    if side is not None and sided and all(one.side not in (side, "bilateral") for one in sided):
        return f"No, told on the other side:\n{lines(sided)}"
    asked = set(heard.values("fracture_state"))
    one_level = [one for one in own if isinstance(one, Fracture) and one.level in heard.levels and one.acuity]
    if asked and one_level and len(one_level) == len(own) and heard.is_question:
        fits = [one for one in one_level if one.acuity in asked or ("old" in asked and _is_old(one))]
        head = "Yes" if fits == one_level else "No" if not fits else "Not all of them"
        return f"{head}:\n{lines(one_level)}"
    broken = [one for one in own if isinstance(one, Fracture) and one.status == "present"]
    if _FRAGILE.search(heard.say) and broken and heard.is_question:
        fragile = [one for one in broken if one.fragility]
        denied = [one for one in broken if one.fragility is False]
        if fragile == broken:
            return f"Yes:\n{lines(broken)}"
        head = "Not all of them" if fragile else "No" if denied == broken else "Not told in the notes"
        return f"{head}:\n{lines(broken)}"
    if not asked or heard.levels or len([one for one in own if isinstance(one, Fracture)]) < len(own):
        return None
    fitting = [one for one in broken if one.acuity in asked or ("old" in asked and _is_old(one))]
    if not fitting:
        return f"Not told so:\n{lines(broken)}"
    return f"Not all of them:\n{lines(broken)}" if len(fitting) < len(broken) else None


def _on_image(own: Sequence[Record], heard: Heard, session: Session) -> str | None:
    """``was L2 on the X-ray?``: of a fracture that is told by another image alone."""
    images = set(heard.values("modality"))
    broken = [one for one in own if isinstance(one, Fracture) and one.status == "present"]
    if len(images) != 1 or len(broken) < len(own) or not heard.levels:
        return None
    image = next(iter(images))
    seen = [one for one in broken if is_seen(one, image, session)]
    return None if seen == broken else f"Not told of the {image.replace('_', ' ')}. What is told:\n{lines(broken)}"


_FRAGILE = re.compile(r"\b(?:low[- ]?(?:trauma|energy)|fragility|osteoporotic)\b", re.IGNORECASE)


def _is_old(fracture: Fracture) -> bool:
    return fracture.temporality == "historical" or fracture.acuity == "chronic"


def _no_more(own: Sequence[Record], heard: Heard, session: Session) -> str | None:
    """``is she still on it?``, of what was stopped or is long past."""
    if _HABIT_NOW.search(heard.say):
        own = _told_last(own, session) if all(isinstance(one, Finding) for one in own) else own
        habit = all(isinstance(one, Finding) and one.temporality == "historical" for one in own)
        rows = lines(own).replace(", past)", ")").replace(" (past)", "").replace(": present", ": past")
        return f"No longer:\n{rows}" if habit and state_of(own[0]) == "there" else None
    over_since = ran_out(own, heard, session)
    timed = heard.moment is not None or heard.date is not None or heard.months is not None or heard.has("time")
    now = _STILL & set(heard.words) or (ON_NOW.search(heard.say) and not timed)
    if over_since is not None or not now:
        return over_since
    drugs = [one for one in own if isinstance(one, Treatment)]
    if drugs:
        ended = [one for one in drugs if one.status in ("stopped", "completed", "past")]
        dates = {note.id: note.date or "" for note in session.case.notes}
        last = max((dates.get(place.note, "") for one in drugs for place in (one.source, *one.also)), default="")
        closing = [one for one in ended if any(dates.get(place.note) == last for place in (one.source, *one.also))]
        if closing and not any(
            one not in ended and dates.get(one.source.note) == last and one.agent == closing[0].agent for one in drugs
        ):
            return f"No, not any more:\n{lines(closing)}"
        return f"No, not any more:\n{lines(own)}" if ended == drugs else None
    latest = _told_last(own, session)
    one_thing = len({one.concept for one in own if isinstance(one, Finding)}) == 1
    if one_thing and len(latest) < len(own) and {state_of(one) for one in latest} == {"absent"}:
        return f"No (told as absent when last told of):\n{lines(latest)}"
    over = [one for one in own if isinstance(one, Finding) and one.temporality == "historical"]
    return f"No, not any more:\n{lines(own)}" if over == list(own) else None


def _told_last(own: Sequence[Record], session: Session) -> list[Record]:
    """Those that the latest note tells."""
    dates = {note.id: note.date or "" for note in session.case.notes}
    told = {one.id: max(dates.get(place.note, "") for place in (one.source, *one.also)) for one in own}
    return [one for one in own if told[one.id] == max(told.values())]


_HABIT_NOW = re.compile(
    r"^\W*(?:(?:and|so|but)\s+)?(?:is|are)\s+(?:she|he|they|the\s+\w+|this\s+\w+)\s+(?:an?\s+)?"
    r"(?:(?:current|active|heavy|regular|still)\s+)?(?:smok(?:er|ing)|drink(?:er|ing))\b"
    r"|^\W*(?:(?:and|so|but)\s+)?(?:does|do)\s+(?:she|he|they|the\s+\w+)\s+(?:still\s+)?(?:smoke|drink)\b"
    r"|^\W*(?:(?:current|active)\s+)?(?:smoker|smoking|drinker)\s*\?\W*$",
    re.IGNORECASE,
)
"""``is she a smoker?`` asks what she does now."""


def newly_broken(own: Sequence[Record], heard: Heard) -> str | None:
    """``any new fractures?``: those of the follow-up, and else the words that deny them."""
    broken = [one for one in own if isinstance(one, Fracture)]
    newly = _NEWLY & set(heard.words) or ON_TREATMENT.search(heard.say)
    if asks_either(heard) or not newly or len(broken) < len(own) or heard.levels or not broken:
        return None
    kinds = set(heard.words_of("fracture_kind"))
    spoken = [one for one in broken if one.kind in kinds and one.status == "present" and of_patient(one)]
    if spoken and _THE_ONE.match(heard.say):  # ``was the wedge fracture new?``: of that one
        new = [one for one in spoken if one.acuity == "acute"]
        old = [one for one in spoken if _is_old(one)]
        head = "Yes" if new == spoken else "No" if old == spoken else "Not told in the notes whether it was new"
        return f"{head}:\n{lines(spoken)}"
    moment = heard.moment if heard.moment is not None and heard.moment.relation == "after" else None
    begin = moment.months + moment.slack if moment is not None else _FOLLOW_UP
    later = [
        one for one in broken
        if one.status == "present" and not _is_old(one) and (months_of(one) or Decimal(0)) > begin
    ]  # fmt: skip
    denied = [one for one in broken if one.status == "absent"]
    healed = [one for one in broken if moment and one.status == "present" and _is_old(one) and _lies_behind(one, begin)]
    if later:
        rest = f"\nTold as old or healed:\n{lines(healed)}" if healed else ""
        return f"Yes:\n{lines(later)}{rest}" + (f"\nDenied:\n{lines(denied)}" if denied else "")
    since = [one for one in denied if (months_of(one) or Decimal(0)) > begin] or denied
    known = [one for one in broken if one.status == "present"]
    if not since:
        return f"Not told in the notes whether there are new ones. Known:\n{lines(known)}" if known else None
    return f"No (told as absent):\n{lines(since)}" + (f"\nKnown before:\n{lines(known)}" if known else "")


def _lies_behind(one: Record, begin: Decimal) -> bool:
    """Whether it is placed behind that month."""
    return (months_of(one) or begin) > begin


ON_TREATMENT = re.compile(
    r"\b(?:on|under|during|despite)\s+(?:the\s+|her\s+|his\s+)?(?:treatment|therapy)\b", re.IGNORECASE
)
"""``did she break anything on treatment?``: of the follow-up."""


_THE_ONE = re.compile(r"^\W*(?:and\s+|so\s+)?(?:is|was|are|were)\s+(?:the|that|this|those|her|his)\b", re.IGNORECASE)


def _ruled_out(own: Sequence[Record], heard: Heard) -> str | None:
    """``was myeloma ruled out?``, ``is she a non-smoker?``: the question is whether it is absent."""
    states = {state_of(one) for one in own}
    if not _OUT.search(heard.say):
        looked_for = LOOKED_FOR.search(heard.say) and states == {"absent"}
        return f"Yes, it was looked for; told as absent:\n{lines(own)}" if looked_for else None
    if states == {"absent"}:
        return f"Yes, told as absent:\n{lines(own)}"
    return f"No, told as present:\n{lines(own)}" if states == {"there"} else None


_OUT = re.compile(
    r"\b(?:rule[sd]? out|exclu\w+|non[- ]?\w+er\b|never\b|negative|free (?:of|from)|without|not have|tee-?total)\b",
    re.IGNORECASE,
)
_NEWLY = frozenset(("new", "further", "another", "subsequent", "additional", "fresh", "since", "more", "other"))
_FOLLOW_UP = Decimal("0.5")
"""Months after month zero from which on a fracture is one of the follow-up."""
_FAMILY = frozenset(("parental", "family", "familial", "maternal", "paternal", "parents", "parent", "fhx", "fh"))
_STILL = frozenset(("still", "currently", "now", "presently", "nowadays", "today"))
_PRESENCE = {
    "present": "there", "started": "there", "ongoing": "there", "completed": "there", "stopped": "there",
    "past": "there", "mentioned": "possible", "possible": "possible", "planned": "not given", "declined": "not given",
    "contraindicated": "not given", "absent": "absent",
}  # fmt: skip
_HEADS = {
    "there": "Yes:", "possible": "It is told as possible:", "absent": "No (told as absent):",
    "not given": "No: no note tells that it was given.",
}  # fmt: skip


def state_of(record: Record) -> str:
    """``there``, ``possible``, ``not given`` or ``absent``."""
    if isinstance(record, Lab) and record.value is None and _NEGATIVE.search(record.qualitative or ""):
        return "absent"
    state = str(getattr(record, "status", "present"))
    return _PRESENCE[state]


_NEGATIVE = re.compile(r"\b(?:negative|not detected|none|absent|no)\b", re.IGNORECASE)
