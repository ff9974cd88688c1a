"""What a question asks in its own words: what it counts, which of several values it wants, what of documents."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.questions.names import Names
from nlp.questions.topic import Topic
from nlp.questions.words import cue, plain
from nlp.targets.unit import kind

_COUNTED = ("water", "project", "citation", "owner", "document")
_EXTREMES = ("highest", "lowest", "strictest", "loosest")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks, in pieces: `text` is what its names leave of it, `unit` that of the value it asks for."""

    text: str
    names: Names
    topic: Topic
    unit: str | None = None

    def has(self, *cues: str) -> bool:
        """Whether one of some cues stands in it."""
        return any(cue(key).search(self.text) for key in cues)

    @property
    def places(self) -> int:
        """How many places and documents it names."""
        return len(self.names.titled or ()) + len(self.names.places.held) + len(self.names.places.absent)

    @property
    def measured(self) -> bool:
        """Whether it asks for an amount in a unit of measure (多少公里); a number of things is none."""
        return kind(self.unit) not in (None, "count")

    @property
    def indicator(self) -> bool:
        """Whether it names an indicator."""
        return any(concept.indicator for concept in self.topic.concepts)


def counted_of(text: str) -> str:
    """What a question counts: task, water, project, citation, owner or document.

    `有几条河` counts waters, `引用了多少份文件` citations, `有几份文件引用了` documents, `有几条措施` tasks.
    """
    match = cue("count").search(text)
    counted = match.group() if match else text
    found = next((one for one in _COUNTED if plain(f"counted_{one}").search(counted)), "task")
    return "citation" if found == "document" and cue("documents_cited").search(text) else found


def extreme_of(text: str) -> str | None:
    """Which of several values is asked for: highest (谁的更高), lowest, strictest (最严), loosest; None for all."""
    return next((extreme for extreme in _EXTREMES if cue(extreme).search(text)), None)


def asks_of_documents(text: str) -> str | None:
    """What is asked of documents themselves: issued, issuer, number or period; None where none is."""
    found = {"issued": "issued_when", "issuer": "issued_by", "number": "document_number", "period": "period_asked"}
    return next((what for what, key in found.items() if cue(key).search(text)), None)
