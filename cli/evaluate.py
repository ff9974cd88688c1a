"""`shanshui evaluate`: scores extraction against gold and fails under the stated floors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from cli import accuracy, output, relevance
from cli.extract import readable
from cli.output import Json
from cli.store import DEFAULT, StoreUri

if TYPE_CHECKING:
    from nlp.quality.scoring import Scores

SHARE = 0.02
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
    from nlp.pipeline import read
    from nlp.quality.gold import load_floors, load_gold
    from nlp.quality.scoring import score
    from nlp.record import document_record

    golds = [each for path in gold for each in load_gold(path)]
    limits = load_floors(floors, gold[0])
    files = annotated(corpus or [STARTER], {each["file"] for each in golds})
    records = [document_record(facts) for facts in read(readable(files, []))]
    if calibrate:
        write_calibration(records, golds)
    total, strata = score(records, golds)
    if report:
        write_report(report, gold, corpus or [STARTER], records, strata)
    below = {kind: floor for kind, floor in limits.items() if kind in total and total[kind].f1 < floor}
    if as_json:
        by_stratum = {name: figures(scores) for name, scores in strata.items()}
        output.print_json({"total": figures(total), "strata": by_stratum, "below": below})
    else:
        output.people.print(table(total, limits, "all documents"))
        for name, scores in sorted(strata.items()):
            output.people.print(table(scores, {}, name))
        print_details(total, details)
    for kind, floor in below.items():
        output.complain(f"{kind}: F1 {total[kind].f1:.3f} is under its floor of {floor}")
    if below:
        raise typer.Exit(1)


def annotated(corpus: list[Path], names: set[str]) -> list[Path]:
    """The files of the corpus that have gold; others are not opened."""
    from corpus.formats.reader import find_files

    return [found[0] for found in find_files(corpus) if isinstance(found, tuple) and found[0].name in names]


def write_calibration(records: list[dict[str, Any]], golds: list[dict[str, Any]]) -> None:
    """Writes how often each rule was right to the data file that confidence is read from."""
    from nlp import confidence
    from nlp.quality import calibration

    confidence.FILE.write_text(calibration.as_yaml(calibration.calibrate(records, golds)), "utf-8")
    output.complain(f"written: {confidence.FILE.name}")


def write_report(
    file: Path, gold: list[Path], corpus: list[Path], records: list[dict[str, Any]], strata: dict[str, Scores]
) -> None:
    """Writes scores by gold set, by stratum and under harm."""
    from corpus.harm import HARMS
    from nlp.quality.gold import load_gold
    from nlp.quality.report import markdown
    from nlp.quality.scoring import score

    golds = {str(path): load_gold(path) for path in gold}
    every = [each for listed in golds.values() for each in listed]
    sets = {name: score(records, listed)[0] for name, listed in golds.items()}
    curve = {"no harm": score(records, every)[0]}
    files = annotated(corpus, {each["file"] for each in every})
    for name, harm in HARMS.items():
        curve[name] = score(harmed(files, harm), every)[0]
        output.complain(f"under harm: {name}")
    file.write_text(
        markdown(sets, strata, curve, dict.fromkeys(("blanks", "lost characters", "look-alikes"), SHARE)), "utf-8"
    )


def harmed(files: list[Path], harm: Callable[[str, float], str]) -> list[dict[str, Any]]:
    """What is read from the files when their text is harmed first."""
    from corpus.formats.reader import read_text
    from nlp.pipeline import read
    from nlp.record import document_record

    with TemporaryDirectory() as folder:
        for path in files:
            (Path(folder) / path.name).write_text(harm(read_text(path), SHARE), "utf-8")
        return [document_record(facts) for facts in read(readable([Path(folder)], []))]


def figures(scores: Scores) -> dict[str, dict[str, Any]]:
    """Precision, recall, F1, size of the gold, misses and extras by kind of fact."""
    return {
        kind: {
            "precision": round(tally.precision, 3),
            "recall": round(tally.recall, 3),
            "f1": round(tally.f1, 3),
            "gold": tally.gold,
            "misses": tally.misses,
            "extras": tally.extras,
        }
        for kind, tally in scores.items()
    }


def table(scores: Scores, limits: dict[str, float], title: str) -> Table:
    """Figures as a table; a kind under its floor is red."""
    result = Table("kind", "precision", "recall", "F1", "gold", "floor", title=title, title_justify="left")
    for kind, tally in scores.items():
        floor = limits.get(kind)
        style = "red" if floor and tally.f1 < floor else None
        row = (f"{tally.precision:.3f}", f"{tally.recall:.3f}", f"{tally.f1:.3f}", str(tally.gold), str(floor or ""))
        result.add_row(kind, *row, style=style)
    return result


def print_details(scores: Scores, part: str) -> None:
    """Misses and extras of the kinds whose name holds `part`; nothing for an empty `part`."""
    for kind, tally in scores.items():
        if part and part in kind:
            for sign, facts in (("-", tally.misses), ("+", tally.extras)):
                for where, fact in facts:
                    output.people.print(f"{sign} {kind}: {where}: {fact}", markup=False, highlight=False)
