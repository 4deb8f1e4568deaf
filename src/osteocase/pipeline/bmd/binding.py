"""Which site a densitometry number belongs to, by the order in which sites and numbers stand in the sentence.

Sites come first (``spine -2.2, hip -1.8``), numbers come first (``-2.2 at the spine and -1.8 at the hip``), or a list
of one is followed by a list of the other (``spine and hip T-scores were -2.2 and -1.8``). A site that a number leads to
(``at the``, an opening bracket) takes it; else the site before it does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from osteocase.pipeline.bmd.measures import Reading
from osteocase.pipeline.bmd.sites import FAMILY, GENERIC, Site
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan

__all__ = ["SITE_LIST", "bind"]

SITE_LIST = re.compile(
    r"(?=.*(?:[,;/&+]|\band\b|\bor\b|as well as))"
    r"[\s,;]*(?:and|or|&|,|/|\+|as well as|both|the|my|your|her|his|at|in|of|for|left|right|respectively|BMD|\s)*"
    r"[\s,;]*",
    re.IGNORECASE | re.DOTALL,
)
"""What stands between the sites of a list."""

_LEADS = re.compile(
    r"\s*[*†‡)]?\s*(?:SD\s*)?(?:(?:(?:statistically\s+)?(?:significantly\s+)?(?:higher|lower|greater|increase"
    r"|decrease|gain|loss|rise|drop|fall|decline|reduction|improvement|increment|above|"
    r"below|more|less|[TZ]-?\s?scores?|BMD|osteopor\w+|osteopen\w+|normal|all)\s*){0,3}(?P<comma>,\s*)?"
    r"(?:at|in|for|of|on|over|@|from)\s+(?:both\s+|the\s+|her\s+|his\s+|my\s+|your\s+|each\s+|BMD\s+|of\s+){0,3}"
    r"|(?P<bracket>[(\[]\s*)(?:at\s+|in\s+|for\s+)?(?:the\s+)?)",
    re.IGNORECASE,
)
"""From a number to the site that it is told of."""

_BARE = re.compile(r"[ \t]+(?:the\s+)?")


@dataclass
class _Group:
    """Sites of one list, or the numbers that stand between two sites."""

    sites: list[Site] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    used: bool = False
    leads: str | None = None
    """The measure of the first number that these sites took from before them: ``0.842 g/cm² at the spine``."""


def bind(
    scan: Scan,
    readings: list[Reading],
    sites: list[Site],
    carried: Site | None,
    listed: list[Site],
    *,
    head: Site | None = None,
) -> list[tuple[Reading, Site | None]]:
    """Each number with its site; a number told of several sites at once comes back once for each.

    ``carried`` is the site that earlier sentences left open, ``listed`` the sites that they told in a row, ``head`` the
    one that stands with a colon right before the first number.
    """
    groups = _groups(scan, readings, sites)
    bound: list[tuple[Reading, Site | None]] = []
    for position, group in enumerate(groups):
        if not group.readings:
            continue
        before = next((other for other in reversed(groups[:position]) if other.sites), None)
        after = groups[position + 1] if position + 1 < len(groups) else None
        told = [site for other in groups[:position] for site in other.sites]
        bound += _bind_group(
            scan, group.readings, before, after, told, None if sites else carried, [] if sites else listed, head
        )
    return sorted(bound, key=lambda pair: pair[0].start)


def _groups(scan: Scan, readings: list[Reading], sites: list[Site]) -> list[_Group]:
    items: list[tuple[int, int, Site | Reading]] = [(site.start, site.end, site) for site in sites]
    items += [(reading.start, reading.end, reading) for reading in readings]
    groups: list[_Group] = []
    end = 0
    for start, stop, item in sorted(items, key=lambda entry: entry[:2]):
        last = groups[-1] if groups else None
        if isinstance(item, Reading):
            if last is not None and last.readings:
                last.readings.append(item)
            else:
                groups.append(_Group(readings=[item]))
        elif (
            last is not None and last.sites and (start == end or SITE_LIST.fullmatch(scan.text[end:start]) is not None)
        ):
            last.sites.append(item)
        else:
            groups.append(_Group(sites=[item]))
        end = stop
    return groups


def _bind_group(
    scan: Scan,
    readings: list[Reading],
    before: _Group | None,
    after: _Group | None,
    told: list[Site],
    carried: Site | None,
    listed: list[Site],
    head: Site | None,
) -> list[tuple[Reading, Site | None]]:
    bound: list[tuple[Reading, Site | None]] = []
    rest = list(readings)
    if before is not None and not _names_side(scan, rest, before, after):
        inside = [reading for reading in rest if _inside(scan, before.sites[-1], reading)]
        if inside and inside[0] is rest[0]:
            in_row = _in_row(inside, before.sites)
            several = _repeats(inside) and _are_listed(scan, inside)
            bound += _share(
                inside, before.sites if in_row else _for_rest(inside, told) if several else before.sites[-1:]
            )
            before.used = True
            rest = [reading for reading in rest if reading not in inside]
    if not rest:
        return bound
    if before is not None and not before.used and _in_row(rest, before.sites) and after is not None:
        count = len(before.sites)
        measures = [reading.measure for reading in rest]
        row = [reading for reading in rest if measures.count(reading.measure) == count]
        if not (len(after.sites) == count and _goes_forward(scan, rest, before, after)):
            bound += _share(row, before.sites)
            before.used = True
            rest = [reading for reading in rest if reading not in row]
            if not rest:
                return bound
    if after is not None and _goes_forward(scan, rest, before, after):
        forward = _leading(rest, after.sites, before)
        bound += _share(forward, after.sites)
        after.used, after.leads = True, forward[0].measure
        rest = [reading for reading in rest if reading not in forward]
        if not rest:
            return bound
    if before is not None:
        before_sites = before.sites
        if before.used and len(before_sites) == 1 and len(told) > 1 and _repeats(rest):
            before_sites = _for_rest(rest, told)
        before.used = True
        spread = [reading for reading in rest if _one_for_each(scan, rest, reading.measure, told)]
        rest = [reading for reading in rest if reading not in spread]
        return bound + _share(rest, before_sites) + (_share(spread, told) if spread else [])
    if after is not None and head is not None:
        return bound + [(reading, head) for reading in rest]
    if after is not None and _close(scan, rest[-1], after.sites[0]):
        return bound + _share(rest, after.sites)
    if len(listed) > 1 and _in_row(rest, listed):
        return bound + _share(rest, listed)
    return bound + [(reading, carried) for reading in rest]


_LISTED = re.compile(r"[\s,;/&]*(?:SD\s*)?(?:and\s+|[TZ]\s*)?", re.IGNORECASE)


def _are_listed(scan: Scan, readings: list[Reading]) -> bool:
    """``(Z-score -3.8 and -2.6)`` is one for each site; ``(0.640 to 0.673)``, ``(-2.2 from -1.8)`` a course of one."""
    pairs = [pair for pair in pairwise(readings) if pair[0].measure == pair[1].measure]
    return bool(pairs) and all(
        _LISTED.fullmatch(scan.text[left.end : right.number.number_start]) is not None for left, right in pairs
    )


def _one_for_each(scan: Scan, readings: list[Reading], measure: str, told: list[Site]) -> bool:
    """``spine -2.6 and hip -2.9 (gains of 27% and 31%, respectively)``: as many as the sites told before."""
    row = [reading for reading in readings if reading.measure == measure]
    if len(told) < 2 or len(row) != len(told) or len(row) == len(readings):
        return False
    after = scan.text[row[-1].end : row[-1].end + 24]
    if measure == "change" and _are_listed(scan, row) and re.match(r"\s*(?:[.;)\n]|\Z)", after) is not None:
        return True  # "spine -3.0, neck -2.5, a loss of 9% and 4%"
    return re.match(r"[\s,)]*(?:respectively|each|in this order|in that order)\b", after, re.IGNORECASE) is not None


def _names_side(scan: Scan, rest: list[Reading], before: _Group, after: _Group | None) -> bool:
    """``both hips (T -1.7 left, -1.9 right)``: the side right after a number is that number's."""
    if after is None or after.sites[0].side is None or after.sites[0].id != before.sites[-1].id:
        return False
    return re.fullmatch(r"[ \t]*(?:SD[ \t]*)?", scan.text[rest[-1].end : after.sites[0].start]) is not None


