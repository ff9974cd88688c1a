"""Cypher that strangers write: read word by word before it runs, so that it reads the graph and does nothing else.

Two things are told apart here that a search for words would mix: what a statement does, and what it only names or
quotes. `MATCH (t:Task) WHERE t.text CONTAINS 'DELETE' RETURN t.set` reads; `MATCH (t) /* RETURN */ DELETE t` does not.
The engines then run it in a reading transaction all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.store import StatementError

_TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
      | (?P<name>`(?:[^`]|``)+`|\$\w+|\$`[^`]+`)
      | (?P<number>\d[\w.]*)
      | (?P<word>[^\W\d]\w*)
      | (?P<space>\s+)
      | (?P<mark>/\*|.)""",
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"\w+")
_FIRST = ("MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN")
_READING = frozenset(
    _WORD.findall(
        """
        MATCH OPTIONAL WITH UNWIND RETURN WHERE ORDER BY SKIP OFFSET LIMIT UNION ALL DISTINCT AS ASC ASCENDING DESC
        DESCENDING AND OR XOR NOT IN STARTS ENDS CONTAINS IS NULL TRUE FALSE CASE WHEN THEN ELSE END EXISTS COUNT
        COLLECT ANY NONE SINGLE REDUCE SHORTESTPATH ALLSHORTESTPATHS SHORTEST TRAIL ACYCLIC WALK
        """
    )
)
_CHANGING = frozenset(
    _WORD.findall(
        """
        CREATE MERGE DELETE DETACH NODETACH SET REMOVE INSERT UPDATE FOREACH DROP ALTER COPY LOAD IMPORT EXPORT INSTALL
        UNINSTALL ATTACH USE CALL YIELD BEGIN COMMIT ROLLBACK CHECKPOINT START STOP SHOW TERMINATE GRANT DENY REVOKE
        ENABLE EXPLAIN PROFILE USING FINISH COMMENT MACRO
        """
    )
)
_NAMESPACES = ("date", "datetime", "time", "localtime", "localdatetime", "duration", "point")
_OPEN = {"'": "a quotation", '"': "a quotation", "`": "a name in backticks", "/*": "a comment"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, name, number, string or mark of a statement."""

    kind: str
    text: str


def reading(statement: str) -> str:
    """A statement that only reads, without the semicolon at its end.

    Raises StatementError, in one sentence, for a statement that changes anything, calls a procedure or a function of an
    extension, reads files, or holds a second statement.
    """
    found = tokens(statement)
    text = statement
    if found and found[-1].text == ";":
        text = statement[: statement.rindex(";")]
        found.pop()
    if not found or found[0].text.upper() not in _FIRST:
        raise StatementError(f"a statement that reads begins with {', '.join(_FIRST[:-1])} or {_FIRST[-1]}")
    for number, token in enumerate(found):
        _permit(found, number, token)
    return text


def tokens(statement: str) -> list[Token]:
    """The tokens of a statement without white space and comments.

    Raises StatementError where a quotation stays open, and for `\\u`, by which some engines let anything be spelt.
    """
    if "\\u" in statement:
        raise StatementError("write the character itself instead of its code behind \\\\u")
    found = []
    for match in _TOKEN.finditer(statement):
        if match.lastgroup in ("space", "comment"):
            continue
        if match.lastgroup == "mark" and match[0] in _OPEN:
            raise StatementError(f"{_OPEN[match[0]]} is not closed")
        found.append(Token(match.lastgroup or "", match[0]))
    return found


def _permit(found: Sequence[Token], number: int, token: Token) -> None:
    """Lets a token pass that belongs to reading; raises StatementError otherwise."""
    before = found[number - 1] if number else Token("mark", "")
    after = found[number + 1] if number + 1 < len(found) else Token("mark", "")
    if token.text == ";":
        raise StatementError("only one statement can be run at a time")
    if token.kind != "word" or before.text in (".", ":") or (after.text == ":" and before.text in ("{", ",")):
        _permit_call(found, number, after)
        return
    word = token.text.upper()
    if word in _CHANGING:
        raise StatementError(f"{word} is not allowed here: only reading is; a name that reads so stands in backticks")
    if after.kind in ("word", "name", "number", "string") and word not in _READING and not _operator(after):
        raise StatementError(f"{token.text} begins no clause that reads")


def _permit_call(found: Sequence[Token], number: int, after: Token) -> None:
    """Refuses a function with a namespace (`apoc.load.json(…)`), which an extension brought; raises StatementError."""
    if after.text != "(" or number < 2 or found[number].kind not in ("word", "name") or found[number - 1].text != ".":
        return
    if found[number - 2].text.lower() not in _NAMESPACES:
        raise StatementError(f"{found[number - 2].text}.{found[number].text} is a function of an extension")


def _operator(token: Token) -> bool:
    """Whether a word may stand behind a value or a variable: `x IN`, `x AS`, `n ORDER BY`."""
    return token.kind == "word" and token.text.upper() in _READING


def shaped(value: Any) -> Any:
    """A value of either engine as JSON has it: a node or edge with its label and properties, a path as their list."""
    if isinstance(value, dict):
        return {name.lower(): shaped(each) for name, each in value.items() if name not in ("_ID", "_SRC", "_DST")}
    if isinstance(value, list | tuple | set):
        return [shaped(each) for each in value]
    if hasattr(value, "nodes") and hasattr(value, "relationships"):
        return [shaped(each) for pair in zip(value.nodes, (*value.relationships, None), strict=True) for each in pair][
            :-1
        ]
    if hasattr(value, "labels") or hasattr(value, "nodes"):
        label = next(iter(getattr(value, "labels", ())), None) or getattr(value, "type", None)
        return {"_label": label} | {name: shaped(each) for name, each in value.items()}
    plain = value is None or isinstance(value, str | bool | float) or (isinstance(value, int) and abs(value) < 2**63)
    return value if plain else str(value)
