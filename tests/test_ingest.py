"""Ingest from files to a store: what is read, what is left alone, what is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_suite import contents
from typer.testing import CliRunner

from cli import app
from graph import outcome
from graph.ingest import ingest
from graph.store import Store
from graph.stores.opening import open_store

PLAN = """嵊州市水污染防治行动计划
一、总体目标
到2025年,全市地表水水质优良比例达到95%以上。
二、重点任务
(一)整治曹娥江干流。2025年底前完成曹娥江干流整治。(市水务局牵头,市生态环境局配合)
(二)建设污水管网。新增污水管网20公里。责任单位:市住建局
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store")) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "water.txt").write_text(PLAN, "utf-8")
    (tmp_path / "plans" / "kaili.txt").write_text(PLAN.replace("嵊州", "凯里").replace("曹娥江", "清水江"), "utf-8")
    return tmp_path / "plans"


def test_ingest_counts_what_it_wrote(store: Store, folder: Path) -> None:
    heard: list[str] = []
    report = ingest([folder], store, progress=heard.append)
    assert (report.documents, report.unchanged, report.skipped) == (2, 0, [])
    assert report.tasks == len(store.run("tasks")) > 0
    assert report.owners == len(store.run("tasks_by_department")) > 0
    assert report.targets == len(store.run("targets")) > 0
    assert heard == ["kaili.txt", "water.txt"]
    assert store.check() == []


def test_ingest_again_leaves_everything_alone(store: Store, folder: Path) -> None:
    ingest([folder], store)
    before = contents(store)
    report = ingest([folder], store)
    assert (report.documents, report.unchanged) == (0, 2)
    assert contents(store) == before


def test_ingest_of_a_changed_file_replaces_its_facts_alone(store: Store, folder: Path) -> None:
    ingest([folder], store)
    kept = [row for row in store.run("tasks_by_department") if row["source"] == "kaili.txt"]
    changed = PLAN.replace("市水务局牵头,市生态环境局配合", "市农业农村局牵头")
    (folder / "water.txt").write_text(changed, "utf-8")
    report = ingest([folder], store)
    assert (report.documents, report.unchanged) == (1, 1)
    rows = store.run("tasks_by_department")
    assert [row for row in rows if row["source"] == "kaili.txt"] == kept
    assert {row["name"] for row in rows if row["source"] == "water.txt"} == {"市农业农村局", "市住建局"}
    assert store.check() == []


def test_ingest_with_another_program_reads_everything_again(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest([folder], store)
    monkeypatch.setattr(outcome, "program", lambda: "another")
    assert ingest([folder], store).documents == 2


def test_ingest_names_what_it_cannot_read_and_goes_on(store: Store, folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 cut")
    report = ingest([folder, folder / "nowhere.txt"], store)
    assert report.documents == 2
    assert sorted(Path(skipped["path"]).name for skipped in report.skipped) == ["broken.pdf", "nowhere.txt"]
    assert all(skipped["reason"] for skipped in report.skipped)


def test_ingest_removes_parts_that_a_file_no_longer_has(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "collection.txt"
    cities = {"一": "嵊州", "二": "凯里", "三": "都匀"}
    parts = [f"环境保护工作方案篇{number}\n" + PLAN.replace("嵊州", city) for number, city in cities.items()]
    file.write_text("\n".join(parts), "utf-8")
    assert ingest([file], store).documents == 3
    file.write_text("\n".join(parts[:2]), "utf-8")
    report = ingest([file], store)
    assert (report.unchanged, report.removed) == (2, 1)
    assert [row["part"] for row in store.run("documents")] == ["篇一", "篇二"]
    assert store.check() == []


def test_ingest_joins_near_identical_documents(store: Store, folder: Path) -> None:
    (folder / "copy.txt").write_text(PLAN + "\n(此件公开发布)\n", "utf-8")
    ingest([folder], store)
    copy, water = (row["document"] for row in store.run("documents") if row["source"] != "kaili.txt")
    assert water in {row["document"] for row in store.run("resembling", document=copy)}


def test_ingest_with_two_workers_writes_the_same_graph(tmp_path: Path, folder: Path) -> None:
    with open_store(str(tmp_path / "one")) as one, open_store(str(tmp_path / "two")) as two:
        ingest([folder], one)
        ingest([folder], two, workers=2)
        assert contents(one) == contents(two)


def test_command_tells_as_json_what_rules_turned_down(folder: Path, tmp_path: Path) -> None:
    command = ["ingest", str(folder), "--store", str(tmp_path / "told"), "--json"]
    told = json.loads(CliRunner().invoke(app, command).stdout)
    assert (told["documents"], told["tasks"], told["skipped"]) == (2, 4, [])
    assert told["rejected"]["project: so much of a thing"] == 2  # 污水管网20公里, of either plan


def test_command_counts_to_the_end_files_that_it_cannot_read(folder: Path, tmp_path: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"no pdf")
    told = CliRunner().invoke(app, ["ingest", str(folder), "--store", str(tmp_path / "told")])
    assert told.exit_code == 1
    assert "3/3" in told.stderr
    assert "2 documents read, 1 file not read" in " ".join(told.stdout.split())
