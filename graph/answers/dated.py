"""Targets by the years that they are set for, and their clauses with their year."""

from __future__ import annotations

from graph.answers.fit import Fit
from graph.store import Record


def in_years(fits: list[Fit], years: tuple[str, ...]) -> list[Fit]:
    """The targets of the years asked for; one without a year only where its document has none of those years."""
    held = [fit for fit in fits if of_year(fit.row, years)]
    dated = {fit.row["document"] for fit in held if fit.row["year"]} if years else set()
    return [fit for fit in held if fit.row["year"] or fit.row["document"] not in dated]


def of_year(row: Record, years: tuple[str, ...]) -> bool:
    """Whether a target holds in one of the years; one without a year may, a result without one does not."""
    return not years or (row["year"][:4] in years if row["year"] else row["status"] == "target")


def clause(row: Record) -> str:
    """The clause of a target in one line, with its year where the clause does not say it."""
    text = " ".join(row["text"].split())
    return text if not row["year"] or row["year"] in text else f"{row['year']}年{text}"
