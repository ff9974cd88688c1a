"""Departments that a question names: as documents write them, by a name of their function, by a stem, in English."""

from __future__ import annotations

import re
from functools import cache

from corpus.words import alternatives
from nlp.bodies import body
from nlp.questions.department import Department
from nlp.questions.english_departments import find_in_english
from nlp.questions.lexicon import Lexicon
from nlp.questions.mask import Mask
from nlp.vocabulary import load

_ORGAN_END = re.compile(r"(?:[局委办部厅院会署队所站处组府]|部门|中心|机关|公司)$")
_RUNS_ON = re.compile(r"(?<=办)[法理事]|(?<=部)分|(?<=处)[理置]|(?<=所)[有在]|(?<=站)[位点]")
_LEVEL = re.compile(r"[省市县区州旗镇乡](?:里的?|级)?$")
_MEMBER = re.compile(r"(?:部门|系统|条线|口|方面|这条线|那边|上)")
_ACTS = re.compile(
    r"(?:部门|系统|条线|口子?|这条线|那边|在|要|应|需|牵头|负责|参与|被|管|承担|配合|都|有|该|得|的(?:任务|职责|活)|干|做)"
)
_JOINED = re.compile(r"[、和与跟及]")
_BEFORE_STEM = re.compile(r"(?:^|[\x00、,,。??\s和与由归让]|哪些任务)$")
_SHORTEST_WRITTEN = 3


def find_departments(mask: Mask, lexicon: Lexicon, chinese: bool) -> list[Department]:
    """The departments named in a question, taken out of it in order.

    Reads 发改局, 州农业农村局, `公安在…方案中`, 水务部门, `natural resources bureau`; nothing in 生态环境保护,
    in `农业面源污染` or in `who is responsible`.
    """
    return _chinese(mask, lexicon) if chinese else find_in_english(mask)


def _chinese(mask: Mask, lexicon: Lexicon) -> list[Department]:
    found: list[tuple[int, Department]] = []
    for name in lexicon.longest_bodies:
        at = mask.rest.find(name) if len(name) >= _SHORTEST_WRITTEN else -1
        if at < 0:
            continue
        entry = load("functions").lookup(name)
        if entry is None:
            found.append((at, _written(mask.take(at, at + len(name)))))
        elif _ORGAN_END.search(name) and not _RUNS_ON.match(mask.rest, at + len(name)):
            start = at - len(_level_before(mask.rest[:at]))
            found.append((start, Department(mask.take(start, at + len(name)), entry.id)))
    for match in load("functions").find(mask.rest):
        if _ORGAN_END.search(match.name) and not _RUNS_ON.match(mask.rest, match.end):
            start = match.start - len(_level_before(mask.rest[: match.start]))
            found.append((start, Department(mask.take(start, match.end), match.entry.id)))
    for start, end, function in _stems(mask.rest):
        found.append((start, Department(mask.take(start, end), function)))
    return [department for _, department in sorted(found, key=lambda pair: pair[0])]


def _written(name: str) -> Department:
    functions = body.functions_of(name)
    return Department(name, functions[0] if functions else None, name, body.is_collective(name))


def _level_before(text: str) -> str:
    match = _LEVEL.search(text)
    return match.group() if match else ""


def _stems(text: str) -> list[tuple[int, int, str]]:
    """Departments by the stem alone where the words around it show one: `公安在`, `发改部门`, `住建要`."""
    pattern, functions = _stem_pattern()
    found = []
    for match in pattern.finditer(text):
        joined = _JOINED.match(text, match.end())
        second = pattern.match(text, joined.end()) if joined else None
        acts = _ACTS.match(text, second.end() if second else match.end())
        if acts and _BEFORE_STEM.search(text[: match.start()]):
            member = _MEMBER.match(text, match.end())
            found.append((match.start(), member.end() if member else match.end(), functions[match.group()]))
        elif text.startswith("部门", match.end()):
            found.append((match.start(), match.end() + 2, functions[match.group()]))
    return found


@cache
def _stem_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    """All stems as a pattern, the longest first, and the function that each tells first."""
    functions: dict[str, str] = {}
    for entry in load("functions").entries.values():
        for stem in entry.more.get("stems", ()):
            functions.setdefault(stem, entry.id)
    return re.compile(alternatives(functions)), functions
