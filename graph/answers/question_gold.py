"""Questions with known answers: whether an answer is exactly the known one, and how often that is so.

A line of a gold file has `id`, `lang`, `intent`, `q` and `answer`: `none`, a `count`, or lists of `tasks`, `owners`,
`targets`, `names` or `documents`; what stands under `optional` may be there or not. A document is written as
`file#part`, a task as `file#part key`. A question that follows up others has these, in order, under `after`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path, PurePath
from typing import Any

from corpus.errors import ShanshuiError
from graph.shapes import Shape
from nlp.quality.tally import squash

_ALIKE_INDICATOR = 0.5
_ALIKE_NAME = 0.8


class QuestionGoldError(ShanshuiError):
    """A file of questions that cannot be used; the message names the file and the line."""


@dataclass(slots=True)
class Accuracy:
    """How many of some questions were answered exactly; `misses` are those that were not, with what was read."""

    asked: int = 0
    right: int = 0
    misses: list[Shape] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share of exact answers; 1 where nothing was asked."""
        return self.right / self.asked if self.asked else 1.0


def load_questions(path: Path) -> list[Shape]:
    """The questions of a gold file; raises QuestionGoldError naming the file or the line that is none."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionGoldError(f"{path}: cannot be read ({error})") from error
    questions = []
    for number, line in enumerate(lines, start=1):
        try:
            question = json.loads(line)
            questions.append(question | {"q": question["q"], "answer": dict(question["answer"])})
        except (ValueError, KeyError, TypeError) as error:
            raise QuestionGoldError(f"{path}: line {number} is no question with an answer") from error
    return questions


def find_questions(paths: Iterable[Path]) -> list[Shape]:
    """The questions of gold files, or of all `*.jsonl` in folders; raises QuestionGoldError where there are none."""
    files = [file for path in paths for file in (sorted(path.glob("*.jsonl")) if path.is_dir() else [path])]
    if not files:
        raise QuestionGoldError(f"{', '.join(map(str, paths))}: no questions (*.jsonl) here")
    return [question for file in files for question in load_questions(file)]


def accuracy(questions: Iterable[Shape], ask: Callable[[str, Sequence[str]], Shape]) -> dict[str, Accuracy]:
    """Accuracy over all questions and by group: by language, of those that have no answer, of those that follow up
    others, by intent in either language (`deadlines zh`). `ask` gets a question and those before it."""
    groups: dict[str, Accuracy] = defaultdict(Accuracy)
    for question in questions:
        answer = ask(question["q"], question.get("after", ()))
        right = is_right(question["answer"], answer)
        apart = ["no answer"] * bool(question["answer"].get("none")) + ["follow-ups"] * ("after" in question)
        intent = f"{question['intent']} {question['lang']}"
        for name in ("all", question["lang"], *apart, intent):
            groups[name].asked += 1
            groups[name].right += right
            if not right:
                miss = {"id": question["id"], "q": question["q"], "read": answer["intent"], "slots": answer["slots"]}
                groups[name].misses.append(miss)
    whole = ("all", "zh", "en", "no answer", "follow-ups")
    return {name: groups[name] for name in sorted(groups, key=lambda name: (name not in whole, name))}


def is_right(gold: Shape, answer: Shape) -> bool:
    """Whether an answer is exactly the known one: nothing missing, and nothing more but what is optional."""
    if gold.get("none") or answer["none"]:
        return bool(gold.get("none")) and bool(answer["none"])
    if "count" in gold:
        return bool(answer.get("count") == gold["count"])
    kind, known = next((kind, gold[kind]) for kind in _SAME if kind in gold)
    given, free, same = list(answer.get(kind, [])), gold.get("optional", []), _SAME[kind]
    if kind == "owners":
        given = [owner for owner in given if not owner["default"]]
    missing = [one for one in known if not any(same(one, other) for other in given)]
    extra = [other for other in given if not any(same(one, other) for one in [*known, *free])]
    return not missing and not extra


def reference(shape: Shape) -> str:
    """A document as gold files write it: its file and, after #, its part."""
    return PurePath(shape["source"]).name + (f"#{shape['part']}" if shape.get("part") else "")


def _same_task(known: str, given: Shape) -> bool:
    return known == f"{reference(given)} {given['key']}"


def _same_document(known: str, given: Shape) -> bool:
    return known == reference(given)


def _same_owner(known: Any, given: Shape) -> bool:
    """Name and role; a name alone, as under `optional`, in any role."""
    if isinstance(known, str):
        return squash(known) == squash(given["name"])
    return squash(known["name"]) == squash(given["name"]) and known["role"] == given["role"]


def _same_target(known: Shape, given: Shape) -> bool:
    return (
        known["document"] == reference(given)
        and known["value"] == given["value"]
        and (known["year"] or "") == (given["year"] or "")
        and _alike(known["indicator"], given["indicator"], _ALIKE_INDICATOR)
    )


def _same_name(known: str, given: str) -> bool:
    return _alike(known, given, _ALIKE_NAME)


def _alike(one: str, other: str, enough: float) -> bool:
    return SequenceMatcher(None, squash(one), squash(other), autojunk=False).ratio() >= enough


_SAME: dict[str, Callable[[Any, Any], bool]] = {
    "tasks": _same_task,
    "owners": _same_owner,
    "targets": _same_target,
    "documents": _same_document,
    "names": _same_name,
}
