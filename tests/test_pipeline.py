"""The pipeline as a whole: order, workers, faults, and laws that hold for any text."""

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from threading import Event, Thread

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import Document
from corpus.repairs.repair import repair
from nlp.facts import Facts
from nlp.pipeline import _begin, build, read, read_one

PLAN = """临江市水污染防治行动方案(2024—2026年)
一、重点任务
(一)整治排污口。2025年底前,完成清水江沿线120个入河排污口整治。(牵头单位:市生态环境局;责任单位:市水务局)
(二)补齐管网短板。到2026年,新建污水管网80公里,县城污水处理率达到97%以上。(牵头单位:市水务局)
"""
PIECES = [
    "一、",
    "(一)",
    "1.",
    "第三条",
    "一是",
    "二是",
    "\n",
    "。",
    ";",
    ":",
    "(",
    ")",
    "《",
    "》",
    "〔2024〕4号",
    "2025年底前",
    "到2025年,",
]
PIECES += [
    "达到97%以上",
    "市水务局牵头",
    "责任单位:",
    "牵头单位:市生态环境局",
    "各县(市、区)人民政府",
    "清水江",
    "污水处理厂二期项目",
]
PIECES += [
    "|",
    "\t",
    "序号",
    "责任部门",
    "完成时限",
    "≥95",
    "不低于",
    "翻一番",
    "百分之九十",
    "3至5个",
    "分别",
    "、",
    "其中",
    "每季度",
    "附件1",
]
plans = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=60).map("".join)


def facts_of(text: str) -> Facts:
    return read_one(Document("plan.txt", None, repair(text).text))


def spans(facts: Facts) -> list[tuple[int, int]]:
    owners = [owner for task in facts.tasks for owner in task.owners]
    deadlines = [deadline for task in facts.tasks for deadline in task.deadlines]
    mentions = [*facts.water_bodies, *facts.projects, *facts.citations, *facts.targets, *facts.tasks, *facts.sections]
    return [(fact.start, fact.end) for fact in [*owners, *deadlines, *mentions]]


@settings(max_examples=300, deadline=None)
@given(plans)
def test_facts_of_any_text_lie_inside_it_and_no_component_fails(text: str) -> None:
    facts = facts_of(text)
    assert [issue for issue in facts.issues if issue.kind == "fault"] == []
    assert all(0 <= start <= end <= len(facts.text) for start, end in spans(facts))
    for task in facts.tasks:
        assert all("".join(facts.text[o.start : o.end].split()) == o.name for o in task.owners if not o.default)
        assert all(facts.text[d.start : d.end] == d.text for d in task.deadlines)


@settings(max_examples=100, deadline=None)
@given(plans)
def test_reading_is_the_same_every_time(text: str) -> None:
    assert facts_of(text) == facts_of(text)


def plans_of(number: int) -> list[Document]:
    return [Document(f"{at}.txt", None, PLAN.replace("80公里", f"{at + 10}公里")) for at in range(number)]


def test_workers_read_as_one_reader_does() -> None:
    assert list(read(plans_of(4), workers=2)) == list(read(plans_of(4)))


def test_workers_read_as_one_reader_does_in_a_program_with_threads() -> None:
    done = Event()
    thread = Thread(target=done.wait)
    thread.start()
    try:
        assert list(read(plans_of(4), workers=2)) == list(read(plans_of(4)))
    finally:
        done.set()
        thread.join()


def test_workers_leave_ctrl_c_to_the_program_that_waits_for_them() -> None:
    with ProcessPoolExecutor(1, get_context("forkserver"), initializer=_begin) as pool:
        pool.submit(signal.raise_signal, signal.SIGINT).result()
        assert pool.submit(read_one, plans_of(1)[0]).result() == read_one(plans_of(1)[0])


def test_ctrl_c_ends_without_a_word_the_process_that_workers_are_forked_from() -> None:
    beginning = "import os, signal, nlp.interrupt; os.kill(os.getpid(), signal.SIGINT)"
    ended = subprocess.run([sys.executable, "-c", beginning], capture_output=True)
    assert (ended.returncode, ended.stderr) == (-signal.SIGINT, b"")


def test_workers_take_documents_as_their_facts_are_asked_for() -> None:
    waiting = iter(plans_of(200))
    assert next(iter(read(waiting, workers=2))).source == "0.txt"
    assert len(list(waiting)) > 100


def test_fault_of_one_component_is_named_and_costs_no_other_fact() -> None:
    nlp = build()
    position = nlp.pipe_names.index("domains")

    def fail(doc: object) -> object:
        raise ValueError("no field")

    kept = nlp._components[position]
    nlp._components[position] = ("domains", fail)
    try:
        facts = facts_of(PLAN)
    finally:
        nlp._components[position] = kept
    assert [issue.note for issue in facts.issues] == ["domains failed: ValueError: no field"]
    assert [task.key for task in facts.tasks] == ["一/(一)", "一/(二)"]
