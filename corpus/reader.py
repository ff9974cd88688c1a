"""Files to raw text, and folders to files. Nothing is repaired here: a format's own traces go, the wording stays."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from corpus.errors import UnreadableFileError, why_unread
from corpus.formats import delimited, plain
from corpus.formats.refusal import RefusedError
from corpus.formats.signature import WEB_PAGE, kind_of
from corpus.office import spreadsheet, word
from corpus.printed import pdf
from corpus.web import html, markdown

# A plan of a thousand pages has three million bytes; what is ten times as large is an archive, a scan or a mistake.
MAX_BYTES = 32 * 1024 * 1024

FORMATS: dict[str, Callable[[bytes], str]] = {
    ".txt": plain.text_of,
    ".md": markdown.text_of,
    ".html": html.text_of,
    ".htm": html.text_of,
    ".pdf": pdf.text_of,
    ".docx": word.text_of,
    ".xlsx": spreadsheet.text_of,
    ".csv": delimited.text_of,
    ".tsv": delimited.text_of,
}
SAVE_AS = {".doc": ".docx", ".wps": ".docx", ".rtf": ".docx", ".xls": ".xlsx", ".et": ".xlsx", ".ofd": ".pdf"}
TEXTS = (plain.text_of, markdown.text_of)

Found = tuple[Path, str] | UnreadableFileError

DAMAGED = "the file is damaged in a way that was not foreseen"
# What systems leave behind, and the list that describes the documents of a folder.
SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini", "__macosx", "manifest.yaml"})


def read_text(path: Path) -> str:
    """The raw text of a file: lines end with a newline, cells of a table row are separated by a TAB.

    Raises UnreadableFileError, naming the file and the cause, for everything that cannot become text.
    """
    read = FORMATS.get(path.suffix.lower())
    try:
        if read is None:
            raise RefusedError(_unsupported(path))
        data = _bytes(path)
        # Pages are often saved under the name of a text file.
        text = html.text_of(data) if kind_of(data) == WEB_PAGE and read in TEXTS else read(data)
        if not text.strip():
            raise RefusedError("the file holds no text")
    except RefusedError as refusal:
        raise UnreadableFileError(str(path), str(refusal)) from refusal
    except OSError as error:
        raise UnreadableFileError(str(path), why_unread(error)) from error
    except Exception as error:  # what a stranger's bytes raise deep in a library must not end a run over a folder
        raise UnreadableFileError(str(path), f"{DAMAGED} ({type(error).__name__})") from error
    return text


def find_files(paths: Iterable[Path]) -> Iterator[Found]:
    """The files to read, each with its source name: its own name, or its path inside the folder that was asked for.

    Folders are walked in sorted order; hidden files and those that systems leave behind are passed over. A missing
    path and a file of no known format come as errors in their place, so that the caller can report them.
    """
    for path in paths:
        yield from _find(path, path.name, path, frozenset())


def _find(path: Path, source: str, root: Path, above: frozenset[str]) -> Iterator[Found]:
    """A file, or what stands in a folder; `above` are the real paths of the folders around it, so that loops end."""
    try:
        if not stat.S_ISDIR(path.stat().st_mode):
            yield (
                (path, source) if path.suffix.lower() in FORMATS else UnreadableFileError(str(path), _unsupported(path))
            )
            return
        entries = sorted(path.iterdir())
    except (OSError, ValueError) as error:
        yield UnreadableFileError(str(path), why_unread(error))
        return
    real = os.path.realpath(path)
    if real in above:
        return
    for entry in entries:
        if not _passed_over(entry.name):
            yield from _find(entry, entry.relative_to(root).as_posix(), root, above | {real})


def _passed_over(name: str) -> bool:
    """Whether a file is hidden, an editor's lock file, or left behind by a system."""
    return name.startswith((".", "~$")) or name.lower() in SYSTEM_FILES


def _bytes(path: Path) -> bytes:
    """The bytes of a file that is neither empty nor too large."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise RefusedError("it is a folder, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError("it is a device of the system, not a file")
    if status.st_size > MAX_BYTES:
        raise RefusedError(f"the file has {status.st_size / 1024**2:.0f} MB, the limit is {MAX_BYTES // 1024**2} MB")
    data = path.read_bytes()
    if not data:
        raise RefusedError("the file is empty")
    return data


def _unsupported(path: Path) -> str:
    """Why a file of this name is not read."""
    suffix = path.suffix.lower()
    if suffix in SAVE_AS:
        return f"files of type {suffix} are not read; save it as {SAVE_AS[suffix]}"
    kind = f"files of type {suffix}" if suffix else "files without a type"
    return f"{kind} are not read, only {' '.join(FORMATS)}"
