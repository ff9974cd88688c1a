"""`shanshui search`: passages that answer a query in Chinese or English, one query or a file of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli import output
from cli.ask import batch_lines
from cli.output import Json
from cli.store import DEFAULT, StoreUri, opened

if TYPE_CHECKING:
    from graph.search.search import Found


def search(
    query: Annotated[str, typer.Argument(help="What to look for, in Chinese or English.")] = "",
    k: Annotated[int, typer.Option("--k", "-k", min=1, max=1000, help="How many passages.")] = 10,
    city: Annotated[str, typer.Option(help="Only plans of this place.")] = "",
    department: Annotated[str, typer.Option(help="Only tasks of this department.")] = "",
    year: Annotated[str, typer.Option(help="Only plans that cover this year.")] = "",
    domain: Annotated[str, typer.Option(help="Only tasks of this field: water, air, soil …")] = "",
    batch: Annotated[
        str, typer.Option(help='A file of JSON lines {"id", "q"}, "-" for standard input; prints one line for each.')
    ] = "",
    store: StoreUri = DEFAULT,
    as_json: Json = False,
) -> None:
    """Find the passages that answer a query best, with the words that matched."""
    from graph.search.search import Searcher

    if not query and not batch:
        raise typer.BadParameter("give a query, or a file of queries with --batch")
    facets = {"city": city, "department": department, "year": year, "domain": domain}
    with opened(store, read_only=True) as graph:
        searcher = Searcher(graph)
        searcher.settle()
        for line in batch_lines(Path(batch)) if batch else ():
            asked = facets | {name: line[name] for name in facets if line.get(name)}
            found = searcher.search(str(line["q"]), line.get("k") or k, asked)
            output.print_json({"id": line.get("id")} | record(found))
        if batch:
            return
        found = searcher.search(query, k, facets)
    if as_json:
        output.print_json(record(found))
    else:
        from cli.hits import view

        output.people.print(view(found))


def record(found: Found) -> dict[str, Any]:
    """What was found as JSON: the hits, and the note where there is one."""
    return {"hits": found.hits} | ({"note": found.note} if found.note else {})
