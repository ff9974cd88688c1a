"""The schema of a Neo4j database, and how Neo4j wants rows to be written, both derived from the ontology.

The schema is a list of migrations that each run once, in order. A node `ShanshuiSchema`
keeps the number of the last one. A migration is never changed once it was released; what comes later is another one at
the end of the list. Each statement may find its work done, since a server can stop between two.
"""

from __future__ import annotations

from typing import Any

from graph.ontology import NODES, OWNED, Properties
from graph.store import Record
from graph.stores.statements import Dialect

VERSION_LABEL = "ShanshuiSchema"
FULL_TEXT = "passage_terms"
VECTORS = "passage_vectors"

# What named queries and writes look up other than by id.
_LOOKED_UP = {
    "Document": ("title_key", "held"),
    "Department": ("name", "function"),
    "WaterBody": ("name",),
    "Project": ("name",),
    "Indicator": ("name",),
    "Deadline": ("due",),
}
_LOOKED_UP_EDGES = {"CITES": ("title_key", "number_key"), "OWNED_BY": ("name",)}


def migrations() -> list[list[str]]:
    """The statements of each migration, the oldest first."""
    return [_keys() + _indexes() + _search_indexes()]


def _keys() -> list[str]:
    return [
        f"CREATE CONSTRAINT {label}_id IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.id IS UNIQUE"
        for label in (*NODES, VERSION_LABEL)
    ]


def _indexes() -> list[str]:
    nodes = [(label, "document") for label in OWNED]
    nodes += [(label, name) for label, names in _LOOKED_UP.items() for name in names]
    edges = [(edge, name) for edge, names in _LOOKED_UP_EDGES.items() for name in names]
    return [
        *(f"CREATE INDEX {label}_{name} IF NOT EXISTS FOR (n:`{label}`) ON (n.`{name}`)" for label, name in nodes),
        *(f"CREATE INDEX {edge}_{name} IF NOT EXISTS FOR ()-[r:`{edge}`]-() ON (r.`{name}`)" for edge, name in edges),
    ]


def _search_indexes() -> list[str]:
    """Full text over terms that are cut already, so that blanks part them, and vectors of any length."""
    return [
        f"CREATE FULLTEXT INDEX {FULL_TEXT} IF NOT EXISTS FOR (n:Passage) ON EACH [n.terms] "
        "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}",
        f"CREATE VECTOR INDEX {VECTORS} IF NOT EXISTS FOR (n:Passage) ON n.vector "
        "OPTIONS {indexConfig: {`vector.similarity_function`: 'cosine'}}",
    ]


def _given(values: list[Any]) -> Record:
    """The values inside a map: the plan of a statement with a list is kept for lists of about that length alone."""
    return {"batch": {"given": values}}


def _node(_: Properties) -> str:
    return "n += row"


def _edge(name: str, properties: Properties) -> str:
    taken = " SET r = row {.*, source: null, target: null}" if properties else ""
    return f"(a)-[r:`{name}`]->(b){taken}"


def _index(variable: str, label: str, name: str) -> str:
    """Asks for an index by name, since a planner that saw an empty graph, or none but equal values, takes a scan."""
    return f"USING INDEX {variable}:`{label}`(`{name}`)"


# Every statement looks up by index what it is given, so that a plan stays right however much the graph has grown since.
NEO4J = Dialect("CYPHER replan=skip ", "$batch.given", _given, _node, _edge, _index)
