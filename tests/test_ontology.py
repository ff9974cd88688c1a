"""The ontology and what is derived from it: one place names labels and edges, and the graph keeps to it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from handmade import generated, water_plan

from graph.building.build import build
from graph.building.rows import Rows
from graph.ontology import EDGES, EVIDENCE, NODES
from graph.stores.schema import TYPES, tables
from nlp.facts import Facts

HOUSE = Path(__file__).parent.parent


def plans() -> list[Rows]:
    return [build(facts) for facts in (water_plan(), *generated(2, tasks=3))]


@pytest.mark.parametrize("edge", EDGES.values(), ids=lambda edge: edge.name)
def test_edge_joins_known_labels(edge) -> None:
    assert {label for ends in edge.ends for label in ends} <= NODES.keys()
    assert len(set(edge.ends)) == len(edge.ends)


@pytest.mark.parametrize("node", NODES.values(), ids=lambda node: node.label)
def test_node_has_known_kinds_and_a_meaning(node) -> None:
    assert set(node.properties.values()) <= TYPES.keys()
    assert node.meaning.endswith(".")
    assert node.owned == ("document" in node.properties)
    assert "id" not in node.properties


def test_stated_edges_carry_their_evidence() -> None:
    for edge in EDGES.values():
        assert (EVIDENCE.items() <= edge.properties.items()) is edge.stated


@pytest.mark.parametrize("rows", plans(), ids=lambda rows: rows.document)
def test_build_keeps_to_the_ontology(rows: Rows) -> None:
    for node in rows.nodes.values():
        assert node.properties.keys() <= NODES[node.label].properties.keys()
    for edge in rows.edges.values():
        assert (edge.source[0], edge.target[0]) in EDGES[edge.name].ends
        assert edge.properties.keys() <= EDGES[edge.name].properties.keys()
        assert {edge.source, edge.target} <= rows.nodes.keys()


@pytest.mark.parametrize("rows", plans(), ids=lambda rows: rows.document)
def test_every_shared_node_is_held_by_an_edge(rows: Rows) -> None:
    pointed_at = {edge.target for edge in rows.edges.values()}
    assert rows.nodes.keys() - pointed_at == {("Document", rows.document)}


def test_tables_cover_every_label_and_edge() -> None:
    statements = "\n".join(tables())
    for name in (*NODES, *EDGES):
        assert f"`{name}`(" in statements


def test_only_queries_and_builders_name_labels() -> None:
    """Engines derive what they do from the ontology: they know no label by name but the two that they must."""
    engines = [f"stores/{name}" for name in ("embedded", "bulk", "schema", "index", "soundness")]
    for module in (*engines, "building/rows", "store", "queries"):
        tree = ast.parse((HOUSE / "graph" / f"{module}.py").read_text("utf-8"))
        words = {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        assert not words & (NODES.keys() - {"Document", "Passage"})


def test_build_of_nothing_is_a_document() -> None:
    rows = build(Facts("empty-id", "empty.txt", None, ""))
    assert [node.label for node in rows.nodes.values()] == ["Document"]
    assert rows.edges == {}
