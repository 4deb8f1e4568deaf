"""A sentence as a chain of names, values, results in words and times, gathered to groups of names with their values.

A value joins a group only when nothing but bridging words (``patterns/words-labs.toml``) stands between; anything else
breaks the chain, since a value bound to the wrong name is worse than a missing one. Start reading at ``groups_of``.
"""

from __future__ import annotations

from osteocase.pipeline.labs.annotations import (
    Annotation,
    annotation_after,
    as_printed,
    day_before_interval,
    unit_of_interval,
)
from osteocase.pipeline.labs.elements import Element, Group
from osteocase.pipeline.labs.links import (
    AS_WERE,
    LONGEST_LINK,
    RESUMED,
    all_bridging,
    bridges,
    ends_list,
    is_alias,
    is_held_against,
    is_identifier,
    is_list,
    is_near,
    is_series,
    leads_back,
    prefix_of,
    prefixes_next,
)
from osteocase.pipeline.labs.names import is_component
from osteocase.pipeline.labs.presence import is_seen
from osteocase.pipeline.labs.results import denied, is_attribute, is_course, is_once, stands_alone
from osteocase.pipeline.labs.seen import kind_of_crystals
from osteocase.pipeline.labs.series import (
    flag_before,
    in_time_series,
    interval_of_normal,
    is_told_again,
    is_year,
    names_interval,
    passed_over,
    take_interval,
    take_slashed,
    taker,
    with_unit_before,
    with_unit_of_next,
)
from osteocase.pipeline.labs.values import accepts, flag_told, without_dash
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.text.quantities import Quantity
from osteocase.pipeline.times.find import TimeMention

__all__ = ["counts", "groups_of"]

_LIST_WORD = re.compile(
    r"\s*(?:,|;|\band\b|\bthen\b|\bbut\b|\(|\bfrom\b|\bvs\b|\bversus\b|\bcompared\b|\bover\b|\s)+", re.IGNORECASE
)
_BEFORE_UNIT = re.compile(r"[ ,]{0,3}(?:[(\[] ?)?(?=[A-Za-zµμ%])")
_AFTER_UNIT = re.compile(r" ?[)\]]?(?= ?[:=–-]? ?[<>]?(?:\d| ?[A-Z][a-z]{2} (?:19|20)\d\d))")
_FURTHER = re.compile(r"\s*(?:,|and|&|,\s*and)\s*(?:on\s+)?")
_CELLS = {"leukocytes", "erythrocytes", "rbc", "csf_wbc", "csf_rbc", "fluid_wbc", "fluid_rbc"}
_OPENS_ITEM = re.compile(r"(?:[,;:(]|\band|\bwith)\s$")
"""``protein 38, 2 WBC, 400 RBC``: the number that opens an item of a list counts the cells behind it."""
_COUNTED = re.compile(r"\s+(?P<of>of\s+)?")
_OTHERWISE = re.compile(r"\botherwise\b", re.IGNORECASE)
_REPEATED = re.compile(r"\b(?:repeat\w*|rpt|recheck\w*)\b", re.IGNORECASE)


def groups_of(scan: Scan, elements: list[Element]) -> list[Group]:
    """Chain the elements of a sentence to groups of names with their values."""
    chain = _Chain(scan, elements)
    for element in elements:
        chain.take(element)
    return chain.groups


