"""A parsed regular expression put in an order in which the engine tries less, with the same matches.

The words of the lexicon make expressions of hundreds of alternatives, which the engine tries one by one at every place,
and slowly where case does not count. ``rearranged`` files alternatives under what they begin with, a letter or the
start of a word, as a tree, where none between them could match at the same place; ``first_characters`` tells which
characters a match can begin with, by which the engine passes over all other places of a text. Which match is found, and
its groups, stay as written.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from re import _casefix, _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any, NamedTuple

__all__ = ["first_characters", "first_of", "holds", "rearranged"]

Item = tuple[Any, Any]
"""An operation of the parsed expression with what belongs to it."""
Class = list[Item]
"""The members of a character class, as between ``[`` and ``]``, in which case counts."""

SubPattern = _parser.SubPattern
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_ZERO_WIDTH = (op.AT, op.ASSERT, op.ASSERT_NOT)
_TESTS: dict[Any, Callable[[str], bool]] = {
    op.CATEGORY_DIGIT: str.isdecimal,
    op.CATEGORY_NOT_DIGIT: lambda sign: not sign.isdecimal(),
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_NOT_SPACE: lambda sign: not sign.isspace(),
    op.CATEGORY_WORD: lambda sign: sign.isalnum() or sign == "_",
    op.CATEGORY_NOT_WORD: lambda sign: not (sign.isalnum() or sign == "_"),
}
_LARGEST_RANGE = 1_000
_LAST_WITH_CASE = 0x1F000
_WITHOUT_CASE = op.SRE_FLAG_IGNORECASE


class _Beginning(NamedTuple):
    """What the matches of alternatives begin with: letters, and classes that more than letters are in."""

    letters: frozenset[int]
    wide: tuple[Class, ...]

    @classmethod
    def of(cls, classes: list[Class]) -> _Beginning:
        lettered = [all(kind is op.LITERAL for kind, _ in members) for members in classes]
        return cls(
            frozenset(code for members, plain in zip(classes, lettered, strict=True) if plain for _, code in members),
            tuple(members for members, plain in zip(classes, lettered, strict=True) if not plain),
        )

    def with_(self, other: _Beginning) -> _Beginning:
        """What matches of either begin with."""
        return _Beginning(self.letters | other.letters, self.wide + other.wide)

    def is_apart_from(self, other: _Beginning) -> bool:
        """True where no character begins a match of both, as far as that can be told: of two wide classes it cannot."""
        if not self.letters.isdisjoint(other.letters) or (self.wide and other.wide):
            return False
        return not any(
            holds(members, code)
            for letters, wide in ((self.letters, other.wide), (other.letters, self.wide))
            for members in wide
            for code in letters
        )


@dataclass
class _Group:
    """Alternatives that begin alike, in their order, and what a match of one of them begins with."""

    lead: Any
    first: _Beginning | None
    branches: list[list[Item]]


def rearranged(tree: Any, flags: int) -> Any:
    """The parsed expression with its alternatives as trees of their first letters."""
    if (tree.state.flags | flags) & (op.SRE_FLAG_ASCII | op.SRE_FLAG_LOCALE):
        return tree
    return _sequence(tree, tree.state.flags | flags)


def first_characters(tree: Any, flags: int) -> Class | None:
    """Characters of which each match begins with one; None where that can be any, or nothing."""
    if (tree.state.flags | flags) & (op.SRE_FLAG_ASCII | op.SRE_FLAG_LOCALE):
        return None
    classes, nullable = first_of(tree, tree.state.flags | flags)
    if nullable or classes is None or not classes:
        return None
    if len(classes) == 1:
        return classes[0]
    if any(members[0][0] is op.NEGATE for members in classes):
        return None
    return list(dict.fromkeys(member for members in classes for member in members))


def _sequence(tree: Any, flags: int) -> Any:
    items: list[Item] = []
    for item in tree.data:
        items += _rearranged(item, flags, tree.state)
    return SubPattern(tree.state, items)


def _rearranged(item: Item, flags: int, state: Any) -> list[Item]:
    kind, value = item
    if kind is op.SUBPATTERN:
        group, added, taken, inner = value
        return [(kind, (group, added, taken, _sequence(inner, _compiler._combine_flags(flags, added, taken))))]
    if kind is op.BRANCH:
        return _alternatives([_sequence(branch, flags).data for branch in value[1]], flags, state)
    if kind in _REPEATS:
        least, most, inner = value
        body = _sequence(inner, flags)
        if (least, most) == (0, 1) and inner.getwidth()[0] > 0 and not _compiler._simple(inner):
            if kind is op.MAX_REPEAT:
                return _alternatives([body.data, []], flags, state)
            if kind is op.MIN_REPEAT:
                return _alternatives([[], body.data], flags, state)
        return [(kind, (least, most, body))]
    if kind in {op.ASSERT, op.ASSERT_NOT}:
        return [(kind, (value[0], _sequence(value[1], flags)))]
    if kind is op.ATOMIC_GROUP:
        return [(kind, _sequence(value, flags))]
    return [item]


def _alternatives(branches: list[list[Item]], flags: int, state: Any) -> list[Item]:
    """Alternatives, each a list of items, as items: those that begin alike under what they begin with.

    One moves up beside another of its kind only over such as cannot match where it does.
    """
    groups: list[_Group] = []
    for branch in branches:
        lead = _lead(branch, flags)
        classes, nullable = first_of(branch, flags)
        first = None if nullable or classes is None else _Beginning.of(classes)
        for group in reversed(groups):
            if lead is not None and group.lead == lead:
                group.branches.append(branch)
                group.first = None if group.first is None or first is None else group.first.with_(first)
                break
            if first is None or group.first is None or not first.is_apart_from(group.first):
                groups.append(_Group(lead, first, [branch]))
                break
        else:
            groups.append(_Group(lead, first, [branch]))
    joined: list[list[Item]] = []
    for members in (group.branches for group in groups):
        if len(members) == 1:
            joined.append(members[0])
        else:
            joined.append([members[0][0], *_alternatives([branch[1:] for branch in members], flags, state)])
    unlike = [branch for place, branch in enumerate(joined) if branch or not any(not other for other in joined[:place])]
    if len(unlike) == 1:
        return unlike[0]
    led = [SubPattern(state, _led(branch, flags, state)) for branch in unlike]
    return [(op.BRANCH, (None, led))]


def _lead(branch: list[Item], flags: int) -> Any:
    """What others may begin with as well: the letter of a branch, or a place such as the start of a word."""
    if not branch:
        return None
    kind, value = branch[0]
    if kind is op.LITERAL:
        return _signs(value, flags)
    return repr(branch[0]) if kind in _ZERO_WIDTH else None


def _led(branch: list[Item], flags: int, state: Any) -> list[Item]:
    """An alternative whose first letter is written in both cases: the engine looks at such a one before it goes in."""
    if not branch or not flags & _WITHOUT_CASE:
        return branch
    kind, value = branch[0]
    if kind is op.LITERAL and len(_signs(value, flags)) > 1:
        members = [(op.LITERAL, sign) for sign in sorted(_signs(value, flags))]
    elif kind is op.IN and value[0][0] is not op.NEGATE and (expanded := _members(value, flags)) is not None:
        members = expanded
    else:
        return branch
    inner = SubPattern(state, [(op.IN, members)])
    return [(op.SUBPATTERN, (None, 0, _WITHOUT_CASE, inner)), *branch[1:]]


def first_of(items: Iterable[Item], flags: int) -> tuple[list[Class] | None, bool]:
    """Classes of characters that a match of the items begins with, None for any; and whether it may be empty."""
    found: list[Class] = []
    for kind, value in items:
        if kind in _ZERO_WIDTH:
            continue
        classes, nullable = _first_of_item(kind, value, flags)
        if classes is None:
            return None, nullable
        found += classes
        if not nullable:
            return found, False
    return found, True


def _first_of_item(kind: Any, value: Any, flags: int) -> tuple[list[Class] | None, bool]:
    if kind is op.LITERAL:
        return [[(op.LITERAL, sign) for sign in sorted(_signs(value, flags))]], False
    if kind is op.NOT_LITERAL:
        return [[(op.NEGATE, None), (op.LITERAL, value)]], False
    if kind is op.ANY:
        return (None if flags & op.SRE_FLAG_DOTALL else [[(op.NEGATE, None), (op.LITERAL, 10)]]), False
    if kind is op.IN:
        members = value if value[0][0] is op.NEGATE else _members(value, flags)
        return (None if members is None else [members]), False
    if kind is op.SUBPATTERN:
        return first_of(value[3], _compiler._combine_flags(flags, value[1], value[2]))
    if kind is op.ATOMIC_GROUP:
        return first_of(value, flags)
    if kind in _REPEATS:
        classes, nullable = first_of(value[2], flags)
        return classes, nullable or value[0] == 0
    if kind is op.BRANCH:
        told = [first_of(branch, flags) for branch in value[1]]
        nullable = any(empty for _, empty in told)
        if any(classes is None for classes, _ in told):
            return None, nullable
        return [members for classes, _ in told for members in classes or ()], nullable
    if kind is op.FAILURE:
        return [], False
    return None, True


def _members(items: Class, flags: int) -> Class | None:
    """A class with its letters in every case where case does not count; None where it is too large to tell."""
    if not flags & _WITHOUT_CASE:
        return items
    codes: set[int] = set()
    categories: Class = []
    for kind, value in items:
        if kind is op.LITERAL:
            codes.add(value)
        elif kind is op.RANGE and value[1] - value[0] < _LARGEST_RANGE:
            codes.update(range(value[0], value[1] + 1))
        elif kind is op.CATEGORY:
            categories.append((kind, value))  # which a letter has in both cases
        else:
            return None
    if any(_sre.unicode_iscased(code) for code in codes):
        codes = {sign for code in codes for sign in _of_one_letter(code)}
    return [*((op.LITERAL, code) for code in sorted(codes)), *categories]


def holds(members: Class, code: int) -> bool:
    """Whether a class has a character."""
    if members[0][0] is op.NEGATE:
        return not holds(members[1:], code)
    for kind, value in members:
        if kind is op.LITERAL and value == code:
            return True
        if kind is op.RANGE and value[0] <= code <= value[1]:
            return True
        if kind is op.CATEGORY and value in _TESTS and _TESTS[value](chr(code)):
            return True
    return False


def _signs(code: int, flags: int) -> frozenset[int]:
    """The characters that a letter of an expression stands for."""
    if not flags & _WITHOUT_CASE or not _sre.unicode_iscased(code):
        return frozenset({code})
    return _of_one_letter(code)


def _of_one_letter(code: int) -> frozenset[int]:
    """The characters that count as one letter with another where case does not count."""
    lower = _sre.unicode_tolower(code)
    alike = (lower, *_casefix._EXTRA_CASES.get(lower, ()))
    return frozenset(sign for low in alike for sign in _by_lower().get(low, {low}))


@cache
def _by_lower() -> dict[int, set[int]]:
    """Letters by their lower case, as the engine has it; the few that stand in it themselves alone are left out."""
    found: dict[int, set[int]] = defaultdict(set)
    for code in range(_LAST_WITH_CASE):
        lower = _sre.unicode_tolower(code)
        if lower != code:
            found[lower] |= {lower, code}
    return dict(found)
