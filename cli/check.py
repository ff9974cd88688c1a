"""`shanshui check`: proves that a store is sound, or says what is not."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import output
from cli.output import Json
from cli.store import DEFAULT, StoreUri, opened


def check(
    store: StoreUri = DEFAULT,
    heal: Annotated[bool, typer.Option("--heal", help="Put right what can be put right.")] = False,
    as_json: Json = False,
) -> None:
    """Verify that graph and search index are sound and agree; exit status 0 only when they do."""
    with opened(store, read_only=not heal) as graph:
        findings = graph.heal() if heal else graph.check()
    if as_json:
        listed = [{"kind": f.kind, "document": f.document, "note": f.note, "heals": f.heals} for f in findings]
        output.print_json({"sound": not findings, "findings": listed})
    else:
        for finding in findings:
            output.complain(
                f"{finding.document or store}: {finding.note}" + (" (--heal mends it)" if finding.heals else "")
            )
        if not findings:
            output.people.print(f"{store}: sound")
    if findings:
        raise typer.Exit(1)
