"""The fit part: how the case stands against the limits of the journal that the profile names."""

from __future__ import annotations

import re

from osteocase.report.document import Block, Paragraph, Part, Run, Terms, Text
from osteocase.report.parts.context import Context

__all__ = ["fit"]

_WORD = re.compile(r"[^\W_]+(?:[-’'.][^\W_]+)*")

_PLAIN = re.compile(r"[^\W_]+")


def fit(context: Context) -> Part | None:
    """The part, or None where the profile is no journal's."""
    profile = context.profile
    if profile.source is None:
        return None
    terms: list[tuple[str, Text]] = [("Title", _title(context))]
    if profile.words is not None:
        words = sum(
            len(_WORD.findall(sentence.text)) for part in context.narrative or () for sentence in part.sentences
        )
        terms.append(("Text", _limit(words, profile.words, "words of narrative so far")))
    if profile.displays is not None:
        terms.append(("Figures, tables", (Run(f"{profile.displays} at most; choose among those that follow."),)))
    if profile.references is not None:
        terms.append(("References", (Run(f"{profile.references} at most; the author adds them."),)))
    if profile.keywords_low is not None:
        terms.append(("Keywords", (Run(f"{profile.keywords_low} to {profile.keywords_high}; the author adds them."),)))
    blocks: list[Block] = [Terms(tuple(terms))]
    blocks.append(Paragraph((Run(f"Rules as read at: {profile.source}.", tone="quiet"),), role="note"))
    return Part("fit", f"Journal: {profile.title.partition(':')[0]}", tuple(blocks))


def _title(context: Context) -> Text:
    profile, title = context.profile, context.case.case.title
    lower = f" {' '.join(_PLAIN.findall(title.lower()))} "
    faults = [f"must hold “{word}”" for word in profile.title_needs if f" {word} " not in lower]
    faults += [f"must not hold “{word}”" for word in profile.title_forbids if f" {word.replace('-', ' ')} " in lower]
    count = len(_WORD.findall(title))
    if profile.title_words is not None and count > profile.title_words:
        faults.append(f"has {count} words, {profile.title_words} at most")
    return (Run("; ".join(faults), bold=True, tone="alert"),) if faults else (Run("keeps the journal's rules."),)


def _limit(count: int, most: int, what: str) -> Text:
    told = f"{count} {what}, {most} at most"
    return (Run(told, bold=True, tone="alert"),) if count > most else (Run(told),)
