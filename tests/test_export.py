"""The files of an export, opened by the programs that they are for: networkx, rdflib, cypher-shell, neo4j-admin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import networkx
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from neo4j_server import Server
from scribbled import documents
from test_transfer import checksum, fill, plans

from graph.building.build import build
from graph.exchange.checksum import Checksum
from graph.exchange.cypher_script import literal
from graph.exchange.export import bring, export
from graph.exchange.graphml import write as write_graphml
from graph.exchange.json_ld import VOCABULARY, context
from graph.exchange.json_ld import read as read_json_ld
from graph.exchange.json_ld import write as write_json_ld
from graph.exchange.once import once
from graph.exchange.transfer import copy
from graph.ontology import EDGES, NODES
from graph.store import Store
from graph.stores.opening import open_store
from nlp.facts import Facts

DOCS = Path(__file__).parent.parent / "docs" / "formats.md"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("store"))) as opened:
        fill(opened, plans())
        yield opened


def test_once_gives_every_node_and_edge_once() -> None:
    rows = [build(facts) for facts in plans()]
    parts = list(once(rows))
    nodes = [node.key for part in parts for node in part.nodes]
    assert len(nodes) == len(set(nodes)) == len({key for each in rows for key in each.nodes})
    edges = [edge.key for part in parts for edge in part.edges]
    assert len(edges) == len(set(edges)) == len({key for each in rows for key in each.edges})


# GraphML ------------------------------------------------------------------------------------------------------------


def test_graphml_is_the_graph_to_networkx(store: Store, tmp_path: Path) -> None:
    written = export(store, tmp_path, "graphml")
    read = networkx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert (read.number_of_nodes(), read.number_of_edges()) == (written.nodes, written.edges)
    tasks = [data for _, data in read.nodes(data=True) if data["type"] == "Task"]
    told = {(row["document"], row["key"], row["start"], row["text"]) for row in store.run("tasks")}
    assert {(data["document"], data["key"], data["start"], data["text"]) for data in tasks} == told
    owners = [data for _, _, data in read.edges(data=True) if data["type"] == "OWNED_BY" and data["name"] == "市水务局"]
    assert {(data["role"], data["default"]) for data in owners} == {("lead", False)}


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_graphml_of_any_text_can_be_read(facts: list[Facts]) -> None:
    rows = [build(each) for each in facts]
    with TemporaryDirectory() as folder:
        write_graphml(once(rows), Path(folder))
        read = networkx.read_graphml(Path(folder) / "graph.graphml", force_multigraph=True)
    for each in rows:
        seen = read.nodes[f"Document:{each.document}"]["text"]
        text = each.nodes["Document", each.document].properties["text"]
        assert [letter for letter, other in zip(str(text), seen, strict=True) if letter != other != "�"] == []


# JSON-LD ------------------------------------------------------------------------------------------------------------


def test_json_ld_is_the_graph_to_rdflib(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path, "jsonld")
    read = rdflib.Graph().parse(tmp_path / "graph.jsonld", format="json-ld")
    found = read.query(
        f"""PREFIX : <{VOCABULARY}>
        SELECT ?bureau ?role ?start WHERE {{
            ?task a :Task ; :document "water.txt-id" ; :OWNED_BY ?owner . ?owner :name ?bureau .
            ?said rdf:subject ?task ; rdf:predicate :OWNED_BY ; rdf:object ?owner ; :role ?role ; :start ?start .
        }}"""
    )
    rows = store.run("tasks_by_department", document="water.txt-id")
    assert {tuple(value.toPython() for value in row) for row in found} == {
        (row["canonical"], row["role"], row["evidence_start"]) for row in rows
    }


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_json_ld_of_any_text_is_read_back_as_it_was(facts: list[Facts]) -> None:
    rows = [build(each) for each in facts]
    with TemporaryDirectory() as folder:
        write_json_ld(once(rows), Path(folder))
        back = list(read_json_ld(Path(folder) / "graph.jsonld"))
    assert [Checksum([each]).value for each in back] == [Checksum([each]).value for each in rows]


def test_terms_of_the_context_are_documented() -> None:
    page = DOCS.read_text("utf-8")
    terms = {*context(), *NODES} | {name for type in (*NODES.values(), *EDGES.values()) for name in type.properties}
    assert sorted(term for term in terms if f"`{term}`" not in page) == []


# Cypher and CSV -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "spelled"),
    [
        ("it's", r"'it\'s'"),
        ("C:\\u0041\n第二行", r"'C:\\u0041\n第二行'"),
        (True, "true"),
        (95.0, "95.0"),
        (3, "3"),
        (None, "null"),
        (["浙江省", "330000"], "['浙江省', '330000']"),
    ],
)
def test_literal_is_spelled_as_cypher_does(value: str | bool | float | list[str] | None, spelled: str) -> None:
    assert literal(value) == spelled


def test_cypher_script_has_one_statement_a_line(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path, "cypher")
    lines = (tmp_path / "graph.cypher").read_text("utf-8").split("\n")
    assert lines.pop() == ""
    assert all(line.endswith(";") for line in lines)
    assert all(
        re.match(r"CREATE (CONSTRAINT|INDEX|FULLTEXT|VECTOR)|MERGE|CALL|CYPHER replan=skip UNWIND \[", line)
        for line in lines
    )


def test_csv_header_names_every_property_with_its_type(store: Store, tmp_path: Path) -> None:
    export(store, tmp_path, "csv")
    assert (tmp_path / "Indicator.csv").read_text("utf-8").split("\n")[0] == (
        "id:ID(Indicator),name:string,unit:string,better:string,english:string"
    )
    first = (tmp_path / "OWNED_BY-Task-Department.csv").read_text("utf-8").split("\n")[0]
    assert first.startswith(":START_ID(Task),:END_ID(Department),document:string,start:long,end:long,rule:string,")
    named = re.findall(
        r"^--(?:nodes|relationships)=\w+=(.+)$", (tmp_path / "arguments").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(named) == sorted(path.name for path in tmp_path.glob("*.csv"))


# a real server ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def scribbled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with plans, and with some dozens of documents full of marks."""
    found = list(plans())

    @settings(max_examples=8, database=None, derandomize=True, deadline=None)
    @given(documents())
    def draw(facts: list[Facts]) -> None:
        found.extend(facts)

    draw()
    for number, facts in enumerate(found):
        facts.id = f"{facts.id}-{number}"
    with open_store(str(tmp_path_factory.mktemp("scribbled"))) as opened:
        fill(opened, found)
        yield opened


