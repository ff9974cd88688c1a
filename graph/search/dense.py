"""The passages of an index under a larger model (extra `transformers`), embedded in the background."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Thread

import numpy as np

from corpus.errors import ShanshuiError
from graph.search.postings import Floats
from nlp.embedding.transformer import Transformer


class Dense:
    """Vectors of passages that a thread makes; until they are there, search answers without them."""

    def __init__(self, model: Transformer, texts: Sequence[str]) -> None:
        """Begins to embed what the model's file of vectors does not hold yet."""
        self._model = model
        self._texts = texts
        self._passages: Floats | None = None
        self._error: ShanshuiError | None = None
        self._thread = Thread(target=self._embed, daemon=True)
        self._thread.start()

    def settle(self) -> None:
        """Waits until all passages are embedded; raises ModelError where the model cannot be opened."""
        self._thread.join()
        if self._error:
            raise self._error

    def scores(self, query: str) -> Floats | None:
        """How far each passage lies above the mean likeness to the query; None until all passages are embedded.

        The mean is taken away since models of this kind find any two texts alike to a large part.
        """
        if self._passages is None or not len(self._passages):
            return None
        likeness = self._passages @ self._model.queries([query])[0]
        found: Floats = np.maximum(likeness - likeness.mean(), 0.0)
        return found

    def _embed(self) -> None:
        try:
            self._passages = self._model.passages(self._texts) if self._texts else np.zeros((0, 1), np.float32)
        except ShanshuiError as error:
            self._error = error
