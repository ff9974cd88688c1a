"""Files that could not be read, as standard error tells of them: one line each, or one for many that fail alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from cli import output
from corpus.errors import UnreadableFileError

Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Name every file and every reason, however many.")]
_NAMED = 5


def tell(failures: Iterable[UnreadableFileError], verbose: bool) -> None:
    """Names each failure with its cause; of more than five that share a cause, such as a type of files that is not
    read, the number and the first, unless `verbose`."""
    by_cause: dict[str, list[UnreadableFileError]] = {}
    for failure in failures:
        by_cause.setdefault(failure.reason, []).append(failure)
    for cause, alike in by_cause.items():
        if verbose or len(alike) <= _NAMED:
            for failure in alike:
                output.complain(str(failure))
        else:
            output.complain(f"{len(alike):,} files such as {alike[0].path}: {cause} (--verbose names each)")
