"""The command line: thin commands over the functions of the rooms below."""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Annotated

import typer

from cli import ask, bring, check, compare, copy, evaluate, export, extract, ingest, mcp, remove, search, serve, show
from corpus.errors import ShanshuiError, refusal

app = typer.Typer(
    name="shanshui",
    help="Shanshui 山水 reads environmental policy plans into a knowledge graph that answers.",
    context_settings={"help_option_names": ["--help", "-h"]},
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def tell_version(asked: bool) -> None:
    """Prints which Shanshui this is, where that was asked, and ends."""
    if asked:
        print(f"shanshui {version('shanshui')}")
        raise typer.Exit


@app.callback()
def options(
    asked: Annotated[
        bool, typer.Option("--version", callback=tell_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """What stands before a command."""


app.command("extract")(extract.extract)
app.command("ingest")(ingest.ingest)
app.command("remove")(remove.remove)
app.command("ask")(ask.ask)
app.command("compare")(compare.compare)
app.command("search")(search.search)
app.add_typer(show.app, name="show")
app.command("check")(check.check)
app.command("copy")(copy.copy)
app.command("export")(export.export)
app.command("import")(bring.bring)
app.command("serve")(serve.serve)
app.command("mcp")(mcp.mcp)
app.command("evaluate")(evaluate.evaluate)


def main() -> None:
    """Runs one command; what cannot be done becomes one line on standard error and exit status 1."""
    try:
        app()
    except ShanshuiError as error:
        print(f"shanshui: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except OSError as error:
        if error.filename is None:
            raise
        print(f"shanshui: {error.filename}: {refusal(error)}", file=sys.stderr)
        sys.exit(1)
