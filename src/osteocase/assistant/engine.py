"""The assistant: hears an utterance, answers it from the records or changes them, and remembers what was spoken of.

``understand`` takes an utterance apart and reads new facts in it, and may run beside the screen; ``answer`` asks and
changes the session, and must not. ``hear`` does both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from pydantic import ValidationError

from osteocase.assistant.answers.absence import elsewhere
from osteocase.assistant.answers.closing import closed
from osteocase.assistant.answers.heading import with_head
from osteocase.assistant.answers.nearest import as_read
from osteocase.assistant.answers.next_question import Asking, asks_question
from osteocase.assistant.answers.one_of_several import with_unrecorded
from osteocase.assistant.answers.questions import ANSWERS, answered
from osteocase.assistant.answers.queueing import next_open
from osteocase.assistant.answers.quoting import told_where
from osteocase.assistant.answers.reasons import passage
from osteocase.assistant.answers.rest import whole_list
from osteocase.assistant.answers.standing_replies import COMMANDS
from osteocase.assistant.changes.axis import moved
from osteocase.assistant.changes.changed import told_lines
from osteocase.assistant.changes.corrections import correct
from osteocase.assistant.changes.guarding import as_one, doubt, of_additions, replaces_denial
from osteocase.assistant.changes.joint_corrections import joint
from osteocase.assistant.changes.offering import NOT_ADDED, ask_right_value, offer, offer_to_add, tells_other_value
from osteocase.assistant.changes.patient_change import made_of_patient
from osteocase.assistant.changes.revoking import other_meant, other_of
from osteocase.assistant.changes.taking_back import calls_back, came_with_case, left_alone, take_back
from osteocase.assistant.changes.twins import ids_of, with_twins
from osteocase.assistant.subjects.finding import Selection, select
from osteocase.assistant.subjects.ordinals import is_counted, renumbered
from osteocase.assistant.subjects.passages import with_notes
from osteocase.assistant.subjects.reply import Reply, lines, of_records, refused
from osteocase.assistant.subjects.targets import by_old_value, by_told_value
from osteocase.assistant.subjects.told_days import which_day
from osteocase.assistant.subjects.turn import Turn, turn_of
from osteocase.assistant.understanding import choosing
from osteocase.assistant.understanding.choosing import LEFT, Choice, described, is_new_wish
from osteocase.assistant.understanding.deciding import DONE, Context, decide
from osteocase.assistant.understanding.decisions import maker
from osteocase.assistant.understanding.entering import completed, entered
from osteocase.assistant.understanding.intents import Intent
from osteocase.assistant.understanding.note_orders import open_note, remove_note, take_note
from osteocase.assistant.understanding.opening import brought
from osteocase.assistant.understanding.plain_replies import without_record
from osteocase.assistant.understanding.pointing import of_told, pointed_at
from osteocase.assistant.understanding.rephrasing import of_other_kin, repaired, said_anew
from osteocase.assistant.understanding.retyping import retyped
from osteocase.assistant.understanding.several import joined
from osteocase.assistant.understanding.tabs import Tab
from osteocase.assistant.understanding.understanding import Listener, Understood
from osteocase.assistant.understanding.whole_notes import told_elsewhere
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.assistant.words.wishes import only_doubts
from osteocase.errors import OsteocaseError
from osteocase.records import Note, NoteRecord, Record
from osteocase.review import Change, Edit, Session
from osteocase.review.queue import case_records
from osteocase.review.telling import told
from osteocase.review.wording import word

__all__ = ["Assistant", "Understood"]


class Assistant:
    """A conversation about one session.

    Args:
        session: the case.
        read: reads a note; additions are read by the same rules as notes.
        vocabulary: the words to listen for.
    """

    def __init__(self, session: Session, *, read: Callable[[Note], NoteRecord], vocabulary: Vocabulary) -> None:
        self.session = session
        self._read = read
        self._vocabulary = vocabulary
        self._listener = Listener(session, read=read, vocabulary=vocabulary)
        self._focus: str | None = None
        self._choice: Choice | None = None
        self._whole: Heard | None = None
        self._picked: Choice | None = None
        self._wished: Heard | None = None
        self._offered: Understood | None = None
        self._held = self._asked_back = self._asked_value = False
        self._asking = Asking()
        self._said: Turn | None = None
        self._heard: Heard | None = None
        self._last: Heard | None = None
        self._earlier: Heard | None = None
        self._spoken: tuple[str, ...] = ()
        self._listed: tuple[str, ...] = ()
        self._corrected: Record | None = None
        self._came, self._before = -1, len(session.changes)

    def opened(self) -> None:
        """The case is open, at the first words at the latest: the notes that it holds now are no change of the user."""
        self._came = came_with_case(self.session)

    def look_at(self, record_id: str) -> None:
        """The user looks at a record: ``it`` means this one now."""
        self._focus, self._spoken = record_id, (record_id,)

    def hear(self, say: str) -> Turn:
        """Answer an utterance."""
        return self.answer(self.understand(say))

    def understand(self, say: str) -> Understood:
        """What an utterance wants; changes nothing."""
        question = self._asking.open
        if question is not None and asks_question(say):
            return Understood(self._listener.heard(say), "talk", shows=Tab(None, text=question.text))
        last = None if self._choice is not None or (question is not None and question.fresh) else self._last
        if self._said is not None:
            say, again = retyped(say, self._said, self._heard, self._listener.heard(say))
            if again is None and self._said.intent == "add":
                again = completed(say, self._heard, self._listener, changed=bool(self._said.changes))
                again = again or of_other_kin(say, self._heard, self._listener)
            elif again is None and self._picked is None:
                again = said_anew(say, self._wished, self._listener)
            meant = self._listener.understand(again, None, question) if again is not None else None
            if meant is not None and meant.intent == self._said.intent:
                return replace(meant, again=True)
        return self._listener.understand(say, last, question, self._earlier, self._corrected)

    def answer(self, understood: Understood) -> Turn:
        """Answer what was understood; changes are made to the session, one step each."""
        turn = self._said_again(understood) if understood.again else self._answer(understood)
        turn = self._asking.after(turn, self.session)
        self._said, self._heard = turn, understood.heard
        known = {record.id: record for record in self.session.records}
        self._corrected = known.get(turn.records[0]) if turn.changes and turn.records else None
        self._wished = self._whole if turn.changes or self._choice is not None else None
        return turn

    def _said_again(self, understood: Understood) -> Turn:
        """The sentence before as it was meant: what it changed is taken back first."""
        gone = self.session.undo() if self._said is not None and self._said.changes else None
        turn = self._answer(understood)
        head = f"Taken back: {told(gone, self.session)}.\n" if gone is not None else ""
        return replace(turn, reply=f"{head}{turn.reply}")

    def _answer(self, understood: Understood) -> Turn:
        if self._came < 0:
            self.opened()
        self._whole = self._listener.heard(understood.said) if understood.said else understood.heard
        self._held = False
        offered, self._offered = self._offered, understood.offers
        asked_back, self._asked_back = self._asked_back, False
        if (taken_back := self._taken_back(understood, asked_back=asked_back)) is not None:
            return taken_back
        self._picked = None
        if asked_back and self._asked_value and offered is None and choosing.is_bare_value(understood.heard):
            understood = replace(understood, intent="correct", parts=(), offers=None)
        if offered is not None and understood.intent == "answer.yes" and (understood.read is None or offered.sure):
            understood = offered
        if offered is not None and understood.intent == "answer.no":
            return turn_of(understood.heard, "retract", Selection(), Reply(NOT_ADDED))
        if understood.parts:
            return self._answer_parts(understood)
        if understood.shows is not None or understood.note is not None:
            return self._shown(understood, understood.shows)
        heard, intent = understood.heard, understood.intent
        if (rest := whole_list(heard.say, self._spoken, self.session)) is not None:
            return turn_of(heard, "ask.value", Selection(), rest)
        found = select(heard, self.session, self._vocabulary)
        if understood.of_last:
            found.records = of_told(heard, self._spoken, self._listed, found.records, self.session)
        try:
            told = with_head(self._chosen(heard) or self._acted(understood, found), heard, found, self.session)
            turn = with_unrecorded(closed(told, heard, self.session), heard, self.session, self._vocabulary)
            turn = turn if turn is told or turn.records else with_head(turn, heard, found, self.session)
        except (OsteocaseError, ValidationError) as error:
            turn = turn_of(heard, intent, found, refused(error))
        if turn.records:
            self._focus, self._spoken = turn.records[0], turn.records
            self._listed = turn.records if len(turn.records) > 1 else self._listed
        self._asked_back = turn.intent in ("correct", "delete", "accept", "defer", "add") and not turn.changes
        self._asked_value = turn.intent in ("correct", "add") and "othing was " not in turn.reply
        self._offered = None if turn.changes else self._offered
        if self._offered is not None and not self._held:
            ever = select(heard, self.session, self._vocabulary, with_time=False).records if not found.records else []
            turn = replace(turn, reply=offer_to_add(found, turn.reply, ever))
        if found.named or turn.records:
            self._earlier, self._last = self._last, heard
        return turn if turn.intent == "advice" else replace(turn, reply=f"{turn.reply}{as_read(heard, turn)}")

    def _taken_back(self, understood: Understood, *, asked_back: bool) -> Turn | None:
        """What waves a question away, or takes back or puts right the change that was made just now."""
        heard = understood.heard
        waves = understood.intent == "undo" or understood.intent.startswith("answer.")
        if asked_back and self._choice is None and waves and choosing.waves_away(heard):
            return turn_of(heard, "retract", Selection(), Reply(LEFT))
        said, asked = understood.said or heard.say, self._asking.records
        if self._choice is None and calls_back(said, heard, self._said, asked, self.session):
            return turn_of(heard, "undo", Selection(), *self._plain(heard, "undo", Selection()))
        return self._said_anew(heard) if self._corrected is not None else None

    def _answer_parts(self, understood: Understood) -> Turn:
        """Each question for itself, in one answer; corrections in one step."""
        parts, heard = understood.parts, understood.heard
        if all(part.intent == "correct" for part in parts):
            told = joint(heard, [part.heard for part in parts], self.session, self._vocabulary, self._focus)
            if told.question is not None:
                return turn_of(heard, "correct", told.about or Selection(), Reply(told.question))
            if not told.edits:
                return self._answer(replace(understood, parts=(), intent="correct"))
            changes = with_twins(told.edits, self.session)
            records = [self.session.record(one) for change in changes for one in ids_of(change)]
            turn = self._change(heard, "correct", Selection(), changes, records, "Corrected")
            self._focus, self._spoken, self._last = turn.records[0], turn.records, heard
            return turn
        turns: list[Turn] = []
        for part in parts:
            turns.append(self._answer(part))
            if self._choice is not None and part is not parts[-1]:  # the rest would be taken for the answer
                turns.append(replace(turns[-1], reply=f"Say the rest again then: {parts[-1].heard.say}", changes=()))
                break
        return joined(understood.heard.say, turns, self.session)

    def _shown(self, understood: Understood, shows: Tab | None) -> Turn:
        """A tab of the screen, told in words as well; or a note that is one line."""
        if shows is None or understood.note is not None:
            return take_note(understood.heard, understood.note, self._read, self.session)
        if shows.ask:
            return replace(self._answer(replace(understood, shows=None)), command=shows.command)
        turn = turn_of(understood.heard, understood.intent, Selection(), Reply(shows.text))
        return replace(turn, command=shows.command, instead_of_screen=shows.command is not None)

    def on_note(self, note_id: str, *, ask: bool = True) -> Turn:
        """What a note brought, and with ``ask`` the question that matters most next."""
        return self.on_notes((note_id,), ask=ask)

    def on_notes(self, note_ids: Sequence[str], *, ask: bool = True) -> Turn:
        """What several notes brought together, those without a record or a date by name; then the question."""
        text = brought(note_ids, self.session)
        reply = self._asking.behind(text, self.session) if ask else Reply(text)
        if ask and self._asking.open is not None:
            self._focus = next(iter(reply.records), self._focus)
            self._spoken = ()  # it was not the user who spoke of it
        return Turn(say="", intent="note", reply=reply.text, sources=reply.sources)

    # -- acting ----------------------------------------------------------------------------------------------------

    def _acted(self, understood: Understood, found: Selection) -> Turn:
        """Carry it out; what may be a new fact beside one that is denied changes nothing before it is confirmed."""
        if understood.offers is not None and understood.intent == "correct":
            if replaces_denial(understood.offers.read, self.session):
                return self._act(understood.offers, found)
            ever = select(understood.heard, self.session, self._vocabulary, with_time=False).records
            if ever and all(getattr(one, "status", None) == "absent" for one in ever):
                return turn_of(understood.heard, "correct", found, of_records(lines(ever), ever))
        return self._act(understood, found)

    def _act(self, understood: Understood, found: Selection) -> Turn:
        heard, intent, settles = understood.heard, understood.intent, understood.settles
        if settles:
            return self._settle(understood, found)
        other = intent in ("ask.value", "ask.presence") and tells_other_value(heard, found)
        if edits := self._edits(heard, found.records[0]) if other else ():
            self._choice = Choice(lambda _ids: edits, (edits[0].record,), "correct")
            text = f"{lines(found.records)}\n{offer(edits[0], heard, found)}"
            return turn_of(heard, intent, found, of_records(text, found.records))
        if intent == "ask.source" and (quoted := told_where(heard, self.session)) is not None:
            return turn_of(heard, intent, found, quoted)
        if intent in ANSWERS:
            reply = answered(intent, heard, found, self.session, self._vocabulary, self._focus)
            return turn_of(heard, intent, found, with_notes(reply, heard, found, self.session))
        if intent in ("ask.passage", "ask.reason"):
            return turn_of(heard, intent, found, passage(heard, found, self.session, why=intent == "ask.reason"))
        if intent in ("accept", "delete", "defer"):
            return self._decide(understood, found)
        if intent == "correct":
            return self._correct(understood, found)
        if intent in ("add", "answer.yes", "answer.no"):
            return self._tell(understood, found)
        if intent == "open_note":
            return open_note(heard, found, self.session)
        if intent in COMMANDS:
            command, text = COMMANDS[intent]
            if intent == "next_open" and found.named:
                return turn_of(heard, intent, found, next_open(self.session, self._focus, found))
            turn = turn_of(heard, intent, found, next_open(self.session) if intent == "next_open" else Reply(text))
            return Turn(turn.say, turn.intent, turn.reply, turn.sources, (), command, turn.arguments, turn.records)
        return turn_of(heard, intent, found, *self._plain(heard, intent, found))

    def _plain(self, heard: Heard, intent: Intent, found: Selection) -> tuple[Reply, tuple[Change, ...]]:
        """Intents that need no record."""
        if intent == "undo":
            return take_back(heard, found, self.session, self._came, self._before)
        if intent == "retract":
            return left_alone(heard, found, self.session, changed=self._corrected is not None)
        return without_record(heard, intent, found, self.session, self._vocabulary, self._whole or heard)

    def _decide(self, understood: Understood, found: Selection) -> Turn:
        """Accept, reject or put off the records that are meant."""
        heard, intent = understood.heard, understood.intent
        of_values = {"everything", "all", "records", "values", "results"} & set(heard.words)
        measured = found.arguments.keys() & {"analyte", "agent", "site", "score", "level", "bone"}
        if intent == "delete" and "notes" in heard.values("record_kind") and not (of_values or measured):
            return remove_note(heard, found, self.session)
        whole = (self._whole or heard).say
        context = Context(self.session, self._vocabulary, self._listener.heard, self._spoken, self._focus, whole)
        decision = decide(heard, intent, found, context, continued=understood.continued)
        if decision.reply is not None:
            return turn_of(heard, decision.intent, found, decision.reply)
        make, records = maker(intent, heard, self.session, whole), decision.records
        if decision.which:
            return self._ask_which(heard, intent, found, records, make)
        changes, more = make(tuple(one.id for one in records)), told_elsewhere(records, found)
        return self._change(heard, intent, found, changes, records, DONE[intent], more=more)

    def _correct(self, understood: Understood, found: Selection) -> Turn:
        heard, focus = understood.heard, self._focus
        mends = self._corrected is not None and heard.months is None and heard.date is None
        if understood.continued and (len(self._spoken) > 1 or mends):
            pointed = pointed_at(heard, self._spoken, self.session)
            if pointed.records:  # ``make it 60``, where three values were told
                found = Selection(pointed.records, found.asked, found.arguments, named=True)
                focus = None if pointed.unclear else focus
        if heard.open_date is not None:
            return turn_of(heard, "correct", found, Reply(which_day(heard.open_date)))
        found = by_told_value(heard, found, self.session, self._vocabulary)
        if only_doubts(heard) and found.records:
            return turn_of(heard, "correct", found, ask_right_value(found.records))
        ever = select(heard, self.session, self._vocabulary, with_time=False) if is_counted(heard) else found
        spoken = [] if found.named else pointed_at(heard, self._spoken, self.session).records
        counted = renumbered(heard, ever.records or spoken)
        if counted:
            bones = [self.session.record(edit.record) for edit in counted]
            return self._change(heard, "correct", found, counted, bones, "Corrected")
        found = by_old_value(heard, found, self.session, self._vocabulary)
        if (
            not found.named and len(self._spoken) > 1 and (heard.figures or {"they", "them"} & set(heard.words))
        ):  # of several that were spoken of, which one?
            pointed = pointed_at(heard, self._spoken, self.session)
            found = Selection(pointed.records, named=True)
            focus = None if pointed.unclear else focus
        focus = None if not (found.named or self._spoken) and self._asking.is_of_other(heard) else focus
        wish = correct(heard, found, self.session, self._vocabulary, focus)
        if wish.choices:
            records = [record for record in self.session.records if record.id in wish.choices]
            new = {record.id: edit for record in records for edit in self._edits(heard, record)}
            return self._ask_which(heard, "correct", found, records, lambda ids: tuple(new[i] for i in ids if i in new))
        if wish.question is not None:
            other = elsewhere(heard, self.session, self._vocabulary) if found.named and not found.records else ""
            about = [self.session.record(one) for one in wish.about]
            return turn_of(heard, "correct", found, of_records(f"{wish.question}{other}", about))
        changes = with_twins(wish.edits, self.session)
        records = [self.session.record(one) for change in changes for one in ids_of(change)]
        return self._change(heard, "correct", found, changes, records, "Corrected")

    def _settle(self, understood: Understood, found: Selection) -> Turn:
        """Make what the author found right of two tellings the only one, and go on to the next question."""
        heard, first = understood.heard, understood.settles[0]
        edits = tuple(one for one in understood.settles if isinstance(one, Edit))
        if isinstance(first, Edit):
            records = [self.session.record(one.record) for one in edits]
            turn = self._change(heard, "correct", found, edits, records, "Corrected", sure=understood.sure)
        else:
            turn = turn_of(heard, "correct.patient", found, *made_of_patient(first, self.session))
        return self._asking.goes_on(turn, self.session) if turn.changes else turn

    def _edits(self, heard: Heard, record: Record) -> tuple[Edit, ...]:
        return correct(heard, Selection([record], named=True), self.session, self._vocabulary, None).edits

    def _tell(self, understood: Understood, found: Selection) -> Turn:
        """Add what the author tells, or take the answer to the assistant's own question."""
        heard, read, question = understood.heard, understood.read, self._asking.open
        if understood.intent != "add":
            if question is None:
                return turn_of(heard, understood.intent, found, Reply("I did not ask anything. Say help for examples."))
            if read is None and understood.intent == "answer.yes":
                return turn_of(heard, "answer.yes", found, Reply(question.after_yes))
            if read is None:
                return turn_of(heard, understood.intent, found, self._asking.leaves(heard, self.session))
        if read is None:
            return turn_of(heard, "add", found, Reply("Add what? For example: add denosumab 60 mg every 6 months."))
        if heard.open_date is not None:
            return turn_of(heard, understood.intent, found, Reply(which_day(heard.open_date)))
        doubts = partial(self._held_back, understood)
        turn = entered(understood, read, found, self.session, self._listener.read_words, self._vocabulary, doubts)
        return turn if understood.intent == "add" else self._asking.goes_on(turn, self.session)

    def _held_back(self, understood: Understood, changes: list[Change]) -> str | None:
        """Why an addition is asked for first; a yes adds it then."""
        whole = self._whole or understood.heard
        held = of_additions(whole, changes, self.session, self._vocabulary, sure=understood.sure)
        if held is not None and held.offered:
            self._offered, self._held = replace(understood, sure=True), True
        return held.text if held is not None else None

    # -- how -------------------------------------------------------------------------------------------------------

    def _change(
        self,
        heard: Heard,
        intent: Intent,
        found: Selection,
        changes: tuple[Change, ...],
        records: list[Record],
        done: str,
        *,
        sure: bool = False,
        more: str = "",
    ) -> Turn:
        """Make the changes; where not all that was said is in them, say what they would be and ask instead."""
        held = None if sure else doubt(self._whole or heard, changes, records, self.session, self._vocabulary)
        if held is not None and held.asks:
            if held.offered:
                self._choice = Choice(lambda _ids: changes, (records[0].id,), intent, sure=True)
            return turn_of(heard, intent, found, of_records(held.text, records))
        before, made = self.session.copied(), self.session.apply(as_one(changes))
        shown = told_lines(changes, records, before, self.session, only_old=intent == "delete")
        note = held.text if held is not None else ""
        text = f"{done}: {shown}\n{more}{note}{moved(before.case.case.axis, self.session)}Say undo to take it back."
        return turn_of(heard, intent, found, of_records(text, records), (made,))

    def _ask_which(
        self,
        heard: Heard,
        intent: Intent,
        found: Selection,
        records: list[Record],
        make: Callable[[tuple[str, ...]], tuple[Change, ...]],
    ) -> Turn:
        self._choice = Choice(make, tuple(record.id for record in records), intent, self._whole)
        shown = "\n".join(f"{number}  {word(record).sentence()}" for number, record in enumerate(records[:9], start=1))
        return turn_of(heard, intent, found, of_records(f"Which one? Say its number, or all.\n{shown}", records))

    def _chosen(self, heard: Heard) -> Turn | None:
        """The answer to ``which one?``; null where there was no such question or this is no answer to it."""
        choice, self._choice = self._choice, None
        if choice is None or heard.is_question or "back" in heard.words:
            return None
        if choosing.waves_away(heard):
            return turn_of(heard, "retract", Selection(), Reply(LEFT))
        if is_new_wish(heard):
            return None
        records = [record for record in self.session.records if record.id in choice.records]
        named = select(heard, self.session, self._vocabulary, with_time=False)
        fitting = described(heard, records, named, self.session)
        if not fitting:
            return None
        edits = [edit for record in fitting for edit in self._edits(heard, record)] if heard.has("correct") else []
        if edits and len(fitting) == 1:  # ``the one of february should be 97``
            return self._change(heard, "correct", Selection(), tuple(edits), fitting, "Corrected")
        if heard.has("correct") and heard.figures:
            return None
        if 1 < len(fitting) < len(records) and not choosing.means_several(heard):
            return self._ask_which(heard, choice.intent, Selection(), fitting, choice.make)
        return self._pick(heard, choice, fitting)

    def _said_anew(self, heard: Heard) -> Turn | None:
        """``no, the third``: the last change is taken back, and another one of those that were offered is meant."""
        if other_meant(heard.say) and self._picked is None:
            return self._of_other(heard)
        rest, choice = repaired(heard), self._picked
        if rest is None or choice is None:
            return None
        other = self._listener.heard(rest)
        self.session.undo()
        pool = [one for one in self.session.records if one.id in choice.records]
        fitting = described(other, pool, select(other, self.session, self._vocabulary, with_time=False), self.session)
        if len(fitting) == 1:
            return self._pick(heard, choice, fitting)
        self.session.redo()
        return None

    def _of_other(self, heard: Heard) -> Turn | None:
        """``no, the other one``: the last wish, of the one other record of the same thing; null where there is none."""
        known: tuple[Intent, ...] = ("correct", "accept", "delete", "defer")
        intent = next((one for one in known if self._said is not None and self._said.intent == one), None)
        said, wish = self._corrected, self._heard
        other = other_of(said, case_records(self.session.case)) if said is not None else None
        if intent is None or wish is None or other is None:
            return None
        self.session.undo()
        changes = self._edits(wish, other) if intent == "correct" else maker(intent, wish, self.session)((other.id,))
        if not changes:
            self.session.redo()
            return None
        return self._change(heard, intent, Selection(), changes, [other], DONE.get(intent, "Corrected"), sure=True)

    def _pick(self, heard: Heard, choice: Choice, picked: list[Record]) -> Turn:
        """Carry out the wish that waited for this choice."""
        done = DONE.get(choice.intent, "Corrected")
        changes = choice.make(tuple(record.id for record in picked))
        if choice.sure:  # of all the records that were told
            picked = [self.session.record(one) for change in changes for one in ids_of(change)]
        self._whole, self._picked = choice.whole, None if choice.sure else choice
        return self._change(heard, choice.intent, Selection(), changes, picked, done, sure=choice.sure)
