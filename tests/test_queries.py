"""Named queries: what each finds, in which order, and with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from handmade import KAILI, bare, water_plan
from store_suite import write

from corpus.errors import StoreError
from graph.neighbours import neighbours
from graph.queries import FOLDER, names, query
from graph.store import Store
from graph.stores.opening import open_store

ENGINES = ("embedded", "neo4j")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Two water plans, of 嵊州 until 2025 and of 凯里 until 2027, and a national plan that the latter cites."""
    with open_store(str(tmp_path_factory.mktemp("store"))) as opened:
        write(opened, water_plan(), water_plan(KAILI, "kaili.txt", year="2027", river="清水江"))
        write(opened, bare("national.txt", "水污染防治行动计划", number="国发〔2015〕17号"))
        yield opened


def found(store: Store, query_name: str, /, *columns: str, **parameters: Any) -> list[Any]:
    rows = [tuple(row[column] for column in columns) for row in store.run(query_name, **parameters)]
    return [row[0] for row in rows] if len(columns) == 1 else rows


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", names())
def test_query_says_what_it_finds_and_keeps_an_order(name: str, engine: str) -> None:
    read = query(name, engine)
    text = "\n".join(line.text for line in read.lines)
    assert read.meaning.endswith(".")
    assert "ORDER BY" in text or "(d:Document {id: $document})\n" in text
    assert all(name in read.parameters for line in read.lines for name in line.parameters)


def test_query_that_differs_between_engines_says_why() -> None:
    for path in FOLDER.glob("*.cypher"):
        lines = path.read_text("utf-8").splitlines()
        differs = any(line.endswith(tuple(f" on {engine}" for engine in ENGINES)) for line in lines)
        assert lines[1].startswith("//") is differs, path.name


def test_every_clause_stands_with_and_without_its_filters() -> None:
    """A line that hangs on a parameter must leave a whole query behind: no WHERE that begins with AND."""
    for name in names():
        for engine in ENGINES:
            read = query(name, engine)
            bare_text = "\n".join(line.text for line in read.lines if line.stands(()))
            assert not re.search(r"(?:MATCH[^\n]*|WITH[^\n]*)\n\s*AND", bare_text), name


@pytest.mark.parametrize(
    ("parameters", "titles"),
    [
        ({"function": "water"}, ["整治清水江干流", "整治曹娥江干流"]),
        ({"function": "water", "place": "浙江省"}, ["整治曹娥江干流"]),
        ({"function": "water", "place": "330600"}, ["整治曹娥江干流"]),
        ({"function": "water", "year": "2027"}, ["整治清水江干流"]),
        ({"function": "water", "role": "cooperating"}, []),
        ({"function": "ecology", "role": "cooperating", "document": "water.txt-id"}, ["整治曹娥江干流"]),
        ({"department": "凯里市水务局"}, ["整治清水江干流"]),
        ({"department": "市水务局"}, ["整治清水江干流", "整治曹娥江干流"]),
        ({"department": "各乡镇人民政府", "place": "嵊州市"}, ["建设城东污水处理厂二期工程"]),
        ({"function": "housing", "domain": "air"}, []),
        ({"function": "water", "limit": 1}, ["整治清水江干流"]),
        ({"function": "no such function"}, []),
    ],
)
def test_tasks_by_department(store: Store, parameters: dict[str, Any], titles: list[str]) -> None:
    assert found(store, "tasks_by_department", "title", **parameters) == titles


@pytest.mark.parametrize(
    "parameters",
    [
        {"function": "water"},
        {"function": "water", "place": "浙江省"},
        {"function": "ecology", "role": "cooperating"},
        {"department": "市水务局", "domain": "water"},
        {"department": "各乡镇人民政府"},
        {"role": "lead"},
    ],
)
def test_carried_tasks_are_those_of_the_department(store: Store, parameters: dict[str, Any]) -> None:
    carried = found(store, "carried", "task", **parameters)
    assert carried == sorted(set(found(store, "tasks_by_department", "task", **parameters)))
    assert carried


