"""Sites of measurement as notes name them: a place, its part, its side and its levels, in any order.

``Right hip: neck``, ``Total Right``, ``forearm (non-dominant, L), one-third`` and ``spine L2-L4`` are each one site
told in pieces. Pieces that stand together are put together; a piece alone takes the rest from what governs it.
"""

from __future__ import annotations

from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["FAMILY", "GENERIC", "Site", "complete", "is_site", "site_spans", "sites_in"]


class Site(NamedTuple):
    """A site of measurement named in the text."""

    id: str
    """Site of the record, or ``part:total``, ``part:mid``, ``part:third``, ``part:shaft`` or ``side`` for what another
    site must complete."""
    start: int
    end: int
    region: str | None
    side: str | None
    listed: bool = False
    """True where the text has named this site's side or whole outside of it, as in ``the same sites``."""


FAMILY = {
    "hip": "hip", "femur": "hip", "femoral_neck": "hip", "total_hip": "hip", "trochanter": "hip",
    "intertrochanteric": "hip", "wards_triangle": "hip", "lumbar_spine": "spine", "thoracic_spine": "spine",
    "distal_radius": "forearm", "forearm": "forearm", "whole_body": "body",
    "calcaneus": "heel",
}  # fmt: skip
"""Site to the scan that it is a part of."""

GENERIC = {"hip", "femur", "forearm", "lumbar_spine", "whole_body"}
"""Sites that a part named beside them makes more exact."""

_PARTS = {
    "total": {"hip": "total_hip", "spine": "lumbar_spine", "forearm": "forearm", "body": "whole_body"},
    "third": {"forearm": "distal_radius"},
    "mid": {"forearm": "forearm"},
    "shaft": {"hip": "femur"},
}

_SIDES = {"left": "left", "lt": "left", "l": "left", "right": "right", "rt": "right", "r": "right",
          "bilateral": "bilateral", "b/l": "bilateral", "li": "left", "re": "right",
          "both": "bilateral", "mean": "bilateral", "lft": "left", "rgt": "right",
          "links": "left", "rechts": "right", "gauche": "left", "droit": "right", "droite": "right"}  # fmt: skip

_PIECE = re.compile(
    r"(?P<region>(?<![A-Za-z0-9])(?:(?:L|LWK|LV)\s?[1-5]|l[1-5](?=\s?[-–—]\s?l?[1-5]))(?:(?:\s?[-‐‑–—−_/]\s?L?"
    r"|\s?(?:to|through|thru)\sL?|(?:\s?[,&+]|\sand)\s?L)\s?[1-5](?![\d%]|\.\d|\s?(?:yr|year))){0,4}"
    r"(?![\d%]|\.\d|\s?g/(?!\s?cm)|[A-Za-z]))"
    r"|(?P<side>(?<![A-Za-z0-9])(?:left|right|bilateral|both|mean|lft|rgt|links|rechts|li(?=\.)|re(?=\.[\s:,)])|b/l"
    r"|gauche|droite?|[Ll][Tt]|[Rr][Tt]|LEFT|RIGHT|L|R)(?![A-Za-z0-9'’]|[-.]?\d))"
    r"|(?P<part>(?<![A-Za-z0-9.,])(?:tota[l1]|t0tal|tot|gesamt|totale|overall|mid|shaft|33\s?%|(?:1/3|⅓)(?:rd)?"
    r"|one[- ]third|(?:distal|lower)\s(?:one[- ])?third"
    r"(?=\s(?:of\s)?(?:(?:the|her|his|my|your|non|dominant|left|right)[\s-]){0,3}(?:forearm|radius)\b))"
    r"(?![A-Za-z0-9]|[.,]\d))",
    re.IGNORECASE,
)
_GLUE = re.compile(
    r"[\s,:()\[\]_\-–—/.;]{0,4}(?:(?:of|the|at|in|region|bone|bmd|area|her|his|non|dominant|proximal|side|arm|distal"
    r"|mineral|density|vertebra\w*|scan|site)\b"
    r"[\s,:()\[\]_\-–—/.]{0,3}){0,5}",
    re.IGNORECASE,
)
_LISTING = re.compile(r",\s*$|\b(?:and|or)\b|&|\n\s*\n|\t|;", re.IGNORECASE)
_EXCLUDED = re.compile(
    r"\b(?:exclud\w+|except(?:ing)?|without|omit\w*|omission of|removal of|discard\w*|minus|not|no"
    r"|fractures?\s+(?:of|at|in)|fx)\s*(?:of\s+|for\s+)?[(]?\s*$",
    re.IGNORECASE,
)
_NOT_MEASURED = re.compile(
    r"\s*(?:(?![(]?\s?(?:with\s)?L\s?[1-5])[(]?[^.\n(),;]{0,12}?\b(?:exclud\w+|omitted|not\s+(?:evalua\w+|analy\w+|assess\w+|includ\w+|used"
    r"|interpret\w+)|uninterpret\w+|unreadable|left\s+out|"
    r"removed|discarded|disregarded)\b"
    r"|(?:compression\s+|wedge\s+|old\s+|vertebra\w*\s+)?(?:fracture|fx|#|kyphoplast|vertebroplast|fusion|fused"
    r"|laminectom|instrument|"
    r"OA\b|osteoarth|degenerat|spondyl|wedg|disc\b|metast|HU\b|endplate))",
    re.IGNORECASE,
)
_SINGLE_IS_MEASURED = re.compile(r"\s*[|:=(]?\s*(?:BMD|T\b|T-|Z\b|Z-|[-‐‑–—−+<>]?\s?\d)", re.IGNORECASE)


