"""Lists that are long: a page draws their first entries and a button for more, however many there are."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest
from handmade import generated
from serving import api_over
from streamlit.testing.v1 import AppTest
from test_ui_pages import drawn, words_of

from api.client import Client
from graph.building.build import build
from graph.stores.opening import open_store

TASKS = 3000  # of one plan
PLANS = 100  # each with as many tasks as give one department more than 5,000 rows in all
FRAME = 500  # elements, more than which make a page slow to draw


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = str(tmp_path_factory.mktemp("full"))
    plans = [*generated(1, tasks=TASKS), *islice(generated(PLANS, tasks=80, seed=2), 1, None)]
    with open_store(folder) as store:
        store.write_many([build(facts) for facts in plans])
    with api_over(folder) as address:
        yield address


def elements(page: AppTest) -> int:
    """How many links and blocks of text a page holds."""
    return len(page.get("page_link")) + len(page.get("html"))


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("plans", {"document": "gen-0"}),
        ("departments", {"name": "水务局"}),
        ("timeline", {}),
        ("targets", {}),
        ("ask", {"q": "水务局牵头哪些任务"}),
    ],
)
def test_long_list_is_drawn_in_part_with_a_button_for_more(
    name: str, asked: dict[str, str], full: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = drawn(full, name, monkeypatch, **asked)
    assert not page.exception
    assert not page.error
    before, size = elements(page), len(words_of(page))
    assert before < FRAME
    further = [button for button in page.button if str(button.key).startswith("more-")]
    page = further[-1].click().run()
    assert not page.exception
    assert len(words_of(page)) > size
    assert elements(page) < 2 * FRAME


def test_graph_of_a_long_plan_shows_some_of_every_kind_and_counts_none(
    full: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = drawn(full, "network", monkeypatch, label="Document", id="gen-0", lang="zh")
    assert not page.exception
    kinds = next(pills for pills in page.get("button_group") if pills.label == "类型")
    assert {"任务", "水体"} <= set(kinds.options)
    assert "相邻节点很多" in words_of(page)


def test_department_has_the_rows_that_make_it_long(full: str) -> None:
    assert len(list(Client(full).rows("responsibilities", department="水务局"))) > 5000