def test_task_comes_with_owners_targets_deadlines_and_things(store: Store) -> None:
    tasks = found(store, "tasks", "task", document="water.txt-id")
    owners = found(store, "owners_of_task", "name", "role", "function", "collective", tasks=tasks)
    assert owners == [
        ("市水务局", "lead", "water", False),
        ("市生态环境局", "cooperating", "ecology", False),
        ("市住建局", "responsible", "housing", False),
        ("各乡镇人民政府", "responsible", None, True),
    ]
    assert found(store, "targets_of_task", "indicator", "op", "value", "unit", tasks=tasks) == [
        ("污水管网", "increase", 20.0, "公里")
    ]
    assert found(store, "deadlines_of_task", "text", "due", tasks=tasks) == [("2025年底前", "2025-12-31")]
    things = found(store, "things_of_task", "kind", "name", tasks=tasks)
    assert set(things) == {("WaterBody", "曹娥江"), ("Project", "城东污水处理厂二期工程"), ("Place", "城东")}


@pytest.mark.parametrize(
    ("parameters", "years"),
    [
        ({"indicator": "水质优良比例"}, ["2027", "2025"]),
        ({"indicator": "水质优良比例", "place": "贵州省"}, ["2027"]),
        ({"indicator": "水质优良比例", "year": "2025"}, ["2025"]),
        ({"indicator": "森林覆盖率"}, []),
    ],
)
def test_targets_by_indicator_and_place(store: Store, parameters: dict[str, Any], years: list[str]) -> None:
    assert found(store, "targets", "year", **parameters) == years


@pytest.mark.parametrize(
    ("parameters", "due"),
    [
        ({"date": "2025-12-30"}, []),
        ({"date": "2025-12-31"}, ["2025-12-31"]),
        ({"date": "2030-01-01"}, ["2025-12-31", "2027-12-31"]),
        ({"date": "2030-01-01", "since": "2026-01-01"}, ["2027-12-31"]),
        ({"date": "2030-01-01", "place": "嵊州市"}, ["2025-12-31"]),
        ({"date": "2030-01-01", "function": "water"}, ["2025-12-31", "2027-12-31"]),
        ({"date": "2030-01-01", "department": "凯里市水务局"}, ["2027-12-31"]),
        ({"date": "2030-01-01", "function": "housing"}, []),
    ],
)
def test_deadlines_up_to(store: Store, parameters: dict[str, Any], due: list[str]) -> None:
    assert found(store, "deadlines_up_to", "due", **parameters) == due


@pytest.mark.parametrize(
    ("parameters", "partners"),
    [
        ({"function": "water"}, [("凯里市生态环境局", 1), ("嵊州市生态环境局", 1)]),
        ({"function": "water", "place": "贵州省"}, [("凯里市生态环境局", 1)]),
        ({"department": "嵊州市住建局"}, []),
    ],
)
def test_partners_share_tasks(store: Store, parameters: dict[str, Any], partners: list[tuple[str, int]]) -> None:
    assert found(store, "partners", "canonical", "tasks", **parameters) == partners


def test_tasks_by_water_body_and_project(store: Store) -> None:
    assert found(store, "tasks_by_water_body", "title", name="曹娥江") == ["整治曹娥江干流", "整治曹娥江干流"]
    assert found(store, "tasks_by_water_body", "title", name="长江") == []
    named = found(store, "tasks_by_project", "title", name="凯里市城东污水处理厂二期工程")
    assert named == ["建设城东污水处理厂二期工程"]


def test_citations_in_and_out(store: Store) -> None:
    assert found(store, "citations_out", "cited", "held", document="water.txt-id") == [("national.txt-id", True)]
    assert found(store, "citations_in", "source", document="national.txt-id") == ["kaili.txt", "water.txt"]
    assert found(store, "cited", "title", "documents") == [("水污染防治行动计划", 2)]


