"""Intake: paths become documents. Finds, reads and repairs files, cuts repeated copies, splits compilations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.chrome import cut_chrome
from corpus.copies import cut_copies
from corpus.document import Document
from corpus.errors import UnreadableFileError
from corpus.parts import split
from corpus.reader import find_files, read_text
from corpus.repairs.repair import repair


def documents(paths: Iterable[Path]) -> Iterator[Document | UnreadableFileError]:
    """Every document in files and folders, in order; a file that cannot be read comes as an error in its place."""
    for found in find_files(paths):
        if isinstance(found, UnreadableFileError):
            yield found
            continue
        yield from documents_of(*found)


def documents_of(path: Path, source: str) -> Iterator[Document | UnreadableFileError]:
    """Every document in one file, which goes by the name `source`, or the error that says why it cannot be read."""
    try:
        yield from documents_in(read_text(path), source)
    except UnreadableFileError as error:
        yield error
    except Exception as error:  # one file's fault must not stop the others
        yield UnreadableFileError(str(path), f"repair failed ({type(error).__name__}: {error})")


def documents_in(text: str, source: str) -> list[Document]:
    """The documents in the raw text of one file: one, or one for each part of a compilation."""
    parts = ((name, cut_copies(part)) for name, part in split(cut_chrome(repair(text))))
    return [Document(source, name, part.text, text, part.offsets, part.damage) for name, part in parts]