def _inside(scan: Scan, site: Site, reading: Reading) -> bool:
    """Whether a number stands in the brackets right after its site, or in those that hold the site itself."""
    between = scan.text[site.end : reading.number.start]
    if ")" in between:
        return False
    if re.match(r"[^()]{0,24}\(", between) is not None and re.search(r"\d", between.split("(")[0]) is None:
        return True
    return (
        re.search(r"[(]\s*(?:(?:at|in|for|of|the|both)\s+)*$", scan.text[max(0, site.start - 24) : site.start])
        is not None
    )


def _in_row(readings: list[Reading], sites: list[Site]) -> bool:
    """Whether some measure comes as often as there are sites."""
    measures = [reading.measure for reading in readings]
    return len(sites) > 1 and any(measures.count(measure) == len(sites) for measure in set(measures))


def _repeats(readings: list[Reading]) -> bool:
    measures = [reading.measure for reading in readings]
    return len(set(measures)) < len(measures)


def _goes_forward(scan: Scan, rest: list[Reading], before: _Group | None, after: _Group) -> bool:
    """Whether numbers name their site after them."""
    between = scan.text[rest[-1].end : after.sites[0].start]
    lead = _LEADS.fullmatch(between)
    free = before is None or before.used
    part = before is not None and before.sites[-1].id in GENERIC and _is_part(after.sites[0], before.sites[-1])
    same = before is not None and before.sites[-1].id == after.sites[0].id and after.sites[0].side is not None
    if lead is not None:
        if lead["bracket"]:
            return (free or part or same) and not _own_number(scan, rest, after)
        return free or lead["comma"] is None
    if _BARE.fullmatch(between) is None:
        return False
    return (free or part or same) and not _own_number(scan, rest, after)


