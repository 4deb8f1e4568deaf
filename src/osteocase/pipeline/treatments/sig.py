"""The elements of a sig line as patterns: doses, counts, frequencies, routes, forms, durations."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.expressions import compiled
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.matching.leads import LedPattern
from osteocase.pipeline.treatments.words import bounded, values, words_that

__all__ = ["NUMBER", "WORD_NUMBERS", "SigPatterns"]

_DOSE_UNIT = (
    r"(?:(?:lac|lakh)s?(?:\s+(?:iu|units))?|k(?=\s)|mg|mcg|ng(?=\s?/\s?kg)|micrograms?|milligrams?|µg|μg|ug|g(?:ra)?ms?|g|units?"
    r"|i\.?e\.?"
    r"|international\s+units?|i\.?u\.?|meq|mmol|mls?|cc"
    r"|millilit(?:er|re)s?|lit(?:er|re)s?|l|million\s+units|k\s?iu|u)"
    r"(?:\sper\s(?:24\s?h(?:rs?|ours?)?|hour|h)(?!\w)|\s?/\s?(?:kg|m2|m²|ml|h|hr|hour|min|actuation"
    r"|act|day|die|24\s?h|d|wk|week|dose|month)(?:\s?/\s?(?:min|day|h|hr|d"
    r"|dose|week|wk|month|year|yr))?"
    r"|\s+per\s+(?:kg|hour|minute|kilogram|hr))?(?!\w|/\s?(?:[dm]?l|mmol|g|cm2?)\b)"
)
_FRACTION = r"(?:\d\s?[½¼¾]|(?:[1-3]\s)?[1-3]\s?/\s?[2-4](?![\d/])|½|¼|¾|one[\s-]half|one[\s-]quarter|half|a half)"
WORD_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
    "eighteen": "18", "twenty": "20", "twenty-four": "24", "thirty": "30", "thirty-six": "36",
    "a": "1", "an": "1", "i": "1", "ii": "2", "iii": "3",
}  # fmt: skip
NUMBER = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?=\s?(?:i\.?u|units?|u|i\.?e)\b)"
    r"|\d+(?:[.,]\d+)?|\.\d+"
)


_UNCOUNTED = {"release", "salt", "course", "device"}  # ``two puffs`` are taken from one inhaler


class SigPatterns:
    """Patterns for one lexicon, compiled once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.routes = values(knowledge, "route") | {"in": "nasal"}
        in_the_nose = (
            r"(?-i:IN)(?=\s*(?:[.,;)\n]|$)|\s+(?:(?i:daily|once|twice|b\.?i\.?d|t\.?i\.?d|q\.?d|q\d|x\s?\d|prn)))"
        )
        route = rf"(?:{bounded(words_that(knowledge, 'route'))}|{in_the_nose})"
        form = bounded(words_that(knowledge, "dose_form"))
        countable = bounded(words_that(knowledge, "dose_form", lambda value: value not in _UNCOUNTED))
        frequency = bounded(words_that(knowledge, "frequency"))
        clock = r"(?:midnight|noon|midday|\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\.?|\d{1,2}:\d\d)"
        day = r"(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)(?:day|nesday|rsday|urday|sday)?s?"
        count = r"(?:once|twice|thrice|one|two|three|four|five|six|eight|ten|twelve|\d+)"
        composed = (
            rf"(?:up\s+to\s+)?(?:{count}(?:\s?(?:-|–|to|or)\s?{count})?\s*(?:times|x|×)\s*(?:a|per|each|every"
            rf"|/)?\s*-?(?:day|daily|weekly|week|wk|month|monthly|year|yearly)(?!\w)"
            r"|(?:a\s+couple\s+of|a\s+few|several|multiple|many)\s+times\s+(?:a|per|each|every|/)\s*"
            r"(?:day|night|week|month|year)(?!\w)"
            rf"|every\s+{count}(?:\s?\({count}\)|\s?(?:-|–|to|or)\s?{count})?\s*-?(?:hours?|hrs?|h|days?|weeks?|wks?"
            rf"|months?|mos?|minutes?|mins?|years?)(?!\w)"
            rf"|(?:on\s+|every\s+|each\s+){day}\s+(?:morning|evening|night)s?(?!\w)"
            r"|[x×]\s?\d{1,2}\s?/\s?(?:day|d|week|wk|month|mo|year)(?!\w)"
            r"|pre[\s-](?:breakfast|lunch|dinner|supper|meals?|bed)(?!\w)"
            r"|every\s+(?:second|third|fourth|fifth|sixth|seventh|2nd|3rd|[4-9]th|10th)\s+(?:day|week|month"
            r"|night)(?!\w)"
            rf"|(?:on\s+|every\s+)?{day}(?:\s*(?:/|,|,?\s+and|&|-|–)\s*{day}){{1,4}}(?!\w)"
            r"|[1-6]\s?dd(?!\w)|(?<![\d/])[1-4]/d(?:ay|ie)?(?![\w/])|(?:4/4|6/6|8/8|12/12"
            r"|24/24)\s?h(?:rs?|ours?|ourly)?(?!\w)"
            r"|\d{1,2}(?:th)?\s?-?(?:hourly|hrly)(?!\w)"
            r"|(?:up)?on\s+(?:waking|rising|awakening|arising)(?!\w)|at\s+(?:midday|lunchtime|teatime)(?!\w)"
            r"|(?:on\s+)?(?:the\s+|all\s+)?(?:other|remaining)\s+days(?!\w)"
            r"|(?:m/w/f|t/th/s|tu/th/sa)(?!\w)"
            r"|days?\s+\d{1,2}(?:\s?[-–,&]\s?\d{1,2}|\s+(?:and"
            r"|to)\s+\d{1,2}){1,3}(?!\d)(?:\s+of\s+(?:the|each|every)\s+(?:month|cycle)(?!\w))?"
            r"|(?:in\s+the\s+|each\s+)(?:mornings|evenings|afternoons|nights)"
            r"|(?:(?:[2-9]|1[0-2]|two|three|four|five|six|eight|twelve)[\s-])(?:hourly|weekly|monthly|yearly)(?!\w)"
            rf"|(?:once|twice|thrice)\s+(?:a|per|each|every|/)\s*(?:day|week|wk|month|mo|mth|year|yr|night)(?!\w)"
            rf"|(?<![\d/-])[0-3½](?:-[0-3½]){{2,3}}(?![\d/-])"
            rf"|(?:on|every|in)\s+alt(?:ernate|\.)?\s+(?:days?|nights?|mornings?)|alt(?:ernate|\.)?\s+(?:days?"
            rf"|nights?|mornings?)"
            rf"|q\.?\s?\d+(?:\s?(?:-|–|to)\s?\d+)?\s?(?:h(?:ours|rs?|\.)?|days?(?!\s+\d)|weeks?|wks?|months?|mo)(?![\w])\.?"
            r"|q\.?\s?\d{1,2}(?=\s+day\s+\d)|q\s?(?:4|6|8|12|24)(?=\s*(?:p\.?r\.?n|sched|atc|[.,;)\n]|$))"
            r"|q\.?\s?(?:mo(?:nth)?|wk|week|yr|year)s?(?!\w)\.?"
            r"|(?<![\d/])[1-6]\s?(?:[x×]\s?)?/\s?(?:(?-i:[MWYD])|mo|mth|month|wk|week|yr|year)(?![\w/])"
            r"|(?<=\s)/\s?\d{1,2}\s?(?-i:[MWYD])(?![\w/])"
            rf"|from\s+{clock}\s+(?:(?:un)?till?|to)\s+{clock}"
            rf"|(?:{count}\s+)?(?:(?:every|each|in\s+the|on|at|before|after|with)\s+|w/\s?)(?:bedtime"
            rf"|morning|evening|afternoon"
            rf"|night|meals?|food|breakfast|lunch|dinner|supper|noon)(?!\w)"
            r"|\d{1,2}\s?(?:hours?|hrs?|h|days?|weeks?)?\s?on[\s,/-]*(?:and\s+)?\d{1,2}\s?(?:hours?|hrs?|h|days?|weeks?)?"
            r"\s?off(?!\w)"
            r"|\d{1,2}(?:\s+days?|/7)\s+(?:a|per|of\s+(?:the|each|every))\s*(?:month|cycle)(?!\w)"
            rf"|(?:at|around)\s+\d{{1,2}}(?::\d\d)?\s?[ap]\.?m\.?"
            rf"|[1-6]\s?[x×](?=\s*(?:[,.;)\n/]|$)|\s+(?:daily|a\s+day|/\s?d))(?:\s+(?:daily|a\s+day))?)"
        )
        one_frequency = (
            rf"(?:(?:up\s+to|about|approximately|around|roughly|at\s+most|at\s+least)\s+)?(?:{composed}|{frequency}"
            rf"|once(?=\s*(?:[.,;)]|$|today\b|now\b)))(?!\s+(?:ago|later|earlier)\b)"
        )
        leading = rf"(?:{count}\s+(?:(?:-|–|to|or)\s*{count}\s+)?(?=(?:a\s+day|a\s+week)\b))"
        at_night = r"(?-i:on)(?=[ \t]*(?:[.,;)(\n–]|-\s))"
        between = r"[ \t\u00a0]{0,3}(?:\n[ \t]{0,30}(?!\n))?"
        gap = r"[ \t\u00a0]{0,30}(?:\n[ \t]{0,30}(?!\n))?"
        stop = rf"\.(?=\d|[ ]{{1,2}}(?:{one_frequency}|{route})(?![\w]))"  # ``20 mg. daily``
        per = r"/(?=(?:qd|qhs|hs|bid|tid|qid|od|bd|tds|qam|qpm|daily|weekly|wkly|nocte|night)\b)"  # ``10 mg/qd``
        self.gap = compiled(rf"{gap}(?:[,;:()\[\]=*•|–—-]|{stop}|{per})?{gap}[(]?")
        self.gap_text = gap
        self.frequency = LedPattern(
            rf"{leading}?(?<![\w.])(?:{one_frequency}|{at_night})(?:{between},?{between}(?:and|or|&"
            rf"|then)?{between}(?<![\w]){one_frequency})*"
            rf"(?:,?\s+except\s+(?:on\s+|for\s+)?{day}(?:\s*(?:/|,|,?\s+and|&)\s*{day}){{0,2}}(?!\w))?"
        )
        number = rf"(?:{NUMBER})"
        words = "|".join(sorted((word for word in WORD_NUMBERS if word.strip("i")), key=len, reverse=True))
        roman = r"(?-i:iii|ii|i)"
        self.range = LedPattern(
            rf"(?<![\w.])(?P<text>(?:{number}|{words})\s?(?:-|–|to|or)\s?(?:{number}"
            rf"|{words}))\s?-?(?P<unit>{_DOSE_UNIT}|{countable})"
        )
        self.ratio = LedPattern(
            rf"(?<![\w.])(?P<text>\d+(?:\.\d+)?\s?(?:{_DOSE_UNIT})?(?:\s?[/-]\s?(?!{number}\s+(?:{countable}|[x×]\s|times\b))\d+(?:\.\d+)?\s?(?:{_DOSE_UNIT})?)+)"
            rf"(?:\s?(?P<unit>{_DOSE_UNIT}|%))?(?!\w)"
        )
        self.dose = LedPattern(rf"(?<![\w.])(?P<number>{number})[\s-]?[ ]?(?P<unit>{_DOSE_UNIT})")
        self.bare_range = LedPattern(
            rf"(?<![\w./-])(?P<text>(?:\d{{1,2}}(?:\.\d{{1,2}})?|{words})\s?(?:-|–|to|or)\s?"
            rf"(?:\d{{1,2}}(?:\.\d{{1,2}})?|{words}))"
            rf"(?=[\s,]+(?:{route}|{one_frequency}))"
        )
        self.so_often = LedPattern(
            rf"(?P<often>[1-6]\s?[x×])\s?(?P<number>\d+(?:[.,]\d+)?)\s?(?P<unit>{_DOSE_UNIT})(?!\s*/)"
        )
        self.counted = LedPattern(
            rf"(?<![\w.])(?P<number>{number}|{words}|{roman})[\s-]+(?:(?:adult|baby|full"
            rf"|prefilled)\s+)?(?P<unit>{countable})"
        )
        self.fraction = LedPattern(rf"(?<![\w.]){_FRACTION}(?:\s*(?:of\s+)?(?:an?\s+|the\s+)?(?:{form}))?(?!\w)")
        self.percent = LedPattern(r"(?<![\w.])\d+(?:\.\d+)?\s?%(?:\s+(?:cream|gel|ointment|solution|patch|lotion))?")
        self.bare = LedPattern(
            rf"(?<![\w.,])(?P<number>{number}|{words}|{roman})(?:(?=[\s,]+(?:{route}|{one_frequency}"
            rf"|{form}))(?!\s*(?:years?|months?|weeks?|days?)\b)|(?:(?<=[5-9])|(?<=\d\d))(?P<per>/(?:day|d|week|wk)(?![\w/])))"
        )
        self.route = LedPattern(
            rf"(?P<via>(?:by|via|through|per|as|by\s+the)\s+)?(?P<route>{route})(?:\s+(?:route|injections?"
            rf"|infusions?))?"
        )
        self.own_form = compiled(
            bounded(words_that(knowledge, "dose_form", lambda value: value not in {"release", "salt", "course"})),
            re.IGNORECASE,
        )
        self.other_route = compiled(rf"\s+or\s+{route}", re.IGNORECASE)
        self.form = LedPattern(rf"(?:{form})")
        unit = r"(?P<unit>day|week|month|year|wk|mo|mth|yr|hour|hr|minute|min|night|d)s?(?![\w/])"
        self.weeks = LedPattern(
            r"(?<!\bin )(?P<for>(?:for|x|×)\s*)?(?P<span>(?P<number>\d{1,2})/(?P<unit>7|52|12))(?![\d/])"
        )
        spelt = "|".join(word for word in WORD_NUMBERS if len(word) > len("iii"))
        self.lasting_bare = LedPattern(
            rf"(?P<span>(?P<number>\d{{1,2}}|one|two|six|ten|{spelt})[\s-]?"
            r"(?P<unit>day|week|month|year|wk|mo|mth|yr)s?(?![\w/]))"
            r"(?!\s*(?:ago|later|before|after|prior|old|earlier|pre|post|history|since|apart|from|of\b|on\b|in\b|into"
            r"|to\b|(?:a|per|each|every|/)\s*(?:week|wk|month)))"
        )
        self.lasting = LedPattern(r"(?:long[\s-]term|indefinitely|lifelong|for life|chronically)(?!\w)")
        self.duration = LedPattern(
            rf"(?:for|x|×|over|times|during|on(?=\s+\w+\s+consecutive))\s*(?:about|approximately"
            rf"|a\s+total\s+of|nearly|almost|around|at\s+least"
            rf"|more\s+than|over)?\s*"
            rf"(?:the\s+)?(?:next|past|last|following|another|additional|previous|first|further)?\s*"
            rf"(?P<span>(?P<number>{number}|{words}|several|a\s+few|few|a\s+couple\s+of|a\s+further"
            rf"|many|\d+\s?(?:-|–|to"
            rf"|or)\s?\d+)[\s-]*(?:more\s+|additional\s+|further\s+|consecutive\s+|full\s+)?{unit})"
        )
        self.doses = LedPattern(
            rf"(?:x|×|for|total\s+of)?\s*(?P<number>{number}|{words})\s+(?:(?:monthly|weekly|annual"
            rf"|yearly|consecutive)\s+)?"
            rf"(?:doses|injections|infusions|shots|cycles|courses|inj(?:s|ns?)?|inf(?:s|ns?)?)\b"
        )
        self.times_given = LedPattern(
            r"[x×]\s?(?P<number>[2-9]|1\d)(?![\w/-]|\.\d|\s*(?:days?|d|weeks?|wks?|months?|mos?|mths?"
            r"|years?|yrs?|hours?|hrs?|tab"
            r"|cap|mg|mcg|ml|puffs?)(?!\w))"
        )
        self.count = LedPattern(r"#\s?\d+(?:\s*\([^)]{1,20}\))?|\d\s?T(?![\w])")
        self.strength = LedPattern(
            rf"\d+(?:\.\d+)?(?=\s+(?:\d|one|two|three|four)\b[\s-]*(?:{countable}|{route}|{one_frequency}))"
        )
        self.link = LedPattern(
            r"at\s+\d+\s+(?:weeks|months|years)(?=,?\s+(?:and|then)\s+\d)|(?:at\s+)?(?:an?\s+"
            r"|the\s+)?(?:daily\s+|total\s+|starting\s+|maintenance\s+|current\s+|initial\s+"
            r"|low\s+|high\s+|usual\s+)*(?:dos(?:e|age)s?)(?:\s+(?:of|is|was|to|at))?(?!\w)"
            r"|(?:dissolved\s+|mixed\s+|diluted\s+)?(?:in|with)\s+(?:(?:an?|the)\s+)?(?:full\s+"
            r"|large\s+)?(?:glass\s+of\s+)?(?:\d+\s?(?:oz|ounces|ml|cc)\.?\s+(?:of\s+)?)?(?:water|juice|milk)(?!\w)"
            r"|(?:in\s+(?:\w+\s+)?)?divided(?:\s+(?:in\s+|into\s+)?(?:\w+\s+)?doses?)?(?!\w)"
            r"|(?:strength|applied|given|taken|total|elemental|scheduled|standing|titrated|i\.e\."
            r"|using|disp(?:ense)?|sig:?|directions:?"
            r"|taking|about|approximately|roughly|administered|ordered|each|tapered|down|max|maintenance)(?!\w)"
            r"|(?:changed|replaced|renewed|swapped)(?=\s+(?:every|each|twice|once|weekly|daily|q))"
            r"|(?:bolus|load(?:ing)?(?:\s+dose)?)(?=[\s,]+(?:and\s+)?(?:then|followed)\b)"
            r"|(?:cover|prophylaxis)(?=\s+\d)|(?:heavy|plain|hyperbaric|isobaric)(?=[\s,]+\d)|bridge(?=\s+(?:of\s+|with\s+)?\d)"
            r"|(?:in|on)\s+(?:the\s+)?(?:ICU|ITU|HDU|ward)(?=\s+for\s+\d)"
            r"|that\s+is,?(?=\s+\d)|(?:infusion\s+|drip\s+)?(?:running|infusing|going|set)(?=\s+at\s+\d)"
            r"|to\s+(?:be\s+)?(?:take|taken|use|used|apply|be\s+given|inject)(?!\w)"
            r"|(?:at|to|of|as|the|her|his|a|an|in|is|was|is\s+now|is\s+currently|up\s+to|up|and|or|with|per)(?=\s+(?:\d|½|one|two|three|four"
            r"|half|a\s+dose|an?\s+(?:injection|infusion|single)|every|daily|twice|once))"
            r"|and(?=\s+(?:weekly|monthly|yearly)\s+thereafter)"
            r"|(?:pulses?|pulse\s+therapy|therapy|treatment|supplementation|infusions?)(?=\s*\(\s*\d)"
            r"|(?:today|tonight|now|at\s+once)(?=[\s,]+(?:and\s+|then\s+)?(?:(?:to\s+be\s+)?repeat\w*"
            r"|every|weekly|monthly|yearly)\b)"
            r"|(?:today|tonight|now|this\s+(?:morning|evening))(?=[\s,]+(?:and|then)\s+\d)"
            rf"|all(?=\s+(?:{one_frequency}))|continue(?=\s+(?:{one_frequency}))"
            r"|(?:on\s+)?day\s+(?:1|one)(?=[\s,]+(?:and\s+)?(?:then|followed)\b)"
            r"|(?:to\s+be\s+)?repeat(?:ed)?(?=\s+(?:every|weekly|monthly|yearly|once|twice|q\.?\s?\d))"
            r"|(?:to|on|over)\s+(?:the\s+|her\s+|his\s+)?(?:(?:left|right|both|each|low|lower|upper"
            r"|mid|sore|painful|affected)\s+)*"
            r"(?:back|knees?|hips?|shoulders?|neck|areas?|spine|ribs?|hands?|feet|face"
            r"|scalp)(?=\s*(?:,|\d|twice|once|every|daily|for|two|three|four|b\.?i?\.?d|t\.?i?\.?d"
            r"|q\.?i?\.?d|p\.?r\.?n|as\s+needed))"
            r"|(?:(?:was|were|is|has\s+been|had\s+(?:also\s+)?been)\s+)?(?:increased|decreased|reduced|titrated"
            r"|tapered|raised|lowered|brought|cut|dropped|moved|went|gone|came|bumped|adjusted|uptitrated|doubled|halved|upped|tripled|put|stepped|escalated)"
            r"(?:\s+up|\s+down|\s+back)?(?=\s+(?:from|to)\s+\d)|(?:back|up|down)(?=\s+to\s+(?:(?:the|her|his)\s+)?(?:(?:previous|old|former|original|usual)\s+)?\d)"
            r"|to\s+(?:(?:the|her|his)\s+)?(?:previous|old|former|original|usual)(?=\s+\d)"
            r"|(?:and\s+)?then\s+(?:another|a\s+further|an\s+additional)(?=\s+\d)"
            rf"|(?:and\s+)?then(?:\s+(?:continue(?:d)?|maintenance|maintain(?:ed)?|reduced?|decreased?"
            rf"|increased?|down|drip|infusion"
            rf"|return(?:ing|ed)?|resum(?:e|ed|ing)|back|go(?:\s+back)?|at|to|with"
            rf"|on)){{0,3}}(?=\s+(?:\d|½|one\b|two\b|three\b|half\b|{one_frequency}))"
            r"|except(?=\s+\d)|on(?=\s+days?\s+\d)"
            r"|alternat(?:e|es|ed|ing)\s+with(?=\s+\d)|followed\s+by(?=\s+\d)|thereafter(?=\s+\d)|[↑↓]\s?(?:to\s+)?(?=\d)"
        )
        self.old = LedPattern(r"from(?=\s+\d)")
        self.participle = LedPattern(
            r"(?:was|were|is|has\s+been|had\s+been|(?:will|to|can|should|could|may)\s+be)\s+(?:then\s+|also\s+|subsequently\s+)?"
            r"(?:reinstated|reintroduced|administered|given|started|initiated|commenced|begun|prescribed|continued|introduced"
            r"|resumed|restarted|repeated"
            r"|infused"
            r"|injected|taken|used|added|maintained|dosed|applied)"
            rf"(?=\s+(?:at|with|as|in|to)?\s*(?:an?\s+|the\s+)?(?:(?:initial|starting|total|maintenance|daily"
            rf"|full)\s+)*"
            rf"(?:dos(?:e|age)s?\s+of\s+)?(?:\d|{one_frequency}|{route}))"
        )
        self.resumed = LedPattern(
            r"(?:was|were|has\s+been|had\s+been)\s+(?:then\s+)?(?:restarted|resumed|started|begun|commenced|reinstated)\s+"
            r"on\s+(?:[\w-]+\s+){1,4}?(?=at\s+\d)"
        )
        self.lasted = LedPattern(
            r"(?:was|were|is|has\s+been|had\s+been)\s+(?:then\s+|also\s+)?"
            r"(?:administered|given|continued|prescribed|taken|used|worn|applied)\s+"
            rf"(?=(?:for|over)\s+(?:about\s+|the\s+next\s+|a\s+total\s+of\s+)?(?:{number}|{words})[\s-]?(?:days?"
            rf"|weeks?|months?|years?)\b)"
        )
        self.change = compiled(
            r"(?:[ \t]{1,3}[^.;,\d()\n]{1,24}(?=,))?[ \t]{0,30}(?:\([^()\n]{1,30}\)[ \t]{0,3})?(?:yes"
            r"|no)?[ \t]{0,20}(?:[,;:–-]|→|->|=>)?[ \t]{0,20}(?:to\s+|plan\s+|please\s+)?"
            r"(?:(?:reduce|increase|decrease|lower|titrate|wean|change|cut|drop|raise|step|halve|taper|uptitrate"
            r"|incr?|dec)\.?(?:e?d)?"
            r"(?:\s+(?:down|up))?(?:\s+to)?|[↑↓]|→|->|=>)"
            r"[ \t]{0,3}(?=\d)",
            re.IGNORECASE,
        )
        self.became = compiled(
            r"[\s,;(]{0,3}(?:(?:which|was|were|is|has|had|been|then|and|later|subsequently|gradually|soon)\s+){0,4}"
            r"(?:increased|decreased|reduced|lowered|raised|tapered|titrated|uptitrated|halved|doubled"
            r"|cut|changed|weaned|bumped|adjusted"
            r"|dropped|brought|escalated|stepped)(?:\s+(?:up|down|back))?\s+to\s+(?=\d)",
            re.IGNORECASE,
        )
        self.now = compiled(
            r"[ \t]{0,3}(?:\([^()\n]{1,30}\)[ \t]{0,3}|(?:initially|originally|at\s(?:first|onset|diagnosis|the\sstart)"
            r"|from\s(?:diagnosis|the\sstart)|to\s(?:begin|start)\swith)[ \t]{0,3})?[,;]?\s{0,3}(?:(?:and|but)\s{1,3})?"
            r"(?:(?:is|was|has\s+been|had\s+been)\s{1,3})?"
            r"(?:now|currently|at\s+present|presently)\s{1,3}(?:(?:tapered|reduced|increased|weaned"
            r"|cut|titrated)\s{1,3})?"
            r"(?:(?:down|up|back)\s{1,3})?(?:(?:on|to|at|taking)\s{1,3})?(?=\d)",
            re.IGNORECASE,
        )
        self.then_bare = compiled(
            r"[\s,;]{0,3}(?:and\s+)?then\s+(?P<number>\d{1,3}(?:,\d{3})+|\d{3,5})(?=\s*(?:[.,;)\n]|$"
            r"|daily\b|weekly\b|after\b))",
            re.IGNORECASE,
        )
        self.bare_number = compiled(r"\d{1,4}(?:\.\d{1,3})?(?=\s*(?:[.,;)\n]|$))")
        self.from_to_bare = compiled(
            rf"[ \t]{{0,3}}(?:dose\s+)?(?:(?:was|were"
            rf"|has\s+been)\s+)?(?:\w+\s+){{0,2}}from\s+(?P<number>{number})(?:\s?(?P<unit>{_DOSE_UNIT}))?(?:\s+(?P<often>{one_frequency}))?\s+(?:up\s+|down\s+)?to\s+(?=\d)",
            re.IGNORECASE,
        )
        self.former = compiled(
            r"[\s,;:–—-]{0,4}(?:(?:new|changed|continued?|unchanged)\b[\s,;:–—-]{0,3})?\(?\s?"
            r"(?:(?:changed|continued?)\b[\s,;:–—-]{1,3})?(?:dose\s+)?"
            r"(?:was on|were on|was|were|previously|prev|formerly|up from|down from"
            r"|(?:increased|decreased|reduced|lowered|raised|changed) from)\s+"
            rf"(?P<number>{number})(?:\s?(?P<unit>{_DOSE_UNIT}))?(?!\w)",
            re.IGNORECASE,
        )
        self.since = compiled(
            r"[ \t]*\(?(?:since|from|started(?:\s+in)?)\s+(?:[A-Za-z]{3,9}\.?\s+)?(?:\d{1,2}/)?(?:19|20)\d\d\)?"
            r"[ \t]*[:,]?[ \t]*(?=\d)",
            re.IGNORECASE,
        )
        self.total = LedPattern(rf"(?P<number>{number})\s?(?P<unit>{_DOSE_UNIT})\s+(?:in\s+)?total(?!\w)")
        self.take = compiled(
            rf"(?:[.,;]|[ \t][–—|-])?{gap}(?:\([^()\d\n]{{1,30}}\){gap})?"
            r"(?:(?:instructions?|directions?|sig)[ \t]*:[ \t]*)?"
            r"(?:(?:dos(?:e|age)|freq(?:uency)?|route|how\s+often)(?=[ \t]*:)"
            r"|take|takes|taking|sig:?|inhale|apply|use|inject|instil|instill|place|chew|give|she takes"
            r"|he takes|tk)\b:?",
            re.IGNORECASE,
        )
        self.from_to = compiled(r"\s*(?:,\s*)?(?:up\s+|down\s+)?to\s+(?=\d)", re.IGNORECASE)
        self.lasting_before = compiled(
            rf"(?<![\w.,/-])(?P<span>(?P<number>{number}|{words}|several)[\s-]?\s?(?P<unit>day|week|month"
            rf"|year)s?)(?:['’]s?)?\s+"
            r"(?:(?:course|cycle|period|treatment|trial|taper|history|supply)\s+)?"
            r"(?:(?:of|on|with|in)\s+)(?:(?:a|an|the|daily|weekly|monthly|oral|iv|intravenous|subcutaneous|treatment"
            r"|therapy|with"
            r"|high[\s-]dose"
            r"|low[\s-]dose|continuous|her|his)\s+){0,3}$",
        )
        self.before = compiled(
            rf"(?:(?P<doses>(?<![\w.])(?:{number}|{words}))\s+(?:(?:single|further|more|additional|oral|iv|annual"
            rf"|yearly|monthly"
            rf"|weekly|consecutive)\s+){{0,2}}(?:doses?|injections?|infusions?|cycles?|courses|shots?|inj(?:s|ns?)?"
            rf"|pulses?)\s+of\s+"
            rf"|(?P<number>(?<![\w.,/-])(?:{number}|{words}))[\s-]?[ ]?"
            rf"(?P<unit>{_DOSE_UNIT}|{countable}|pints?|bags?|bottles?|amps?|ampoules?)"
            rf"(?:\s+(?P<frequency>{one_frequency}))?\s+(?P<of>(?:of|worth of|as|doses?\s+of|daily)\s+)?"
            rf"|(?P<bare>(?<![\w.,/-])(?:{number}|{words}))\s+)"
            rf"(?:\d+(?:\.\d+)?\s?%\s+)?(?:(?:adult|baby|oral|iv|intravenous|generic|regular|chewable|the|her|his"
            rf"|elemental|subcutaneous|additional|total|single)\s+)*$",
        )
        self.frequency_before = compiled(
            rf"(?<![\w.])(?P<frequency>{one_frequency})\s+(?:(?:oral|iv|intravenous|subcutaneous|low[\s-]dose"
            rf"|doses?\s+of|injections?\s+of|infusions?\s+of|dose|her|his)\s+)*$",
        )
        self.route_before = compiled(
            rf"(?<![\w.])(?P<route>{route})\s+(?:(?:and|or)\s+(?:{route})\s+)?(?:(?:high[\s-]dose|low[\s-]dose|pulse"
            rf"|dose|doses|of|administration|treatment|therapy|with|infusion|injection|injections|infusions|drip|the"
            rf"|preparations?)\s+){{0,3}}$",
        )
        self.routes_in = compiled(rf"(?<![\w.])(?P<route>{route})", re.IGNORECASE)