@pytest.mark.neo4j
def test_copy_to_neo4j_and_back_changes_nothing(scribbled: Store, server: Server, tmp_path: Path) -> None:
    with open_store(server.uri) as shared, open_store(str(tmp_path)) as back:
        copy(scribbled, shared)
        copy(shared, back)
        assert checksum(scribbled) == checksum(shared) == checksum(back)
        assert shared.check() == back.check() == []


@pytest.mark.neo4j
def test_import_of_an_export_from_neo4j_changes_nothing(scribbled: Store, server: Server, tmp_path: Path) -> None:
    with open_store(server.uri) as shared:
        copy(scribbled, shared)
        export(shared, tmp_path, "jsonld")
        for document in shared.fingerprints():
            shared.remove(document)
        assert shared.run("stats") == []
        bring(tmp_path, shared)
        assert checksum(shared) == checksum(scribbled)


@pytest.mark.neo4j
def test_cypher_script_gives_the_graph_to_cypher_shell(scribbled: Store, server: Server, tmp_path: Path) -> None:
    written = export(scribbled, tmp_path, "cypher")
    server.shell(tmp_path / "graph.cypher")
    with open_store(server.uri) as shared:
        assert checksum(shared) == written.value
        assert shared.heal() == []
        assert shared.search("新增污水管网")


@pytest.mark.neo4j
def test_csv_files_give_the_graph_to_neo4j_admin(scribbled: Store, server: Server, tmp_path: Path) -> None:
    written = export(scribbled, tmp_path, "csv")
    server.stop()
    server.admin("database", "import", "full", "@arguments", "--overwrite-destination", "neo4j", folder=tmp_path)
    server.start()
    with open_store(server.uri) as shared:
        assert shared.heal() == []
        assert checksum(shared) == written.value
        assert shared.search("新增污水管网")
