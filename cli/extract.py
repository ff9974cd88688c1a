"""`shanshui extract`: reads files and prints what they say, without a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from cli import failures, output
from cli.failures import Verbose
from cli.output import Json
from cli.views import plan_name
from corpus.errors import UnreadableFileError
from graph.counted import counted

if TYPE_CHECKING:
    from corpus.document import Document
    from nlp.facts import Facts

Paths = Annotated[list[Path], typer.Argument(help="Files or folders to read.", show_default=False)]
Workers = Annotated[int, typer.Option(min=1, help="Processes that read documents side by side.")]
Explain = Annotated[bool, typer.Option("--explain", help="Print which rule read what, and how often it is right.")]


def extract(
    paths: Paths, as_json: Json = False, explain: Explain = False, workers: Workers = 1, verbose: Verbose = False
) -> None:
    """Read files or folders and print what they say: how many tasks, owners, targets, deadlines, rivers, projects and
    citations each holds. --explain prints the facts themselves, --json everything."""
    from nlp.pipeline import read
    from nlp.record import document_record

    unread: list[UnreadableFileError] = []
    facts = read(readable(paths, unread), workers=workers)
    if as_json:
        output.print_json({"documents": [document_record(each) for each in facts]})
    elif explain:
        from cli import explanation

        for each in facts:
            output.people.print(explanation.explain(document_record(each)))
    else:
        present(facts, paths, unread)
    failures.tell(unread, verbose)
    if unread:
        raise typer.Exit(1)


def present(facts: Iterable[Facts], paths: list[Path], unread: list[UnreadableFileError]) -> None:
    """Prints each document as it is read, and the sum of all where there are several."""
    tallies = []
    for each in facts:
        tallies.append(tally(each))
        output.people.print(summary(each, tallies[-1]))
    if len(tallies) > 1:
        total = sum(tallies, Counter[str]())
        output.people.print(Text(f"{counted(len(tallies), 'document')} in all: {in_words(total)}", "bold"))
    elif not (tallies or unread):
        output.complain(nothing_in(paths))


def nothing_in(paths: list[Path]) -> str:
    """What is said of folders in which no file stands."""
    from corpus.reader import FORMATS

    return f"{', '.join(map(str, paths))}: there is no file to read; put {' '.join(FORMATS)} there"


def readable(paths: list[Path], unread: list[UnreadableFileError]) -> Iterator[Document]:
    """The documents that can be read; what cannot is kept in `unread`."""
    from corpus.intake import documents

    for item in documents(paths):
        if isinstance(item, UnreadableFileError):
            unread.append(item)
        else:
            yield item


def tally(facts: Facts) -> Counter[str]:
    """How many facts of each kind a document holds; a river or project counts once by its name."""
    return Counter(
        {
            "task": len(facts.tasks),
            "owner": sum(len(task.owners) for task in facts.tasks),
            "target": len(facts.targets),
            "deadline": sum(len(task.deadlines) for task in facts.tasks),
            "river": len({mention.name for mention in facts.water_bodies}),
            "project": len({mention.name for mention in facts.projects}),
            "citation": len(facts.citations),
        }
    )


def in_words(found: Counter[str]) -> str:
    """Kinds of facts with their numbers: `2 tasks, 1 owner`; those that are not there are left out."""
    return ", ".join(counted(number, kind) for kind, number in found.items() if number) or "no facts"


def summary(facts: Facts, found: Counter[str]) -> RenderableType:
    """A document in two lines: what it is, then how much was found in it."""
    place = facts.jurisdiction.name if facts.jurisdiction else None
    name = Text(plan_name(facts.title, facts.source, facts.part), "bold cyan")
    told = "  ".join(filter(None, (facts.kind, place, in_words(found))))
    return Group(name, Padding(Text(told), (0, 0, 0, 2)))