def _own_number(scan: Scan, rest: list[Reading], after: _Group) -> bool:
    """Whether the site after the numbers is followed by a number of the same kind: then it is that number's site."""
    site = after.sites[-1]
    match = re.match(
        r"\s*(?:[TZ]\b|[TZ][- ]?scores?|BMD)?\s*[:=]?\s*(?:of\s|was\s)?[-‐‑–—−+]\s?\d",
        scan.text[site.end : site.end + 30],
    )
    return match is not None and rest[-1].measure in {"t_score", "z_score"}


def _is_part(part: Site, whole: Site) -> bool:
    return FAMILY.get(part.id) == FAMILY.get(whole.id) and part.id != whole.id


def _leading(rest: list[Reading], sites: list[Site], before: _Group | None) -> list[Reading]:
    """The numbers that go to the sites after them: one measure each, or as many as there are sites."""
    if before is None or _in_row(rest, sites):
        return rest
    seen: set[str] = set()
    forward: list[Reading] = []
    for reading in reversed(rest):
        if reading.measure in seen:
            break
        seen.add(reading.measure)
        forward.insert(0, reading)
        if reading.measure == before.leads:
            break  # "0.842 at the spine, a T-score of -2.2, and 0.721 at the hip"
    if not before.used and len(forward) == len(rest) and len(rest) > 1 and before.sites[-1].id == sites[0].id:
        return rest
    return forward


def _close(scan: Scan, reading: Reading, site: Site) -> bool:
    between = scan.text[reading.end : site.start]
    return len(between) < 60 and re.search(r"[.;]\s|\n\s*\n", between) is None


def _for_rest(readings: list[Reading], sites: list[Site]) -> list[Site]:
    """``at the spine and ... at the neck (Z-score -3.8 and -2.6, respectively)``: one number for each site before."""
    measures = [reading.measure for reading in readings]
    for count in range(min(len(sites), len(readings)), 1, -1):
        if any(measures.count(measure) == count for measure in measures):
            return sites[-count:]
    return sites[-1:]


def _share(readings: list[Reading], sites: list[Site]) -> list[tuple[Reading, Site | None]]:
    """Numbers of one measure, as many as sites, go in order; a single one belongs to every site of the list."""
    shared: list[tuple[Reading, Site | None]] = []
    for measure in dict.fromkeys(reading.measure for reading in readings):
        chosen = [reading for reading in readings if reading.measure == measure]
        if len(chosen) == len(sites):
            shared += zip(chosen, sites, strict=True)
        elif len(chosen) == 1:
            shared += [(chosen[0], site) for site in sites]
        else:
            shared += [(reading, sites[-1]) for reading in chosen]
    return shared
