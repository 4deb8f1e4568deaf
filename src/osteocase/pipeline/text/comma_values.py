"""Lines of a file whose values commas part: ``Date,Calcium,PTH`` over ``2024-03-01,9.1,71``.

A spreadsheet that is pasted as text leaves them. Read as sentences, their numbers would run into each other; so each
comma between two values is read as the end of a cell.
"""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re

__all__ = ["comma_changes"]

_PLAIN = re.compile(r"[^\s,\"][^,\"\n]{0,48}(?:,[^\s,\"][^,\"\n]{0,48}|,){2,}")
_QUOTED = re.compile(r"\"[^\"\n]{0,60}\"(?:,\"[^\"\n]{0,60}\"){2,}")
_OTHER_MARK = re.compile(r"[;|\t]|(?<!\S)[-−–+<>]?\d{1,4},\d{1,3}(?!\S)|\d,\d{1,3} ?[A-Za-zµμ%]")
"""Where another mark parts the values, and where the comma is that of a decimal: ``BMD 0,902 T -2,3``."""
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"\",\"|\"|,")
_WORD_OR_DECIMAL = re.compile(r"[A-Za-z]{2}|\d\.\d|\d-\d")


def comma_changes(text: str) -> list[tuple[int, int, str]]:
    """The commas and quotation marks that part values, each with what is read for it, in order.

    Lines count that stand under each other with as many commas, no space behind any, and a number in all but the first.
    """
    changes: list[tuple[int, int, str]] = []
    run: list[re.Match[str]] = []
    for line in [*_LINE.finditer(text), None]:
        commas = _commas(line.group()) if line is not None else 0
        is_next = bool(run) and line is not None and line.start() - run[-1].end() <= 2
        if line is not None and is_next and commas == _commas(run[-1].group()) and re.search(r"\d", line.group()):
            run.append(line)
            continue
        changes += _changes_of(run)
        run = [line] if line is not None and commas else []
    return changes


def _commas(line: str) -> int:
    """How many commas part the values of a line; none where it is no such line."""
    line = line.strip()
    if _QUOTED.fullmatch(line) is not None:
        return line.count('","')
    if "," not in line or _OTHER_MARK.search(line) is not None:
        return 0
    return line.count(",") if _PLAIN.fullmatch(line) is not None else 0


def _changes_of(run: list[re.Match[str]]) -> list[tuple[int, int, str]]:
    if len(run) < 2 or not all(_WORD_OR_DECIMAL.search(line.group()) for line in run):
        return []
    return [
        (line.start() + mark.start(), line.start() + mark.end(), "\t" if "," in mark.group() else "")
        for line in run
        for mark in _MARK.finditer(line.group())
    ]