def is_site(scan: Scan, mention: Mention) -> bool:
    """Whether a site term names a site of measurement: not inside a finding or an operation (``total hip
    replacement``), unless that term is no more than the site with its side (``left total hip``)."""
    if mention.covered in {"", "bone"}:
        return True
    covers = [
        other
        for other in scan.mentions_in(max(0, mention.start - 30), mention.end, mention.covered)
        if other.start <= mention.start and other.end >= mention.end
    ]
    return mention.covered == "treatment" and all(other.end == mention.end for other in covers) and bool(covers)


def site_spans(sites: list[Site]) -> list[tuple[int, int]]:
    """Where sites stand, for the reader of numbers to look away from."""
    return [(site.start, site.end) for site in sites]


def sites_in(scan: Scan, start: int, end: int) -> list[Site]:
    """All sites of a stretch in order, the pieces that stand together put together."""
    sites: list[Site] = []
    for piece in _pieces(scan, start, end):
        last = sites[-1] if sites else None
        if last is not None and piece.start < last.end:
            continue
        joined = _joined(scan, last, piece) if last is not None else None
        if joined is not None:
            sites[-1] = joined
        else:
            sites.append(piece)
    return [site for site in _sides_settled(scan, sites, start, end) if not _is_no_measurement(scan, site, start, end)]


def _pieces(scan: Scan, start: int, end: int) -> list[Site]:
    named = [mention for mention in scan.mentions_in(start, end, "bmd_site") if is_site(scan, mention)]
    pieces = _bare_levels(scan, named, end) + _in_small_letters(scan, start, end) + [
        Site(scan.knowledge.sites[mention.id].site, mention.start, mention.end, _region_inside(scan, mention),
             scan.knowledge.sites[mention.id].side or _side_inside(scan.text[mention.start : mention.end]))
        for mention in named
    ]  # fmt: skip
    pieces += _over_two_lines(scan, start, end)
    taken = [(mention.start, mention.end) for mention in named]
    cursor = 0
    for match in _PIECE.finditer(scan.text, start, end):
        while cursor < len(taken) and taken[cursor][1] <= match.start():
            cursor += 1
        if cursor < len(taken) and taken[cursor][0] < match.end():
            continue
        piece = _piece(scan, match, start, end)
        if piece is not None:
            pieces.append(piece)
    return sorted(pieces, key=lambda piece: piece.start)


def _over_two_lines(scan: Scan, start: int, end: int) -> list[Site]:
    """``Left Hip`` as a title and ``Neck`` under it, which stand together as one name: in each line its own part."""
    found = []
    for mention in scan.mentions_in(max(0, start - _LONGEST_NAME), end + _LONGEST_NAME, "bmd_site"):
        site = scan.knowledge.sites[mention.id]
        if mention.start < end < mention.end and scan.text[end] == "\n":
            whole = next((known for known in ("hip", "forearm") if FAMILY.get(site.site) == known), site.site)
            found.append(Site(whole, mention.start, end, None, None))
        elif (
            mention.start < start < mention.end
            and scan.text[start - 1] == "\n"
            and _PIECE.fullmatch(scan.text, start, mention.end) is None  # "Total" is a part that its title completes
        ):
            found.append(Site(site.site, start, mention.end, site.region, None))
    return found


