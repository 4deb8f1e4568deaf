"""What statements of densitometry leave open for the ones after them, and the sites that they complete by it."""

from __future__ import annotations

from dataclasses import dataclass, field

from osteocase.pipeline import regular as re
from osteocase.pipeline.bmd_labels import Label
from osteocase.pipeline.bmd_rows import Column
from osteocase.pipeline.bmd_sites import FAMILY, GENERIC, Site, complete
from osteocase.pipeline.bmd_times import Told
from osteocase.pipeline.scan import Scan

__all__ = ["Open", "again", "completed"]


@dataclass
class Open:
    """What earlier statements leave open for the next ones."""

    site: Site | None = None
    whole: Site | None = None
    """Site with a side that heads the parts after it: ``Left hip:``."""
    listed: list[Site] = field(default_factory=list)
    """Sites that the last statement told in a row."""
    series: list[Label] = field(default_factory=list)
    """Measures in order, of a head or of the last statement."""
    time: Told = field(default_factory=Told)
    columns: list[Column] = field(default_factory=list)
    """Columns of the last table, for one that has no head."""
    score: str = "t_score"
    """What a score is that nothing names."""
    told: int = 0
    """End of the last statement that told of a scan."""
    last: str | None = None
    """The score of the last results, where they had just one kind."""
    paired: bool = False
    """True where a T-score and a Z-score have been told side by side."""
    headed: bool = False
    """True right after a head that ends with a colon."""
    active: bool = False
    """True while densitometry is the subject."""


_SAME = re.compile(
    r"\b(?:the |these |those )?(?:same|these|those|respective|corresponding) (?:two |three |four )?(?:sites|regions"
    r"|places)\b",
    re.IGNORECASE,
)


def again(scan: Scan, start: int, end: int, state: Open) -> list[Site]:
    """``The same sites measured ...``: the sites that the last statement told in a row."""
    match = _SAME.search(scan.text, start, end) if state.listed else None
    if match is None:
        return []
    return [site._replace(start=match.end(), end=match.end()) for site in state.listed]


def completed(scan: Scan, raw: list[Site], state: Open) -> list[Site]:
    """Sites with what the sites before them say of them: a whole that heads its parts gives them its side."""
    sites: list[Site] = []
    head, last = state.whole, state.site
    for site in raw:
        if head is not None and sites and sites[-1].id == head.id and _ends_head(scan, sites[-1], site):
            head = None
        governing = last if site.id == "side" else head or (last if site.id.startswith("part:") else None)
        exact = complete(site, governing)
        if (
            exact is not None
            and exact.side is None
            and last is not None
            and (_is_bare_part(scan, site) or FAMILY.get(exact.id) == "forearm")
            and FAMILY.get(last.id) == FAMILY.get(exact.id)
        ):
            exact = exact._replace(side=last.side)
        if exact is None or exact.id == "side":
            continue
        sites.append(exact)
        if site.id in GENERIC:
            head = exact
            state.whole = exact if exact.side is not None and _HEADED.match(scan.text, exact.end) else None
        elif head is not None and site.id != "side" and FAMILY.get(exact.id) != FAMILY.get(head.id):
            head = state.whole = None
        last = exact
    return sites


_BARE = re.compile(
    r"(?:femur |fem )?neck|troch\w*|inter\w*|ward\S*|ultra-?\s?distal|ud|1/3|33\s?%|total|mid", re.IGNORECASE
)


def _is_bare_part(scan: Scan, site: Site) -> bool:
    """``neck``, ``total``, ``UD`` alone: a part of the scan just told, and of its side."""
    return _BARE.fullmatch(scan.text[site.start : site.end]) is not None and FAMILY.get(site.id) not in {
        "spine",
        "body",
    }


_HEADED = re.compile(r"\s*(?:[:(-]|\n|\Z)")


def _ends_head(scan: Scan, whole: Site, part: Site) -> bool:
    """``R hip -2.0, FN -2.6``: a whole with a result of its own heads nothing after it."""
    between = scan.text[whole.end : part.start]
    return re.search(r"\d", between) is not None and re.search(r"[,;/]|\band\b|\n", between.rstrip()) is not None
