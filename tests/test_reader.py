"""Files and folders in, text or one plain sentence out, whatever the bytes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stopwatch import finish_within

from corpus.errors import UnreadableFileError
from corpus.reader import DAMAGED, FORMATS, MAX_BYTES, find_files, read_text

SENTENCE = "到2025年，嘉陵江出境断面水质稳定达到Ⅱ类。"


def found(*paths: Path) -> list[str]:
    """The source names of what was found; of errors, their reasons."""
    return [entry.reason if isinstance(entry, UnreadableFileError) else entry[1] for entry in find_files(paths)]


def test_read_text_gives_the_text_of_a_file_with_line_ends_made_one(tmp_path: Path) -> None:
    path = tmp_path / "plan.TXT"
    path.write_bytes(f"一、总体要求\r\n{SENTENCE}\r第三行\x0c第四行".encode("gb18030"))
    assert read_text(path) == f"一、总体要求\n{SENTENCE}\n第三行\n第四行"


@pytest.mark.parametrize("suffix", sorted(FORMATS))
def test_read_text_says_that_a_file_is_empty(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"plan{suffix}"
    path.touch()
    with pytest.raises(UnreadableFileError, match="the file is empty"):
        read_text(path)


def test_read_text_says_that_a_file_holds_no_text(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(" \n\u3000\n", "utf-8")
    with pytest.raises(UnreadableFileError, match="holds no text"):
        read_text(path)


def test_read_text_refuses_a_file_over_the_limit_with_both_sizes(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(UnreadableFileError, match="has 50 MB, the limit is 32 MB"):
        read_text(path)
    assert MAX_BYTES == 32 * 1024 * 1024


@pytest.mark.parametrize("name", ["plan.png", "plan"])
def test_read_text_refuses_what_has_no_known_format(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"x")
    with pytest.raises(UnreadableFileError, match=r"are not read, only .*\.docx"):
        read_text(path)


@pytest.mark.parametrize(("name", "other"), [("plan.DOC", ".docx"), ("plan.xls", ".xlsx"), ("plan.ofd", ".pdf")])
def test_read_text_says_how_to_save_an_old_format(tmp_path: Path, name: str, other: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(UnreadableFileError, match=f"save it as {other}"):
        read_text(tmp_path / name)


@pytest.mark.parametrize(
    "piece", ["[", "**甲 ", "<table", "<a", "\n", "  \n", "（水", "水，\n", "<td>", "一、", "…", "|"]
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".csv"])
def test_read_text_takes_time_in_proportion_to_length(tmp_path: Path, suffix: str, piece: str) -> None:
    path = tmp_path / f"plan{suffix}"
    path.write_text("水" + piece * (100_000 // len(piece)), "utf-8")

    def read(run: int) -> None:
        with suppress(UnreadableFileError):
            read_text(path)

    finish_within(5, read)


def test_read_text_names_the_file_and_the_cause(tmp_path: Path) -> None:
    missing, folder, picture = tmp_path / "no.txt", tmp_path / "folder.txt", tmp_path / "picture.txt"
    folder.mkdir()
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(200)))
    for path, cause in (
        (missing, "there is no such file or folder"),
        (folder, "it is a folder, not a file"),
        (picture, "it is not a text file but a picture"),
    ):
        with pytest.raises(UnreadableFileError) as caught:
            read_text(path)
        assert str(caught.value) == f"{path}: {cause}"


@pytest.mark.skipif(os.name != "posix", reason="permissions are the system's own")
def test_read_text_says_that_permission_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(SENTENCE, "utf-8")
    path.chmod(0)
    if not os.access(path, os.R_OK):
        with pytest.raises(UnreadableFileError, match="no permission to read it"):
            read_text(path)
        return
    # The superuser may read everything: another user looks at the file, in a folder that everyone may enter.
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    script = (
        "import os, sys; from pathlib import Path; from corpus.reader import read_text\n"
        "os.setgid(65534); os.setuid(65534)\n"
        "try: read_text(Path(sys.argv[1]))\nexcept Exception as error: print(error)"
    )
    run = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == f"{path}: no permission to read it"


@pytest.mark.parametrize(
    "page", ["<!DOCTYPE html><html><body><p>{}</p></body></html>", '<div class="a"><p>{}</p></div>']
)
def test_read_text_reads_a_page_saved_as_text(tmp_path: Path, page: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(page.format(SENTENCE), "utf-8")
    assert read_text(path) == SENTENCE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes")
def test_read_text_does_not_wait_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "plan.txt")
    with pytest.raises(UnreadableFileError, match="device"):
        read_text(tmp_path / "plan.txt")


def test_find_files_reports_names_that_no_file_can_have() -> None:
    reasons = found(Path("a\0b.txt"), Path("x" * 5000))
    assert reasons[0] == "its name is none that a file can have"
    assert reasons[1].startswith("it cannot be read")


def test_find_files_walks_folders_in_order_and_passes_over_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.md", "a/1.html", ".git/x.txt", "a/.hidden.txt", "~$b.docx", "Thumbs.db", "c.csv"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(SENTENCE, "utf-8")
    assert found(tmp_path) == ["a/1.html", "a/2.md", "b.txt", "c.csv"]
    assert found(tmp_path / "b.txt", tmp_path / "a") == ["b.txt", "1.html", "2.md"]


def test_find_files_reports_what_is_missing_or_not_read_and_goes_on(tmp_path: Path) -> None:
    for name in ("a.png", "b.txt"):
        (tmp_path / name).write_text(SENTENCE, "utf-8")
    reasons = found(tmp_path / "no", tmp_path)
    assert reasons[0] == "there is no such file or folder"
    assert reasons[1].startswith("files of type .png are not read")
    assert reasons[2:] == ["b.txt"]


def test_find_files_ends_where_links_go_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "plan.txt").write_text(SENTENCE, "utf-8")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    names = found(tmp_path)
    assert names[0] == "a/plan.txt"
    assert names[1].startswith("it cannot be read")
    assert len(names) == 2


@pytest.mark.parametrize("suffix", sorted(FORMATS))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    head=st.sampled_from(
        [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html><table><tr>", b"\xff\xfe", b"\xef\xbb\xbf", b"a,b\n"]
    ),
    body=st.binary(max_size=400),
    tail=st.sampled_from([b"", b"\n%%EOF", b"</table>"]),
)
def test_read_text_of_any_bytes_gives_text_or_one_sentence(
    tmp_path: Path, suffix: str, head: bytes, body: bytes, tail: bytes
) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(head + body + tail)
    try:
        assert read_text(path).strip()
    except UnreadableFileError as error:
        assert "\n" not in str(error)
        assert DAMAGED not in str(error)


@pytest.mark.parametrize("seed", range(20))
def test_read_text_of_damaged_files_gives_text_or_one_sentence(
    tmp_path: Path, seed: int, whole_files: dict[str, bytes]
) -> None:
    chance = random.Random(seed)
    for suffix, whole in whole_files.items():
        damaged = bytearray(whole)
        for _ in range(chance.choice((1, 10, 100))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path = tmp_path / f"damaged{suffix}"
        path.write_bytes(damaged[: chance.choice((len(damaged), len(damaged) // 2))])
        try:
            assert read_text(path).strip()
        except UnreadableFileError as error:
            assert "\n" not in str(error)
            assert DAMAGED not in str(error)


@pytest.fixture(scope="module")
def whole_files() -> dict[str, bytes]:
    """A sound file of every format that is more than text."""
    from io import BytesIO

    import docx
    import openpyxl
    from reportlab.pdfgen.canvas import Canvas

    pdf, word, sheet = BytesIO(), BytesIO(), BytesIO()
    canvas = Canvas(pdf)
    canvas.drawString(100, 700, "Water plan 2025")
    canvas.rect(100, 100, 200, 200)
    canvas.save()
    document = docx.Document()
    document.add_paragraph(SENTENCE)
    document.add_table(2, 2).cell(0, 0).text = "断面"
    document.save(word)
    book = openpyxl.Workbook()
    book.active.append([SENTENCE, 0.95])
    book.save(sheet)
    return {".pdf": pdf.getvalue(), ".docx": word.getvalue(), ".xlsx": sheet.getvalue()}
