"""Named queries: each is a file in `graph/queries/`, in the openCypher that both engines run.

The first comment of a file says what it finds; a line `// parameters:` names its parameters with their defaults. A text
parameter left at '' and a list left at [] do not restrict the query. A query that one engine needs differently has a
second file for it, `<name>.<engine>.cypher`, whose comment says why.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.errors import StoreError

FOLDER = Path(__file__).parent / "queries"
_PARAMETERS = re.compile(r"^// parameters:(.*)$", re.MULTILINE)
_COMMENT = re.compile(r"^//[^\n]*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Query:
    """A named query: what it finds, its text, and its parameters with their defaults."""

    name: str
    meaning: str
    text: str
    defaults: dict[str, Any]

    def bind(self, given: dict[str, Any]) -> dict[str, Any]:
        """The parameters with defaults filled in; raises StoreError for one that the query does not know."""
        unknown = sorted(given.keys() - self.defaults.keys())
        if unknown:
            raise StoreError(f"the query {self.name} has no parameter {', '.join(unknown)}")
        return self.defaults | {name: value for name, value in given.items() if value is not None}


@cache
def query(name: str, engine: str = "") -> Query:
    """The query of a name, in the version for an engine where it has one; raises StoreError for an unknown name."""
    special = FOLDER / f"{name}.{engine}.cypher"
    path = special if special.is_file() else FOLDER / f"{name}.cypher"
    if name not in names():
        raise StoreError(f"there is no query called {name}; there are {', '.join(names())}")
    source = path.read_text("utf-8")
    listed = _PARAMETERS.search(source)
    pairs = (pair.partition("=") for pair in listed[1].split()) if listed else ()
    defaults = {key: ast.literal_eval(value) for key, _, value in pairs}
    meaning = source.splitlines()[0].removeprefix("//").strip()
    return Query(name, meaning, _COMMENT.sub("", source).strip(), defaults)


@cache
def names() -> tuple[str, ...]:
    """The names of all queries, in alphabetical order."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.cypher") if "." not in path.stem))
