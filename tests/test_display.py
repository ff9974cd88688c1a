"""Numbers of a spreadsheet read as the sheet shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.office.display import plain, shown


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (0.95, "0%", "95%"),
        (0.9512, "0.00%", "95.12%"),
        (0.915, "0.0#%", "91.5%"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (12000, "0", "12000"),
        (3.50, "0.0#", "3.5"),
        (12, '0"家"', "12家"),
        (-3, "0.00_);(0.00)", "(3.00)"),
        (-3.2, "0.0", "-3.2"),
        (5, "General", "5"),
        (5, "@", "5"),
        (0, '0;-0;"无"', "0"),
        (45356, 'yyyy"年"m"月"d"日"', "2024年3月5日"),
        (45356, 'yyyy"年"m"月"', "2024年3月"),
        (45356, "yyyy-mm-dd", "2024-03-05"),
        (45356, "[$-804]yyyy\\-m\\-d;@", "2024-3-5"),
        (45356.4375, "yyyy/m/d h:mm", "2024/3/5 10:30"),
    ],
)
def test_shown_follows_the_format(number: float, code: str, text: str) -> None:
    assert shown(number, code) == text


@pytest.mark.parametrize(
    ("number", "text"), [(3.0, "3"), (0.1 + 0.2, "0.3"), (28.5, "28.5"), (180000000.0, "180000000"), (1e-4, "0.0001")]
)
def test_plain_shows_no_trace_of_binary_arithmetic(number: float, text: str) -> None:
    assert plain(number) == text


def test_shown_counts_days_from_1904_where_the_file_says_so() -> None:
    assert shown(43894, "yyyy-mm-dd", since_1904=True) == "2024-03-05"


@given(st.floats(-1e12, 1e12), st.text('0#,.%yYmMdDhHsS"\\_*;[]年月日 @E+', max_size=12))
def test_shown_survives_every_format(number: float, code: str) -> None:
    assert isinstance(shown(number, code), str)
