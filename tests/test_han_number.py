"""Whole numbers in Chinese characters are read back as they were meant, and what is none counts nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats.numerals import chinese
from corpus.han_number import count, read


@given(st.integers(min_value=1, max_value=9999))
def test_number_that_word_writes_is_read_back(number: int) -> None:
    assert read(chinese(number)) == count(chinese(number)) == count(str(number)) == number


@pytest.mark.parametrize(
    ("text", "value"), [("二七", 27), ("二〇", 20), ("一百零二", 102), ("两千五", 2500), ("一亿二千万", 120_000_000)]
)
def test_number_is_read_by_its_places_or_digit_by_digit(text: str, value: int) -> None:
    assert read(text) == value


@pytest.mark.parametrize("text", ["", "若干", "十四五", "第三", "①"])
def test_what_is_no_number_counts_nothing(text: str) -> None:
    assert count(text) == 0
    with pytest.raises(ValueError):
        read(text)
