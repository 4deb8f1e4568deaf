"""Findings that no fixed term holds, because numbers or other words stand inside: ``lost 5 cm in height``,
``did not smoke or drink``, ``severe OP``, ``drinks 2-3 pints at weekends``.

Each pattern gives mentions like those of the lexicon, so that status, time and person are read the same way.
"""

from __future__ import annotations

from osteocase.pipeline.matching.wordstarts import SharedPattern, WordPattern
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["derived_mentions", "symptom_in"]

_LENGTH = (
    r"(?:(?:about|approximately|approx\.?|around|some|at\s+least|over|nearly|almost|~)\s*)?[\"“']?\s?"
    r"(?:\d+(?:\.\d+)?(?:\s?(?:[-–]|to|or)\s?\d+(?:\.\d+)?)?|an?(?:\s+(?:couple|few)(?:\s+of)?)?|one|two|three|four|five|six|several|half\s+an)"
    r"(?:\s+and\s+a\s+half)?\s?-?(?:cms?|centimet(?:re|er)s?|in|inch(?:es)?|\")[\"”'.,]?"
)
_COUNT = r"(?:\d+(?:\.\d+)?|an?|one|two|three|four|five|six)"
_PATTERNS: tuple[tuple[str, str, WordPattern], ...] = (
    (
        "height_loss",
        "",
        SharedPattern(
            rf"\b(?:lost|losing|lose|loss\s+of)\s+{_LENGTH}\s*(?:in|of|off|from)\s+(?:(?:her|his|their|total|body)\s+){{0,2}}(?:height|stature)"
            rf"|\b(?:has|have|had|she|he)\s+lost\s+{_LENGTH}(?=\s*(?:$|[.,;\n]))"
            rf"|\b(?:lost|losing)\s+any\s+height\b|\b(?:decrease|decline|drop|reduction)\s+in\s+(?:her|his|their|overall|total|body)\s+height\b"
            rf"|\b(?:gone|come|went|going)\s+down\s+from\s+1[3-9]\d(?:\.\d)?\s?(?:cm)?\s+to\s+1[2-9]\d(?:\.\d)?\s?cm\b"
            rf"|\bdown\s+from\s+1[3-9]\d(?:\.\d)?\s?cm\s+to\s+1[2-9]\d(?:\.\d)?\s?cm\b"
            rf"|\bheight\s+lost\b\s*[:=]?\s*{_LENGTH}"
            r"|\b(?:lost|losing)\s+(?:some|a\s+(?:bit|little|lot)\s+of|considerable|much)\s+height\b"
            rf"|\b(?:shrank|shrunk|shrunken|shrinking)\s+(?:by\s+)?{_LENGTH}"
            rf"|\bheight\s+(?:is\s+|has\s+(?:come|gone)\s+)?down\s+(?:by\s+)?{_LENGTH}|\bheight\s+down\b"
            rf"|\blost\s+(?:{_COUNT}|half\s+an)\s?(?:cms?|inch(?:es)?)(?=\s*(?:$|[.,;)\n]|since\b|over\b|she\b|he\b))"
            rf"|\b{_COUNT}\s?(?:cms?|inch(?:es)?)\s+(?:lost(?=\s*(?:$|[.,;)\n]|since\b|over\b))|shorter\b)"
            rf"|\bheight\s+(?:has\s+|had\s+)?(?:decreased|fallen|fell|dropped|declined|reduced|diminished|gone\s+down)\s+(?:by\s+{_LENGTH}"
            r"|from\s+\d+(?:\.\d+)?\s*(?:cm|m|in)?\s*to\s+\d)"
        ),
    ),
    (
        "alcohol",
        "",
        SharedPattern(
            r"\b(?:drinks?|drinking)\s+(?:(?:about|around|up\s+to|only|socially|approximately|at|on|the|an?|occasional|odd|~)\s+){0,3}"
            r"(?:\d+(?:\s?[-–]\s?\d+)?\s*(?:units?|u|pints?|glasses|bottles?|cans?|measures?|drams?)\b|weekends?|glass\b|pint\b|bottle\b|can\b)"
            r"(?!\s+of\s+(?:milk|water|juice|tea|coffee|squash|cola|fluid|blood|kefir|buttermilk))"
            r"|\b(?:\d+(?:\s?[-–]\s?\d+)?|half\s+a|an?|one|two|three|couple\s+of)\s+(?:stubb(?:y|ies)|pints?|tinn(?:y|ies)|drams?|shandies)\b(?!\s+of\s+(?:blood|water|milk|fluid|packed|red))"
            r"|\b(?:\d(?:\s?[-–]\s?\d)?|an?|one|two|three|four|couple\s+of)\s+(?:small\s+|large\s+)?(?:glass(?:es)?\s+of\s+(?:\w+\s+)?wine|whisk(?:y|ey|ies|eys)|beers?|gins?|sherr(?:y|ies)|vodkas?|brand(?:y|ies)|cans\s+of\s+beer)"
            r"\s+(?:most|every|each|an?|per|with|at|on)\s+(?:night|day|evening|week|weekend|dinner|lunch|supper|meals?)s?\b"
            r"|\bpints?\s+of\s+(?:bitter|beer|lager|stout|ale|cider|guinness)\b|\b(?:6|six)[\s-]packs?\b(?!\s+abs)"
        ),
    ),
    (
        "alcohol",
        "absent",
        WordPattern(
            r"(?:\b(?:not|never|neither)|n['’]t)\s+(?:ever\s+)?(?:smok(?:es?|ed|ing)|use\s+tobacco)(?:\s+cigarettes)?\s*,?\s*(?:or|nor|and)\s+"
            r"(?P<core>drinks?|drank|drinking)\b(?!\s+(?:water|milk|coffee|tea|enough|much|socially|occasionally|alcohol|\w+\s+(?:glass|unit)))"
            r"|\b(?:not|never|denies|no|n['’]t)\s+(?:any\s+|ever\s+)?smok(?:e|ed|ing)\s*,\s*(?P<core2>drink(?:ing)?)\s*(?=,|or\b|nor\b|and\b)"
        ),
    ),
    (
        "osteoporosis",
        "exact",
        WordPattern(
            r"(?:\b(?i:severe|known|established|treated|untreated|of|with|has|had|h/o|for|mother|mum|father|sister|imp|dx|secondary|PMH[xX]?|FHx?|FH)"
            r"\b\s?:?|[,;:/]|[-•*])\s?(?P<core>OP)(?=\s?(?:[.,;:)/]|\(|$|\n|and\b|or\b|since\b|with\b|but\b))"
            r"(?!\s?\(?(?:clinic|note|appt|room|dept))",
            flags=0,
        ),
    ),
    (
        "alcohol",
        "absent",
        SharedPattern(
            r"\b(?:denies|denied|no|without)\s+(?:any\s+|ever\s+|current\s+)?(?:smoking|tobacco(?:\s+use)?)\s*(?:,\s*)?(?:or|and|nor|/)\s*"
            r"(?P<core>drinking)\b"
        ),
    ),
    (
        "alcohol",
        "",
        SharedPattern(r"\bsmok(?:ing|es?)\s+and\s+(?P<core>drink(?:ing|s)?)\b(?!\s+(?:water|milk|tea|coffee))"),
    ),
    (
        "smoking",
        "",
        SharedPattern(
            r"\b(?:half\s+an?|one|two|1|2|3|1\.5|0\.5|1/2|an?|about\s+a)\s*packs?(?:\s+and\s+a\s+half)?\s+(?:of\s+cigarettes\s+)?(?:a|per|every|each|/)\s*day\b"
            r"|\bpack\s+and\s+a\s+half\s+(?:a|per)\s+day\b"
        ),
    ),
    (
        "osteoporosis",
        "exact",
        SharedPattern(
            r"\b(?:mother|mum|mom|father|dad|sister|brother|aunt|grandmother|she|he|pt|patient)\s+(?:was\s+|were\s+|very\s+|quite\s+|is\s+)?"
            r"(?P<core>osteoporotic)\b(?!\s+(?:\w+\s+)?(?:fractures?|#|collapse))"
        ),
    ),
    (
        "falls",
        "",
        SharedPattern(
            r"\b(?:found|discovered)\s+(?:by\s+(?:\w+\s+){1,4}?)?(?:lying\s+)?(?:on|at)\s+(?:(?:the|her|his|a|their)\s+)?(?:\w+\s+)?floor\b|\b(?:fell|slid|slipped|rolled)\s+(?:out\s+of|off)\s+(?:of\s+)?(?:her\s+|his\s+|the\s+|an?\s+)?(?:edge\s+of\s+(?:her\s+|his\s+|the\s+)?)?"
            r"(?:bed|chair|wheelchair|window|tree|loft|car)\b"
            r"|\b(?:after|following|from|due\s+to|had|with)\s+(?:an?\s+)?(?:simple\s+|mechanical\s+|minor\s+|low\s+)?(?:trip|slip|stumble|tumble)\b(?!\s+(?:to|of)\b)"
            r"|\b(?:knocked|pulled|pushed|dragged)\s+(?:her|him|them)\s+(?:over|down|off\s+(?:her|his|their)\s+feet|to\s+the\s+(?:ground|floor|pavement))\b"
            r"|\bthrown\s+(?:from|off)\s+(?:of\s+)?(?:his|her|an?|the)\s+(?:motorcycle|motorbike|bike|bicycle|horse|scooter|atv|moped)\b"
            r"|\btrips?\s+(?:on|over)\b|\b(?:she|he|pt|patient)\s+(?:had\s+|has\s+)?(?:slipped|stumbled|tumbled)\b(?!\s+(?:disc|disk))"
            r"|\b(?:slipped|slipping|stumbled|stumbling)\s+(?:on|in|off|over|down|from|and|while|getting|at)\b(?!\s+time)",
        ),
    ),
    (
        "acute_phase_reaction",
        "",
        SharedPattern(
            r"\b(?:fever(?:ish)?|flu[\s-]?like(?:\s+(?:symptoms|illness|reaction))?|myalgias?|achy|aching|shivery|shivering|chills|pyrexia)\b"
            r"[^.;:\n]{0,45}?\s(?:after|following)\s+(?:(?:the|her|his|each|every|this|that|an?|first|second|third|last|intravenous|iv)\s+){0,3}"
            r"(?:infusions?(?!\s+of\b)|drip|zoledron(?:ate|ic\s+acid)|aclasta|reclast|pamidronate|ibandronate)\b",
        ),
    ),
    (
        "falls",
        "",
        SharedPattern(
            r"\b(?:rolled|twisted|inverted|turned|slipped|stumbled|caught)\b[^.;\n]{0,40}\b(?:and\s+)?(?P<core>went\s+down)\b(?!\s+to\s+\d)"
        ),
    ),
    (
        "back_pain",
        "",
        WordPattern(
            r"\b(?P<core>(?:low(?:er)?|mid(?:dle)?|upper)[\s-]back)\b(?:\s+(?:is|was|feels|always|still|has\s+been|remains))*[\s\"“]{0,3}(?:(?:always|still|now)\s+)?(?:a\s+(?:bit|little)\s+)?(?:sore|hurts?|hurting|aching|aches|achy|painful)\b"
            r"|\b(?P<core2>(?:low(?:er)?|mid(?:dle)?|upper)?[\s-]?back)\s{1,4}(?:[1-9]|10)\s?/\s?10\b"
            r"|\b(?:[1-9]|10)\s?/\s?10\s+in\s+(?:the|her|his)\s+(?P<core3>(?:low(?:er)?\s+|mid\s+|upper\s+)?back)\b"
        ),
    ),
    (
        "back_pain",
        "",
        SharedPattern(
            r"\b(?:her|his|my|the)\s+(?:lower\s+|upper\s+|mid\s+)?back\s+(?:(?:has|had|been|is|was|still|really|also)\s+){0,3}(?:hurt(?:s|ing)?|aching|aches|ached)\b"
            r"|\b(?:hurt|injured|strained|ricked|hurting|injuring|jarred|put\s+out)\s+(?:his|her|their|the|my)\s+(?:lower\s+|upper\s+)?back\b"
            r"|\bpain\s+(?:in|over|across)\s+(?:the|her|his)\s+(?:(?:lower|upper|mid|middle|whole|entire)\s+)?(?:thoracic|lumbar|dorsal|thoracolumbar)\s+(?:spine|region|area)\b"
        ),
    ),
)


