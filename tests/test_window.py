"""Windows on the rows of named queries: the same rows, in parts, in other orders, and counted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from handmade import KAILI, bare, water_plan
from store_suite import write

from corpus.errors import StoreError
from graph.store import Store, Window
from graph.stores.opening import open_store
from graph.stores.window import counted, ordered

LISTED = ("documents", "tasks", "tasks_by_department", "departments", "targets", "indicators", "water_bodies", "cited")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("store"))) as opened:
        write(opened, water_plan(), water_plan(KAILI, "kaili.txt", year="2027", river="清水江"))
        write(opened, bare("national.txt", "水污染防治行动计划", number="国发〔2015〕17号"))
        yield opened


@pytest.mark.parametrize("name", LISTED)
@pytest.mark.parametrize("limit", [1, 2, 1000])
def test_windows_join_to_the_whole_list_and_know_its_length(store: Store, name: str, limit: int) -> None:
    whole = store.run(name)
    assert whole
    joined = []
    for offset in range(0, len(whole) + limit, limit):
        found = store.page(name, Window(offset, limit))
        assert found.total == len(whole)
        joined += found.rows
    assert joined == whole


@pytest.mark.parametrize("name", LISTED)
def test_sorting_keeps_the_rows_and_puts_those_without_a_value_last(store: Store, name: str) -> None:
    whole = store.run(name)
    for column, value in whole[0].items():
        if isinstance(value, list):
            continue
        up, down = (store.page(name, Window(sort=sign + column)).rows for sign in ("", "-"))
        assert sorted(map(str, up)) == sorted(map(str, whole)) == sorted(map(str, down))
        assert [row[column] for row in up if row[column] is not None] == sorted(
            row[column] for row in whole if row[column] is not None
        )
        values = [row[column] for row in down]
        known = [each for each in values if each is not None]
        assert values == sorted(known, reverse=True) + [None] * (len(values) - len(known))


def test_window_keeps_the_filters_of_its_query(store: Store) -> None:
    found = store.page("tasks", Window(limit=1), place="嵊州市")
    assert (len(found.rows), found.total) == (1, len(store.run("tasks", place="嵊州市")))


@pytest.mark.parametrize("sort", ["nothing", "-nothing", "`key`", "key DESC", "doc"])
def test_column_that_is_not_there_is_no_order(store: Store, sort: str) -> None:
    with pytest.raises(StoreError, match="no column"):
        store.page("tasks", Window(sort=sort))


def test_query_without_an_order_has_no_window(store: Store) -> None:
    with pytest.raises(StoreError, match="one ordered list"):
        store.page("document", Window(), document="water.txt-id")


def test_counting_and_ordering_rewrite_the_end_of_a_query_only() -> None:
    text = "MATCH (d:Document)\nRETURN d.id AS id, d.`end` AS `end`\nORDER BY id"
    assert counted(text) == "MATCH (d:Document)\nWITH d.id AS id, d.`end` AS `end`\nRETURN count(*) AS total"
    assert ordered(text, "-end").endswith("\nORDER BY `end` IS NULL, `end` DESC, id")
    assert ordered(text, "") == text


def test_window_far_beyond_the_last_row_is_empty(store: Store) -> None:
    found = store.page("tasks", Window(offset=10**9))
    assert (found.rows, found.total) == ([], len(store.run("tasks")))
