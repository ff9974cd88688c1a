"""A question on its way to the answer: the store with a record of the queries run, the reading, the documents asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from graph.answers.account import THIRD, accounted, is_strange
from graph.queries import query
from graph.store import Record, Store
from nlp.questions.lexicon import HeldDocument, Lexicon
from nlp.questions.places import Places
from nlp.questions.reading import Reading
from nlp.questions.topic import Topic

FEW = 40
"""Of how many documents at most the whole texts are looked through for the words of a question."""


class Inquiry:
    """What the answering of one question needs; every query that is run is kept to be shown with the answer."""

    def __init__(self, store: Store, lexicon: Lexicon, reading: Reading) -> None:
        """Nothing is asked of the store yet."""
        self.store = store
        self.lexicon = lexicon
        self.reading = reading
        self._queries: list[str] = []
        self._texts: dict[str, str] = {}

    @property
    def chinese(self) -> bool:
        """Whether the answer is to be in Chinese."""
        return self.reading.language == "zh"

    def named_in_texts(self, places: Sequence[str]) -> Inquiry | None:
        """The same question of the documents whose text names one of some places, as of places inside their territory;
        None where none does."""
        held = {place: self.run("documents_holding", term=place) for place in places if not place.isascii()}
        found = dict.fromkeys(row["document"] for rows in held.values() for row in rows)
        if not found:
            return None
        inside = Places(inside=[(place, "") for place, rows in held.items() if rows])
        inquiry = Inquiry(self.store, self.lexicon, replace(self.reading, documents=tuple(found), places=inside))
        inquiry._queries = self._queries
        return inquiry

    def about(self, topic: Topic) -> Inquiry:
        """The same question about another topic."""
        inquiry = Inquiry(self.store, self.lexicon, replace(self.reading, topic=topic))
        inquiry._queries, inquiry._texts = self._queries, self._texts
        return inquiry

    def narrow(self, *documents: str) -> None:
        """Asks the question of some documents alone; of those as before where none are given."""
        if documents:
            self.reading = replace(self.reading, documents=documents)
            self.__dict__.pop("documents", None)

    @cached_property
    def documents(self) -> list[HeldDocument]:
        """The documents that the question is asked of, in the order of the store."""
        if self.reading.documents is None:
            return list(self.lexicon.documents)
        asked = set(self.reading.documents)
        return [document for document in self.lexicon.documents if document.id in asked]

    def run(self, name: str, /, **parameters: Any) -> list[Record]:
        """The rows of a named query, which goes on record."""
        text, values = query(name).bind(parameters)
        shown = "".join(f"// ${key} = {json.dumps(value, ensure_ascii=False)[:200]}\n" for key, value in values.items())
        if shown + text not in self._queries:
            self._queries.append(shown + text)
        return self.store.run(name, **parameters)

    def of_documents(self, name: str, /, **parameters: Any) -> list[Record]:
        """The rows of a named query, document by document where the question is asked of some, in their order."""
        if self.reading.documents is None:
            return self.run(name, **parameters)
        order = {document.id: number for number, document in enumerate(self.documents)}
        rows = self.run(name, documents=list(order), **parameters)
        return sorted(rows, key=lambda row: order[row["document"]])

    def text(self, document: str) -> str:
        """The whole text of a document."""
        if document not in self._texts:
            rows = self.store.run("text", documents=[document])
            self._texts[document] = rows[0]["text"] if rows else ""
        return self._texts[document]

    def accounts(self, text: str, least: float = THIRD, named: Sequence[str] = ()) -> bool:
        """Whether the text of a task or target accounts for the words of the question; see `accounted`. Places inside a
        territory are none of them: `names_places` asks for these."""
        return accounted(self.reading.topic, f"{text}\n{self._inside}", least, named, self._strange)

    @property
    def _inside(self) -> str:
        """The places inside a territory that the question names."""
        return "\n".join(place for place, _ in self.reading.places.inside)

    @cached_property
    def _strange(self) -> bool:
        """Whether the few documents asked leave a word of the question out altogether."""
        if self.reading.topic.empty or not 0 < len(self.documents) <= FEW:
            return False
        texts = (self.text(document.id) for document in self.documents)
        return is_strange(self.reading.topic, "\n".join((*texts, self._inside)))

    @property
    def cypher(self) -> str:
        """The queries that were run, each under its parameters."""
        return "\n\n".join(self._queries)


def distinct(rows: Sequence[Record], *keys: str) -> list[Record]:
    """The rows without those that equal an earlier one in all the keys."""
    seen: set[tuple[Any, ...]] = set()
    return [row for row in rows if (key := tuple(row[k] for k in keys)) not in seen and not seen.add(key)]  # type: ignore[func-returns-value]