class _Chain:
    """The chain while a sentence is read: the group that is open, and what waits for a name."""

    def __init__(self, scan: Scan, elements: list[Element]) -> None:
        self.scan = scan
        self.elements = elements
        self.groups: list[Group] = []
        self.group: Group | None = None
        self.waiting: Element | None = None
        """A result in words that may belong to the next name."""
        self.loose: Element | None = None
        """A number that may be the count of the next name."""
        self.coming: TimeMention | None = None
        """A time that belongs to the value or name right after it."""
        self.leading: TimeMention | None = None
        """A time that leads the clause and so belongs to all that follows in it."""
        self.read_to = -1

    def take(self, element: Element) -> None:
        """Add one element to the chain."""
        if element.start < self.read_to:
            return
        thing = element.thing
        if isinstance(thing, Quantity):
            if thing.kind != "ratio" or not self._is_further_day(element):
                self._value(element, thing)
        elif isinstance(thing, TimeMention):
            self._time(element, thing)
        elif element.kind == "name":
            self._name(thing)
        else:
            self._result(element, thing)

    def _name(self, name: Mention) -> None:
        group, text = self.group, self.scan.text
        if group is not None and group.result is not None and name.end <= group.result.end:
            return  # the name in "without monoclonal band"
        prefix = prefix_of(self.scan, self.waiting, name)
        is_held = group is not None and group.result is not None and is_held_against(self.scan, group.end, name)
        if group is not None and is_held and leads_back(self.scan, name):
            group.end = name.end
            return
        if prefix is None and group is not None and group.result is not None:
            prefix = group.result if AS_WERE.fullmatch(text, group.end, name.start) else None
        if is_attribute(self.scan, name):
            self.group, self.waiting, self.loose = None, None, None
            return
        if group is not None and not group.values and group.result is None and prefix is None:
            between = text[group.end : name.start]
            if is_alias(group.names[-1], name, between):
                group.end = _closing_bracket(text, name.end)
                return
            is_apart = ";" in between and is_component(name) and not is_component(group.names[-1])
            is_apart = is_apart or kind_of_crystals(self.scan, group.names[-1]) is not None or is_seen(group.names[-1])
            if is_list(self.scan, between) and not is_apart and not self._is_told(group, between):
                group.slashed = between.strip() == "/"
                group.names.append(name)
                group.end = name.end
                return
        if (
            group is not None
            and group.result is not None
            and is_alias(group.names[-1], name, text[group.names[-1].end : name.start])
        ):
            return
        if prefix is None and (is_component(name) or name.id.endswith(("_crystals", "oligoclonal_bands"))):
            prefix = denied(self.scan, name)
        opened = Group([name], prefix=prefix, end=name.end, time=self.coming)
        if self.loose is not None and re.fullmatch(
            r"\s+(?:of\s+|for\s+|(?:was|were|are)\s+)?(?:(?:the|serum|plasma)\s+)*", text[self.loose.end : name.start]
        ):
            opened.before = self.loose.thing if isinstance(self.loose.thing, Quantity) else None
        if opened.before is not None and counts(self.scan, name, opened.before) and not self._has_own_value(name):
            opened.values = [(opened.before, Annotation(name.end, None, None), self.coming)]
        self._open(opened)

    def _is_told(self, group: Group, between: str) -> bool:
        """``2+ leukocyte esterase, nitrite positive``: a grade before a name is of that name alone; and a word before
        it (``normal free T4; the TPO antibodies``) does not reach over a semicolon."""
        prefix, text = group.prefix, self.scan.text
        if prefix is None:
            return re.match(r"\s*\+\s*[,;]", between) is not None  # "protein +, nitrites neg"
        if "+" in text[prefix.start : prefix.end] or (prefix.id == "result_neither" and "," in between):
            return True  # "few bacteria, nitrite negative"
        return ";" in between and ":" not in text[prefix.end : group.names[0].start]

    def _has_own_value(self, name: Mention) -> bool:
        """``198,000 platelets`` has its number before it; of ``4.2 K 3.9`` the number after the name is its own."""
        following = next((other for other in self.elements if other.start >= name.end), None)
        if following is None or following.kind != "value":
            return False
        between = self.scan.text[name.end : following.start]
        return re.search(r"[,;.]|\band\b|\bwith\b", between) is None and all_bridging(self.scan, between, limit=4)

    def _counts_next(self, element: Element, quantity: Quantity) -> bool:
        """Whether a number after a finished result is the count of the name that follows: ``12.3, 80% segs``."""
        following = self._next(element)
        if following is None or following.kind != "name" or not isinstance(following.thing, Mention):
            return False
        match = _COUNTED.fullmatch(self.scan.text, element.end, following.start)
        if match is None or (match["of"] and quantity.unit is None):
            return False  # "402 mg of calcium and 1.3 g of creatinine"
        name = following.thing
        is_plural = (
            match["of"] is not None
            or self.scan.text[name.end - 1] == "s"
            or quantity.unit == "%"
            or self._is_per_field(name)
        )
        is_plural = is_plural or name.id in {"urine_wbc", "urine_rbc", "urine_bacteria", "urine_epithelial_cells"}
        is_plural = is_plural or (
            name.id in _CELLS and _OPENS_ITEM.search(self.scan.text, element.start - 6, element.start) is not None
        )
        return is_plural and counts(self.scan, name, quantity) and not self._has_own_value(name)

    def _is_per_field(self, name: Mention) -> bool:
        """``10-15 RBC/hpf``: cells of a microscopic field are told after their number."""
        return re.search(r"/\s?[hl]pf", self.scan.text[name.start : name.end + 5].lower()) is not None

    def _with_label_unit(self, group: Group) -> None:
        """``CTX (ng/L): 620`` and ``Calcium, mg/dL 9.2``: the unit of the values stands behind the name."""
        text = self.scan.text
        gap = _BEFORE_UNIT.match(text, group.end)
        if gap is None or group.values:
            return
        unit = self.scan.knowledge.unit_at(text, gap.end())
        code = self.scan.knowledge.unit_of(unit.group()) if unit is not None and unit.group() else None
        after = _AFTER_UNIT.match(text, unit.end()) if unit is not None else None
        if unit is None or code is None or after is None or ("(" in gap.group()) != (")" in after.group()):
            return
        if "/" in unit.group() or "%" in unit.group():
            group.unit, group.end = (code, unit.group()), after.end()

    def _open(self, group: Group) -> None:
        if group.end == group.names[-1].end:
            self._with_label_unit(group)
        group.led_by = self.leading
        self.groups.append(group)
        self.group, self.waiting, self.loose, self.coming = group, None, None, None

    def _result(self, element: Element, word: Mention) -> None:
        group = self.group
        if is_course(self.scan, word) or names_interval(self.scan, element.start):
            return
        if self._settled(element, word):
            return
        if (
            group is None
            or (prefixes_next(self.scan, element, self.elements) and not self._completes(group, element))
            or not (bridges(self.scan, group.end, element.start) or self._ends_list(group, element))
        ):
            self.waiting = element
            return
        if not stands_alone(self.scan, word, after=group.end):
            self.group, self.waiting = (group if group.values else None), element
            return
        if group.values:
            self._flag(group, element, word)
        elif group.prefix is not None and _OTHERWISE.search(self.scan.text, group.end, element.start):
            return  # "trace ketones, otherwise negative"
        elif group.result is not None:
            self.waiting = element
            return
        elif (adverb := is_once(self.scan, word)) is not None:
            group.result, group.time = word, adverb
            self._open(Group(list(group.names), end=element.end))
            return
        else:
            group.result = word
        group.end = element.end

    def _ends_list(self, group: Group, element: Element) -> bool:
        """``thyroid function, B12, folate and heavy metal screen was negative``"""
        if len(group.names) < 3 or group.values or group.result is not None:
            return False
        return ends_list(self.scan, self.scan.text[group.end : element.start])

    def _completes(self, group: Group, element: Element) -> bool:
        """``Coagulation profile normal with INR of 1.0``: the word is the result of the name before it."""
        following = self._next(element)
        if following is None or group.values or group.result is not None:
            return False
        if is_held_against(self.scan, element.end, following):
            return True
        return re.match(r"\s+with\b", self.scan.text[element.end : following.start]) is not None

    def _settled(self, element: Element, word: Mention) -> bool:
        """``increased to 13.1 and normalized after the change``: a further result of the analyte told last."""
        last = self.groups[-1] if self.groups else None
        if last is None or not last.values or not self.scan.text[word.start : word.end].lower().startswith("normali"):
            return False
        self._open(Group(list(last.names), result=word, again=True, end=element.end))
        return True

    def _flag(self, group: Group, element: Element, word: Mention) -> None:
        """A result in words right after a value flags it: ``18.2, which was normal``; ``both normal`` flags several."""
        flag = flag_told(self.scan, word)
        between = self.scan.text[group.end : element.start]
        if _OTHERWISE.search(between):
            return  # "CMP with Cr 1.3, otherwise unremarkable"
        groups = [group]
        if re.search(r"\b(?:both|these|they|all|those)\b", between, re.IGNORECASE):
            groups = self._in_one_breath()
            following = self._next(element)
            if following is not None and following.kind == "time" and bridges(self.scan, element.end, following.start):
                names = [name for one in groups for name in one.names]
                self._open(Group(names, result=word, again=True, end=element.end))
                return
        if flag is None or not is_near(self.scan, group.end, element.start):
            return
        for one in groups:
            value, annotation, time = one.values[-1]
            if annotation.flag is None:
                annotation = annotation._replace(flag=flag, end=max(annotation.end, element.end))
                one.values[-1] = (value, annotation, time)

    def _in_one_breath(self) -> list[Group]:
        """The last groups that stand in one list: ``ALT 107 and AST 65``."""
        found = [self.groups[-1]]
        for group in reversed(self.groups[:-1]):
            if not group.values or not is_list(self.scan, self.scan.text[group.end : found[0].names[0].start]):
                break
            found.insert(0, group)
        return found

    def _next(self, element: Element) -> Element | None:
        return next((other for other in self.elements if other.start >= element.end), None)

    def _time(self, element: Element, time: TimeMention) -> None:
        group = self.group
        self.coming = None
        belongs = self._belongs_to_next(element) or self._heads_next(element) or self._goes_first(element)
        if group is not None and ";" in self.scan.text[group.end : element.start]:
            # What comes after a semicolon is told of the value or name after it.
            belongs, self.group = True, group if self._precedes_value(element) else None
        if belongs or self._describes_next(element):
            self.coming = time
            if belongs and time.kind != "duration" and not self._in_brackets(element):
                self.leading = time
            if group is not None and (belongs or bridges(self.scan, group.end, element.start)):
                group.end = element.end
            return
        if group is None or not bridges(self.scan, group.end, element.start):
            self._is_further_day(element)
            return
        if group.values and _REPEATED.search(self.scan.text, group.end, element.start):
            return  # "14, repeat in June after treatment was 38"
        if not group.values:
            group.time = time
        elif time.kind == "duration":
            self._lasting(group, time)
        elif group.values[-1][2] is None:
            value, annotation, _ = group.values[-1]
            group.values[-1] = (value, annotation, time)
        group.end = element.end

    def _in_brackets(self, element: Element) -> bool:
        """``88 mcg/L (baseline 31), CTX``: a time inside brackets says nothing of what follows them."""
        before = self.scan.text[max(0, element.start - 60) : element.start]
        return before.rfind("(") > before.rfind(")")

    def _lasting(self, group: Group, time: TimeMention) -> None:
        """``ranged between 2.1 and 2.8 over the last year``: how long is the time of a range only."""
        between = self.scan.text[group.names[-1].end : group.values[0][0].start]
        is_course = re.search(r"\b(?:from|rose|ris|fell|fall|drop|increas|decreas|improv|climb|corrected)", between)
        if (group.values[0][0].kind == "range" and is_course is None) or re.search(
            r"\b(?:rang|between|fluct|vari|averag|hover)", between
        ):
            group.values = [(value, annotation, own or time) for value, annotation, own in group.values]

    def _describes_next(self, element: Element) -> bool:
        """``preoperative hemoglobin`` and ``an initially low MCV``: a label straight before a name or its result."""
        following = self._next(element)
        if element.kind != "time" or following is None or following.kind not in {"name", "result"}:
            return False
        label = self.scan.words_in(element.start, element.end, "result_time")
        return bool(label) and re.fullmatch(r"\s*", self.scan.text[element.end : following.start]) is not None

    def _goes_first(self, element: Element) -> bool:
        """``calcium Jan 2021 2.68 June 2021 2.74``: when the first value has its time first, so have all."""
        group = self.group
        if group is None or not (group.time and group.values) or not self._precedes_value(element):
            return False
        first = group.values[0][0]
        return self.scan.text[group.time.end : first.start].strip(" \t:") == ""

    def _precedes_value(self, element: Element) -> bool:
        """``188; 2022: 92``"""
        following = self._next(element)
        if following is None or following.kind != "value":
            return False
        return re.fullmatch(r"[\s:=]*", self.scan.text[element.end : following.start]) is not None

    def _heads_next(self, element: Element) -> bool:
        """``9.6, 3/7 Hgb 9.9``: a time that opens an item of a list and stands straight before the name."""
        following = self._next(element)
        if following is None or following.kind != "name":
            return False
        is_close = re.fullmatch(r"\s*[:–-]?\s*", self.scan.text[element.end : following.start]) is not None
        before = self.scan.text[max(0, element.start - 4) : element.start]
        return is_close and re.search(r"(?:[,;:.\n]\s*|\s{2}|\band\s)(?:on\s|by\s|at\s)?$", before) is not None

    def _belongs_to_next(self, element: Element) -> bool:
        """``5.5, 06/2021 6.1`` and ``8.6 and in June 8.9``: a list word before the time and none after it."""
        group, following = self.group, self._next(element)
        if group is None or not group.values or following is None or following.kind not in {"name", "value"}:
            return False
        before = self.scan.text[group.end : element.start]
        after = self.scan.text[element.end : following.start]
        word = _LIST_WORD.match(before)
        if before.isspace() and group.values[-1][2] is None:
            return False  # "6.4 on arrival to 5.1"
        return (
            word is not None
            and all_bridging(self.scan, before[word.end() :], limit=4)
            and re.search(r"[,;)]|\b(?:and|but)\b|^\s*(?:to|then)\b", after) is None
            and all_bridging(self.scan, after, limit=4)
        )

    def _is_further_day(self, element: Element) -> bool:
        """``cultures of 6/2 and 6/5 were negative``: a second day, told as the first one is."""
        group = self.group
        if group is None or group.time is None or group.values:
            return False
        is_next = _FURTHER.fullmatch(self.scan.text, group.end, element.start) is not None
        group.end = element.end if is_next else group.end
        return is_next

    def _resumed(self, element: Element) -> bool:
        """``0.09 on arrival, but it came down to 0.03``: the pronoun takes up the analyte told last."""
        last = self.groups[-1] if self.groups else None
        return (
            last is not None
            and bool(last.values)
            and element.start - last.end <= LONGEST_LINK
            and RESUMED.search(self.scan.text, last.end, element.start) is not None
        )

    def _is_set_aside(self, group: Group, element: Element, quantity: Quantity) -> bool:
        """A number of a series of times, or of an interval of the group, which keeps it."""
        if group.values and in_time_series(self.scan, group, element.start):
            return True
        end = take_interval(self.scan, group, quantity)
        if end is not None:
            self.read_to, self.loose = end, None
        elif quantity.kind == "range" and interval_of_normal(self.scan, group, quantity):
            self.read_to, self.loose, end = quantity.end, None, quantity.end
        return end is not None

    def _close(self, group: Group, quantity: Quantity) -> None:
        """Close the group before a number that is none of its values: limits behind it share their unit with it."""
        if group.values and self.scan.text[group.end : quantity.start].isspace():
            value, told, time = group.values[-1]
            group.values[-1] = (with_unit_of_next(self.scan, value), told, time)
        if group.values or not is_identifier(self.scan, quantity):
            self.group = None

    def _value(self, element: Element, quantity: Quantity) -> None:
        self.loose = element
        group = self.group
        if self._counts_next(element, quantity) and (
            group is None or group.values or group.result is not None or group.prefix or quantity.unit == "/[HPF]"
        ):
            return
        if group is None and self._resumed(element):
            group = self.groups[-1]
        if group is None or self._is_set_aside(group, element, quantity):
            return
        if group.values and is_year(self.scan, quantity):
            self.group = None
            return
        if self._resumed(element):
            group = self.group = self.groups[-1]
            group.end = element.start
        linked = is_series if group.values and self.coming is None else bridges
        marked = flag_before(self.scan, group, element.start)
        if marked is None and not linked(self.scan, group.end, element.start):
            self._close(group, quantity)
            return
        if (end := passed_over(self.scan, quantity)) is not None:
            group.end = self.read_to = end
            return
        if (end := take_slashed(self.scan, group, quantity)) is not None:
            self.read_to, self.loose = end, None
            return
        quantity, flag = as_printed(self.scan, quantity)
        entry = taker(self.scan, group, quantity)
        if entry is None and (shared := with_unit_before(self.scan, group, quantity)) is not quantity:
            quantity, entry = shared, taker(self.scan, group, shared)
        if entry is None:
            if not group.values and not is_identifier(self.scan, quantity):
                self.group = None
            return
        quantity = without_dash(entry, quantity)
        if is_told_again(self.scan, group, entry, quantity):
            group.end = self.read_to = _closing_bracket(self.scan.text, quantity.end)
            return
        annotation = annotation_after(self.scan, entry, quantity)
        annotation = annotation._replace(
            flag=marked or flag or annotation.flag, reference=annotation.reference or group.reference
        )
        unit = group.unit or unit_of_interval(self.scan, quantity, annotation)
        if quantity.unit is None and unit is not None:
            quantity = quantity._replace(unit=unit[0], unit_text=unit[1])
        group.values.append((quantity, annotation, self.coming or day_before_interval(self.scan, quantity.end)))
        group.end = max(quantity.end, annotation.end)
        self.read_to, self.loose, self.coming = group.end, None, None


def counts(scan: Scan, name: Mention, quantity: Quantity) -> bool:
    """Whether a number before a name is its count (``198,000 platelets``, ``10-20 WBCs``) or concentration."""
    entry = scan.knowledge.analytes.get(name.id)
    if entry is None or not accepts(scan, entry, quantity) or is_year(scan, quantity, name):
        return False
    return quantity.unit is not None or entry.group in {"haematology", "urine", "fluid"}


def _closing_bracket(text: str, position: int) -> int:
    return position + 1 if text[position : position + 1] in {")", "]"} else position
