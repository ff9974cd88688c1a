"""`shanshui ask`: a question in Chinese or English, a file of them, or a conversation."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from cli import output
from cli.output import Json
from cli.store import DEFAULT, StoreUri, opened
from corpus.errors import ShanshuiError, why_unread

if TYPE_CHECKING:
    from graph.answers.answers import Answerer

Question = Annotated[str, typer.Argument(help="A question in Chinese or English; without one a conversation begins.")]
Batch = Annotated[Path | None, typer.Option("--batch", help="JSON lines with id and q; - is standard input.")]
_SHOWN = 12


class BatchError(ShanshuiError):
    """A batch of questions cannot be read."""


def ask(question: Question = "", batch: Batch = None, store: StoreUri = DEFAULT, as_json: Json = False) -> None:
    """Answer questions from the graph, each with the words it was read from and the query that was run."""
    with opened(store, read_only=True) as graph:
        # What reads questions takes half a second to load, which is too long to be told that there is no store.
        from graph.answers.answers import Answerer

        answerer = Answerer(graph)
        if batch is not None:
            for asked in batch_lines(batch):
                show(answerer.ask(str(asked["q"])) | {"id": asked.get("id")}, as_json)
        elif question:
            show(answerer.ask(question), as_json)
        else:
            converse(answerer)


def batch_lines(path: Path) -> Iterable[dict[str, Any]]:
    """The questions of a batch; raises BatchError naming the line that is no JSON object with a `q`."""
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BatchError(f"{path}: {why_unread(error)}") from error
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                asked = json.loads(line)
            except json.JSONDecodeError as error:
                raise BatchError(f"{path}: line {number} is not JSON") from error
            if not isinstance(asked, dict) or "q" not in asked:
                raise BatchError(f"{path}: line {number} has no q")
            yield asked


def show(answer: dict[str, Any], as_json: bool) -> None:
    """One answer, as a line of JSON or for people: the sentence, the rows, the quotes, the query."""
    if as_json:
        output.print_json(answer)
        return
    output.people.print(Text(answer["text"], "bold"))
    for task in answer.get("tasks", [])[:_SHOWN]:
        output.people.print(
            Text.assemble(
                (f"  {task['key']}  ", "dim"), task["heading"], (f"  {task['title'] or task['part'] or ''}", "cyan")
            )
        )
    for target in answer.get("targets", [])[:_SHOWN]:
        output.people.print(
            Text.assemble("  ", target["text"].replace("\n", " "), (f"  {target['year'] or ''}", "green"))
        )
    for quoted in answer["evidence"][:_SHOWN]:
        output.people.print(Text(f"    “{quoted['quote'][:160]}”".replace("\n", " "), "yellow"))
    if answer["others"]:
        output.people.print(Text("  " + "  ".join(answer["others"]), "green"))
    output.people.print(Text(answer["cypher"], "dim"))


def converse(answerer: Answerer) -> None:
    """Answers question after question, each in the context of the one before, until an empty line."""
    with suppress(ImportError):
        import readline  # noqa: F401  (gives the prompt its history)
    before = None
    while question := _prompt():
        reading = answerer.read(question, before)
        show(answerer.answer(question, reading), as_json=False)
        before = reading


def _prompt() -> str:
    try:
        return input("shanshui> ").strip()
    except EOFError:
        return ""