_LONGEST_NAME = 40
_SMALL = re.compile(
    r"(?<![\w'’-])(?P<side>[lr])?(?P<name>ls|fn|th)(?=\s?(?:was|is|now|[:=])?\s?(?:t\s?)?[-‐‑–−]\s?\d[.,]\d)"
)
_SMALL_SITES = {"ls": "lumbar_spine", "fn": "femoral_neck", "th": "total_hip"}


def _in_small_letters(scan: Scan, start: int, end: int) -> list[Site]:
    """``ls -3.1, lfn -2.4``: the short names of hurried notes, which are names only before a score."""
    sides = {"l": "left", "r": "right", None: None}
    return [
        Site(_SMALL_SITES[match["name"]], match.start(), match.end(), None, sides[match["side"]])
        for match in (_SMALL.finditer(scan.text, start, end) if scan.has(_SMALL) else ())
        if match["side"] is None or match["name"] != "ls"
    ]


_THIRD = re.compile(r"33\s?%|1/3|⅓|third", re.IGNORECASE)


def _region_inside(scan: Scan, mention: Mention) -> str | None:
    """The region of a site, and ``33%`` where its own words say that the distal third of the radius is meant."""
    site = scan.knowledge.sites[mention.id]
    third = site.id == "distal_radius" and _THIRD.search(scan.text, mention.start, mention.end) is not None
    return "33%" if third else site.region


_DIGITS = re.compile(r"\s?[(]?\s?(?P<low>[1-4])\s?(?:[-‐‑–—−]|to)\s?(?P<high>[2-5])(?![\d.,%])")


def _bare_levels(scan: Scan, named: list[Mention], end: int) -> list[Site]:
    """``lumbar vertebrae 2-4``: levels without their letter, right after the spine."""
    found = []
    for mention in named:
        match = (
            _DIGITS.match(scan.text, mention.end, end)
            if scan.knowledge.sites[mention.id].site == "lumbar_spine"
            else None
        )
        if match is not None:
            found.append(
                Site("lumbar_spine", match.start("low"), match.end("high"), f"L{match['low']}-L{match['high']}", None)
            )
    return found


def _piece(scan: Scan, match: re.Match[str], start: int, end: int) -> Site | None:
    text = scan.text
    if match["side"]:
        written = match["side"]
        if len(written) == 1 and not written.isupper():
            return None
        return Site("side", match.start(), match.end(), None, _SIDES[written.lower()])
    if match["part"]:
        word = match["part"].lower()
        part = (
            word
            if word in {"mid", "shaft"}
            else "total"
            if word.startswith(("tot", "t0t", "overall", "gesamt"))
            else "third"
        )
        is_named = word.startswith(("distal", "lower"))
        if (
            part == "third"
            and not is_named
            and re.match(r"\s?(?:yr|year|month|week|x\b|of\b)", text[match.end() : match.end() + 8])
        ):
            return None
        return Site(f"part:{part}", match.start(), match.end(), None, None)
    levels = _levels(match["region"])
    if levels is None:
        return None
    before, after = text[max(start, match.start() - 24) : match.start()], text[match.end() : min(end, match.end() + 44)]
    if _EXCLUDED.search(before) or _NOT_MEASURED.match(after):
        return None
    if "-" not in levels and "," not in levels and not _single_is_measured(text, match, start, end):
        return None
    return Site("lumbar_spine", match.start(), match.end(), levels, None)


