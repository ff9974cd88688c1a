"""`shanshui evaluate`: what is read from documents with gold, scored, and the report and the shares that follow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import typer
from rich.table import Table

from cli import failures, output
from cli.extract import readable
from corpus.errors import UnreadableFileError

if TYPE_CHECKING:
    from nlp.quality.scoring import Scores

SHARE = 0.02
Record = dict[str, Any]


class Trial:
    """Gold by the path that it came from, and what is read today from the documents in question."""

    def __init__(self, gold: Sequence[Path], corpus: Sequence[Path]) -> None:
        """Raises GoldError for a path without gold; documents that are not in the corpus count as missed."""
        from nlp.quality.gold import load_gold

        self._sets = {str(path): load_gold(path) for path in gold}
        self._golds = [each for listed in self._sets.values() for each in listed]
        self._files = _with_gold(corpus, {each["file"] for each in self._golds})

    @cached_property
    def records(self) -> list[Record]:
        """What is read from the documents."""
        return _records(self._files)

    @cached_property
    def scores(self) -> tuple[Scores, dict[str, Scores]]:
        """Scores of all documents, and by stratum."""
        from nlp.quality.scoring import score

        return score(self.records, self._golds)

    def calibrate(self) -> None:
        """Writes how often each rule was right to the data file of confidence; raises GoldError where a text lacks."""
        from nlp import confidence
        from nlp.quality import calibration

        confidence.FILE.write_text(calibration.as_yaml(calibration.calibrate(self.records, self._golds)), "utf-8")
        output.complain(f"written: {confidence.FILE.name}")

    def write_report(self, file: Path) -> None:
        """Writes scores by gold set, by stratum and under harm."""
        from corpus.harm import HARMS, PARTIAL
        from nlp.quality.report import markdown
        from nlp.quality.scoring import score

        total, strata = self.scores
        curve = {"no harm": total}
        for name, harm in HARMS.items():
            curve[name] = score(self._harmed(harm), self._golds)[0]
            output.complain(f"under harm: {name}")
        sets = {name: score(self.records, golds)[0] for name, golds in self._sets.items()}
        file.write_text(markdown(sets, strata, curve, dict.fromkeys(PARTIAL, SHARE)), "utf-8")

    def present(self, limits: dict[str, float], details: str, as_json: bool) -> None:
        """Prints the scores; exits with 1 where one is under its limit."""
        total, strata = self.scores
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

    def _harmed(self, harm: Callable[[str, float], str]) -> list[Record]:
        """What is read from the documents when their text is harmed first."""
        from corpus.reader import read_text

        with TemporaryDirectory() as folder:
            for path in self._files:
                (Path(folder) / path.name).write_text(harm(read_text(path), SHARE), "utf-8")
            return _records([Path(folder)])


def _with_gold(corpus: Sequence[Path], names: set[str]) -> list[Path]:
    """The files of the corpus that have gold; others are not opened."""
    from corpus.reader import find_files

    return [found[0] for found in find_files(corpus) if isinstance(found, tuple) and found[0].name in names]


def _records(paths: list[Path]) -> list[Record]:
    """What is read from files or folders; what cannot be read is named on standard error."""
    from nlp.pipeline import read
    from nlp.record import document_record

    unread: list[UnreadableFileError] = []
    records = [document_record(facts) for facts in read(readable(paths, unread))]
    failures.tell(unread, verbose=True)
    return records


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
    """Figures as a table; a kind under its floor is red, one that neither stands in gold nor was read is left out."""
    result = Table("kind", "precision", "recall", "F1", "gold", "floor", title=title, title_justify="left")
    for kind, tally in scores.items():
        if not (tally.gold or tally.extras):
            continue
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