def derived_mentions(scan: Scan) -> list[Mention]:
    """Mentions of findings told with words between, none over a mention that the lexicon has found already."""
    known = [(mention.start, mention.end, mention.id) for mention in scan.by_topic.get("finding", ())]
    spans: dict[str, list[tuple[int, int]]] = {}
    for start, end, concept in known:
        spans.setdefault(concept, []).append((start, end))
    found: list[Mention] = []
    for concept, variant, pattern in _PATTERNS:
        own = spans.setdefault(concept, [])
        position = 0
        for match in pattern.finditer(scan.indexed):
            cores = [
                name for name in pattern.compiled.groupindex if name.startswith("core") and match[name] is not None
            ]
            group = cores[0] if cores else 0
            start, end = match.span(group)
            while position < len(own) and own[position][1] <= start:
                position += 1
            if position < len(own) and own[position][0] < end:
                continue
            found.append(Mention(start, end, "finding", concept, variant, ""))
    return found


def symptom_in(scan: Scan, mention: Mention) -> Mention | None:
    """``worsening back pain`` tells the symptom as well as its course."""
    if mention.id != "pain_worsened" or not scan.text[mention.start : mention.end].lower().endswith("back pain"):
        return None
    return mention._replace(start=mention.end - len("back pain"), id="back_pain")
