"""What an utterance wants, in the light of what was said before; nothing is changed by it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from osteocase.assistant.answers.evidence import with_strange_left_out
from osteocase.assistant.answers.harms import with_harms
from osteocase.assistant.answers.judging import check_asked, judges_change, turns_to_checks
from osteocase.assistant.answers.next_question import OpenQuestion
from osteocase.assistant.answers.questions import ANSWERS
from osteocase.assistant.answers.quoting import asks_what_note_says
from osteocase.assistant.answers.reasons import is_of_case, reasons_told
from osteocase.assistant.answers.searching import may_search, searched
from osteocase.assistant.answers.standing import asks_standing
from osteocase.assistant.answers.talk import asks_first, asks_readiness, small_talk, with_mark, without_courtesy
from osteocase.assistant.changes.adding import additions, in_other_words, tells_record, told_before, words_as_note
from osteocase.assistant.changes.grounds import grounds_of
from osteocase.assistant.changes.new_events import happened_anew, tells_new_treatment, tells_number
from osteocase.assistant.changes.offering import (
    adds_plainly,
    is_definite,
    is_further,
    is_recent,
    tells_amount,
    tells_new_fact,
    tells_of_relative,
)
from osteocase.assistant.changes.pairing import paired, with_own_date, with_own_side, with_own_state, with_own_time
from osteocase.assistant.changes.preferring import preferred
from osteocase.assistant.changes.qualified import in_place_of_ones
from osteocase.assistant.changes.reference_told import tells_interval
from osteocase.assistant.changes.remarks import TELLS_RIGHT, of_writing, without_remark
from osteocase.assistant.changes.settling import OF_CONSENT, for_report, keeps_stated, led_answer, settled, tells_fact
from osteocase.assistant.changes.sparing import without_spared
from osteocase.assistant.changes.switches import ended_and_begun
from osteocase.assistant.changes.uncounted import paused_courses
from osteocase.assistant.subjects.finding import Selection, relatives_of, select, values_of
from osteocase.assistant.subjects.happenings import asks_happenings
from osteocase.assistant.subjects.moments import placed
from osteocase.assistant.subjects.offsets import at_nearest
from osteocase.assistant.subjects.passages import NOTE_SAYS, about, from_notes, note_words
from osteocase.assistant.subjects.sightings import one_image_only
from osteocase.assistant.subjects.states import without_part
from osteocase.assistant.understanding.answering import puts_off
from osteocase.assistant.understanding.concerns import of_concern
from osteocase.assistant.understanding.ellipsis import in_full_words
from osteocase.assistant.understanding.following import (
    WHICH_MORE,
    continued,
    may_continue,
    of_those_told,
    place_of,
    with_names_of,
    with_time_of,
)
from osteocase.assistant.understanding.going_on import gone_on
from osteocase.assistant.understanding.intents import INTENTS, Intent, intent_of
from osteocase.assistant.understanding.note_orders import one_line_note
from osteocase.assistant.understanding.orders import as_order, head_and_order, on_that_day
from osteocase.assistant.understanding.others import as_patient, of_other_age, other_record
from osteocase.assistant.understanding.rephrasing import put_right
from osteocase.assistant.understanding.retyping import SAY_WHOLE, means_other
from osteocase.assistant.understanding.same_question import in_same_question, names_other
from osteocase.assistant.understanding.several import DECISIONS, are_several, tell_facts, tells_state
from osteocase.assistant.understanding.tabs import Tab, tab_of
from osteocase.assistant.understanding.understood import Understood
from osteocase.assistant.understanding.what_followed import AFTER_WHAT, asks_what_followed, heard_after
from osteocase.assistant.words.clauses import clauses, without_grounds
from osteocase.assistant.words.conditions import NO_CONDITION, is_conditional
from osteocase.assistant.words.exclusions import without_excluded
from osteocase.assistant.words.fracture_states import asks_either
from osteocase.assistant.words.hearing import Heard, hear
from osteocase.assistant.words.naming import case_dates, case_names, writes_day_first
from osteocase.assistant.words.spoken_dates import SpokenDate, dated_plainly, spoken_dates
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Bmd, Lab, Note, NoteRecord, Record, Score, Treatment
from osteocase.review import Change, Session
from osteocase.review.state import record_lists

__all__ = ["Listener", "Understood"]

_DARK: tuple[Intent, ...] = ("unknown", "advice", "ask.passage")
_VAGUE: tuple[Intent, ...] = ("unknown", "ask.presence", "ask.value", "answer.yes", "answer.no", "correct")
"""What may as well be the answer to a question of the checklist."""

_THEY = frozenset(("they", "them", "these", "those"))
_MANY = ("record_kind", "list", "finding_kind")
"""What was answered with several things already, which are ``they``."""
CHANGES = ("correct", "accept", "delete", "defer", "set_axis", "rename")
_SHORT = 5  # words of a question about what was told last
_MAY_BE_SEVERAL = frozenset(
    intent
    for intent in INTENTS
    if intent.startswith("ask.") or intent in ("unknown", "correct", "correct.patient", "accept", "delete", "defer")
)


class Listener:
    """Understands what is said about a session.

    Args:
        session: the case.
        read: reads a note; additions are read by the same rules as notes.
        vocabulary: the words to listen for.
    """

    def __init__(self, session: Session, *, read: Callable[[Note], NoteRecord], vocabulary: Vocabulary) -> None:
        self._session = session
        self._read = read
        self._vocabulary = vocabulary

    def understand(
        self,
        say: str,
        last: Heard | None,
        question: OpenQuestion | None,
        earlier: Heard | None = None,
        corrected: Record | None = None,
    ) -> Understood:
        """What an utterance wants.

        Args:
            say: what is said.
            last: what was spoken of before, for what is left out.
            question: the assistant's own question, which it may answer.
            earlier: what was spoken of before that: ``both``.
            corrected: the record that was changed just now, for ``and the TSH 1.3``.
        """
        if (note := one_line_note(say, self._read)) is not None:
            return Understood(self.heard(say), "add", note=note)
        says = small_talk(say, empty=not self._session.state.notes)
        says = says or small_talk(say := put_right(as_order(with_mark(without_courtesy(say))), self._numbers_of))
        says = says or (SAY_WHOLE if means_other(say) and self.heard(say).has("undo") else None)
        says = says or (AFTER_WHAT if last is None and asks_what_followed(self.heard(say), None) else None)
        if says is not None:
            return Understood(self.heard(say), "talk", shows=Tab(None, text=says))
        if asks_readiness(say) or asks_first(say):
            return Understood(self.heard(say), "ask.gap")
        if not is_conditional(say) and (orders := head_and_order(say)) is not None:
            first = self.understand(orders[0], last, question, earlier)
            if first.intent not in ("unknown", "advice"):
                named = select(first.heard, self._session, self._vocabulary)
                then = self.understand(on_that_day(orders[1], named, self._session), first.heard, None)
                return Understood(self.heard(say), first.intent, parts=(first, then))
        shows = tab_of(say)
        if shows is not None:
            heard = self.heard(shows.ask or say)
            found = select(heard, self._session, self._vocabulary)
            return Understood(heard, intent_of(heard, found) if shows.ask else "show", shows=shows)
        said = without_spared(say)
        plain, out = without_excluded(self._without_remark(said))
        told = self._of_case(in_full_words(plain, last), last, question, earlier, corrected)
        if told.intent.startswith(CHANGES) and is_conditional(say):
            return Understood(told.heard, "talk", shows=Tab(None, text=NO_CONDITION))
        return replace(told, said=said, heard=replace(told.heard, excluded=out))

    def _without_remark(self, say: str) -> str:
        """What is wished or told, without a clause that only comments on it."""
        told = of_writing(say)
        if told is not None and self._intent(told).startswith(("correct", "add", *DECISIONS)):
            return told
        cut = without_remark(say)
        if cut is None:
            return say
        heard, intent = self.heard(cut.wish), self._intent(cut.wish)
        if intent not in DECISIONS:
            return say
        found = select(heard, self._session, self._vocabulary).records
        taken = bool(found) and all(isinstance(one, Treatment) for one in found)
        plain = cut.is_plain and (taken or not self.heard(cut.remark).has("relative"))  # ``it is her sister's``
        plain = plain and TELLS_RIGHT.search(cut.remark) is None  # ``she takes one a day``
        return cut.wish if heard.starts_with(intent) or plain else say

    def _of_case(
        self,
        say: str,
        last: Heard | None,
        question: OpenQuestion | None,
        earlier: Heard | None,
        corrected: Record | None,
    ) -> Understood:
        """What is wanted of the records, in one wish or several."""
        if (switch := self._switch(say, last)) is not None:
            return switch
        if paused_courses(heard := self.heard(say), self._session):
            return Understood(heard, "correct")  # which is told back as one that cannot be made
        words = set(say.casefold().split())
        two = "both" in words or WHICH_MORE.match(say) is not None
        if last is not None and earlier is not None and (two or (_THEY & words and not last.has(*_MANY))):
            last = with_names_of(last, earlier)
        whole = gone_on(
            self._one(say, last, question),
            last,
            corrected,
            self._session,
            self._vocabulary,
            lambda other: self._one(other, None, None),
        )
        other = other_record(say, self._session) is not None or of_other_age(say, self._session)
        if other and not whole.intent.startswith(("correct", "add")):
            return Understood(whole.heard, "advice")
        if (ended := self._ended_for(say, whole, last, question)) is not None:
            return ended
        head = self._known_head(say, whole, last, question) if whole.intent in ("unknown", "ask.passage") else None
        if head is not None:
            return head
        if whole.settles or whole.intent not in _MAY_BE_SEVERAL or whole.heard.between is not None:
            return whole
        if (
            one_image_only(whole.heard) is not None
            or tells_interval(whole)
            or (asks_either(whole.heard) and whole.heard.is_question)
        ):
            return whole
        told = whole.intent in ("correct", "unknown", "ask.value") and not whole.heard.is_question
        ways = (with_own_time, paired, with_own_state, with_own_side, with_own_date) if told else ()
        pairs = next((found for one in ways if (found := one(whole.heard))), [])
        for way in [*([pairs] if pairs else []), *clauses(say)]:
            parts = self._parts(way, last, question)
            if way is pairs and all(part.intent == "correct" for part in parts):
                return Understood(whole.heard, "correct", parts=parts)
            if tell_facts(parts):
                return Understood(whole.heard, "add", parts=tuple(part.offers or part for part in parts))
            if are_several(whole, parts):
                return Understood(whole.heard, parts[0].intent, parts=parts)
        return whole

    def _ended_for(
        self, say: str, whole: Understood, last: Heard | None, question: OpenQuestion | None
    ) -> Understood | None:
        """The end of a recorded course with its reason; null where no reason is told."""
        grounds = grounds_of(say) if whole.intent not in ("add", "delete") and not whole.heard.is_question else None
        if grounds is None:
            return None
        ended = self._one(grounds.head, last, question)
        known = not ended.heard.unknown_words and bool(ended.heard.ids("treatment"))
        if not known or ended.intent not in ("correct", "ask.value", "ask.presence", "ask.when", "unknown"):
            return None
        return replace(ended, intent="correct", heard=replace(ended.heard, grounds=grounds.why))

    def _switch(self, say: str, last: Heard | None) -> Understood | None:
        """A recorded drug that ended, and another one that was begun in its place."""
        told = ended_and_begun(say)
        if told is None:
            return None
        old, new = (select(self.heard(part), self._session, self._vocabulary, with_time=False) for part in told)
        if not any(isinstance(one, Treatment) for one in old.records) or new.records:
            return None
        parts = (self._of_case(told[0], last, None, None, None), self._one(told[1], None, None))
        if parts[0].intent != "correct" or parts[1].read is None or not parts[1].read.treatments:
            return None
        return Understood(self.heard(say), "add", parts=parts)

    def _known_head(
        self, say: str, whole: Understood, last: Heard | None, question: OpenQuestion | None
    ) -> Understood | None:
        """A plain correction beside words that nobody knows; the guard of changes tells what it could not place."""
        if (plain := without_part(say)) is not None:
            told = self._one(plain, last, question)
            if told.intent == "correct" and told.heard.ids("finding"):
                return told
        heads = [without_grounds(say)]
        if whole.intent == "unknown" and whole.heard.unknown_words:
            heads += [way[0] for way in clauses(say)]
        for head in filter(None, heads):
            told = self._one(head, last, question)
            new = told.heard.has("fracture_state") or told.heard.figures or told.heard.date is not None
            if told.intent == "correct" and new and not (head != heads[0] and told.heard.unknown_words):
                return told
        return None

    def additions(self, say: str) -> list[Change]:
        """What a sentence would add."""
        told = self.understand(say, None, None)
        if told.intent != "add" or told.read is None:
            return []
        return additions(told.words, told.read, told.heard, read_words=self.read_words, vocabulary=self._vocabulary)

    def read_words(self, words: str) -> NoteRecord:
        """What is read in words of the author."""
        return self._read(words_as_note(words))

    def _intent(self, say: str) -> Intent:
        heard = self.heard(say)
        return intent_of(heard, select(heard, self._session, self._vocabulary))

    def heard(self, say: str) -> Heard:
        """The utterance taken apart, with the times that are told by what happened."""
        session = self._session
        words = hear(
            as_patient(say),
            self._vocabulary,
            case_names(session),
            case_dates(session),
            note_words(session),
            day_first=writes_day_first(session),
        )
        return placed(with_harms(words), session)

    def dates(self, say: str) -> list[SpokenDate]:
        """The dates of an utterance, with their places."""
        return spoken_dates(say, case_dates(self._session), writes_day_first(self._session))

    def _parts(self, way: Sequence[str], last: Heard | None, question: OpenQuestion | None) -> tuple[Understood, ...]:
        parts: list[Understood] = []
        for say in way:
            before = parts[-1] if parts else None
            if before is not None and before.intent in (*DECISIONS, "correct"):
                named = select(before.heard, self._session, self._vocabulary)
                say = on_that_day(in_place_of_ones(say, before.heard), named, self._session)
            say = in_full_words(say, before.heard if before is not None else last)
            part = self._one(say, before.heard if before is not None else last, question)
            part = self._ended_for(say, part, None, None) or part
            if before is not None and before.intent == "correct" and part.intent == "ask.value" and part.heard.figures:
                part = replace(part, intent="correct", heard=with_time_of(part.heard, before.heard))
            elif before is not None and before.intent == part.intent == "correct" and not part.heard.has("time"):
                part = replace(part, heard=with_time_of(part.heard, before.heard))
            elif before is not None and {before.intent, part.intent} <= DECISIONS and not part.heard.has("time"):
                timed = with_time_of(part.heard, before.heard)
                part = replace(part, heard=timed) if select(timed, self._session, self._vocabulary).records else part
            offered = before is not None and before.offers is not None
            if offered and part.intent == "ask.value" and tells_state(part.heard):
                part = replace(part, intent="correct")
            parts.append(part)
        return tuple(parts)

    def _one(self, say: str, last: Heard | None, question: OpenQuestion | None) -> Understood:
        if question is not None and last is None and puts_off(say):
            heard = self.heard(say)
            if not select(heard, self._session, self._vocabulary, with_time=False).records:
                return Understood(heard, "answer.no")
        answer = self._for_report(say, question) or self._led(say, question)
        answer = answer or of_concern(self.heard(say), question, self._session, self.read_words)
        understood = answer or self._as_it_stands(say, last, question)
        if understood.intent in _DARK and question is not None and question.key == "care/12":
            understood = replace(understood, offers=self._for_report(say, question, asked=True))
        new = self._new_fact(say, understood)
        if new is None:
            return understood
        return (
            new if adds_plainly(understood.heard, self._session, self._vocabulary) else replace(understood, offers=new)
        )

    def _for_report(self, say: str, question: OpenQuestion | None, *, asked: bool = False) -> Understood | None:
        """What the report needs of consent, ethics and the patient's own view."""
        for words in for_report(say, asked=asked):
            read = self.read_words(words)
            if any(one.concept in _OF_REPORT for one in read.findings):
                return Understood(self.heard(say), "answer.yes" if question else "add", words, read, sure=True)
        return None

    def _led(self, say: str, question: OpenQuestion | None) -> Understood | None:
        """``yes, she signed it``, ``no, she had no side effects``: the answer with what is told in it."""
        led = led_answer(say, question)
        if led is None or question is None:
            return None
        is_yes, rest = led
        read = self.read_words(rest)
        heard = self.heard(rest)
        if question.yes is not None:
            if not OF_CONSENT.search(rest):
                return None
            told = is_yes and not any(one.concept == "consent_given" for one in read.findings)
            words = question.yes if told else rest
            read = self.read_words(words)
            return Understood(heard, "answer.yes", words, read) if is_yes else Understood(self.heard("no"), "answer.no")
        known = select(heard, self._session, self._vocabulary, with_time=False).records
        facts = [record for name, record in record_lists(read) if name != "events"]
        return Understood(heard, "answer.yes", rest, read) if facts and not known else None

    def _as_it_stands(self, say: str, last: Heard | None, question: OpenQuestion | None) -> Understood:
        heard = heard_after(say, last, self.heard, self._session, self._vocabulary)
        found = select(heard, self._session, self._vocabulary, with_time=False)
        answer = self._of_conflict(heard, found, question)
        if answer is not None:
            return answer
        ever = bool(found.records)
        found = select(heard, self._session, self._vocabulary)
        intent, of_last, follows = intent_of(heard, found), False, False
        if intent == "unknown" and heard.unknown_words and not from_notes(heard, self._session, named=found.named):
            without = with_strange_left_out(heard, found, intent_of(heard, found, strange=True))
            heard = without or heard
            intent = intent_of(heard, found) if without is not None else intent
        whole = asks_standing(heard, found) or asks_happenings(heard, found, last)
        if last is not None and not whole and may_continue(heard, found, intent, last):
            place = place_of(select(last, self._session, self._vocabulary).records, heard)
            more = at_nearest(continued(heard, last, place), heard, place, self._session, self._vocabulary)
            found_more = select(more, self._session, self._vocabulary)
            intent_more = intent_of(more, found_more)
            of_other = (
                intent_more == "ask.patient" and last.has("relative") and "age_years" in heard.values("patient_field")
            )
            intent_more = "ask.value" if of_other else intent_more
            to_field = intent_more == "correct.patient" and last.has("patient_field") and bool(heard.figures)
            named_more = found_more.named and intent_more.startswith(("ask.", "correct"))
            if to_field or (named_more and intent_more != "ask.patient"):
                points = intent_more == "ask.when" and last.has("extreme", "ask") and len(heard.words) <= _SHORT
                timed = last.months is not None or last.date is not None or last.has("time")
                again = (
                    timed
                    and heard.has("time")
                    and any(isinstance(one, Lab | Score | Bmd) for one in found_more.records)
                )
                points = (points or of_those_told(heard, intent_more)) and not again
                heard, found, intent, of_last, follows = more, found_more, intent_more, points, True
        elif last is not None and intent == "ask.value" and names_other(heard, last):
            more = in_same_question(heard, last, self.heard)
            found_more = select(more, self._session, self._vocabulary)
            if found_more.records:
                heard, found, intent = more, found_more, intent_of(more, found_more)
        words = (heard.rest_after("add") or heard.say).removeprefix("that ") if intent == "add" else ""
        if intent == "add" and set(words.casefold().strip(" .!").split()) <= _POINTERS:
            words = told_before(heard)  # ``it was given on 14 June, please add it``
        if intent == "answer.yes" and question is not None and question.yes:
            words = question.yes
        words = dated_plainly(words, case_dates(self._session), writes_day_first(self._session))
        corrects = intent == "correct" and heard.has("correct") and is_definite(heard)
        of_known = heard.words[:1] == ("it",) and bool(heard.ids("bone") or "fractures" in heard.values("record_kind"))
        if intent in _VAGUE and not (ever or corrects or of_known) and tells_fact(heard, question):
            read = self.read_words(say)
            if any(True for _record in record_lists(read)):
                return Understood(heard, "answer.yes", say, read)
        if intent == "unknown":
            intent = self._looked_up(heard, found)
        if intent == "ask.reason" and not reasons_told(heard, found, self._session):
            intent = intent if is_of_case(heard, recorded=ever or bool(found.records)) else "advice"
        if intent == "advice" and NOTE_SAYS.search(heard.say) and about(heard, self._session):
            intent = "ask.passage"  # ``what does the first note say about the outlook?``
        intent = self._of_notes_or_checks(heard, intent)
        told = self.read_words(words) if words else None
        return Understood(heard, intent, words, told, of_last=of_last, continued=follows)

    def _of_conflict(self, heard: Heard, found: Selection, question: OpenQuestion | None) -> Understood | None:
        """The answer to the question which of two numbers is right."""
        settles = settled(heard, found, question, self._session)
        changes = (settles,) if settles is not None else preferred(heard, found, question, self._session)
        if changes:
            return Understood(heard, "correct", settles=changes, sure=settles is None)
        return Understood(heard, "answer.no") if keeps_stated(heard, found, question, self._session) else None

    def _new_fact(self, say: str, understood: Understood) -> Understood | None:
        """The addition of a fact that is told and of which the case holds nothing, or nothing at that time."""
        heard = understood.heard
        if understood.settles or not tells_new_fact(heard, understood.intent):
            return None
        ever = select(heard, self._session, self._vocabulary, with_time=False)
        if _ENDED & set(heard.words) and ever.records and all(isinstance(one, Treatment) for one in ever.records):
            return None  # the end of a course that is recorded is no new one
        if tells_of_relative(heard):
            whose = relatives_of(heard)
            whose |= {"parent"} if whose & {"mother", "father"} else set()
            ever.records = [one for one in ever.records if getattr(one, "subject", "patient") in whose]
        there = select(heard, self._session, self._vocabulary)
        timed = heard.date is not None or heard.months is not None
        ever.records = [] if tells_new_treatment(heard, ever.records) else ever.records
        dated = (timed and (tells_number(heard) or is_further(heard)) and not there.records) or is_recent(heard)
        dated = dated or happened_anew(heard, there.records)
        against = bool(ever.records) and all(getattr(one, "status", None) == "absent" for one in ever.records)
        against = against and not heard.has("no") and bool(heard.figures or timed)
        if (ever.records and not (dated or against or tells_amount(heard, ever.records))) or not (
            ever.named or understood.intent == "unknown"
        ):
            return None
        words = dated_plainly(say, case_dates(self._session), writes_day_first(self._session))
        read = self.read_words(words)
        if not tells_record(read):
            words, read = in_other_words(words, read, self.read_words, self._vocabulary)
        facts = [record for name, record in record_lists(read) if name != "events"]
        return Understood(heard, "add", words, read) if facts else None

    def _numbers_of(self, say: str) -> list[Decimal] | None:
        """The numbers of what is named, none of what is added; null where nothing is named."""
        heard, patient = self.heard(say), self._session.case.patient
        named = select(heard, self._session, self._vocabulary, with_time=False)
        fields = [getattr(patient, one, None) for one in heard.values("patient_field")]
        known = [number for one in named.records for number in values_of(one) if not heard.has("add")]
        return [*known, *(one for one in fields if isinstance(one, Decimal))] if named.named or fields else None

    def _of_notes_or_checks(self, heard: Heard, intent: Intent) -> Intent:
        if asks_what_note_says(heard, self._session, intent) is not None:
            return "ask.passage"  # ``what did the letter say about tapering?``
        return "ask.conflict" if turns_to_checks(heard, intent) else intent

    def _looked_up(self, heard: Heard, found: Selection) -> Intent:
        """What is not understood may be told by a sentence of the notes."""
        if check_asked(heard, self._session) is not None or judges_change(heard, self._session):
            return "ask.conflict"
        if from_notes(heard, self._session, named=found.named):
            plain = intent_of(heard, found, strange=True)
            special = found.records and found.arguments.keys() - {"list", "event", "time"}
            return plain if plain in ANSWERS and special and plain != "ask.presence" else "ask.passage"
        return "ask.passage" if may_search(heard) and searched(heard, self._session) else "unknown"


_OF_REPORT = ("consent_given", "ethics_approval", "ethics_approval_waived", "patient_perspective")
_ENDED = frozenset(("stopped", "discontinued", "ended", "finished", "completed", "withdrawn"))
_POINTERS = {"it", "this", "that", "them", "these", "please", "too", "as", "well", "now", "to", "the", "list"}
