"""Names as they stand in a list of bodies, and the halves of one name that a separator or a line end parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.bodies.body import bare, is_collective, known
from nlp.bodies.torn import EACH, LEVELLED, LEVELS, is_torn
from nlp.wording import pattern

# Two halves of one name: 各县党委、政府; 各市、县(区)人民政府
_PAIRED = pattern("bodies", "governments", after=r"(?:\([^()]*\))?")
_EACH = re.compile(rf"(?:沿[江河湖海线])?{EACH}{LEVELS}(?:、{LEVELS})*")


@dataclass(frozen=True, slots=True)
class Listed:
    """One name in a list: as written, without enumerator, star and remark.

    `role` is the wording of a role in a bracket behind the name (`市水务局(牵头)`), `starred` tells of a `*` at it,
    `tail` is what closes a list and says what its names are (`等部门`, `等村(居)`).
    """

    name: str
    start: int
    end: int
    role: str | None = None
    starred: bool = False
    tail: str = ""

    @property
    def collective(self) -> bool:
        """True where the name stands for many bodies: 各县(区)政府, not 市政府."""
        return is_collective(self.name)


def belong_together(text: str, before: Listed, listed: Listed) -> bool:
    """True for the second half of a name: `组织部` and `(考核办)`, `县委` and `政府`, `各市` and `县(区)政府`."""
    between = text[before.end : listed.start].strip()
    if listed.name.startswith("(") and not between:
        return True
    if text[before.end : listed.start] in ("\n", " ") and is_torn(before.name, listed.name):
        return True
    if between == "、" and _EACH.fullmatch(before.name) and LEVELLED.fullmatch(listed.name):
        return True
    entry = known(bare(before.name)[-3:]) or known(bare(before.name)[-2:])
    return entry is not None and entry.id == "party_committee" and _PAIRED.fullmatch(listed.name) is not None


def joined(text: str, before: Listed, listed: Listed) -> Listed:
    """Two halves as one name, with the role and the star of either."""
    name = re.sub(r"\s+", "", text[before.start : listed.end])
    return Listed(name, before.start, listed.end, listed.role or before.role, before.starred or listed.starred)