def test_documents(store: Store) -> None:
    assert found(store, "documents", "source", "tasks") == [("kaili.txt", 2), ("national.txt", 0), ("water.txt", 2)]
    assert found(store, "documents", "source", place="绍兴市") == ["water.txt"]
    assert found(store, "documents", "source", year="2026") == ["kaili.txt"]
    (row,) = store.run("document", document="water.txt-id")
    assert row["number"] == "嵊政发〔2023〕9号"
    assert row["places"] == ["浙江省", "绍兴市", "嵊州市", "330000", "330600", "330683"]


def test_departments_and_functions(store: Store) -> None:
    bodies = found(store, "departments", "canonical", "function", "tasks", place="嵊州市")
    assert ("嵊州市水务局", "water", 1) in bodies
    assert len(bodies) == 4
    assert ("water", 2, 2) in found(store, "functions", "function", "departments", "tasks")
    portfolio = found(store, "portfolio", "source", "role", "domain", "tasks", function="water")
    assert portfolio == [("kaili.txt", "lead", "water", 1), ("water.txt", "lead", "water", 1)]


def test_neighbourhood_shows_edges_both_ways_with_evidence(store: Store) -> None:
    (task,) = found(store, "tasks_by_department", "task", function="water", place="嵊州市")
    around = {(row["direction"], row["edge"]) for row in neighbours(store, "Task", task)}
    assert around == {
        ("out", "OWNED_BY"),
        ("out", "DUE"),
        ("out", "CONCERNS"),
        ("out", "IN_DOMAIN"),
        ("in", "HAS"),
    }


@pytest.mark.parametrize(
    ("other_label", "other", "edges"),
    [
        ("Document", "kaili.txt-id", ["RESEMBLES"]),
        ("Function", "water", ["HAS", "OWNED_BY", "IS_A"]),
        ("Jurisdiction", "330683", ["APPLIES_TO"]),
        ("Function", "nobody", None),
    ],
)
def test_path_is_a_shortest_way(store: Store, other_label: str, other: str, edges: list[str] | None) -> None:
    rows = store.run("path", label="Document", id="water.txt-id", other_label=other_label, other=other)
    assert [row["edges"] for row in rows] == ([edges] if edges else [])
    for row in rows:
        assert (row["labels"][0], row["ids"][0]) == ("Document", "water.txt-id")
        assert (row["labels"][-1], row["ids"][-1]) == (other_label, other)
        assert len(row["names"]) == len(row["ids"]) == len(edges or []) + 1


def test_stats_count_every_label(store: Store) -> None:
    counts = dict(found(store, "stats", "label", "nodes"))
    assert (counts["Document"], counts["Task"], counts["WaterBody"]) == (3, 4, 2)


def test_query_shows_what_is_run() -> None:
    text, values = query("tasks_by_department").bind({"function": "water", "role": "", "year": None})
    assert values == {"function": "water"}
    assert "$role" not in text
    assert "// with" not in text


def test_unknown_label_never_reaches_the_engine() -> None:
    with pytest.raises(StoreError, match="there is no label"):
        query("edges_from").bind({"label": "Task`) DETACH DELETE (`n", "id": "x"})


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("tasks", {}),
        ("tasks_by_department", {"function": "water"}),
        ("targets", {}),
        ("deadlines_up_to", {"date": "2030-12-31"}),
        ("tasks_by_water_body", {"name": "清水江"}),
        ("documents_holding", {"term": "水质"}),
    ],
)
def test_query_of_several_documents_finds_what_it_finds_of_each(
    store: Store, name: str, parameters: dict[str, Any]
) -> None:
    every = ["water.txt-id", "kaili.txt-id", "national.txt-id"]
    of_each = [row for document in every for row in store.run(name, document=document, **parameters)]
    together = store.run(name, documents=every, **parameters)
    assert of_each
    assert sorted(map(repr, together)) == sorted(map(repr, of_each))
    assert {row["document"] for row in store.run(name, documents=every[:1], **parameters)} <= {every[0]}