def _single_is_measured(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """One level is a site where its number stands beside it: ``L3: -2.5``, ``-3.5 at L3``; else it is a vertebra."""
    if _SINGLE_IS_MEASURED.match(text, match.end(), end):
        return True
    before = text[max(start, match.start() - 16) : match.start()]
    return (
        re.search(r"(?:\d|point\s\w{3,5})\s*(?:SD\s*)?[(,]?\s*(?:at|of|in|for)\s+(?:the\s+)?$|[(]\s*$", before)
        is not None
    )


def _levels(written: str) -> str | None:
    """``L1 to L4`` as ``L1-L4``; levels that are listed with gaps as ``L1,L3-L4``."""
    ends: list[tuple[int, int]] = []
    position = None
    joined = False
    for match in re.finditer(r"(?P<digit>[1-5])|(?P<range>[-‐‑–—−_]|to|thr|/)", written, re.IGNORECASE):
        if match["range"]:
            joined = True
            continue
        level = int(match["digit"])
        if joined and ends:
            ends[-1] = (ends[-1][0], level)
        else:
            ends.append((level, level))
        joined = False
        position = level
    if position is None or any(high < low for low, high in ends):
        return None
    return ",".join(f"L{low}" if low == high else f"L{low}-L{high}" for low, high in ends)


def _side_inside(words: str) -> str | None:
    match = re.search(r"\b(left|right|bilateral|both|dual|mean)\b", words, re.IGNORECASE)
    return _SIDES.get(match[1].lower()) if match else None


def _joined(scan: Scan, last: Site, piece: Site) -> Site | None:
    """One site from two pieces that stand together, or None."""
    gap = scan.text[last.end : piece.start]
    if len(gap) > 60 or _GLUE.fullmatch(gap) is None:
        return None
    listing = _LISTING.search(gap) is not None
    trailing = re.search(r"\d[ \t]*\Z", scan.text[max(0, last.start - 3) : last.start]) is not None
    if last.id == "side" and piece.id != "side" and trailing and re.match(r"\s*[.,;)]", gap):
        return None  # "-2.4 L, -2.6 R. LS -3.0": the side of the number before it
    if "side" in {last.id, piece.id} and re.search(r"[a-z]", gap) and _is_mean(scan, last, piece):
        return None
    if piece.id == "side" and last.id != "side":
        if last.side is not None or FAMILY.get(last.id) in {"spine", "body"}:
            return None
        if listing and not (re.fullmatch(r",\s?", gap) and _SIDE_ENDS.match(scan.text, piece.end)):
            return None
        return last._replace(end=piece.end, side=piece.side)
    if piece.id != "side" and last.id in GENERIC and last.side is not None and re.search(r":|\n", gap):
        return None  # "Left hip: neck ..., total ...": a head, whose side all its parts take
    if listing and not (FAMILY.get(last.id) == "spine" and piece.id == "lumbar_spine") and not gap.startswith(","):
        return None
    if "\n" in gap and last.id not in GENERIC | {"side"}:
        return None
    return _merged(last, piece)


def _merged(last: Site, piece: Site) -> Site | None:
    """Two pieces of one site as the more exact of the two, with what both tell; None where they are not of one site."""
    side = piece.side or last.side
    if last.id == "side":
        return piece._replace(start=last.start, side=last.side) if piece.side is None else None
    if last.id.startswith("part:") or piece.id.startswith("part:"):
        part, whole = (last, piece) if last.id.startswith("part:") else (piece, last)
        if whole.id.startswith("part:"):
            return None
        exact = _part_of(part.id, whole)
        return None if exact is None else exact._replace(start=last.start, end=piece.end, side=side)
    if FAMILY.get(last.id) != FAMILY.get(piece.id) or FAMILY.get(last.id) is None:
        return None
    if last.side is not None and piece.side is not None and last.side != piece.side:
        return None
    if piece.id == last.id:
        if last.region is not None and piece.region is not None:
            return None
        return last._replace(end=piece.end, region=last.region or piece.region, side=side)
    if last.id in GENERIC or piece.id in GENERIC:
        exact = piece if last.id in GENERIC else last
        return exact._replace(start=last.start, end=piece.end, side=side)
    return None


def _is_mean(scan: Scan, last: Site, piece: Site) -> bool:
    """``the young adult mean at the hip``: a mean is that of both hips only right beside them."""
    side = last if last.id == "side" else piece
    return scan.text[side.start : side.end].lower() == "mean"


_SIDE_ENDS = re.compile(r"\s*(?:[/|:=(),.;-]|\d|[−–+]|\Z|\n|[TZ]\b|BMD\b)")


def _part_of(part: str, whole: Site) -> Site | None:
    name = part.removeprefix("part:")
    family = FAMILY.get(whole.id, "")
    exact = _PARTS[name].get(family)
    if exact is None or (whole.id not in GENERIC and whole.id != "distal_radius" and whole.id != exact):
        return None
    if name == "mid":
        return whole._replace(region="mid")
    return whole._replace(id=exact, region="33%") if name == "third" else whole._replace(id=exact)


def _sides_settled(scan: Scan, sites: list[Site], start: int, end: int) -> list[Site]:
    """A letter alone is a side only in brackets or before a number; a word alone is one wherever it stands."""
    settled = []
    for site in sites:
        if site.id == "side" and scan.text[site.start : site.end].lower() == "mean":
            continue
        if site.id == "side" and any(
            bone.start - site.end <= 1 for bone in scan.mentions_in(site.end, site.end + 24, "bone")
        ):
            continue  # "right elbow": the side of what is not scanned
        if FAMILY.get(site.id) in {"spine", "body"} and site.side is not None:
            site = site._replace(side=None)
        if site.id == "side" and site.end - site.start == 1:
            before = scan.text[max(start, site.start - 3) : site.start].rstrip()
            after = scan.text[site.end : min(end, site.end + 4)]
            bracketed = before[-1:] in {"(", "[", ","} and after.lstrip()[:1] in {")", "]"}
            headed = re.match(r"\s*[:=]?\s*[-‐‑–—−+]?\s?[\d.]|\s*[:=]\s*[TZ]\b|\s+[TZ]\s*[-–−=:]", after) is not None
            trailing = before[-1:].isdecimal() and re.match(r"\s*(?:[,.;)]|\n|$)", after) is not None
            if not bracketed and not trailing and not (headed and before[-1:] in {"", ",", ";", "/", "|", ":", "("}):
                continue
        settled.append(site)
    return settled


def _is_no_measurement(scan: Scan, site: Site, start: int, end: int) -> bool:
    """A fracture or operation of the site, not its density: ``right neck of femur fracture``."""
    if (site.region is not None and FAMILY.get(site.id) == "spine") or site.id == "side":
        return False
    if _BROKEN.search(scan.text, max(start, site.start - 60), site.start) is not None:
        return True
    return _OPERATED.match(scan.text, site.end, min(end, site.end + 30)) is not None


_BROKEN = re.compile(
    r"\b(?:fractures?\s*\([^()\d]{0,40}|fractures?\s+(?:of|at|in|involving)\s+(?:(?:the|her|his|both)\s+)?"
    r"|(?:broke|broken|fractured)\s+(?:her|his|the|an?|both)\s+)(?:left\s+|right\s+)?\Z",
    re.IGNORECASE,
)
"""``fragility fractures (wrist, ...``, ``broke her left wrist``: what broke, not what was scanned."""


_OPERATED = re.compile(
    r"\s*(?:#|fractures?\b|fx\b|replacement|arthroplast|prosthes|surgery|pain\b|metalwork|pinning|nailing|fixation|"
    r"MRI\b|x-?rays?\b|radiograph|films?\b|brace|osteoarth|circumference)",
    re.IGNORECASE,
)


def complete(site: Site, governing: Site | None) -> Site | None:
    """A part or side that stands alone, completed by the site that governs it; None where nothing does."""
    if site.id == "side":
        if governing is None or FAMILY.get(governing.id) in {"spine", "body"}:
            return None
        return governing._replace(start=site.start, end=site.end, side=site.side)
    if site.id.startswith("part:"):
        if governing is None or FAMILY.get(governing.id) is None:
            return site._replace(id="distal_radius", region="33%") if site.id == "part:third" else None
        name = site.id.removeprefix("part:")
        exact = _PARTS[name].get(FAMILY[governing.id])
        if exact is None:
            return site._replace(id="distal_radius", region="33%") if name == "third" else None
        region = {"mid": "mid", "third": "33%"}.get(name, governing.region if exact == "lumbar_spine" else None)
        return Site(exact, site.start, site.end, region, site.side or governing.side)
    if (
        governing is not None
        and governing.id in GENERIC | {"distal_radius"}
        and FAMILY.get(site.id) == FAMILY.get(governing.id)
        and site.side is None
        and site.id not in {"hip", "femur"}
    ):
        return site._replace(side=governing.side)
    return site
