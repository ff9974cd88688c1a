"""`shanshui ask`: a question in Chinese or English, a file of them, or a conversation."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from cli import output
from cli.output import Json
from cli.store import DEFAULT, StoreUri, opened
from cli.views import beside, plan_name
from cli.wording import in_line, legend
from corpus.errors import ShanshuiError, why_unread

if TYPE_CHECKING:
    from graph.answers.answers import Answerer

Question = Annotated[str, typer.Argument(help="A question in Chinese or English; without one a conversation begins.")]
Batch = Annotated[Path | None, typer.Option("--batch", help="JSON lines with id and q; - is standard input.")]
Query = Annotated[bool, typer.Option("--query", help="Print the query (Cypher) behind each answer; --json has it.")]
_SHOWN = 12
_LONGEST = 100
_WELCOME = """Ask in Chinese or English; a question may follow up the one before. An empty line ends.
Numbers before tasks say where these stand in the outline of their plan. Called with --query, it shows each query."""


class BatchError(ShanshuiError):
    """A batch of questions cannot be read."""


def ask(
    question: Question = "",
    batch: Batch = None,
    with_query: Query = False,
    store: StoreUri = DEFAULT,
    as_json: Json = False,
) -> None:
    """Answer questions from the graph, each with the words it was read from; --query adds the query that was run."""
    with opened(store, read_only=True) as graph:
        # What reads questions takes half a second to load, which is too long to be told that there is no store.
        from graph.answers.answers import Answerer

        answerer = Answerer(graph)
        if batch is not None:
            for asked in batch_lines(batch):
                show(answerer.ask(str(asked["q"])) | {"id": asked.get("id")}, as_json, with_query)
        elif question:
            answer = answerer.ask(question)
            show(answer, as_json, with_query)
            if not as_json:
                output.people.print(Text(hint(answer, with_query), "dim"))
        else:
            converse(answerer, with_query)


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


def show(answer: dict[str, Any], as_json: bool, with_query: bool) -> None:
    """One answer, as a line of JSON or for people: the sentence, what was found, the quotes, the query if wanted."""
    if as_json:
        output.print_json(answer)
        return
    output.people.print(Text(answer["text"], "bold"))
    output.people.print(Group(*tasks_of(answer), *targets_of(answer), *quotes_of(answer)), end="")
    if answer["others"]:
        output.people.print(Text("  " + "  ".join(answer["others"]), "green"))
    if with_query:
        output.people.print(Text(answer["cypher"], "dim"))


def tasks_of(answer: dict[str, Any]) -> Iterator[RenderableType]:
    """The tasks of an answer under the names of their plans."""
    tasks = answer.get("tasks", ())
    for plan, listed in groupby(tasks[:_SHOWN], lambda task: plan_name(task["title"], task["source"], task["part"])):
        yield Text(plan, "cyan")
        yield beside((task["key"], Text(task["heading"])) for task in listed)
    yield from more(tasks)


def targets_of(answer: dict[str, Any]) -> Iterator[RenderableType]:
    """The targets of an answer, each in its own words, beside its place where there are several."""
    targets = answer.get("targets", ())
    several = len({target["place"] for target in targets}) > 1
    lines = [Text.assemble(in_line(one["text"]), (f"  {one['year'] or ''}", "green")) for one in targets[:_SHOWN]]
    if several:
        yield beside(zip((one["place"] for one in targets), lines, strict=False))
    else:
        yield from (Padding(line, (0, 0, 0, 2)) for line in lines)
    yield from more(targets)


def quotes_of(answer: dict[str, Any]) -> Iterator[RenderableType]:
    """The words that an answer rests on, each once; those that it has shown as targets already are left out."""
    shown = {target["text"] for target in answer.get("targets", ())[:_SHOWN]}
    quotes = [words for words in dict.fromkeys(quoted["quote"] for quoted in answer["evidence"]) if words not in shown]
    for words in quotes[:_SHOWN]:
        told = in_line(words[:_LONGEST]) + ("…" if len(words) > _LONGEST else "")
        yield Padding(Text(f"“{told}”", "yellow"), (0, 0, 0, 4))
    yield from more(quotes)


def more(listed: Sequence[Any]) -> Iterator[RenderableType]:
    """A line that says how many are not shown, where there are many."""
    if len(listed) > _SHOWN:
        yield Text(f"  … and {len(listed) - _SHOWN:,} more (--json prints all)", "dim")


def hint(answer: dict[str, Any], with_query: bool) -> str:
    """What a reader may want to know besides: what keys of tasks mean, and how to see the query that was run."""
    told = legend(task["key"] for task in answer.get("tasks", ())[:_SHOWN])
    return " ".join(filter(None, (told, "" if with_query else "--query shows the query that was run.")))


def converse(answerer: Answerer, with_query: bool) -> None:
    """Answers question after question, each in the context of the one before, until an empty line."""
    with suppress(ImportError):
        import readline  # noqa: F401  (gives the prompt its history)
    output.people.print(Text(_WELCOME, "dim"))
    before = None
    while question := _prompt():
        reading = answerer.read(question, before)
        show(answerer.answer(question, reading), as_json=False, with_query=with_query)
        before = reading


def _prompt() -> str:
    try:
        return input("shanshui> ").strip()
    except EOFError:
        return ""
