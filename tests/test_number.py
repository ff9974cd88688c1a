from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.number import parse

DIGITS = "零一二三四五六七八九"


def written(number: int) -> str:
    """A number below a hundred million in Chinese characters, as a careful writer puts it."""
    if number >= 10000:
        rest = number % 10000
        return written(number // 10000) + "万" + (("零" if rest < 1000 else "") + written(rest) if rest else "")
    out, zero = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            out += ("零" if zero and out else "") + DIGITS[digit] + name
        zero = not digit
    return out or "零"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("95", 95),
        ("91.5", 91.5),
        ("1,130", 1130),
        ("1.8亿", 180_000_000),
        ("36.4万", 364_000),
        ("0.29万", 2900),
        ("3千", 3000),
        ("2千万", 20_000_000),
        ("104.8亿", 10_480_000_000),
        ("十", 10),
        ("十五", 15),
        ("一百二十", 120),
        ("一百零五", 105),
        ("两千", 2000),
        ("两千五", 2500),
        ("三万五", 35_000),
        ("一万零五十", 10_050),
        ("两万五千", 25_000),
        ("一亿二千万", 120_000_000),
        ("九十八点五", 98.5),
        ("零点六", 0.6),
        ("二〇二五", 2025),
    ],
)
def test_number_has_its_multiplier_expanded(text: str, value: float) -> None:
    assert parse(text) == value


@pytest.mark.parametrize("text", ["", "若干", "十四五", "三五", "七八", "五十三四", "三三三千", "约5"])
def test_number_refuses_what_is_none(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)


@given(st.integers(min_value=10, max_value=99_999_999))
def test_number_in_characters_is_read_back(number: int) -> None:
    assert parse(written(number)) == number


@given(st.integers(min_value=0, max_value=99_999), st.sampled_from([("千", 1000), ("万", 10_000), ("亿", 100_000_000)]))
def test_number_with_multiplier_is_the_product(number: int, multiplier: tuple[str, int]) -> None:
    assert parse(f"{number}{multiplier[0]}") == number * multiplier[1]


@given(st.text(alphabet="零一二三四五六七八九十百千万亿点两0123456789.,", max_size=12))
def test_number_is_a_float_or_refused(text: str) -> None:
    with suppress(ValueError):
        assert parse(text) >= 0
