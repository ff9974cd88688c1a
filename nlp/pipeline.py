"""The spaCy pipeline: one language, one list of components, one function to read documents."""

from __future__ import annotations

import gc
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from importlib import import_module
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from threading import active_count

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from corpus.document import Document
from corpus.errors import ShanshuiError
from nlp.facts import Facts, Issue

COMPONENTS = (
    "metadata",
    "tables",
    "sections",
    "times",
    "tasks",
    "owners",
    "deadlines",
    "water_bodies",
    "projects",
    "citations",
    "targets",
    "domains",
    "links",
)

_AHEAD = 32  # documents that each process has before it, so that none waits while one of them reads a long one

if not Doc.has_extension("facts"):
    Doc.set_extension("facts", default=None)


@cache
def build() -> Language:
    """The blank Chinese pipeline with all components of Shanshui, in reading order; they read the text of the facts."""
    nlp = spacy.blank("zh")
    for name in COMPONENTS:
        import_module(f"nlp.{name}.component")
        nlp.add_pipe(f"shanshui_{name}", name=name)
    return nlp


def read(documents: Iterable[Document], workers: int = 1) -> Iterator[Facts]:
    """Reads documents and yields the facts of each, in the same order; `workers` processes share the work.

    Processes exchange repaired texts and facts, not spaCy Docs nor the way back to the source, which is not read and
    which every part of a compilation carries whole. Documents are taken as facts are, some ahead, so that memory does
    not grow with their number.
    """
    if workers == 1:
        yield from map(read_one, documents)
        return
    pool = ProcessPoolExecutor(workers, mp_context=_starting(), initializer=_begin)
    try:
        waiting: deque[Future[Facts]] = deque()
        for document in documents:
            waiting.append(pool.submit(read_one, replace(document, original="", offsets=())))
            if len(waiting) > _AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)  # whoever stops here does not wait for what was to be read ahead


def _starting() -> BaseContext:
    """How processes start: where a system forks as a rule, from the program that asks, so that they know what it knows.

    A program with threads is not forked, since they would be cut off in the middle of their work: then processes are
    forked from one that has built the pipeline and done nothing else, or start anew on systems that cannot fork.
    """
    usual, *others = get_all_start_methods()
    if usual == "fork" and active_count() == 1:
        build()
        return get_context("fork")
    if "forkserver" not in (usual, *others):
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["nlp.interrupt", "nlp.built"])
    return context


def _begin() -> None:
    """Begins a process that reads: Ctrl-C is left to the program that waits for it, which could not get rid of what it
    has for a process that is gone; and what is there already is kept from the collection of garbage, which would walk
    through all of it again and again."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    build()
    gc.freeze()


def read_one(document: Document) -> Facts:
    """The facts of one document.

    A component that fails on a document costs the facts of that component alone: the failure is an issue of kind
    `fault` that names it, and the others go on. Raises VocabularyError where a file of names is wrong, since then every
    document would be read wrongly.
    """
    doc = begin(build(), document)
    facts: Facts = doc._.facts
    for name, component in build().pipeline:
        try:
            doc = component(doc)
        except ShanshuiError:
            raise
        except Exception as error:
            facts.issues.append(Issue("fault", 0, 0, f"{name} failed: {type(error).__name__}: {error}"))
    return facts


def begin(nlp: Language, document: Document) -> Doc:
    """A Doc with empty facts, which hold the repaired text, and the damage that repair found.

    It has no tokens: no component reads any, and one to a character took a twentieth of the time of reading.
    """
    doc = Doc(nlp.vocab)
    facts = Facts(id=document.id, source=document.source, part=document.part, text=document.text)
    facts.issues = [Issue(d.kind, d.start, d.end, d.note) for d in document.damage]
    doc._.facts = facts
    return doc
