"""`shanshui extract` as its users run it: a real process, real files, one line for every file that cannot be read."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from reportlab.pdfgen import canvas
from waiting import PATIENCE

PLAN = """临江市水污染防治三年行动方案(2024—2026年)

一、主要目标
到2026年,全市地表水优良比例达到90%以上。

二、重点任务
(一)整治入河排污口。2025年底前,完成清水江沿线120个入河排污口整治。(牵头单位:市生态环境局;责任单位:市水务局)
(二)补齐污水管网短板。新建污水管网80公里。(牵头单位:市水务局;配合单位:市住建局)
"""


def shanshui(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "import cli; cli.main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plans") / "plan.txt"
    path.write_text(PLAN, "utf-8")
    return path


@pytest.fixture(scope="module")
def run(plan: Path) -> subprocess.CompletedProcess[str]:
    return shanshui("extract", plan, "--json")


def test_extract_prints_one_json_object_and_nothing_else(run: subprocess.CompletedProcess[str]) -> None:
    (document,) = json.loads(run.stdout)["documents"]
    assert (run.returncode, run.stderr) == (0, "")
    assert [task["key"] for task in document["tasks"]] == ["二/(一)", "二/(二)"]
    assert {(o["name"], o["role"]) for o in document["tasks"][1]["owners"]} == {
        ("市水务局", "lead"),
        ("市住建局", "cooperating"),
    }


def test_extract_quotes_every_fact_at_its_offsets(run: subprocess.CompletedProcess[str]) -> None:
    (document,) = json.loads(run.stdout)["documents"]
    text = document["text"]
    for task in document["tasks"]:
        assert text[task["start"] : task["end"]] == task["text"]
        assert all(text[o["start"] : o["end"]] == o["name"] for o in task["owners"])
        assert all(text[d["from"] : d["to"]] == d["text"] for d in task["deadlines"])
    assert all(text[t["start"] : t["end"]] == t["text"] for t in document["targets"])
    assert all(m["name"] in text[m["start"] : m["end"]] for m in document["water_bodies"])


def empty(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def binary(path: Path) -> Path:
    path.write_bytes(bytes(range(256)) * 200)
    return path


def cut_pdf(path: Path) -> Path:
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer)
    page.drawString(100, 700, "plan")
    page.save()
    path.write_bytes(buffer.getvalue()[: len(buffer.getvalue()) // 2])
    return path


def locked_docx(path: Path) -> Path:
    """What Word writes when a password is set: not a zip but an OLE container that holds the encrypted package."""
    path.write_bytes(
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 512
    )
    return path


def cut_docx(path: Path) -> Path:
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("一、总体要求")
    document.save(buffer)
    path.write_bytes(buffer.getvalue()[:1000])
    return path


def huge(path: Path) -> Path:
    path.write_bytes("推进水污染防治。\n".encode() * 2_100_000)
    return path


BAD: dict[str, Callable[[Path], Path]] = {
    "empty.txt": empty,
    "binary.txt": binary,
    "cut.pdf": cut_pdf,
    "locked.docx": locked_docx,
    "cut.docx": cut_docx,
    "huge.txt": huge,
    "missing.txt": lambda path: path,
    "directory.txt/odd.bin": lambda path: path,
}


def test_extract_names_every_bad_file_in_one_line_and_reads_the_others(tmp_path: Path, plan: Path) -> None:
    bad = [make(tmp_path / name) for name, make in BAD.items()]
    (tmp_path / "last.txt").write_text(PLAN, "utf-8")
    run = shanshui("extract", plan, *bad, tmp_path / "last.txt", "--json")
    assert run.returncode == 1
    assert [Path(line.partition(": ")[0]) for line in run.stderr.splitlines()] == bad
    assert [document["source"] for document in json.loads(run.stdout)["documents"]] == ["plan.txt", "last.txt"]


def test_extract_without_a_path_is_a_usage_error() -> None:
    assert shanshui("extract").returncode == 2


def test_a_folder_without_files_is_said_to_be_one(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for run in (shanshui("extract", empty), shanshui("ingest", empty, "--store", tmp_path / "store")):
        assert run.returncode == 0
        assert "there is no file to read" in run.stderr


def test_extract_prints_names_whole_however_narrow_the_terminal(plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for width in ("80", "100", "140"):
        monkeypatch.setenv("COLUMNS", width)
        shown = shanshui("extract", plan).stdout
        assert "临江市水污染防治三年行动方案(2024—2026年)" in shown
        assert "2 tasks, 4 owners, 3 targets, 1 deadline, 1 river" in " ".join(shown.split())
        assert "…" not in shown


def test_files_that_fail_alike_are_one_line_unless_each_is_asked_for(tmp_path: Path, plan: Path) -> None:
    for number in range(9):
        (tmp_path / f"{number}.jpg").write_bytes(b"picture")
    (tmp_path / "old.doc").write_bytes(b"old")
    run = shanshui("extract", plan, tmp_path)
    assert run.returncode == 1
    many, one = run.stderr.splitlines()
    assert many.startswith(f"9 files such as {tmp_path / '0.jpg'}: files of type .jpg are not read")
    assert one.startswith(f"{tmp_path / 'old.doc'}: ")
    assert len(shanshui("extract", plan, tmp_path, "--verbose").stderr.splitlines()) == 10


def test_ingest_tells_in_few_lines_and_says_what_stays(tmp_path: Path, plan: Path) -> None:
    store = tmp_path / "store"
    told = " ".join(shanshui("ingest", plan, "--store", store).stdout.split())
    assert told.startswith("1 document read; ")
    assert "2 tasks, 4 owners, 3 targets, 1 deadline" in told
    assert "other files" not in told
    (tmp_path / "second.txt").write_text(PLAN.replace("临江", "滨海"), "utf-8")
    told = " ".join(shanshui("ingest", tmp_path / "second.txt", "--store", store).stdout.split())
    assert "The store also holds 1 document of other files." in told
    assert "`shanshui remove`" in told
    assert "1 there already" in shanshui("ingest", plan, "--store", store).stdout
