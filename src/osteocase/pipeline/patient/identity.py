"""Age, sex and ethnicity of the patient from the phrases that introduce a person: ``a 61-year-old Japanese woman``."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.matching.wordstarts import SharedPattern, WordPattern
from osteocase.pipeline.patient.heads import head_identity
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["PatientFields", "find_identity"]

PatientFields = dict[str, tuple[Any, int, int, bool]]
"""Field to its value, the start and end of its words, and whether the value was converted."""

_YEARS_OLD = r"(?:years?|yrs?|y)[\s–-]*(?:old|of\s+age)|y\s?/\s?o\b|y\.\s?o\.?|yo\b|yrs?\b|year[\s-]*old"
_AGE = SharedPattern(
    rf"(?<![\w.,/$])(?P<number>1[01]\d|\d{{1,2}})[\s–-]*(?:{_YEARS_OLD})",
)
_AGE_FIELD = SharedPattern(
    r"(?:(?:\A|(?<=\A\s)|(?<=[\n|\t,;(])|(?<=[|,;(\s]\s)|(?<=[\n\s][-*•]\s)|(?<=[\n\s]\s[-*•]\s)|(?<=\*\*))"
    r"(?:age|age/sex|sex/age|age\s*/\s*gender)"
    r"[ \t*]*(?:[:=|\t]|[-–](?=\s))[ \t|*]*"
    r"|\b(?:her|his|patient's)\s+age\s+is\s+)"
    r"(?P<number>1[01]\d|\d{1,2})(?!\d|\.\d|[ \t]*(?:months?|mos?\b|weeks?|days?|at\b|when\b))",
)
_AGED = WordPattern(
    r"\b(?P<lead>aged|(?:recorded|stated|actual)\s+age\s+of|,\s*age|(?:lady|woman|man|gentleman|patient|she|he|who)\b,?\s+(?:is\s+)?now(?:\s+aged)?)\s+(?P<number>1[01]\d|\d{1,2})\b(?!\s*(?:months?|weeks?|days?|-|–))",
)
_AGE_SEX = SharedPattern(
    r"(?<![\w.,/-])(?<!\d:)(?:(?P<number>1[01]\d|\d{2}|\d(?=\s?[yY]))[ \t]?"
    r"(?:[yY](?:ears?|rs?)?\.?[ \t]?(?:/?\s?o\b\.?|old\b)?)?[ \t]?[,/]?[ \t]?"
    r"(?P<sex>[MF])(?!\w|\.\w|\s*/\s*\d)"
    r"|(?<!since )(?<!until )(?<!after )(?<!at )(?<!from )(?<!by )(?P<sex2>[MF])\s?[/,]?\s?(?P<number2>\d{2})"
    r"(?![\w./%]|\s?\([^()\n]{0,12}(?:19|20)\d\d)"
    r"|\b(?P<sex3>[MF]|[Ff]emale|[Mm]ale)\s{0,3}[,/]?\s{1,4}(?P<number3>\d{2})(?:\s?(?:y|yrs?|years?)\b|(?<=,\s\d\d)(?=[,.;]))"
    r"|(?P<number4>\d{1,2})\s?y(?:rs?|ears?)?\s?\d{1,2}\s?m(?:o|ths?|onths?)?\s(?:old\s)?(?P<sex4>girl|boy|[Ff]emale|[Mm]ale)\b)",
    0,
)
_NOUN_AGE = SharedPattern(
    r"(?<![\w’'-])(?P<sex>man|woman|lady|gentleman|male|female|boy|girl)"
    r"(?:\s+of\s+|\s*,\s*(?:aged\s+|born\s(?:on\s)?[^,;\n(]{4,24}(?:,\s*|\s?\())?)(?P<number>1[01]\d|\d{2})"
    r"(?=\s*(?:[.,;)\n]|$)|\s?(?:years?|yrs?|y)\b(?!\s+(?:ago|of\s+(?!age)|after|before|later))|\s+(?:who|with|and)\b)"
    r"|(?<![\w.,/-])(?P<number2>1[01]\d|\d{2})\s?(?:years?|yrs?|y)\s?,\s?(?P<sex2>female|male|woman|man|[fm])"
    r"(?=\s*(?:[.,;)\n]|$))"
    r"|(?:\A|(?<=\n))(?P<number3>1[01]\d|\d{2})\s(?:years?|yrs?)(?:\sold)?[.,](?=\s)",
)
"""``Man, 46``, ``woman of 67 years``, ``67 years, f``, a line that begins with ``84 years.``"""
_ANYONE = re.compile(r"\b(?:for|than|like|every|in|her|his|old)\s+(?:an?\s+)?$", re.IGNORECASE)
_TITLED = re.compile(
    r"\b(?:Mrs|Mr|Ms|Miss)\.?\s[A-Z][\w.'’-]{0,20}(?:\s[A-Z][\w.'’-]{0,20}){0,2}\s?[,(]\s?(?:(?:rm|room|bed|ward)\s\w{1,4},\s)?(?:aged?\s)?"
    r"(?P<number>1[01]\d|\d{2})(?:\s?(?:yrs?|years?|y/?o?)\b\.?)?(?=\s?[).,;]|\s{2}|\s?\n|\Z|\s(?:who|is|was|has|with)\b)"
)
"""A title, a name and the age behind it: ``Mr B. Smith (63)``, ``Mrs P, rm 14, 91 yrs``."""
_MONTHS_OLD = re.compile(
    r"\b\d{1,2}[\s-](?:month|week|day)s?[\s-]old\s(?:[\w-]+\s){0,2}(?P<sex>male|female|boy|girl)\b", re.IGNORECASE
)
_SEX_FIELD = re.compile(
    r"\b(?:sex|gender)(?:[ \t]*[:=|\t][ \t|]*|[ \t]+(?=(?:female|male|F|M)(?:\s{2,}|[,;]|\n|$)))"
    r"(?P<sex>female|male|woman|man|F|M)\b|\bpatient[ \t]?:[ \t]*(?P<sex2>female|male|woman|man)\b",
    re.IGNORECASE,
)
_RACE_FIELD = re.compile(
    r"\b(?:race|ethn|ethnicity|ethnic\s+(?:group|origin|background)|nationality)[ \t]*[:=|\t][ \t|]*", re.IGNORECASE
)
_DESCENT = re.compile(
    r"\s+(?:descent|origin|ancestry|heritage|ethnicity|background|nationality|extraction)\b", re.IGNORECASE
)
_PAST_AGE = re.compile(
    r"(?:\bat\s+(?:the\s+)?(?:age\s+of\s+)?|\bwhen\s+(?:she|he)\s+was\s+(?:only\s+)?|\bsince\s+(?:age\s+|the\s+age\s+of\s+)?|\bfrom\s+(?:age\s+)?|\buntil\s+(?:age\s+)?|\bby\s+(?:age\s+)?|\bage\s+of\s+|\bbefore\s+|\bover\s+|\bafter\s+)$",
    re.IGNORECASE,
)
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_ONES = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_AGE_IN_WORDS = SharedPattern(
    rf"\b(?P<tens>{'|'.join(_TENS)})(?:[\s-]+(?P<ones>{'|'.join(_ONES)}))?[\s-]+years?[\s-]+(?:old|of\s+age)\b",
)
_IN_DECADE = SharedPattern(
    r"\bin\s+(?:her|his|their)\s+(?:(?:early|mid|late)[\s-]+(?:to[\s-]+late[\s-]+)?)?(?P<decade>[a-z]+|\d0'?s)\b",
)
_TAIL = 60
"""Characters after an age within which its noun stands."""


def find_identity(scan: Scan) -> PatientFields:
    """Age, sex and ethnicity, as far as stated."""
    fields: PatientFields = {}
    intro = _introduction(scan, fields)
    _field_ages(scan, fields)
    if "age_years" not in fields or "sex" not in fields:
        age, sex = head_identity(scan)
        if age is not None and fields.setdefault("age_years", (*age, False))[0] == age[0] and sex is not None:
            fields.setdefault("sex", (*sex, False))
    if "age_years" not in fields:
        _age_text(scan, fields)
    if "sex" not in fields:
        _sex(scan, fields)
    if "ethnicity" not in fields:
        _ethnicity(scan, fields, intro)
    return fields


def _introduction(scan: Scan, fields: PatientFields) -> tuple[int, int] | None:
    """The first phrase that gives the patient's age, with the sex and ethnicity in it."""
    candidates = [
        match
        for pattern in (_AGE, _AGE_IN_WORDS, _AGED)
        for match in pattern.finditer(scan.indexed)
        if _is_patients(scan, match)
    ]
    if not candidates:
        return None
    match = min(candidates, key=lambda candidate: candidate.start())
    noun = _noun_after(scan, match.end())
    fields["age_years"] = (_number(match), match.start(), match.end(), False)
    if noun is None and _NOUN_BEFORE.search(scan.text, max(0, match.start() - 14), match.start()):
        noun = next(iter(scan.words_in(max(0, match.start() - 14), match.start(), "sex")), None)
    if noun is not None and (scan.knowledge.words[noun.id].value or "") in {"female", "male"}:
        fields["sex"] = (_sex_of(scan, noun), noun.start, noun.end, False)
    return (match.start(), noun.end if noun is not None else min(len(scan.text), match.end() + _TAIL))


