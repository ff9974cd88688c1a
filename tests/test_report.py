"""The report on quality as its readers find it."""

from __future__ import annotations

import pytest

from nlp.quality.report import markdown, shown
from nlp.quality.scoring import score


def test_report_says_how_to_read_it_and_parts_documents_and_tasks() -> None:
    total, strata = score([], [])
    strata |= {"missed": total, "table": total, "clean": total}
    page = markdown({"tests/gold": total}, strata, {"no harm": total, "blanks": total}, {"blanks": 0.02})
    assert "F1 joins two shares" in page
    assert "| kind | clean | table |" in page
    assert "| kind | no harm | blanks (2%) |" in page


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ({"indicator": "污水处理率", "op": ">=", "value": 95.0, "unit": "%", "year": "2025"}, "污水处理率 ≥ 95 % 2025"),
        ({"indicator": "总投资", "op": "=", "value": 3870000000.0, "unit": "元"}, "总投资 = 3,870,000,000 元"),
        ({"indicator": "PM2.5", "op": "decrease", "value": 1.5, "unit": "%"}, "PM2.5 − 1.5 %"),
        (("县政府", "responsible"), "县政府 responsible"),
        ("望海", "望海"),
    ],
)
def test_facts_are_written_as_people_write_them(fact: object, said: str) -> None:
    assert shown(fact) == said
