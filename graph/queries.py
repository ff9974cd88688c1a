"""Named queries: each is a file in `graph/queries/`, in the openCypher that both engines run.

The first comment of a file says what it finds. A line that ends in `// with place` stands in the query only where the
parameter `place` is given, so that one file serves every combination of filters and each engine sees no more than it
must do. Parameters on other lines must be given. `LABEL` stands for a label of the ontology, given as `label`. A query
that one engine needs differently has a second file for it, `<name>.<engine>.cypher`, whose comment says why.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.errors import StoreError
from graph.ontology import NODES

FOLDER = Path(__file__).parent / "queries"
_GUARD = re.compile(r"\s*// with (\w+)$")
_PARAMETER = re.compile(r"\$(\w+)")
_LABEL = re.compile(r"\bLABEL\b")


@dataclass(frozen=True, slots=True)
class Query:
    """A named query: what it finds, and its lines, each with the parameter on which it depends ("" for none)."""

    name: str
    meaning: str
    lines: tuple[tuple[str, str], ...]

    @property
    def parameters(self) -> frozenset[str]:
        """The names of all its parameters."""
        names = {name for line, guard in self.lines for name in (*_PARAMETER.findall(line), guard) if name}
        return frozenset(names | {"label" for line, _ in self.lines if _LABEL.search(line)})

    def bind(self, given: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """The text to run and the parameters it takes; a parameter that is None, "" or [] counts as not given.

        Raises StoreError for a parameter that the query does not know, and for one that it needs and does not get.
        """
        values = {name: value for name, value in given.items() if value not in (None, "", [])}
        if unknown := sorted(values.keys() - self.parameters):
            raise StoreError(f"the query {self.name} has no parameter {', '.join(unknown)}")
        text = "\n".join(line for line, guard in self.lines if not guard or guard in values)
        if "label" in self.parameters:
            text = _LABEL.sub(f"`{_known_label(values.pop('label', ''))}`", text)
        needed = set(_PARAMETER.findall(text))
        if missing := sorted(needed - values.keys()):
            raise StoreError(f"the query {self.name} needs the parameter {', '.join(missing)}")
        return text, {name: value for name, value in values.items() if name in needed}


def query(name: str, engine: str = "") -> Query:
    """The query of a name, in the version for an engine where it has one; raises StoreError for an unknown name."""
    if name not in names():
        raise StoreError(f"there is no query called {name}; there are {', '.join(names())}")
    return _read(name, engine)


@cache
def names() -> tuple[str, ...]:
    """The names of all queries, in alphabetical order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.cypher") if "." not in path.stem))


@cache
def _read(name: str, engine: str) -> Query:
    special = FOLDER / f"{name}.{engine}.cypher"
    source = (special if special.is_file() else FOLDER / f"{name}.cypher").read_text("utf-8")
    meaning, *lines = source.strip().splitlines()
    return Query(name, meaning.removeprefix("//").strip(), tuple(_guarded(line) for line in lines if line[:2] != "//"))


def _guarded(line: str) -> tuple[str, str]:
    guard = _GUARD.search(line)
    return (line[: guard.start()], guard[1]) if guard else (line, "")


def _known_label(label: str) -> str:
    """The label itself, which goes into the text of a query and therefore must be one of the ontology."""
    if label not in NODES:
        raise StoreError(f"there is no label {label!r}; there are {', '.join(NODES)}")
    return label
