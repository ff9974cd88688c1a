"""Time grows with the length of a text and no faster, whatever stands in it over and over."""

from __future__ import annotations

import pytest
from stopwatch import finish_within

from corpus.intake import documents_in
from nlp.pipeline import read_one

LENGTH = 20_000  # characters, which take 0.3 s to 1.2 s; what grows with the square of the length took from 5 s up
MOST_SECONDS = 4

MARKS = (".", "·", "…", "(", "|", "\t", "1", "０", "、", "--", "--:", "-- ", "《", "“", "?", "__", "**")
LISTS = (
    "一、",
    "(一)",
    "1.",
    "某、",
    "和",
    "某和",
    "3、",
    "1,000",
    "2025.",
    "2024—",
    "长江、",
    "市水务局、",
    "(市水务局)",
)
LINES = ("1\n", "某\n", "一、某某\n", "|a|b|\n", "序号\t任务\t责任单位\n", "责任单位:市水务局\n", "篇一\n某", "目录\n")


@pytest.mark.parametrize("unit", [*MARKS, *LISTS, *LINES])
def test_time_of_a_monotonous_plan_grows_with_its_length(unit: str) -> None:
    read_over_and_over(unit, 100)  # builds what reading needs
    finish_within(MOST_SECONDS, lambda run: read_over_and_over(unit, LENGTH + run * len(unit)))


def read_over_and_over(unit: str, length: int) -> None:
    """Reads a plan of which one line holds nothing but this unit, over and over."""
    text = f"某市水务局方案 | 年度\n一、{unit * (length // len(unit))}。\n二、某某\n"
    for document in documents_in(text, "plan.txt"):
        read_one(document)
