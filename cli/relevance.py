"""`shanshui evaluate --retrieval`: how search ranks the passages that relevance cases expect."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table

from cli import output
from cli.store import opened

if TYPE_CHECKING:
    from graph.search.relevance import Verdict

SHARES = ("ndcg", "mrr", "recall")
FIGURES = ("cases", *SHARES, "intruders")


def report(folders: list[Path], store: str, diagnosed: str, as_json: bool) -> None:
    """Means by language and category; where the query of a case holds `diagnosed`, why its passages rank as they do."""
    from graph.search.relevance import diagnose, judge, load_cases, summarize
    from graph.search.search import Searcher

    with opened(store, read_only=True) as graph:
        searcher = Searcher(graph)
        searcher.settle()
        cases = [case for folder in folders for case in load_cases(folder)]
        if diagnosed:
            for case in cases:
                for line in diagnose(searcher, case) if diagnosed in case.query else ():
                    output.people.print(line, markup=False, highlight=False)
            return
        verdicts = [judge(searcher, case) for case in cases]
    means = summarize(verdicts)
    if as_json:
        output.print_json({"retrieval": means})
        return
    output.people.print(table(means))
    for verdict in sorted(verdicts, key=lambda verdict: verdict.ndcg):
        if verdict.ndcg == 0 or verdict.intruders:
            output.people.print(complaint(verdict), markup=False, highlight=False)


def table(means: dict[str, dict[str, float]]) -> Table:
    """Means as a table; MRR is of the first full answer, recall the share of full answers among the first 50."""
    result = Table("", "cases", "nDCG@10", "MRR", "recall@50", "intruders", title="retrieval", title_justify="left")
    for name, mean in means.items():
        result.add_row(name, *(f"{mean[figure]:.3f}" if figure in SHARES else f"{mean[figure]}" for figure in FIGURES))
    return result


def complaint(verdict: Verdict) -> str:
    """One line on a case that found nothing among the first ten, or what must stand below its answers."""
    trouble = (
        f"found {', '.join(verdict.intruders)}" if verdict.intruders else "no expected passage among the first ten"
    )
    return f"{verdict.case.category}: {verdict.case.query}: {trouble}"
