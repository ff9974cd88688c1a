"""`shanshui evaluate`: scores extraction against gold and fails under the stated floors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cli import accuracy, relevance
from cli.output import Json
from cli.store import DEFAULT, StoreUri
from cli.trial import Trial

STARTER = Path(__file__).parent.parent / "corpus" / "starter"


def evaluate(
    gold: Annotated[list[Path], typer.Argument(help="Gold files, or folders of them.")],
    corpus: Annotated[
        list[Path] | None, typer.Option(help="Where the documents stand; else the starter corpus.")
    ] = None,
    floors: Annotated[Path | None, typer.Option(help="Lowest F1 by kind; else floors.yaml beside the gold.")] = None,
    details: Annotated[str, typer.Option("--show", help="List misses (-) and extras (+) of kinds named so.")] = "",
    calibrate: Annotated[bool, typer.Option("--calibrate", help="Write the shares of right facts by rule.")] = False,
    report: Annotated[Path | None, typer.Option(help="Write the report on quality to this Markdown file.")] = None,
    retrieval: Annotated[bool, typer.Option("--retrieval", help="Gold are relevance cases: score search.")] = False,
    questions: Annotated[bool, typer.Option("--questions", help="Gold are questions: score the answers.")] = False,
    store: StoreUri = DEFAULT,
    as_json: Json = False,
) -> None:
    """Score extraction against gold files: precision, recall and F1 by kind of fact and by stratum.

    With --retrieval, score the search of a store against relevance cases; --show then tells why passages rank so.
    With --questions, score the answers to questions (*.jsonl) over the corpus, by intent and language.
    """
    if retrieval:
        relevance.report(gold, store, details, as_json)
        return
    if questions:
        accuracy.report(gold, corpus or [STARTER], floors, as_json)
        return
    from nlp.quality.gold import load_floors

    trial = Trial(gold, corpus or [STARTER])
    if calibrate:
        trial.calibrate()
    if report:
        trial.write_report(report)
    trial.present(load_floors(floors, gold[0]), details, as_json)
