"""Units as they are printed."""

from __future__ import annotations

import re

__all__ = ["printed_unit"]

_POWER = {"2": "²", "3": "³"}
_ANNOTATION = re.compile(r"\{[^}]*\}")
_MICRO = re.compile(r"(?<![A-Za-z])u(?=g|mol|L|U|kat|IU)")
_ARBITRARY = re.compile(r"\[([A-Za-z]+)\]")
_LENGTH_POWER = re.compile(r"(?<=m)([23])(?![0-9])")
_TEN_POWER = re.compile(r"10\*([0-9]+)")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WORDS = {"1": "", "Cel": "°C", "iu": "IU", "mcg": "µg"}


def printed_unit(code: str | None) -> str:
    """A UCUM unit as people write it.

    ``g/cm2`` gives ``g/cm²``, ``m[IU]/L`` gives ``mIU/L``, ``ug/dL`` gives ``µg/dL``, ``1`` nothing. What stands in
    braces is a remark and no part of the unit; the body surface of a filtration rate is printed all the same.
    """
    if code is None:
        return ""
    if code in _WORDS:
        return _WORDS[code]
    text = _ANNOTATION.sub("", code.replace("{1.73_m2}", "1.73 m2")).strip("./")
    text = _MICRO.sub("µ", _ARBITRARY.sub(lambda match: match.group(1).upper(), text))
    text = _LENGTH_POWER.sub(lambda match: _POWER[match.group(1)], text)
    return _TEN_POWER.sub(lambda match: "10" + match.group(1).translate(_SUPERSCRIPT), text)
