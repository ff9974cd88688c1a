"""Named queries: each is a file in `graph/queries/`, in the openCypher that both engines run.

The first comment of a file says what it finds. A line that ends in `// with place` stands in the query only where the
parameter `place` is given, one that ends in `// without place` only where it is not, and `place or document` means
either of them, so that one file serves every combination of filters and an engine sees no more than it must do.
Parameters on other lines must be given. A line that ends in `// on neo4j` or `// on embedded` is for that engine alone
(both endings may stand together); a second comment then says why the engines differ. `LABEL` and `OTHER_LABEL` stand
for labels of the ontology, given as `label` and `other_label`.

Neither engine knows how few tasks hang on the documents of a place or on a list of ids: both would rather join all
bodies or all deadlines first. An OPTIONAL MATCH makes them begin where the query does, at a tenth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.errors import StoreError
from graph.ontology import NODES

FOLDER = Path(__file__).parent / "queries"
_ENDING = re.compile(r"\s*//(?: (?P<guard>with(?:out)?) (?P<parameters>\w+(?: or \w+)*))?(?: on (?P<engine>\w+))?$")
_PARAMETER = re.compile(r"\$(\w+)")
_LABEL = re.compile(r"\b(?:OTHER_)?LABEL\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a query; it may depend on one of some parameters being given, or, with `without`, on none being."""

    text: str
    parameters: tuple[str, ...] = ()
    without: bool = False

    def stands(self, given: Collection[str]) -> bool:
        """Whether it is part of the query for some given parameters."""
        return not self.parameters or any(name in given for name in self.parameters) is not self.without


@dataclass(frozen=True, slots=True)
class Query:
    """A named query: what it finds, and its lines."""

    name: str
    meaning: str
    lines: tuple[Line, ...]

    @property
    def parameters(self) -> frozenset[str]:
        """The names of all its parameters."""
        names = {name for line in self.lines for name in (*_PARAMETER.findall(line.text), *line.parameters)}
        return frozenset(names | {label.lower() for line in self.lines for label in _LABEL.findall(line.text)})

    def bind(self, given: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
        """The text to run and the parameters it takes; a parameter that is None or "" counts as not given.

        An empty list is given all the same: among no tasks nothing is found.

        Raises StoreError for a parameter that the query does not know, and for one that it needs and does not get.
        """
        values = {name: value for name, value in given.items() if value not in (None, "")}
        if unknown := sorted(values.keys() - self.parameters):
            raise StoreError(f"the query {self.name} has no parameter {', '.join(unknown)}")
        text = "\n".join(line.text for line in self.lines if line.stands(values))
        text = _LABEL.sub(lambda label: f"`{_known_label(values.get(label[0].lower(), ''))}`", text)
        needed = set(_PARAMETER.findall(text))
        if missing := sorted(needed - values.keys()):
            raise StoreError(f"the query {self.name} needs the parameter {', '.join(missing)}")
        return text, {name: value for name, value in values.items() if name in needed}


def query(name: str, engine: str = "embedded") -> Query:
    """The query of a name as an engine runs it; raises StoreError for an unknown name."""
    if name not in names():
        raise StoreError(f"there is no query called {name}; there are {', '.join(names())}")
    return _read(name, engine)


@cache
def names() -> tuple[str, ...]:
    """The names of all queries, in alphabetical order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.cypher")))


@cache
def _read(name: str, engine: str) -> Query:
    meaning, *lines = (FOLDER / f"{name}.cypher").read_text("utf-8").strip().splitlines()
    kept = tuple(_guarded(line) for line in lines if not line.startswith("//") and _is_for(line, engine))
    return Query(name, meaning.removeprefix("//").strip(), kept)


def _is_for(line: str, engine: str) -> bool:
    ending = _ENDING.search(line)
    return ending is None or ending["engine"] in (None, engine)


def _guarded(line: str) -> Line:
    ending = _ENDING.search(line)
    if ending is None:
        return Line(line)
    parameters = tuple(ending["parameters"].split(" or ")) if ending["parameters"] else ()
    return Line(line[: ending.start()], parameters, ending["guard"] == "without")


def _known_label(label: str) -> str:
    """The label itself, which goes into the text of a query and therefore must be one of the ontology."""
    if label not in NODES:
        raise StoreError(f"there is no label {label!r}; there are {', '.join(NODES)}")
    return label
