"""One document on its way from facts to rows: what every step of the build needs."""

from __future__ import annotations

from dataclasses import dataclass

from graph.building.bodies import Bodies
from graph.building.identity import within
from graph.building.passages import Outline
from graph.building.rows import Key, Rows
from nlp.facts import Facts, Owner


@dataclass(frozen=True, slots=True)
class Span:
    """A place in the text that no rule of its own read."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """The facts of a document, its rows so far, the bodies in it and its outline; `document` is the key of its node."""

    facts: Facts
    rows: Rows
    document: Key
    bodies: Bodies
    outline: Outline

    def section(self, id: str | None) -> Key:
        """The key of a section, or of the document where there is none."""
        return ("Section", within(self.facts.id, id)) if id else self.document

    def task(self, id: str | None) -> Key:
        """The key of a task, or of the document where there is none."""
        return ("Task", within(self.facts.id, id)) if id else self.document

    def own(self, holder: Key, owners: list[Owner]) -> None:
        """Joins a task or a target to the bodies that carry it."""
        for owner in owners:
            self.rows.state(
                "OWNED_BY",
                holder,
                self.bodies.add(owner.name, owner.canonical, owner.function),
                owner,
                name=owner.name,
                role=owner.role,
                function=owner.function,
                collective=owner.collective,
                default=owner.default,
            )