_NOUN_BEFORE = re.compile(r"\b(?:woman|man|lady|gentleman|female|male|boy|girl)\s?[,:]?\s\Z", re.IGNORECASE)
"""``Woman, 34 years old``."""


def _number(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups.get("number") is not None:
        return str(int(groups["number"]))
    return str(_TENS[match["tens"].lower()] + (_ONES[match["ones"].lower()] if match["ones"] else 0))


def _is_patients(scan: Scan, match: re.Match[str]) -> bool:
    """False for relatives' ages, ages at past events, and things that are so many years old."""
    section = scan.section_at(match.start())
    if section.effect in {"family", "not_patient"}:
        return False
    before = scan.text[max(0, match.start() - 30) : match.start()]
    if _PAST_AGE.search(before) or _relative_apposition(scan.knowledge).search(before):
        return False
    start, end = scan.sentence_at(match.start())
    is_parent = _IS_A.search(before) is not None and _PARENT_NOUN.match(scan.text, match.end()) is not None
    for cue in scan.mentions_in(match.end(), min(end, match.end() + 40), "cue"):
        if (
            not is_parent
            and scan.knowledge.cues[cue.id].category in {"family", "other_subject"}
            and not re.search(
                r"[,;.]|\b(?:who|whose|with|and|BIB|by|accompanied)\b", scan.text[match.end() : cue.start]
            )
        ):
            return False
    for cue in scan.mentions_in(start, match.start(), "cue"):
        if scan.knowledge.cues[cue.id].category in {"family", "other_subject"} and not re.search(
            r"[;.]|\b(?:she|he|patient)\b", scan.text[cue.end : match.start()], re.IGNORECASE
        ):
            return False
    months_follow = re.match(
        r"[\s-]*(?:months?|weeks?|history|follow|duration|course|period|interval|record|risk|probability|survival|ago|later|earlier|before|after|prior|hx)\b",
        scan.text[match.end() : match.end() + 16],
    )
    is_bare_years = re.search(r"(?:yrs?|y)$", match.group(), re.IGNORECASE) is not None and not re.search(
        r"old|/|yo$", match.group(), re.IGNORECASE
    )
    if _THING.match(scan.text, match.end()) is not None:
        return False
    if months_follow or (is_bare_years and _noun_after(scan, match.end()) is None):
        return False
    return is_parent or _noun_after(scan, match.end()) is not None or _is_about_person(scan, match)


_THING = re.compile(
    r"[\s-]+(?:(?!with\b|who\b|and\b|has\b|had\b|for\b|in\b)[\w-]+\s+){0,2}?(?:mattress|pillow|car|house|home|building|prosthes[ie]s|"
    r"implants?|pacemaker|hardware|films?|radiographs?|dog|cat|horse|study|cohort)\b",
    re.IGNORECASE,
)
"""``a 5-year-old mattress``, ``the 3-year-old prosthesis``: things have ages, too."""
_IS_A = re.compile(r"\b(?:is|was)\s+an?\s+\Z", re.IGNORECASE)
_PARENT_NOUN = re.compile(
    r"[\s-]+(?:[\w-]+\s+){0,3}?(?:grand)?(?:mother|father)\b\s+(?:of\b|who\b|living\b|in\b|with\b)", re.IGNORECASE
)
"""``a 68-year-old grandmother of four who``: a word for the patient."""


@lru_cache(maxsize=4)
def _relative_apposition(knowledge: Knowledge) -> re.Pattern[str]:
    """``her husband, a`` right before an age."""
    relatives = sorted(
        {
            term
            for cue in knowledge.cues.values()
            if cue.category in {"family", "other_subject"}
            for term in cue.terms
            if " " not in term
        },
        key=lambda term: (-len(term), term),
    )
    return re.compile(
        rf"\b(?:{'|'.join(re.escape(term) for term in relatives) or '(?!)'})\s*[,(]\s*(?:an?\s+|aged\s+|now\s+)?$",
        re.IGNORECASE,
    )


def _is_about_person(scan: Scan, match: re.Match[str]) -> bool:
    """``She is 61 years old``, ``patient, 61 years``; not ``the fracture is two years old``."""
    if re.search(r"\bnow\b", match.group(), re.IGNORECASE):
        return True
    is_aged = match.group().lower().startswith("aged")
    if is_aged and re.search(r"(?:\A|[.\n]\s*)An?\s+(?:[a-z-]+\s+){1,4}\Z", scan.text[: match.start()][-60:]):
        return True  # "A retired schoolteacher aged 68 years"
    before = scan.text[max(0, match.start() - 40) : match.start()]
    if re.search(
        r"\b(?:she|he|patient|pt|who|lady|man|woman|male|female|boy|girl|child)\b[\s,]*(?:is|was|,|\()?\s*(?:a|an|now|currently|aged)?\s*$",
        before,
        re.IGNORECASE,
    ):
        return True
    return (
        re.search(r"(?:\b(?:a|an|this|our|the|of)(?:\s(?:very\s)?[a-z]+)?|^|[.,:;(\n])\s*$", before, re.IGNORECASE)
        is not None
        and re.search(r"old|y\s?/\s?o|yo|y\.|aged|age", match.group(), re.IGNORECASE) is not None
    )


def _noun_after(scan: Scan, position: int) -> Mention | None:
    """The noun or title of sex in the phrase that an age opens: ``61-year-old Japanese right-handed woman``."""
    end = min(len(scan.text), position + _TAIL)
    for mention in scan.words_in(position, end, "sex"):
        value = scan.knowledge.words[mention.id].value or ""
        if value not in {"female", "male"}:
            continue
        between = scan.text[position : mention.start]
        if re.search(
            r"[.;:\n]|\b(?:with|who|was|is|has|had|presents|presented|and\s+(?:her|his|the|a)|whose|status)\b",
            between,
            re.IGNORECASE,
        ):
            return None
        return mention
    return None


def _sex_of(scan: Scan, mention: Mention) -> str:
    value = scan.knowledge.words[mention.id].value or ""
    return value.split("_")[0]


def _field_ages(scan: Scan, fields: PatientFields) -> None:
    """``Age: 61``, ``61F``, ``F/61``."""
    if "age_years" not in fields:
        match = _AGE_FIELD.first(scan.indexed)
        if match is not None:
            fields["age_years"] = (str(int(match["number"])), match.start("number"), match.end("number"), False)
    if "age_years" not in fields:
        match = _TITLED.search(scan.text)
        if match is not None and scan.section_at(match.start()).effect not in {"family", "not_patient"}:
            fields["age_years"] = (str(int(match["number"])), match.start("number"), match.end("number"), False)
    if "sex" not in fields and (match := _MONTHS_OLD.search(scan.text, 0, 400)) is not None:
        sex = "female" if match["sex"].lower() in {"female", "girl"} else "male"
        fields["sex"] = (sex, match.start("sex"), match.end("sex"), False)
    if "age_years" not in fields:
        _noun_and_age(scan, fields)
    if "age_years" not in fields or "sex" not in fields:
        match = _AGE_SEX.first(scan.indexed)
        if match is not None and _opens_history(scan, match):
            number = match["number"] or match["number2"] or match["number3"] or match["number4"]
            sex = (
                (match["sex"] or match["sex2"] or match["sex3"] or match["sex4"])[0]
                .upper()
                .replace("G", "F")
                .replace("B", "M")
            )
            fields.setdefault("age_years", (str(int(number)), match.start(), match.end(), False))
            if fields["age_years"][0] == str(int(number)):
                fields.setdefault("sex", ("female" if sex == "F" else "male", match.start(), match.end(), False))


def _noun_and_age(scan: Scan, fields: PatientFields) -> None:
    """A noun for the patient with the age behind it, or the age with one behind it."""
    for match in _NOUN_AGE.finditer(scan.indexed):
        before = scan.text[max(0, match.start() - 24) : match.start()]
        if not _opens_history(scan, match) or _ANYONE.search(before):
            continue
        if _relative_apposition(scan.knowledge).search(before):
            continue
        if scan.context(match.start(), match.end()).subject != "patient":
            continue
        if match["number3"] is not None:
            fields["age_years"] = (str(int(match["number3"])), *match.span("number3"), False)
            return
        number, name = ("number", "sex") if match["number"] is not None else ("number2", "sex2")
        is_male = match[name].lower() in {"man", "gentleman", "male", "boy", "m"}
        fields["age_years"] = (str(int(match[number])), *match.span(number), False)
        fields.setdefault("sex", ("male" if is_male else "female", *match.span(name), False))
        return


def _opens_history(scan: Scan, match: re.Match[str]) -> bool:
    """Whether an age with a letter for the sex stands at the top of the note, or where a line or history begins."""
    before = scan.text[max(0, match.start() - 24) : match.start()]
    if re.search(r"\b(?:temp\w*|T)\W{0,3}$", before, re.IGNORECASE) or _is_month_of_course(scan, match):
        return False
    return match.start() < 400 or re.search(r"(?:\n|:)\s*$|\ba\s+$", before) is not None


_BEHIND_A_DAY = re.compile(r"\d\s*\(\s*$|\b(?:f/?u|follow-?\s?up|visit|review|month)\s*[:(]?\s*$", re.IGNORECASE)
_COURSE_BEHIND = re.compile(
    r"\)?\s*(?:visit|f/?u\b|follow|post|later|after|review|DE?XA|scan|of\s+(?:treatment|therapy))", re.IGNORECASE
)
_BORN = re.compile(r"\b(?:DOB|born|birth)\b", re.IGNORECASE)


def _is_month_of_course(scan: Scan, match: re.Match[str]) -> bool:
    """``2022/4/4 (12M)``, ``F/U 24M``, ``24M visit``: months since the start, no man of that age."""
    if not match.group().endswith("M"):
        return False
    before = scan.text[max(0, match.start() - 24) : match.start()]
    if _BORN.search(before):
        return False
    return _BEHIND_A_DAY.search(before) is not None or _COURSE_BEHIND.match(scan.text, match.end()) is not None


def _age_text(scan: Scan, fields: PatientFields) -> None:
    """``middle-aged``, ``in her thirties``: kept as written, beside a word for the person."""
    words = scan.knowledge.words
    for match in _IN_DECADE.finditer(scan.indexed):
        decade = match["decade"].lower()
        known = any(
            words[word.id].value == "decade"
            for word in scan.words_in(match.start("decade"), match.end("decade"), "person")
        )
        if (known or decade[0].isdecimal()) and scan.context(match.start(), match.end()).subject == "patient":
            fields["age_text"] = (scan.text[match.start() : match.end()], match.start(), match.end(), False)
            return
    for mention in scan.by_group.get("person", ()):
        if words[mention.id].value == "age_text" and _noun_after(scan, mention.end) is not None:
            fields["age_text"] = (scan.text[mention.start : mention.end], mention.start, mention.end, False)
            noun = _noun_after(scan, mention.end)
            if noun is not None:
                fields.setdefault("sex", (_sex_of(scan, noun), noun.start, noun.end, False))
            return


def _sex(scan: Scan, fields: PatientFields) -> None:
    """From a field, a noun or title for the patient, and as a last resort from a clear majority of pronouns."""
    match = _SEX_FIELD.search(scan.text)
    if match is not None:
        group = "sex" if match["sex"] is not None else "sex2"
        sex = "female" if match[group].lower() in {"female", "f", "woman"} else "male"
        fields["sex"] = (sex, match.start(group), match.end(group), False)
        return
    counts: dict[str, list[Mention]] = {"female": [], "male": []}
    for mention in scan.by_group.get("sex", ()):
        value = scan.knowledge.words[mention.id].value or ""
        section = scan.section_at(mention.start)
        if section.effect in {"family", "not_patient"}:
            continue
        is_title = value.endswith("_title") and scan.text[mention.end : mention.end + 1] in {".", " "}
        title = scan.text[mention.start : mention.end]
        if title.lower() == "ms" and title != "Ms":
            continue  # milliseconds, multiple sclerosis
        if is_title or (value in {"female", "male"} and _is_person(scan, mention)):
            fields["sex"] = (value.split("_")[0], mention.start, mention.end, False)
            return
        if value.endswith("_pronoun"):
            counts[value.split("_")[0]].append(mention)
    for sex, other in (("female", "male"), ("male", "female")):
        if counts[sex] and len(counts[sex]) >= 3 * len(counts[other]):
            first = counts[sex][0]
            fields["sex"] = (sex, first.start, first.end, False)
            return


def _is_person(scan: Scan, mention: Mention) -> bool:
    """``this gentleman``, ``a pleasant lady``; not ``female pelvis`` or ``man's hat``."""
    if scan.context(mention.start, mention.end).subject != "patient":
        return False
    before = scan.text[max(0, mention.start - 40) : mention.start]
    return re.search(
        r"\b(?:this|the|a|an|very|pleasant|our|young|elderly|aged)\s+(?:[\w-]+,?\s+){0,4}$", before, re.IGNORECASE
    ) is not None and not re.match(
        r"\s+(?:pelvis|pattern|genitalia|hormones?|relatives?|partner|sex|breast|infant|baby|newborn)\b",
        scan.text[mention.end : mention.end + 16],
        re.IGNORECASE,
    )


@lru_cache(maxsize=4)
def _person_nouns(knowledge: Knowledge) -> re.Pattern[str]:
    """Nouns that an ethnicity may stand before."""
    nouns = [
        term
        for entry in knowledge.words.values()
        if (entry.group == "sex" and entry.value in {"female", "male"})
        or (entry.group == "person" and entry.value in {"patient", "noun"})
        for term in entry.terms
    ]
    longest_first = "|".join(re.escape(noun) for noun in sorted(nouns, key=len, reverse=True))
    return re.compile(rf"[\s,-]+(?:[\w-]+\s+){{0,2}}?(?:{longest_first})\b", re.IGNORECASE)


def _ethnicity(scan: Scan, fields: PatientFields, intro: tuple[int, int] | None) -> None:
    """In the introduction, before a word for a person, or under a label."""
    mentions = [
        mention
        for mention in scan.by_group.get("ethnicity", ())
        if scan.section_at(mention.start).effect not in {"family", "not_patient"}
    ]
    inside = [
        mention
        for mention in mentions
        if intro is not None and intro[0] - 30 <= mention.start and mention.end <= intro[1]
    ]
    for mention in (*inside, *mentions):
        if _is_ethnicity(scan, mention):
            fields["ethnicity"] = (
                " ".join(scan.text[mention.start : mention.end].split()),
                mention.start,
                mention.end,
                False,
            )
            return


_STANDS_APART = re.compile(
    r"(?:(?:\d\s?(?:y(?:rs?|ears?)?(?:/?o)?)?\s?/\s?[FM]\s?/\s?)|(?:\d\s?(?:y(?:rs?|ears?)?(?:/?o)?)?\s?/?\s?[FM]|\b(?:fe)?male),\s|\d\s?y/?o\s|\bPara\s?\d[^.]{0,20}\.\s|pregnant\.\s)$"
)
"""``77 F, African American`` and ``Para 0. Caucasian.``: an ethnicity beside age, sex or children."""


_OLD = re.compile(r"\d\s?y\.?\s?/?o\.?\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
"""``37 y.o. G3P3 Asian F``: before an ethnicity between the age and the letter of the sex."""


def _is_ethnicity(scan: Scan, mention: Mention) -> bool:
    text = scan.text
    if any(cue.category in {"family", "other_subject"} for cue in scan.context(mention.start, mention.end).cues):
        return False
    if _DESCENT.match(text, mention.end) or _RACE_FIELD.search(text[max(0, mention.start - 30) : mention.start] + ""):
        return True
    noun = _person_nouns(scan.knowledge).match(text, mention.end)
    if re.match(r"\s(?:[a-z-]+\s)?[FM]\b", text[mention.end : mention.end + 16]) and _OLD.search(
        text, max(0, mention.start - 24), mention.start
    ):
        return True
    if noun is not None and not re.search(
        r"\b(?:and|with|of|in|the|blood|cell|count|medicine)\b", noun.group(), re.IGNORECASE
    ):
        return True
    if _STANDS_APART.search(text, max(0, mention.start - 24), mention.start) and re.match(
        r"\s*(?:[.,;|\n]|\Z|[FM]\b)", text[mention.end : mention.end + 3]
    ):
        return True
    is_intro = re.search(r"\ban?\s+$", text[max(0, mention.start - 4) : mention.start]) is not None
    if is_intro and re.match(r"\s+(?:with|who|in\s+(?:her|his))\b", text[mention.end : mention.end + 10]):
        return True
    return is_intro and _AGE.compiled.match(text, mention.end + 1) is not None
