"""Documents moved between stores and through files: nothing changes on the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from handmade import KAILI, bare, generated, water_plan
from hypothesis import HealthCheck, given, settings
from scribbled import documents
from store_suite import contents, write

from corpus.errors import StoreError
from graph.building.build import build
from graph.building.resemblance import encode
from graph.exchange.checksum import Checksum
from graph.exchange.export import bring, export
from graph.exchange.transfer import Transfer, copy, held
from graph.store import Store
from graph.stores.opening import open_store
from nlp.facts import Facts


def checksum(store: Store) -> str:
    return Checksum(held(store)).value


def plans() -> list[Facts]:
    """Plans that share bureaus, cite each other and what is not held, and are worded alike."""
    shared = [water_plan(), water_plan(source="twin.txt"), water_plan(KAILI, "kaili.txt", river="清水江")]
    return [*shared, *generated(4, tasks=5), bare("national.txt", "水污染防治行动计划")]


def fill(store: Store, facts: Sequence[Facts]) -> None:
    store.write_many([build(each, each.id, encode(each.text)) for each in facts])


def test_stated_gives_what_was_written(tmp_path: Path) -> None:
    facts = water_plan()
    with open_store(str(tmp_path)) as store:
        write(store, facts)
        (rows,) = store.stated([facts.id])
        built = build(facts, "read once", encode(facts.text))
        assert Checksum([rows]).value == Checksum([built]).value


def test_stated_of_what_is_not_held_is_nothing(tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as store:
        write(store, bare("cites.txt", "某县工作方案", cites="水污染防治行动计划"))
        cited = store.run("cited")[0]["document"]
        assert store.stated(["nobody", cited]) == []


def test_checksum_tells_graphs_apart_but_not_orders(tmp_path: Path) -> None:
    rows = [build(each) for each in plans()]
    assert Checksum(rows).value == Checksum(reversed(rows)).value
    assert Checksum(rows).value != Checksum(rows[1:]).value
    assert Checksum([build(water_plan())]).value != Checksum([build(water_plan(year="2026"))]).value


def test_copy_changes_nothing_on_the_way_there_and_back(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a")) as one, open_store(str(tmp_path / "b")) as other:
        fill(one, plans())
        before, sum_before = contents(one), checksum(one)
        assert copy(one, other) == Transfer(8, 0)
        assert (contents(other), checksum(other), other.check()) == (before, sum_before, [])
        with open_store(str(tmp_path / "c")) as back:
            copy(other, back)
            assert (contents(back), checksum(back)) == (before, sum_before)
            assert [hit["id"] for hit in back.search("新增污水管网")] == [
                hit["id"] for hit in one.search("新增污水管网")
            ]


def test_copy_leaves_alone_what_is_there_and_replaces_what_changed(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a")) as one, open_store(str(tmp_path / "b")) as other:
        fill(one, plans())
        fill(other, [*plans()[:3], bare("own.txt", "某市土壤污染防治工作方案")])
        changed = water_plan(year="2027")
        one.write(build(changed, "read again", encode(changed.text)))
        assert copy(one, other) == Transfer(6, 2)
        assert {row["year"] for row in other.run("targets", document=changed.id) if row["year"]} == {"2027"}
        assert "own.txt-id" in other.fingerprints()
        assert other.check() == []


def test_copy_links_citations_to_what_the_other_store_holds(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a")) as one, open_store(str(tmp_path / "b")) as other:
        citing = bare("citing.txt", "某县工作方案", cites="水污染防治行动计划")
        fill(one, [citing])
        fill(other, [bare("national.txt", "水污染防治行动计划")])
        copy(one, other)
        assert [row["held"] for row in other.run("citations_out", document=citing.id)] == [True]


def test_import_of_an_export_gives_the_graph_that_was_exported(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "a")) as one, open_store(str(tmp_path / "b")) as other:
        fill(one, plans())
        written = export(one, tmp_path / "files", "jsonld")
        assert written.value == checksum(one)
        assert bring(tmp_path / "files", other) == 8
        assert (contents(other), checksum(other), other.check()) == (contents(one), written.value, [])
        assert bring(tmp_path / "files" / "graph.jsonld", other) == 8
        assert checksum(other) == written.value


@pytest.mark.parametrize("text", ["", "{}", "标题\n正文", "<graphml/>"])
def test_import_of_something_else_is_one_clear_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "graph.jsonld"
    file.write_text(text, "utf-8")
    with open_store(str(tmp_path / "store")) as store, pytest.raises(StoreError, match="not an export") as caught:
        bring(file, store)
    assert "\n" not in str(caught.value)


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Store]]:
    """Three empty stores, kept for all examples since making one takes longer than a round trip."""
    with ExitStack() as stack:
        yield [stack.enter_context(open_store(str(tmp_path_factory.mktemp(name)))) for name in ("one", "two", "three")]


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(facts=documents())
def test_round_trip_through_a_store_and_through_a_file_changes_nothing(three: list[Store], facts: list[Facts]) -> None:
    one, two, last = three
    fill(one, facts)
    copy(one, two)
    with TemporaryDirectory() as folder:
        written = export(two, Path(folder), "jsonld")
        bring(Path(folder), last)
    assert checksum(one) == written.value == checksum(last)
    assert last.check() == []
    for store in three:
        for document in store.fingerprints():
            store.remove(document)
        assert store.run("stats") == []
