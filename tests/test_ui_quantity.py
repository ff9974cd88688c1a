"""Quantities on pages: values as people write them, in either language."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from serving import api_over
from test_ui_pages import drawn, words_of

from nlp.vocabulary import load
from ui import quantity
from ui.figures import stated_again
from ui.quantity import UNITS, unit_of, value

VALUES = [
    (">=", 99.2, None, "%", "≥ 99.2%", "≥ 99.2%"),
    ("=", 100, None, "%", "100%", "100%"),
    ("range", 10, 20, "天", "10–20天", "10–20 days"),
    ("increase", 10, None, "个百分点", "↑ 10个百分点", "↑ 10 percentage points"),
    ("<=", 28, None, "微克/立方米", "≤ 28微克/立方米", "≤ 28 µg/m³"),
    ("increase", 2900, None, "吨/日", "↑ 2,900吨/日", "↑ 2,900 t/day"),
    ("=", 47, None, "个", "47个", "47"),
    (">=", 50, None, "年一遇", "≥ 50年一遇", "≥ 50-year return period"),
    (">=", 2, None, "类", "≥ Ⅱ类", "≥ Grade Ⅱ"),
    ("~", 0.6, None, None, "≈ 0.6", "≈ 0.6"),
]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("told", VALUES, ids=lambda told: told[4])
def test_value_is_told_in_the_language_of_the_page(
    told: tuple[Any, ...], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quantity, "language", lambda: language)
    monkeypatch.setattr("ui.words.language", lambda: language)
    row = dict(zip(("op", "value", "value2", "unit"), told, strict=False))
    assert value(row) == told[4 if language == "zh" else 5]


@pytest.mark.parametrize(
    ("unit", "english"),
    [
        ("吨标准煤/万元", "tce/10,000 yuan"),
        ("微克每立方米", "µg/m³"),
        ("起/每万枚", "cases/10,000"),
        ("亿元", "100 million yuan"),
        ("mg/l", "mg/l"),
        ("竿", "竿"),
    ],
)
def test_unit_of_two_is_put_together_in_english(unit: str, english: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quantity, "language", lambda: "en")
    assert unit_of(unit) == english


def test_every_unit_that_is_read_has_an_english_one() -> None:
    read = {name for entry in load("units").entries.values() for name in (entry.label, *entry.aliases)}
    told = [unit for units in yaml.safe_load(UNITS.read_text("utf-8")).values() for unit in units]
    assert {name for name in read if re.search(r"[一-鿿]", name)} <= set(told)
    assert set(told) <= read
    assert len(told) == len(set(told))


@pytest.mark.parametrize(("language", "since"), [("zh", "较2020年"), ("en", "since 2020")])
def test_change_is_told_with_the_year_that_it_is_measured_against(
    language: str, since: str, starter_store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with api_over(starter_store) as address:
        page = drawn(address, "targets", monkeypatch, indicator="water.sewage_collection", lang=language)
    assert f'</b> <span class="note">{since}</span>' in words_of(page)


def test_value_stated_again_in_its_plan_is_one_line_with_all_its_words() -> None:
    first = {
        "document": "a",
        "indicator": "森林覆盖率",
        "value": 65,
        "year": "2025",
        "text": "森林覆盖率达到65%",
        "start": 3,
    }
    again, other = first | {"text": "2025年森林覆盖率65%", "start": 90}, first | {"document": "b"}
    later = first | {"year": "2030"}
    assert stated_again([first, other, again, later]) == [[first, again], [other], [later]]
