"""Places side by side: targets in one unit, who carries which field, what has no counterpart, and the exports."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from handmade import KAILI, water_plan
from openpyxl import load_workbook
from store_suite import write
from typer.testing import CliRunner

from cli import app
from cli.comparison import write_workbook
from corpus.errors import StoreError
from graph.comparison.compare import compare
from graph.comparison.counterparts import without_counterpart
from graph.store import Record, Store
from graph.stores.opening import open_store


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with water plans of 嵊州 until 2025 and of 凯里 until 2027."""
    path = tmp_path_factory.mktemp("store")
    with open_store(str(path)) as opened:
        write(opened, water_plan(), water_plan(KAILI, "kaili.txt", year="2027", river="清水江"))
    return path


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with open_store(str(folder), read_only=True) as opened:
        yield opened


def task(title: str, text: str = "") -> Record:
    plain: Record = dict.fromkeys(("document", "source", "part", "plan", "key"), "")
    return plain | {"start": 0, "end": len(text or title)} | {"task": title, "title": title, "text": text or title}


def test_indicators_of_both_places_stand_in_one_row(store: Store) -> None:
    found = compare(store, ["嵊州", "Kaili"])
    assert found["places"] == ["嵊州市", "凯里市"]
    share = next(line for line in found["indicators"] if line["unit"] == "%")
    assert {place: [t["year"] for t in cell] for place, cell in share["cells"].items()} == {
        "嵊州市": ["2025"],
        "凯里市": ["2027"],
    }
    assert all(target["common"] == 95 for cell in share["cells"].values() for target in cell)


def test_tasks_stand_by_field_with_those_who_lead_them(store: Store) -> None:
    (water,) = compare(store, ["嵊州市", "凯里市"], domain="水环境")["tasks"]
    assert water["domain"] == "water"
    first, second = water["cells"]["嵊州市"]
    assert [owner["name"] for owner in first["owners"]] == ["市水务局"]
    assert [owner["role"] for owner in second["owners"]] == ["responsible", "responsible"]


def test_one_indicator_alone(store: Store) -> None:
    found = compare(store, ["嵊州市", "凯里市"], indicator="污水管网")
    assert len(found["indicators"]) == 1
    assert found["tasks"] == []


def test_what_a_county_plans_is_told_from_what_its_city_plans(folder: Path, store: Store) -> None:
    """The target of one county in the column of its city would else pass as that of the city."""
    (line,) = compare(store, ["绍兴"], indicator="污水管网")["indicators"]
    assert [target["governs"] for target in line["cells"]["绍兴市"]] == ["嵊州市"]
    for place, said in (("绍兴", True), ("嵊州", False)):
        shown = CliRunner().invoke(app, ["compare", place, "--markdown", "--store", str(folder)]).output
        assert ("嵊州市: 城东 +20 公里" in shown) is said
        assert ("嵊州市: 整治曹娥江干流 (市水务局)" in shown) is said


def test_a_place_named_twice_stands_once(store: Store) -> None:
    assert compare(store, ["嵊州", "嵊州市", "Kaili"])["places"] == ["嵊州市", "凯里市"]


def test_nothing_to_compare_is_said(folder: Path) -> None:
    result = CliRunner().invoke(app, ["compare", "嵊州", "凯里", "--indicator", "幸福指数", "--store", str(folder)])
    assert "nothing that these places plan" in result.output


def test_an_indicator_is_shown_by_a_part_of_its_name_as_it_is_compared(folder: Path) -> None:
    result = CliRunner().invoke(app, ["show", "indicator", "管网", "--csv", "--store", str(folder)])
    assert result.output.count("新增污水管网20公里") == 2


@pytest.mark.parametrize(("places", "options"), [(["贵阳"], {}), (["嵊州"], {"domain": "天文"})])
def test_unknown_place_or_field_is_named(store: Store, places: list[str], options: dict[str, str]) -> None:
    with pytest.raises(StoreError, match=r"贵阳|天文"):
        compare(store, places, **options)


def test_task_without_counterpart_comes_with_the_nearest() -> None:
    smoke = task("强化大气污染防治", "推进锅炉超低排放改造,加强扬尘管控和秸秆禁烧。")
    dust = task("打好大气污染防治攻坚战", "加强扬尘管控,推进秸秆禁烧和锅炉改造。")
    audit = task("开展领导干部离任审计", "审计自然资源资产。")
    found = without_counterpart({"一市": [smoke, audit], "二市": [dust]})
    assert [(line["place"], line["task"]["id"]) for line in found] == [("一市", audit["task"])]
    assert found[0]["nearest"]["id"] == dust["task"]


@pytest.mark.parametrize("form", ["--json", "--csv", "--markdown", ""])
def test_comparison_leaves_in_every_form(folder: Path, form: str) -> None:
    arguments = ["compare", "嵊州", "凯里", "--store", str(folder), *([form] if form else [])]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    assert "95" in result.output
    if form == "--json":
        assert set(json.loads(result.output)) >= {"indicators", "tasks"}
    if form == "--csv":
        assert result.output.splitlines()[0].startswith("kind,name,unit,place")
    if form == "--markdown":
        assert result.output.startswith("|  | 嵊州市 | 凯里市 |")


def test_workbook_holds_every_row_with_its_words(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "comparison.xlsx"
    arguments = ["compare", "嵊州", "凯里", "--store", str(folder), "--xlsx", str(file)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    book = load_workbook(file, read_only=True)
    assert book.sheetnames == ["side by side", "rows", "leads", "without counterpart"]
    head, *rows = book["rows"].iter_rows(values_only=True)
    shown = [dict(zip(head, row, strict=True)) for row in rows]
    assert {row["kind"] for row in shown} == {"target", "task"}
    assert all(row["words"] and row["source"] and row["end"] > row["start"] for row in shown)
    assert [row["words"] for row in shown if row["name"] == "污水管网"] == ["新增污水管网20公里"] * 2


def test_text_like_a_formula_stays_text_in_a_workbook(tmp_path: Path) -> None:
    file = tmp_path / "formula.xlsx"
    found = {"places": ["=1+1"], "indicators": [], "tasks": [], "leads": [], "without_counterpart": []}
    write_workbook(found, file)
    cell = load_workbook(file)["side by side"]["B1"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_leads_stand_by_function_and_field(store: Store) -> None:
    leads = {(line["function"], line["domain"]): line["cells"] for line in compare(store, ["嵊州", "凯里"])["leads"]}
    assert leads["water", "water"]["嵊州市"] == {"tasks": 1, "keys": ["二/(一)"], "bodies": ["市水务局"]}
    assert set(leads["housing", "water"]) == {"嵊州市", "凯里市"}
    assert ("ecology", "water") not in leads
