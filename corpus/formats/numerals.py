"""Numbers as enumerators write them: 十二, 壹, 甲, iv, ⑫. For lists whose numbers a file keeps apart from the text."""

from __future__ import annotations

from collections.abc import Callable

from corpus.characters import NUMERALS

DIGITS = "零一二三四五六七八九"
LEGAL = str.maketrans(f"{NUMERALS}百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
LATIN = "abcdefghijklmnopqrstuvwxyz"
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
LARGEST = 9999  # a larger number is no enumerator; it stays in Arabic digits


def write(number: int, style: str) -> str:
    """A number in one of the styles that Word names: 3 in `chineseCounting` is 三, in `decimal` 3, in `bullet` nothing.

    A style that is not known, and a number that a style cannot write, give Arabic digits.
    """
    if style in ("bullet", "none"):
        return ""
    written = STYLES[style](number) if style in STYLES and 0 < number <= LARGEST else ""
    return written or str(number)


def chinese(number: int) -> str:
    """12 is 十二, 20 is 二十, 105 is 一百零五."""
    text, rest = "", number
    for unit, name in ((1000, "千"), (100, "百"), (10, "十")):
        digit, rest = divmod(rest, unit)
        if digit:
            text += DIGITS[digit] + name
        elif text and rest and not text.endswith("零"):
            text += "零"
    text += DIGITS[rest] if rest else ""
    return text.removeprefix("一") if 10 <= number < 20 else text


def roman(number: int) -> str:
    """4 is iv, 12 is xii."""
    text = ""
    for value, letters in ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def latin(number: int) -> str:
    """1 is a, 26 is z, 27 is aa, as Word goes on."""
    return LATIN[(number - 1) % 26] * ((number - 1) // 26 + 1)


def _of(signs: str) -> Callable[[int], str]:
    """Numbers that have one sign each; beyond the last sign nothing."""
    return lambda number: signs[number - 1] if number <= len(signs) else ""


STYLES: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": lambda number: "".join(DIGITS[int(digit)] for digit in str(number)),
    "japaneseDigitalTenThousand": chinese,
    "chineseLegalSimplified": lambda number: chinese(number).translate(LEGAL),
    "ideographLegalTraditional": lambda number: chinese(number).translate(LEGAL),
    "ideographTraditional": _of(STEMS),
    "ideographZodiac": _of(BRANCHES),
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "decimalEnclosedCircle": _of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedCircleChinese": _of("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedParen": _of("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": _of("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "ideographEnclosedCircle": _of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "ideographParenthesis": _of("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"),
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: latin(number).upper(),
    "lowerLetter": latin,
}
