"""Nodes of the graph as a reader knows them: by their names in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ui.drawing import Node, node_of
from ui.places import official_name, place_name
from ui.service import address, rows
from ui.titles import held, plan_name
from ui.words import name_of

VOCABULARIES = {
    "Function": ("functions", "function"),
    "Indicator": ("indicators", "indicator"),
    "Domain": ("domains", "domain"),
}
Row = dict[str, Any]


def in_language(nodes: Iterable[Row]) -> list[Row]:
    """Nodes with what documents without a title go by, and with the names of vocabularies in the page's language."""
    names = {("Document", id): plan_name(row) for id, row in held(address()).items() if not row["plan"]}
    names |= {
        (label, entry[id]): name_of(entry) for label, (listed, id) in VOCABULARIES.items() for entry in rows(listed)
    }
    return [node | {"name": names.get(node_of(node)) or own_name(node)} for node in nodes]


def own_name(node: Row) -> Any:
    """The name that a node comes with; of a place the one that its code stands for, in the page's language."""
    return place_name(official_name(node["id"], node["name"])) if node["label"] == "Jurisdiction" else node["name"]


def address_of(node: Node, name: str) -> dict[str, str]:
    """The parameters of the address of the graph around a node; a long name is cut."""
    return {"label": node[0], "id": node[1], "name": name[:80]}
