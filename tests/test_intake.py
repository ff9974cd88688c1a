"""Intake: files become documents, and one broken file stops no other."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from corpus.document import Document
from corpus.errors import UnreadableFileError
from corpus.intake import documents

STARTER = Path(__file__).parent.parent / "corpus" / "starter"
MANIFEST = yaml.safe_load((STARTER / "manifest.yaml").read_text("utf-8"))
FILES = [STARTER / entry["file"] for entry in MANIFEST]


@pytest.fixture(scope="module")
def starter() -> list[Document]:
    found = list(documents(FILES))
    assert all(isinstance(document, Document) for document in found)
    return [document for document in found if isinstance(document, Document)]


def test_folder_of_the_starter_is_read_without_complaint() -> None:
    assert all(isinstance(document, Document) for document in documents([STARTER]))


def test_manifest_names_every_starter_document() -> None:
    assert {path.name for path in FILES} == {path.name for path in STARTER.glob("*.txt")}


def test_starter_compilation_has_its_parts(starter: list[Document]) -> None:
    tens = ["", "十", "二十"]
    numbers = [tens[n // 10] + ("一二三四五六七八九"[n % 10 - 1] if n % 10 else "") for n in range(1, 23)]
    assert [document.part for document in starter if document.part] == [f"篇{number}" for number in numbers]
    assert len(starter) == 26


def test_starter_page_that_stands_twice_is_read_once(starter: list[Document]) -> None:
    repeated = [d for d in starter if any(mark.kind == "repeated-text" for mark in d.damage)]
    assert len(repeated) == 1
    assert repeated[0].text.count("三、保障措施") == 1
    assert repeated[0].text.count("附件2") == 1
    assert repeated[0].text.endswith("生态环境分局")


def test_starter_documents_lead_back_to_their_source(starter: list[Document]) -> None:
    for document in starter:
        start, end = document.original_span(0, 4)
        assert 0 <= start < end <= len(document.original)
        assert len(document.offsets) == len(document.text) + 1


def test_starter_documents_are_simplified(starter: list[Document]) -> None:
    text = "".join(document.text for document in starter)
    assert not [char for char in "環態護質資訊覈衆" if char in text]


def test_ids_are_all_different(starter: list[Document]) -> None:
    assert len({document.id for document in starter}) == len(starter)


def test_unreadable_file_comes_as_an_error_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("到2025年,森林覆盖率达到68%。", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text("到2025年,水土保持率达到85%。", "utf-8")
    found = list(documents([tmp_path]))
    assert [type(item) for item in found] == [Document, UnreadableFileError, Document]


def test_failing_repair_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.txt").write_text("到2025年,森林覆盖率达到68%。", "utf-8")

    def fail(text: str) -> None:
        raise ValueError("bad offset")

    monkeypatch.setattr("corpus.intake.repair", fail)
    (error,) = documents([tmp_path])
    assert isinstance(error, UnreadableFileError)
    assert "plan.txt" in str(error)
    assert "bad offset" in str(error)
