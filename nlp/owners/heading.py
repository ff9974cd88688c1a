"""Bodies that stand as headings: `森林公安局:负责信息接收` in a list of duties, `(三)市水务局职责` above one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from nlp.bodies.body import is_anonymous, is_collective, is_sentence
from nlp.bodies.body_list import split, split_strictly
from nlp.bodies.duty import without_duties
from nlp.facts import Owner, Role, Section, Task
from nlp.owners.clause import clauses_in
from nlp.owners.doer import doers_in
from nlp.owners.names_ahead import bodies_ahead
from nlp.owners.verb import role_of_verb
from nlp.sections.section_index import heading_end
from nlp.wording import any_of

_HEADING = re.compile(r"\s*(?P<name>[^:。;\n]{2,60})(?=[:。\n])")
# 【市水利局】清理河道
_IN_BRACKETS = re.compile(r"\s*【(?P<name>[^【】\n]{2,60})】:?")
_LINE = re.compile(r"\n\s*(?P<name>[^:。;\n]{2,60})(?=:)")
_DUTY = re.compile(rf"[:。\s]*(?P<verb>{any_of('roles', 'verbs')})")
# What a heading that says who carries its part holds: (牵头单位:市水利局), 江北区政府负责:, 由市城管局组织实施
_TOLD = re.compile(rf"{any_of('roles', 'verbs')}|{any_of('roles', 'label_nouns')}")
# 市水利局牵头的任务, 县住建局配合落实
_GIVEN = re.compile(rf"(?P<verb>{any_of('roles', 'verbs')})(?:{any_of('roles', 'tails')})*$")
_SAYS = re.compile(rf",|{any_of('roles', 'verbs')}")


def heads_of_task(text: str, task: Task) -> list[Owner]:
    """The bodies that a task, or a line of it, begins with as its heading, before what they do.

    `森林公安局:负责信息接收` and `县水利局主要任务:清理河道` give one responsible, `县财政局:协助落实资金` one
    cooperating, `【市水利局】清理河道` one responsible; `污水处理厂:加强管理` gives none.
    """
    bracket = _IN_BRACKETS.match(text, task.start, task.end)
    found = _read(text, bracket or _HEADING.match(text, task.start, task.end), task.end)
    for line in _LINE.finditer(text, task.start, task.end):
        if _DUTY.match(text, line.end(), task.end) is not None:
            found += _read(text, line, task.end)
    return found


class SectionHeads:
    """The headings of a document that are bodies, asked for the tasks under them."""

    def __init__(self, text: str, sections: list[Section]) -> None:
        """Takes the text and its sections; headings are read when a task first asks for them."""
        self._text = text
        self._sections = {section.id: section for section in sections}
        self._told: dict[str, list[Owner]] = {}

    def of_task(self, task: Task) -> list[Owner]:
        """The body a task stands under: 市水务局 for the tasks of `(三)市水务局职责`; `(三)加强领导` gives none.

        So does a heading that says who carries what follows: `4.江北区政府负责:`, `(一)清淤(市水利局牵头)`. A heading
        such as 东港镇, which may also name a place, is a body beside headings that are surely bodies.
        """
        for section in self._above(task):
            found = self._read(section, weak=False)
            if not found and section.parent in self._above_bodies:
                found = self._read(section, weak=True)
            if found := found or self._carriers(section, task):
                return found
        return []

    def leads_of(self, task: Task) -> list[Owner]:
        """Who leads or oversees all tasks of a part by its heading, whoever they name: `(一)优化产业(市经信局牵头)`."""
        told = [owner for section in self._above(task) for owner in self._carriers(section, task)]
        return [owner for owner in told if owner.role in ("lead", "supervising")]

    def _above(self, task: Task) -> Iterator[Section]:
        section = self._sections.get(task.section or "")
        while section is not None:
            yield section
            section = self._sections.get(section.parent or "")

    def _carriers(self, section: Section, task: Task) -> list[Owner]:
        """The owners that the wording of a heading above the task names in a clause or with a verb."""
        if task.start < section.body:  # the heading is the task's own
            return []
        if section.id not in self._told:
            self._told[section.id] = self._told_by(section)
        return self._told[section.id]

    def _told_by(self, section: Section) -> list[Owner]:
        start = self._text.find(section.title, section.start, section.body)
        span = (start, heading_end(self._text, section))
        if start < 0 or _TOLD.search(self._text, *span) is None:
            return []
        found = clauses_in(self._text, *span).owners
        # 一、控源截污 区住建局牵头: a blank parts the title from who carries what stands below.
        parts = ((start, start + len(section.title)), (start + len(section.title) + 1, span[1]))
        found = found or [one for part in parts for one in doers_in(self._text, *part) if one.rule == "verb"]
        return [replace(owner, rule="section") for owner in found]

    @cached_property
    def _above_bodies(self) -> frozenset[str | None]:
        """The sections (None for the document) right under which a heading is surely a body."""
        return frozenset(one.parent for one in self._sections.values() if self._read(one, weak=False))

    def _read(self, section: Section, *, weak: bool) -> list[Owner]:
        start = self._text.find(section.title, section.start, section.body)
        if start < 0:
            return []
        named = without_duties(section.title)
        if (given := _GIVEN.search(named)) is not None:
            return _owners(self._text, start, start + given.start(), role_of_verb(given["verb"]), "section", weak=False)
        found = _owners(self._text, start, start + len(named), "responsible", "section", weak=weak)
        if not found and len(named) < len(section.title):
            # 第七条 市发展改革委生态环境保护职责: the duty is named between the body and the word.
            found = [
                Owner(one.name, "responsible", one.start, one.end, one.collective, rule="section")
                for one in bodies_ahead(self._text, start, start + len(named))
            ]
        return [] if any(is_anonymous(owner.name) for owner in found) else found


def _read(text: str, heading: re.Match[str] | None, end: int) -> list[Owner]:
    if heading is None:
        return []
    duty = _DUTY.match(text, heading.end(), end)
    role = role_of_verb(duty["verb"]) if duty else "responsible"
    # 各乡镇(街道):履行属地责任…: before a colon many bodies under one name are a heading as well.
    many = text.startswith(":", heading.end()) and is_collective(heading["name"]) and not is_anonymous(heading["name"])
    start = heading.start("name")
    named = without_duties(heading["name"])
    return _owners(text, start, start + len(named), role, "heading", weak=duty is not None or many)


def _owners(text: str, start: int, end: int, role: Role, rule: str, *, weak: bool) -> list[Owner]:
    names = split_strictly(text, start, end, weak=weak)
    if not names and weak and is_collective(text[start:end]) and _SAYS.search(text, start, end) is None:
        # 各村:负责本村河段保洁, but no sentence that says 有关 or 各类: 交通部门负责按照有关法律组织环评。
        names = tuple(one for one in split(text, start, end) if not is_sentence(one.name))
    return [Owner(one.name, role, one.start, one.end, one.collective, rule=rule) for one in names]
