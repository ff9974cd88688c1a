"""Relevance: how well search ranks the passages that people expect, case by case, and why it ranks them so."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from corpus.errors import ShanshuiError
from graph.search.search import Searcher
from nlp.query import Concept
from nlp.questions.words import language_of

DEPTH = 10
_FULL, _PART = 3, 1


class CasesError(ShanshuiError):
    """A file of relevance cases that cannot be read, or a case that no passage can answer."""


@dataclass(frozen=True, slots=True)
class Case:
    """A query with words of the passages that answer it fully (`find`) or in part (`also`), and of those that must
    stand below all of the former that come among the first ten (`below`); `category` is the name of the file."""

    query: str
    category: str
    why: str
    find: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a case went: nDCG@10, reciprocal rank of the first full answer, share of full answers in the first 50."""

    case: Case
    ndcg: float
    reciprocal: float
    recall: float
    intruders: tuple[str, ...]


def load_cases(folder: Path) -> list[Case]:
    """The cases of all YAML files in a folder; raises CasesError naming the file that is none."""
    cases: list[Case] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            for record in yaml.safe_load(path.read_text("utf-8")):
                lists = {name: tuple(record.get(name, ())) for name in ("find", "also", "below")}
                cases.append(Case(str(record["q"]), path.stem, record["why"], **lists))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, yaml.YAMLError) as error:
            raise CasesError(f"{path}: not a file of relevance cases ({error})") from error
    if not cases:
        raise CasesError(f"{folder}: there are no relevance cases")
    return cases


def judge(searcher: Searcher, case: Case) -> Verdict:
    """Runs a case; each expected wording counts once in every document that holds it.

    Raises CasesError where the corpus does not hold an expected wording.
    """
    wanted = _wanted(searcher, case)
    hits = searcher.search(case.query, 50).hits
    gains = _gains(hits, wanted)
    first = next((rank for rank, gain in enumerate(gains, 1) if gain == _FULL), None)
    full = {key for key, gain in wanted.items() if gain == _FULL}
    met = {key for key in full if any(_answers(hit, key) for hit in hits)}
    last = max((rank for rank, gain in enumerate(gains[:DEPTH], 1) if gain == _FULL), default=0)
    return Verdict(
        case,
        _discounted(gains[:DEPTH]) / _discounted(sorted(wanted.values(), reverse=True)[:DEPTH]),
        1 / first if first else 0.0,
        len(met) / len(full) if full else 1.0,
        tuple(wording for wording in case.below if any(wording in hit["text"] for hit in hits[:last])),
    )


def summarize(verdicts: Iterable[Verdict]) -> dict[str, dict[str, float]]:
    """Means of nDCG@10, MRR and recall@50 with the number of cases, by language, by category and over all."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        for name in ("all", language_of(verdict.case.query), verdict.case.category):
            groups.setdefault(name, []).append(verdict)
    return {
        name: {
            "cases": len(group),
            "ndcg": sum(each.ndcg for each in group) / len(group),
            "mrr": sum(each.reciprocal for each in group) / len(group),
            "recall": sum(each.recall for each in group) / len(group),
            "intruders": sum(bool(each.intruders) for each in group),
        }
        for name, group in sorted(groups.items())
    }


def diagnose(searcher: Searcher, case: Case) -> list[str]:
    """Where each expected passage ranks, with the parts of its score and of the score of the first hit, in lines."""
    hits = searcher.search(case.query, 1000).hits
    concepts = searcher.understand(case.query).concepts
    lines = [f"{case.query}: {concept.said} -> {_meanings(concept)}" for concept in concepts]
    for wording in (*case.find, *case.also):
        for rank, hit in enumerate(hits, 1):
            if wording in hit["text"]:
                parts = searcher.explain(case.query, hit["id"])
                lines.append(f"{rank:>4}  {hit['score']:.3f}  {_parts(parts)}  {wording}")
    for hit in hits[:1]:
        parts = searcher.explain(case.query, hit["id"])
        lines.append(f"   1  {hit['score']:.3f}  {_parts(parts)}  {hit['text'][:60]!r}")
    return lines


def _wanted(searcher: Searcher, case: Case) -> dict[tuple[str, str], int]:
    """What pays: (document, wording) with its gain; a wording listed twice keeps the greater gain."""
    wanted: dict[tuple[str, str], int] = {}
    for gain, wordings in ((_PART, case.also), (_FULL, case.find)):
        for wording in wordings:
            documents = searcher.holdings.holding(wording)
            if not documents:
                raise CasesError(f"{case.query}: no document holds {wording}")
            wanted |= {(document, wording): gain for document in documents}
    return wanted


def _gains(hits: list[dict[str, Any]], wanted: Mapping[tuple[str, str], int]) -> list[int]:
    """The gain of each hit: the best wording that it holds and no hit before it held."""
    left = dict(wanted)
    gains: list[int] = []
    for hit in hits:
        met = [key for key in left if _answers(hit, key)]
        gains.append(max((left.pop(key) for key in met), default=0))
    return gains


def _answers(hit: Mapping[str, Any], key: tuple[str, str]) -> bool:
    return hit["document"] == key[0] and key[1] in hit["text"]


def _discounted(gains: Iterable[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, 1))


def _meanings(concept: Concept) -> str:
    return " ".join(f"{meaning.text}({meaning.weight:.2f})" for meaning in concept.meanings)


def _parts(parts: Mapping[str, float]) -> str:
    return " ".join(f"{name} {value:.2f}" for name, value in parts.items())
