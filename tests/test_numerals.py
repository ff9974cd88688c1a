"""Numbers are written as enumerators write them."""

from __future__ import annotations

import pytest

from corpus.formats.numerals import write


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [
        (1, "decimal", "1"),
        (3, "chineseCounting", "三"),
        (10, "chineseCountingThousand", "十"),
        (12, "japaneseCounting", "十二"),
        (20, "chineseCounting", "二十"),
        (21, "chineseCounting", "二十一"),
        (105, "chineseCounting", "一百零五"),
        (110, "chineseCounting", "一百一十"),
        (2024, "ideographDigital", "二零二四"),
        (11, "chineseLegalSimplified", "拾壹"),
        (2, "ideographTraditional", "乙"),
        (7, "decimalZero", "07"),
        (3, "decimalFullWidth", "３"),
        (12, "decimalEnclosedCircle", "⑫"),
        (21, "decimalEnclosedCircle", "21"),
        (4, "decimalEnclosedParen", "⑷"),
        (4, "lowerRoman", "iv"),
        (12, "upperRoman", "XII"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (5, "bullet", ""),
        (5, "none", ""),
        (5, "hebrew1", "5"),
        (0, "chineseCounting", "0"),
    ],
)
def test_write_knows_the_styles_of_word(number: int, style: str, written: str) -> None:
    assert write(number, style) == written
