"""Numbers and dates of a spreadsheet as it shows them: 0.95 in the format `0%` is 95%, not 0.95."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

# Formats that a spreadsheet only names by number: the common ones, and those of Chinese systems from 27 on.
BUILT_IN = {
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0", 39: "#,##0.00"},
    **{14: "yyyy/m/d", 15: "yyyy/m/d", 16: "m/d", 17: "yyyy/m", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss"},
    **{22: "yyyy/m/d h:mm", 40: "#,##0.00", 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss", 30: "m/d/yyyy"},
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    **{31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"'},
}
LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.')
CONDITION = re.compile(r"\[[^\]]*\]")  # colours, locales, conditions
DATE_CODE = re.compile(r"y{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}", re.IGNORECASE)
DIGITS = re.compile(r"[0#?][0#?,]*(?:\.([0#?]*))?")
EPOCH, EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
LAST_DAY = 2_958_465  # the last day of the year 9999; beyond, a spreadsheet shows the number
KEPT = "\ue000"  # stands for literal text while codes are replaced


def shown(number: float, code: str, since_1904: bool = False) -> str:
    """A number as a format shows it, a date in the format's order: 45356 in `yyyy"年"m"月"` is 2024年3月."""
    section = _section(code, number)
    literals = [match.group(1) or match.group(2) or "" for match in LITERAL.finditer(section)]
    bare = LITERAL.sub(KEPT, CONDITION.sub("", section))
    if DATE_CODE.search(bare) and "General" not in bare and 0 <= number <= LAST_DAY:
        text = _date(number, bare, since_1904)
    elif digits := DIGITS.search(bare):
        text = bare[: digits.start()] + _digits(number, bare, digits) + bare[digits.end() :]
    else:
        return plain(number)
    for literal in literals:
        text = text.replace(KEPT, literal, 1)
    return text.strip()


def plain(number: float) -> str:
    """A number without a format: whole numbers without a point, others to ten digits, never with an exponent."""
    if number == int(number):
        return str(int(number))
    return f"{float(f'{number:.10g}'):.10f}".rstrip("0").rstrip(".")


def _section(code: str, number: float) -> str:
    """The part of a format that is for numbers of this sign."""
    sections = code.split(";")
    return sections[1] if number < 0 and len(sections) > 1 and sections[1] else sections[0]


def _digits(number: float, bare: str, digits: re.Match[str]) -> str:
    """The digits of a number with the decimals, thousands and percent that a format asks for."""
    value = abs(number) if number < 0 and bare.startswith(("-", "(")) else number
    value *= 100 ** bare.count("%")
    decimals = digits.group(1) or ""
    text = f"{value:{',' if ',' in digits.group() else ''}.{len(decimals)}f}"
    optional = len(decimals) - len(decimals.rstrip("#?"))
    while optional and text.endswith("0"):
        text, optional = text[:-1], optional - 1
    return text.rstrip(".")


def _date(number: float, bare: str, since_1904: bool) -> str:
    """A day's number as a date or time in the order of a format."""
    moment = (EPOCH_1904 if since_1904 else EPOCH) + timedelta(days=number)
    moment = (moment + timedelta(milliseconds=500)).replace(microsecond=0)
    clock = re.search(r"h|s", bare, re.IGNORECASE)

    def write(match: re.Match[str]) -> str:
        letters = match.group().lower()
        minutes = clock and letters in ("m", "mm") and _near_clock(bare, match)
        kind = "i" if minutes else letters[0]
        numbers = {"y": moment.year, "m": moment.month, "d": moment.day, "h": moment.hour, "i": moment.minute}
        found = numbers.get(kind, moment.second)
        return f"{found:02d}" if len(letters) == 2 and kind != "y" else str(found)

    return DATE_CODE.sub(write, bare)


def _near_clock(bare: str, match: re.Match[str]) -> bool:
    """Whether an m stands for minutes: right after hours or right before seconds."""
    before = re.findall(r"[ymdhs]", bare[: match.start()], re.IGNORECASE)
    after = re.search(r"[ymdhs]", bare[match.end() :], re.IGNORECASE)
    return bool(before and before[-1] in "hH") or bool(after and after.group() in "sS")
