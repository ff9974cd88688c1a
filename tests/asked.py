"""A store of plans written for a test, and what answers questions from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from graph.answers.answers import Answerer
from graph.ingest import ingest
from graph.stores.opening import open_store


@contextmanager
def answering(tmp_path_factory: pytest.TempPathFactory, plans: Mapping[str, str]) -> Iterator[Answerer]:
    """Reads plans, texts by file names, into a store of their own and answers from it until the store is closed."""
    folder = tmp_path_factory.mktemp("plans")
    for name, text in plans.items():
        (folder / name).write_text(text, "utf-8")
    with open_store(str(tmp_path_factory.mktemp("store"))) as store:
        ingest([folder], store)
        yield Answerer(store)
