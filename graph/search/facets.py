"""Facets: what a search is restricted to, and which passages that leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

import numpy as np
import numpy.typing as npt

from corpus.errors import ShanshuiError
from graph.search.department import understand
from graph.search.holdings import Holdings
from graph.store import Store
from nlp.places import place
from nlp.vocabulary import load


class UnknownFacetError(ShanshuiError):
    """A search is restricted to something that Shanshui does not know."""


@dataclass(frozen=True, slots=True)
class Facets:
    """A search's restrictions: to documents of a place, a year and a kind, to tasks of a department in a role and of a
    field."""

    city: str = ""
    department: str = ""
    role: str = ""
    year: str = ""
    domain: str = ""
    kind: str = ""

    @classmethod
    def read(cls, given: Mapping[str, object]) -> Self:
        """Facets as users write them, in Chinese or English; empty ones count as not given.

        `city` 杭州 or Hangzhou, `department` 水务局 or water bureau, `role` lead, `year` 2025, `domain` water or
        水环境, `kind` plan. Raises UnknownFacetError for a year or field that is none.
        """
        names = (field.name for field in fields(cls))
        value = {name: str(given[name]).strip() for name in names if given.get(name)}
        if city := value.get("city"):
            where = place.find(city)
            value["city"] = where.name if where else city
        if domain := value.get("domain"):
            entry = load("domains").entries.get(domain) or load("domains").lookup(domain)
            if not entry:
                raise UnknownFacetError(f"{domain} is no field; there are {', '.join(load('domains').entries)}")
            value["domain"] = entry.id
        if not value.get("year", "2000").isdigit():
            raise UnknownFacetError(f"{value['year']} is no year")
        return cls(**value)


def admitted(store: Store, holdings: Holdings, facets: Facets) -> npt.NDArray[np.bool_] | None:
    """For every passage whether the facets admit it; None where there are no facets.

    Raises UnknownFacetError for a place that neither the gazetteer nor any held document knows: a street office is
    none of the gazetteer, and yet a place where a plan of it is held.
    """
    if facets == Facets():
        return None
    among = np.ones(holdings.size, np.bool_)
    if facets.city or facets.year or facets.kind:
        of = {"place": facets.city, "year": facets.year, "kind": facets.kind}
        held = {row["document"] for row in store.run("documents", **of)}
        if facets.city and not held and not _is_place(store, facets.city):
            raise UnknownFacetError(f"{facets.city} is no place that Shanshui knows")
        among &= holdings.columns["document"].among(held)
    if facets.department or facets.role or facets.domain:
        among &= holdings.columns["task"].among(_tasks(store, facets))
    return among


def _is_place(store: Store, name: str) -> bool:
    return place.find(name) is not None or bool(store.run("documents", place=name))


def _tasks(store: Store, facets: Facets) -> set[str]:
    """The tasks of a department or of anybody in a role, of a field, or of both."""
    if not (facets.department or facets.role):
        return {row["task"] for row in store.run("tasks", domain=facets.domain)}
    wanted = understand(facets.department).parameters() if facets.department else {}
    return {row["task"] for row in store.run("carried", **wanted, role=facets.role, domain=facets.domain)}
