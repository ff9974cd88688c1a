"""Facts as rows: what becomes a node, where bodies sit, and which passages a document is cut into."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from handmade import KAILI, SHENGZHOU, bare, water_plan
from hypothesis import given
from hypothesis import strategies as st

from graph.building.bodies import chain
from graph.building.build import build
from graph.building.identity import digest, owned, readable, within
from graph.building.passages import Outline, cut
from nlp.facts import Cell, Facts, Owner, Place, Section, Table, Task


def departments(facts: Facts) -> dict[str, str]:
    return {str(node.properties["name"]): node.id for node in build(facts).nodes.values() if node.label == "Department"}


def owned_by(place: Place | None, name: str, canonical: str | None) -> Facts:
    facts = bare("one.txt", name, place=place)
    owner = Owner(name, "lead", 0, len(name), canonical=canonical)
    facts.tasks = [Task("t", "一", "measure", name, 0, len(name), None, owners=[owner])]
    return facts


@given(st.lists(st.text()), st.lists(st.text()))
def test_digest_tells_lists_apart(first: list[str], second: list[str]) -> None:
    assert (digest(*first) == digest(*second)) == (first == second)


@given(st.text(), st.text())
def test_readable_id_can_stand_in_an_address(name: str, key: str) -> None:
    id = readable(name, key)
    assert "/" not in id
    assert " " not in id
    assert len(id.rpartition("-")[2]) == 16


def test_ids_come_from_content_alone() -> None:
    assert build(water_plan()).nodes.keys() == build(water_plan()).nodes.keys()
    assert owned("plan", "issue", 1, 2) != owned("plan", "issue", 12)
    assert within("plan-1", "plan-1#一") == "plan-1#一"
    assert within("plan-1", "一") == "plan-1.一"


@pytest.mark.parametrize(
    ("place", "codes"),
    [
        (SHENGZHOU, ["330000", "330600", "330683"]),
        (Place("杭州市", "330100", "prefecture", ["浙江省", "杭州市"]), ["330000", "330100"]),
        (Place("仙桃市", "429004", "county", ["湖北省", "仙桃市"]), ["420000", "429004"]),
        (Place("贵州省", "520000", "province", ["贵州省"]), ["520000"]),
        (Place("甘霖镇", None, "township", ["浙江省", "绍兴市", "嵊州市", "甘霖镇"]), [None, None, None, None]),
        (Place("贵州省", "520000", "province", []), ["520000"]),
    ],
)
def test_chain_of_territories_has_their_codes(place: Place, codes: list[str | None]) -> None:
    assert [part.code for part in chain(place)] == codes
    assert chain(place)[-1].name == place.name


def test_bureaus_of_two_towns_are_two_and_meet_in_their_function() -> None:
    here, there = build(water_plan()), build(water_plan(KAILI, "kaili.txt"))
    shared = here.nodes.keys() & there.nodes.keys()
    assert not [key for key in shared if key[0] == "Department"]
    assert ("Function", "water") in shared


@pytest.mark.parametrize(
    ("canonical", "upper", "same"),
    [
        ("嵊州市水利局", Place("浙江省", "330000", "province", ["浙江省"]), True),
        ("生态环境部", KAILI, True),
        (None, KAILI, False),
        (None, None, False),
    ],
    ids=["named with its place", "of the nation", "of whichever town", "of an unknown town"],
)
def test_body_is_one_where_its_name_says_which(canonical: str | None, upper: Place | None, same: bool) -> None:
    own = departments(owned_by(SHENGZHOU, "水利局", canonical))
    other = departments(replace(owned_by(upper, "水利局", canonical), id="other-id"))
    assert (own == other) is same


def test_passages_cover_tasks_goals_rows_and_lines_once() -> None:
    facts = water_plan()
    passages = cut(facts, Outline(facts))
    assert [passage.kind for passage in passages] == ["paragraph", "goal", "task", "task"]
    assert [passage.heading for passage in passages] == ["", "总体目标", "重点任务", "重点任务"]
    assert all(before.end <= after.start for before, after in pairwise(passages))


def test_passages_of_a_table_are_its_rows() -> None:
    text = "附件 指标表\n指标\t2025年目标\n森林覆盖率(%)\t65\n空白\t\n"
    at = text.index("森林")
    row = [Cell("森林覆盖率(%)", at, at + 8), Cell("65", at + 9, at + 11)]
    facts = Facts("t", "t.txt", None, text, tables=[Table(text.index("指标\t"), len(text), None, [row, []])])
    assert [(p.kind, text[p.start : p.end]) for p in cut(facts, Outline(facts))] == [("row", "森林覆盖率(%)\t65")]


def test_goals_are_cut_into_clauses() -> None:
    text = "目标\n到2025年,森林覆盖率达到65%;空气质量优良率达到98%。\n"
    facts = Facts("g", "g.txt", None, text)
    facts.sections = [Section("s", None, "目标", 1, 0, 3, len(text), None, "goal")]
    clauses = [text[p.start : p.end] for p in cut(facts, Outline(facts))]
    assert clauses == ["目标\n到2025年,森林覆盖率达到65%;", "空气质量优良率达到98%。"]


def test_headings_stand_with_the_text_below_them_or_alone() -> None:
    lines = [
        "工作情况",
        "1、把林果产业做细。我村农户的收入主要靠果园。",
        "2、县里派人来村指导嫁接和修枝。",
        "3、下一步打算",
        "继续加强果园管理。",
    ]
    text = "\n".join(lines) + "\n"
    begins = [text.index(line) for line in lines]
    bodies = [begins[0] + 4, begins[1] + 10, begins[2] + len(lines[2]), begins[3] + 7]
    ends = [len(text), begins[2], begins[3], len(text)]
    facts = Facts("h", "h.txt", None, text)
    facts.sections = [
        Section(f"s{at}", None, text[start:body], 1 + bool(at), start, body, end, "s0" if at else None, "measure")
        for at, (start, body, end) in enumerate(zip(begins, bodies, ends, strict=False))
    ]
    found = [text[p.start : p.end] for p in cut(facts, Outline(facts))]
    assert found == [lines[1], lines[2], f"{lines[3]}\n{lines[4]}"]
