"""Component `domains`: the field of policy (water, air, soil …) that a task belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from nlp.facts import Facts, Section, Task
from nlp.vocabulary import Match, load

# What a word counts by where it stands: in the task's own heading, in the headings above it, in its wording.
IN_TITLE = 4.0
IN_HEADING = 2.0
IN_TEXT = 1.0
STRONG = 3.0
# A word repeated over and over says no more than a word said so often.
MOST_REPEATS = 3


@Language.component("shanshui_domains")
def read_domains(doc: Doc) -> Doc:
    """Fills the domain of every task from the words in its heading, in the headings above it and in its wording.

    `强化噪声污染防治攻坚。…` is noise, `推进农村生活污水治理` rural, `加强组织领导` governance, `按时报送材料` other.
    """
    facts: Facts = doc._.facts
    found = load("domains").find(facts.text) if facts.tasks else []
    sections = {section.id: section for section in facts.sections}
    starts = [match.start for match in found]
    for task in facts.tasks:
        spans = [(task.start, task.start + len(task.title), IN_TITLE - IN_TEXT), (task.start, task.end, IN_TEXT)]
        spans += [(section.start, section.body, IN_HEADING) for section in _above(task, sections)]
        weighed = [
            (match, weight)
            for start, end, weight in spans
            for match in found[bisect_left(starts, start) : bisect_left(starts, end)]
        ]
        scores = weigh(weighed)
        task.domain = max(scores, key=lambda name: scores[name], default="other")
    return doc


def weigh(words: Iterable[tuple[Match, float]]) -> dict[str, float]:
    """What the words found speak for: the points of every domain, given each word with the weight of its place.

    A strong word counts three times, a word of governance half; a word counts at most three times in one place.
    """
    scores: dict[str, float] = {}
    repeats: Counter[tuple[str, float]] = Counter()
    for match, weight in words:
        repeats[match.name, weight] += 1
        if repeats[match.name, weight] > MOST_REPEATS:
            continue
        points = weight * match.entry.more.get("weight", 1.0)
        points *= STRONG if match.name in match.entry.more.get("strong", ()) else 1.0
        scores[match.entry.id] = scores.get(match.entry.id, 0.0) + points
    return scores


def _above(task: Task, sections: dict[str, Section]) -> list[Section]:
    """The sections that hold a task, innermost first."""
    above: list[Section] = []
    section = sections.get(task.section) if task.section else None
    while section and section not in above:
        above.append(section)
        section = sections.get(section.parent) if section.parent else None
    return above
