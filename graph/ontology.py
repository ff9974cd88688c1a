"""The ontology: the only place that names labels, edges and their properties.

Tables of the embedded store, constraints of Neo4j, write statements and export headers are all derived from `NODES` and
`EDGES`. Every node has the key `id`, made from content (see `graph/building/identity.py`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, cast

Kind = Literal["text", "integer", "number", "flag", "texts"]
Properties = MappingProxyType[str, Kind]


def _properties(names: str = "") -> Properties:
    """Properties from a line of names; a kind other than text stands after a colon: `name value:number held:flag`."""
    pairs = (name.partition(":") for name in names.split())
    return MappingProxyType({name: cast(Kind, kind or "text") for name, _, kind in pairs})


@dataclass(frozen=True, slots=True)
class NodeType:
    """A kind of node. `owned` nodes belong to the one document in their property `document` and go with it;
    the others are shared and live as long as an edge arrives at them (a held Document lives until it is removed)."""

    label: str
    meaning: str
    properties: Properties
    owned: bool = False


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A kind of edge with the pairs of labels it joins. `stated` edges were read from a document: they carry
    `EVIDENCE` and go with that document; the others follow from names (a bureau's place, a county's province)."""

    name: str
    meaning: str
    ends: tuple[tuple[str, str], ...]
    extra: Properties = field(default_factory=_properties)
    stated: bool = True

    @property
    def properties(self) -> Properties:
        """The edge's own properties after those of its evidence."""
        return MappingProxyType({**EVIDENCE, **self.extra}) if self.stated else self.extra


EVIDENCE = _properties("document start:integer end:integer rule")

NODES = {
    node.label: node
    for node in (
        NodeType(
            "Document",
            "A plan that is held, or one that is only cited (held is false).",
            _properties(
                "source part title number index_number kind issuer issued published period_start period_end place_code "
                "title_key short_key number_key signature digest index_digest text rewordings rejected "
                "characters:integer held:flag places:texts"
            ),
        ),
        NodeType("Jurisdiction", "A territory with its GB/T 2260 code.", _properties("name code level")),
        NodeType("Department", "A body: one place, one name.", _properties("name place_code function")),
        NodeType("Function", "What bureaus of different places share: water, ecology.", _properties("name english")),
        NodeType(
            "Section",
            "A heading and the text under it; path names the headings above it.",
            _properties("document number title role path level:integer start:integer body:integer end:integer"),
            owned=True,
        ),
        NodeType(
            "Task",
            "A unit of work with its whole wording.",
            _properties("document key kind title text domain path rule start:integer end:integer order:integer"),
            owned=True,
        ),
        NodeType(
            "Target",
            "A quantitative target or result.",
            _properties(
                "document task indicator canonical scope op unit year baseline status text rule "
                "value:number value2:number start:integer end:integer"
            ),
            owned=True,
        ),
        NodeType("Indicator", "What targets of different places measure.", _properties("name unit better english")),
        NodeType(
            "Deadline",
            "A time by or in which a task is to be done; due is its last day.",
            _properties("document text begins ends every due rule start:integer end:integer"),
            owned=True,
        ),
        NodeType("WaterBody", "A river, lake, reservoir, canal, bay or wetland.", _properties("name")),
        NodeType("Project", "Named works or a named facility.", _properties("name")),
        NodeType("Place", "A place that a target holds for.", _properties("name")),
        NodeType("Domain", "A field of policy: water, air, soil.", _properties("name english")),
        NodeType(
            "Passage",
            "A stretch of text that search returns.",
            _properties("document task section kind heading start:integer end:integer order:integer"),
            owned=True,
        ),
        NodeType(
            "Issue",
            "Something doubtful or damaged in the text.",
            _properties("document kind note start:integer end:integer"),
            owned=True,
        ),
    )
}

EDGES = {
    edge.name: edge
    for edge in (
        EdgeType("PART_OF", "lies in", (("Jurisdiction", "Jurisdiction"),), stated=False),
        EdgeType("IN", "serves", (("Department", "Jurisdiction"),), stated=False),
        EdgeType("IS_A", "does the work of", (("Department", "Function"),), stated=False),
        EdgeType("APPLIES_TO", "governs", (("Document", "Jurisdiction"),)),
        EdgeType("ISSUED_BY", "was issued by", (("Document", "Department"),)),
        EdgeType("CITES", "cites", (("Document", "Document"),), _properties("title number task title_key number_key")),
        EdgeType("RESEMBLES", "says nearly the same as", (("Document", "Document"),), _properties("likeness:number")),
        EdgeType(
            "HAS",
            "holds",
            (
                ("Document", "Section"),
                ("Section", "Section"),
                ("Section", "Task"),
                ("Document", "Task"),
                ("Document", "Passage"),
                ("Document", "Issue"),
            ),
        ),
        EdgeType(
            "OWNED_BY",
            "is carried by",
            (("Task", "Department"), ("Target", "Department")),
            _properties("name role function collective:flag default:flag"),
        ),
        EdgeType("RESTATES", "says again, as an annex does,", (("Document", "Task"),)),
        EdgeType("SETS", "sets", (("Task", "Target"), ("Document", "Target"))),
        EdgeType("MEASURES", "measures", (("Target", "Indicator"),)),
        EdgeType("DUE", "is due", (("Task", "Deadline"),)),
        EdgeType(
            "CONCERNS",
            "concerns",
            (("Task", "WaterBody"), ("Task", "Project"), ("Task", "Place")),
            _properties("name"),
        ),
        EdgeType("MENTIONS", "names", (("Document", "WaterBody"), ("Document", "Project")), _properties("name")),
        EdgeType("IN_DOMAIN", "belongs to", (("Task", "Domain"),)),
    )
}

# What search needs of a passage besides: derived from the graph, kept on the node itself or in an index beside it.
INDEXED = _properties("digest title text terms places:texts")


def property_kinds(types: Iterable[NodeType | EdgeType]) -> dict[str, Kind]:
    """The kind of every property that some types have; text where two of them differ (the level of a heading is a
    number, that of a territory a word)."""
    kinds: dict[str, Kind] = {}
    for name, kind in (item for type in types for item in type.properties.items()):
        kinds[name] = kind if kinds.setdefault(name, kind) == kind else "text"
    return kinds


OWNED = tuple(node.label for node in NODES.values() if node.owned)
SHARED = tuple(node.label for node in NODES.values() if not node.owned)
