"""The names in a question, tied to what the corpus holds and taken out of it, one kind after the other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.questions.bound import Bound, find_body_bound, find_class_bound, find_value_bound
from nlp.questions.department import Department
from nlp.questions.departments import find_departments
from nlp.questions.documents import find_described, find_documents
from nlp.questions.exception import Exceptions, find_exceptions
from nlp.questions.lacking import find_lacking
from nlp.questions.lexicon import HeldDocument, Lexicon
from nlp.questions.mask import Mask
from nlp.questions.numbered import Numbered, find_numbered
from nlp.questions.places import Places, find_places
from nlp.questions.times import Issue, Times, find_issue, find_times
from nlp.questions.water import find_waters
from nlp.questions.words import cue
from nlp.references.document_number import find_numbers, normalize_number

QUOTED = re.compile(r"[“\"「『《]([^”\"」』》]{2,40})[”\"」』》]")
"""Words in quotation marks: what is asked about, and no cues."""

_SHORTEST_PROJECT = 6
_COUNTED_TASKS = re.compile(r"(?<![第\d])\d+[项条个](?:主要|重点)?(?:任务|措施)(?:当中|中|里)?|\b\d+ (?:main )?tasks\b")


@dataclass(frozen=True, slots=True)
class Names:
    """What a question names. `titled` are the documents that it names by part, title or number, None where it names
    none; `without` is what it leaves out; `numbers` are numbers of documents (国发〔2015〕17号), `issue` when they were
    issued, `described` what the one asked is about (网格化监管那篇里), `lacking` tells that documents without something
    are asked for; `bound` is that on the values of targets (超过90%), `bodies` that on how many carry a task."""

    titled: tuple[HeldDocument, ...] | None
    places: Places
    departments: tuple[Department, ...]
    waters: tuple[str, ...]
    projects: tuple[str, ...]
    times: Times
    quoted: tuple[str, ...]
    numbers: tuple[str, ...]
    numbered: Numbered
    without: Exceptions
    issue: Issue | None
    described: str | None
    lacking: bool
    bound: Bound | None
    bodies: Bound | None

    @property
    def scoped(self) -> bool:
        """Whether it names a part, a title, a number or a compilation."""
        return self.titled is not None

    @property
    def years(self) -> tuple[str, ...]:
        """The years asked for."""
        return self.times.years


def find_names(mask: Mask, lexicon: Lexicon, chinese: bool) -> Names:
    """The names in a question; what it leaves out comes first, since that is none of what it asks of."""
    mask.take_all(_COUNTED_TASKS)
    without = find_exceptions(mask, lexicon, chinese)
    numbers = _numbers(mask)
    titled = find_documents(mask, lexicon, numbers)
    waters = tuple(find_waters(mask, lexicon, chinese))
    cited = QUOTED.findall(mask.rest) if cue("citing").search(mask.rest) else []
    places = find_places(mask, lexicon, chinese, waters, cited)
    # 黄河流域方案 asks of the plan for 黄河流域, of all of it.
    waters = tuple(water for water in waters if not any(water in place in mask.text for place in places.held))
    places.held += [place for place in without.around if place not in places.held]
    departments = tuple(find_departments(mask, lexicon, chinese))
    lacking = find_lacking(mask)
    issue = find_issue(mask)
    described = find_described(mask) if titled is None else None
    times = find_times(mask)
    quoted = tuple(term for term in QUOTED.findall(mask.rest) if "\x00" not in term)
    return Names(
        titled=titled,
        places=places,
        departments=departments,
        waters=waters,
        projects=find_projects(mask.text, lexicon) if chinese else (),
        times=times,
        quoted=quoted,
        numbers=numbers,
        numbered=find_numbered(mask),
        without=without,
        issue=issue,
        described=described,
        lacking=lacking,
        bound=find_value_bound(mask) or find_class_bound(mask),
        bodies=find_body_bound(mask),
    )


def find_projects(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The projects of the corpus that a question names in full, none that only stands in the name of another."""
    found = sorted((name for name in lexicon.projects if len(name) >= _SHORTEST_PROJECT and name in text), key=len)
    return tuple(name for at, name in enumerate(found) if not any(name in longer for longer in found[at + 1 :]))


def _numbers(mask: Mask) -> tuple[str, ...]:
    """The numbers of documents, in one spelling whatever their brackets."""
    found = list(find_numbers(mask.rest))
    for number in found:
        mask.take(number.start, number.end)
    return tuple(normalize_number(number.text) for number in found)
