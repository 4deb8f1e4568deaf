"""What statements of densitometry leave open for the ones after them, and the sites that they complete by it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from osteocase.pipeline.bmd.carried import Told
from osteocase.pipeline.bmd.labels import Label
from osteocase.pipeline.bmd.rows import Column
from osteocase.pipeline.bmd.sites import FAMILY, GENERIC, Site, complete
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times.find import TimeMention

__all__ = [
    "BACK",
    "HEAD_LENGTH",
    "Open",
    "again",
    "any_within",
    "completed",
    "goes_on",
    "is_closed",
    "is_score_alone",
    "names_site",
    "paragraphs_told",
    "usual_score",
]


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
    measured: TimeMention | None = None
    """When the last results were measured."""
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


_PRONOUN = re.compile(
    r"\b(?:it|this|that|the (?:value|score|figure|reading|result))\s+(?:was|is|had|has|fell|rose|improved|declined"
    r"|now|remained|stood|went)\b"
    r"|\b(?:scan|study|examination|measurement)\b[^.;\n]{0,60}?\b(?:showed|shows|gave|was|revealed|found)\b",
    re.IGNORECASE,
)
HEAD_LENGTH = 60
"""Characters that a site has which stands alone as the head of what follows."""
BACK = re.compile(
    r"\b(?:these|they|those|that|this|both|it)\s+(?:(?:had|have|has)\s+)?(?:was|were|is|are|rose|risen|fell|fallen|improved|declined"
    r"|went|gone|been|increased|decreased)\b[^.;]{0,30}?(?:[-‐‑–−]|minus)\s?\d[.,]\d\s*(?:,|and|/)",
    re.IGNORECASE,
)
"""``they had risen to -2.4 and -1.6``: the sites just told, in their order."""
_PART = re.compile(r"\b(?:the\s+)?same sites\b|\brespectively\b", re.IGNORECASE)


_SIGNED = re.compile(r"\s*[-‐‑–—−+]\s?\d\.\d{1,2}\W*\Z")


def is_score_alone(scan: Scan, start: int, end: int) -> bool:
    """A statement of one score, as behind ``Spine:``."""
    return _SIGNED.match(scan.text, start, end) is not None


def goes_on(scan: Scan, start: int, end: int, state: Open, sites: list[Site], *, headed: bool) -> bool:
    """Whether a statement without a word of densitometry goes on with it."""
    if (state.active and sites) or (headed and state.series):
        return True
    if state.active and headed and state.site is not None and is_score_alone(scan, start, end):
        return True
    if state.listed and _PART.search(scan.text, start, end):
        return True
    if state.active and len(state.listed) > 1 and BACK.search(scan.text, start, end):
        return True
    if state.active and state.series and state.site is not None and _YEAR_VALUE.match(scan.text, start) is not None:
        return True
    again = state.active and state.series and state.site is not None
    return bool(again) and _PRONOUN.search(scan.text, start, end) is not None


_YEAR_VALUE = re.compile(r"\s*(?:in\s+)?(?:\w{3,9}\s+)?(?:19|20)\d\d\s*[:=,]?\s*[-‐‑–—−+]?\s?\d\.\d")
"""``spine 2010 -2.4; 2013 -2.6; 2016 -2.2``"""


def is_closed(scan: Scan, start: int, end: int, state: Open, *, headed: bool) -> bool:
    """Whether nothing is open that a statement without a word of densitometry could go on with, whatever it names."""
    is_open = state.active or (headed and state.series)
    return not is_open and (not state.listed or _PART.search(scan.text, start, end) is None)


def names_site(scan: Scan, start: int, end: int, labels: list[Label]) -> bool:
    """``Tender over the thoracolumbar spine`` names a site that nobody has scanned."""
    if labels or scan.words_in(start, end, "densitometry"):
        return True
    return end - start <= HEAD_LENGTH and _EXAMINED.search(scan.text, start, end) is None


_EXAMINED = re.compile(
    r"\b(?:tender\w*|pain\w*|palpa\w+|percuss\w*|curv\w+|kypho\w+|lordo\w+|fracture\w*|broke\w*)\b", re.IGNORECASE
)


def usual_score(scan: Scan) -> str:
    """What a score is that nothing names: a T-score, but in notes that tell Z-scores again and again and no T-score."""
    kinds = [scan.knowledge.words[word.id].value for word in scan.by_group.get("densitometry", ())]
    return "z_score" if kinds.count("z_score") > 1 and "t_score" not in kinds else "t_score"


def paragraphs_told(scan: Scan) -> list[tuple[int, int]]:
    """The paragraphs that name densitometry or a score: what they say of a site before that word is of it as well."""
    found: list[tuple[int, int]] = []
    named = [*scan.by_group.get("densitometry", ()), *scan.by_group.get("machine", ())]
    for word in sorted(named, key=lambda mention: mention.start):
        value = scan.knowledge.words[word.id].value
        if (
            value not in {"device", "t_score", "z_score", "GE Lunar", "Hologic"}
            or (word.end - word.start == 1)
            or (found and word.start < found[-1][1])
        ):
            continue
        left = scan.text.rfind("\n\n", 0, word.start) + 1
        right = scan.text.find("\n\n", word.end)
        found.append((max(left, word.start - 1_500), min(right if right >= 0 else len(scan.text), word.end + 1_500)))
    return found


def any_within(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch lies in one of the spans, which are in order."""
    index = bisect_right(spans, (start, len(spans) and spans[-1][1])) - 1
    return index >= 0 and spans[index][0] <= start and end <= spans[index][1]
