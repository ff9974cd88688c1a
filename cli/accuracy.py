"""`shanshui evaluate --questions`: how many questions with known answers are answered exactly, by intent."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import typer
from rich.table import Table

from cli import output

if TYPE_CHECKING:
    from graph.answers.question_gold import Accuracy

# The names under which floors.yaml holds the lowest share allowed of all questions and of those without an answer.
FLOORS = {"questions": "all", "questions without an answer": "no answer"}


def report(gold: list[Path], corpus: list[Path], floors: Path | None, as_json: bool) -> None:
    """Asks the questions of a store made of the corpus for the purpose; lists misses and how they were read.

    Exits with 1 under a floor of `floors` (else floors.yaml beside the gold). Raises QuestionGoldError or GoldError for
    a file that is none.
    """
    from graph.answers.answers import Answerer
    from graph.answers.question_gold import accuracy, find_questions
    from graph.ingest import ingest
    from graph.stores.opening import open_store
    from nlp.quality.gold import load_floors

    questions = find_questions(gold)
    with TemporaryDirectory() as folder, open_store(folder) as store:
        ingest(corpus, store)
        groups = accuracy(questions, Answerer(store).ask_after)
    listed = load_floors(floors, gold[0])
    limits = {FLOORS[name]: floor for name, floor in listed.items() if name in FLOORS}
    below = {name: floor for name, floor in limits.items() if name in groups and groups[name].share < floor}
    if as_json:
        figures = {name: {"asked": of.asked, "right": of.right, "share": of.share} for name, of in groups.items()}
        output.print_json({"questions": figures, "misses": groups["all"].misses, "below": below})
    else:
        output.people.print(table(groups, limits))
        for miss in groups["all"].misses:
            read = {name: value for name, value in miss["slots"].items() if value}
            line = f"- {miss['id']} {miss['q']} (read as {miss['read']}, {read})"
            output.people.print(line, markup=False, highlight=False)
    for name, floor in below.items():
        output.complain(f"questions, {name}: {groups[name].share:.3f} is under its floor of {floor}")
    if below:
        raise typer.Exit(1)


def table(groups: dict[str, Accuracy], limits: dict[str, float]) -> Table:
    """Shares of exact answers: of all, by language, of those that have no answer, and by intent in either language."""
    result = Table("questions", "asked", "exact", "share", "floor", title="exact answers", title_justify="left")
    for name, of in groups.items():
        floor = limits.get(name)
        style = "red" if floor and of.share < floor else None
        result.add_row(name, str(of.asked), str(of.right), f"{of.share:.3f}", str(floor or ""), style=style)
    return result
