"""Citations find the document they mean whenever it comes, goes or changes: the graph depends on what is held alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest
from handmade import KAILI, SHENGZHOU, bare
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from neo4j import GraphDatabase
from neo4j_server import Server
from store_suite import write

from graph.exchange.checksum import Checksum
from graph.exchange.transfer import held
from graph.store import Store
from graph.stores.opening import open_store
from nlp.facts import Citation, Facts

TITLES = (
    "水污染防治行动计划",
    "嵊州市水污染防治行动计划",
    "凯里市水污染防治行动计划",
    "关于印发《水污染防治行动计划》的通知",
)
NUMBERS = (None, "国发〔2015〕17号", "国发[2015]17号", "嵊政发〔2023〕3号")
CITATIONS = st.tuples(st.sampled_from((None, *TITLES, "长江保护法")), st.sampled_from(NUMBERS)).filter(any)


@st.composite
def versions(draw: st.DrawFn) -> Facts:
    """One of four documents in some version: its title, number, place and what it cites."""
    source = f"{draw(st.sampled_from('abcd'))}.txt"
    facts = bare(
        source,
        draw(st.sampled_from(TITLES)),
        draw(st.sampled_from(NUMBERS)),
        draw(st.sampled_from((None, KAILI, SHENGZHOU))),
    )
    for title, number in draw(st.lists(CITATIONS, max_size=3)):
        facts.citations.append(Citation(title, number, len(facts.citations), len(facts.text), rule="marks"))
    return facts


# A step writes a version of a document, or removes one by its id.
STEPS = st.lists(st.one_of(versions(), st.sampled_from([f"{name}.txt-id" for name in "abcd"])), min_size=3, max_size=9)


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Store]]:
    with ExitStack() as stack:
        yield [stack.enter_context(open_store(str(tmp_path_factory.mktemp(name)))) for name in ("lived", "fresh")]


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_graph_depends_on_what_is_held_and_not_on_how_it_came(
    stores: list[Store], steps: Sequence[Facts | str]
) -> None:
    lived, fresh = stores
    last: dict[str, Facts] = {}
    for step in steps:
        if isinstance(step, str):
            assert lived.remove(step) is (last.pop(step, None) is not None)
        else:
            write(lived, step)
            last[step.id] = step
    write(fresh, *(last[id] for id in sorted(last, reverse=True)))
    assert Checksum(held(lived)).value == Checksum(held(fresh)).value
    assert lived.check() == []
    for store in stores:
        for document in store.fingerprints():
            store.remove(document)
        assert store.run("stats") == []


# Another program wrote at the same moment: what the documents mean and what the graph says differ.
MISLED = (
    "MATCH (:Document {id: 'citing.txt-id'})-[c:CITES]->() DELETE c",
    "MATCH (:Document)-[r:RESEMBLES]->() DELETE r",
    "CREATE (:Document {id: 'lost', title: '水污染防治行动计划', title_key: '水污染防治行动计划', held: false})",
    "MATCH (a:Document {id: 'citing.txt-id'}), (b:Document {id: 'lost'}) "
    "CREATE (a)-[:CITES {document: a.id, title: b.title, title_key: b.title_key, number_key: '', rule: 'marks', "
    "`start`: 9, `end`: 20}]->(b)",
)


def assert_heals(store: Store, execute: Callable[[str], object]) -> None:
    """Misleads a citation and drops a likeness; they are found and put right."""
    write(store, *(bare(f"{name}.txt", "水污染防治行动计划") for name in ("held", "twin")))
    write(store, bare("citing.txt", "某县工作方案", cites="水污染防治行动计划"))
    before = Checksum(held(store)).value
    for statement in MISLED:
        execute(statement)
    found = [(finding.kind, finding.document) for finding in store.check()]
    assert found == [("edge", "citing.txt-id"), ("edge", "held.txt-id")]
    assert store.heal() == []
    assert Checksum(held(store)).value == before


def test_heal_turns_citations_to_what_they_mean(tmp_path: Path) -> None:
    with open_store(str(tmp_path)) as store:
        assert_heals(store, store._execute)


@pytest.mark.neo4j
def test_heal_turns_citations_to_what_they_mean_on_neo4j(server: Server) -> None:
    driver = GraphDatabase.driver(server.uri, auth=(server.user, server.password))
    with open_store(server.uri) as store, driver:
        assert_heals(store, driver.execute_query)
