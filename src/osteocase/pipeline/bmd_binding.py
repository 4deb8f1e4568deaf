"""Which site a densitometry number belongs to, by the order in which sites and numbers stand in the sentence.

Sites come first (``spine -2.2, hip -1.8``), numbers come first (``-2.2 at the spine and -1.8 at the hip``), or a list
of one is followed by a list of the other (``spine and hip T-scores were -2.2 and -1.8``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from osteocase.pipeline.bmd_measures import Reading, Site
from osteocase.pipeline.scan import Scan

__all__ = ["SITE_LIST", "bind"]

SITE_LIST = re.compile(
    r"(?=.*(?:[,;/&]|\band\b|\bor\b|as well as))"
    r"[\s,;]*(?:and|or|&|,|/|as well as|both|the|at|in|of|left|right|respectively|\s)*[\s,;]*",
    re.IGNORECASE | re.DOTALL,
)
"""What stands between the sites of a list."""

_TO_SITE = re.compile(
    r"\s*(?:SD|s\.d\.)?\s*(?:higher|lower|greater|increase|decrease|gain|loss|rise|above|below|more|less)?\s*[,(]?\s*"
    r"(?:(?:at|in|for|of|on|over)\s+(?:both\s+)?)?(?:the|her|his)?\s*(?:left|right|L|R|lt\.?|rt\.?)?\s*[(]?\s*"
    r"(?:BMD\s+)?(?:of\s+)?(?:at|in|for|of|the)?\s*(?:left|right)?\s*",
    re.IGNORECASE,
)


class _Run(NamedTuple):
    """Sites of one list, or numbers with no site between them."""

    sites: tuple[Site, ...]
    readings: tuple[int, ...]
    inside: bool = False
    """True for numbers in the brackets right after a site: ``the spine (T-score -2.7)``."""


def bind(
    scan: Scan, readings: list[Reading], sites: list[Site], carried: Site | None
) -> list[tuple[Reading, Site | None]]:
    """Each number with its site; a number told of several sites at once comes back once for each."""
    runs = _runs(scan, readings, sites)
    number_first = _numbers_come_first(scan, runs, readings)
    bound: list[tuple[Reading, Site | None]] = []
    for position, run in enumerate(runs):
        if not run.readings:
            continue
        before = next((other.sites for other in reversed(runs[:position]) if other.sites), ())
        after = runs[position + 1].sites if position + 1 < len(runs) else ()
        all_before = tuple(site for other in runs[:position] for site in other.sites)
        chosen = after if number_first and after and not run.inside else before
        if not chosen:
            chosen = after if after and _close(scan, readings[run.readings[-1]], after[0]) else ()
        if number_first and not after and len(all_before) > 1 and _listed_again(run, readings):
            chosen = _for_rest(run, readings, all_before)
        bound += _share(run, readings, chosen, carried if not sites else None)
    return sorted(bound, key=lambda pair: pair[0].start)


def _runs(scan: Scan, readings: list[Reading], sites: list[Site]) -> list[_Run]:
    items: list[tuple[int, int, Site | int]] = [(site.start, site.end, site) for site in sites]
    items += [(reading.start, reading.end, index) for index, reading in enumerate(readings)]
    runs: list[_Run] = []
    end = 0
    for start, stop, item in sorted(items, key=lambda entry: entry[:2]):
        if isinstance(item, int):
            inside = _inside_after_site(scan, runs, start)
            if runs and runs[-1].readings and runs[-1].inside == inside:
                runs[-1] = runs[-1]._replace(readings=(*runs[-1].readings, item))
            else:
                runs.append(_Run((), (item,), inside))
        elif runs and runs[-1].sites:
            listed = SITE_LIST.fullmatch(scan.text[end:start]) is not None
            if listed:
                runs[-1] = _Run((*runs[-1].sites, item), ())
            else:
                runs.append(_Run((item,), ()))
        else:
            runs.append(_Run((item,), ()))
        end = stop
    return runs


def _inside_after_site(scan: Scan, runs: list[_Run], start: int) -> bool:
    last = next((run.sites[-1] for run in reversed(runs) if run.sites), None)
    if last is None:
        return False
    between = scan.text[last.end : start]
    opened = scan.text.rfind("(", 0, last.start)
    if opened > scan.text.rfind(")", 0, last.start) and last.start - opened < 40 and ")" not in between:
        return True  # "-3.4 (lumbar spine, 0.702 g/cm2)"
    return re.match(r"[^()]{0,6}\(", between) is not None and ")" not in between


def _listed_again(run: _Run, readings: list[Reading]) -> bool:
    """Whether a measure comes more than once in a run, as in ``(Z-score -3.8 and -2.6, respectively)``."""
    measures = [readings[index].measure for index in run.readings]
    return len(set(measures)) < len(measures)


def _numbers_come_first(scan: Scan, runs: list[_Run], readings: list[Reading]) -> bool:
    """True where the numbers name their sites after them: the sentence ends with a site, and each number, but for the
    last ones, leads to the site after it."""
    kinds = ["S" if run.sites else "R" for run in runs]
    if "S" not in kinds or "R" not in kinds:
        return False
    first_number = kinds.index("R")
    followed = [
        _leads_to(scan, readings[run.readings[-1]], runs[index + 1].sites[0])
        for index, run in enumerate(runs)
        if run.readings and not run.inside and index + 1 < len(runs) and runs[index + 1].sites
    ]
    if not followed or not all(followed):
        return False
    return first_number == 0 or kinds[-1] == "S"


def _leads_to(scan: Scan, reading: Reading, site: Site) -> bool:
    return _TO_SITE.fullmatch(scan.text[reading.end : site.start]) is not None


def _close(scan: Scan, reading: Reading, site: Site) -> bool:
    between = scan.text[reading.end : site.start]
    return len(between) < 60 and re.search(r"[.;]\s", between) is None


def _for_rest(run: _Run, readings: list[Reading], sites: tuple[Site, ...]) -> tuple[Site, ...]:
    """``at the spine and ... at the neck (Z-score -3.8 and -2.6, respectively)``: one number for each site before."""
    measures = [readings[index].measure for index in run.readings]
    for count in range(len(sites), 1, -1):
        if any(measures.count(measure) == count for measure in measures):
            return sites[-count:]
    return sites[-1:]


def _share(
    run: _Run, readings: list[Reading], sites: tuple[Site, ...], carried: Site | None
) -> list[tuple[Reading, Site | None]]:
    """Numbers of one measure, as many as sites, go in order; a single one belongs to every site of the list."""
    if not sites:
        return [(readings[index], carried) for index in run.readings]
    shared: list[tuple[Reading, Site | None]] = []
    for measure in dict.fromkeys(readings[index].measure for index in run.readings):
        chosen = [readings[index] for index in run.readings if readings[index].measure == measure]
        if len(chosen) == len(sites):
            shared += zip(chosen, sites, strict=True)
        elif len(chosen) == 1:
            shared += [(chosen[0], site) for site in sites]
        else:
            shared += [(reading, sites[-1]) for reading in chosen]
    return shared
