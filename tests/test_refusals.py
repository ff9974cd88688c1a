"""A command that is called wrongly says in one line what is wrong, in words that a researcher understands."""

from __future__ import annotations

import socket
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from handmade import water_plan
from ports import free_port
from store_suite import write
from typer.testing import CliRunner

import cli
from graph.stores.opening import open_store


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store, and with files that are not what a command wants."""
    made = tmp_path_factory.mktemp("refusals")
    with open_store(str(made / "store")) as store:
        write(store, water_plan())
    (made / "empty").mkdir()
    (made / "note.txt").write_text("水", "utf-8")
    (made / "list.json").write_text("[1, 2", "utf-8")
    (made / "floors.yaml").write_text("tasks: [", "utf-8")
    (made / "gbk.txt").write_bytes("水务局".encode("gb18030"))
    return made


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("check --store note.txt", "note.txt: there is no store here; `shanshui ingest` makes one"),
        ("ingest empty --store note.txt", "note.txt: this is a file; a store is a folder"),
        ("ingest empty --store /dev/null/x", "/dev/null/x: cannot be made (not a directory)"),
        (
            "check --store http://h",
            "http://h: not the address of a store; give a folder, or a neo4j:// or bolt:// address",
        ),
        ("ask 谁 --store bolt://127.0.0.1:1", "bolt://127.0.0.1:1: no Neo4j server answers; is it running"),
        ("check --store bolt://127.0.0.1:1", "bolt://127.0.0.1:1: no Neo4j server answers; is it running"),
        ("serve --store bolt://127.0.0.1:1", "bolt://127.0.0.1:1: no Neo4j server answers; is it running"),
        ("serve --only api --store bolt://127.0.0.1:1", "bolt://127.0.0.1:1: no Neo4j server answers; is it running"),
        ("ask 谁 --store store --batch none", "none: there is no such file or folder"),
        ("ask 谁 --store store --batch gbk.txt", "gbk.txt: it is not text in UTF-8"),
        ("ask 谁 --store store --batch empty", "empty: it cannot be read (is a directory)"),
        ("import none --store store", "none: there is no such file or folder"),
        ("evaluate none", "none: there is no such file or folder"),
        ("evaluate empty", "empty: no gold files"),
        ("evaluate list.json", "list.json: it is not JSON (line 1: expecting"),
        ("evaluate {gold} --floors none", "none: there is no such file or folder"),
        ("evaluate {gold} --floors floors.yaml", "floors.yaml: it is not YAML"),
        ("evaluate {gold} --corpus empty --report none/x.md", "none/x.md: no such file or directory"),
        ("export /dev/null/x --format csv --store store", "/dev/null/x: cannot be written (not a directory)"),
        ("compare 嵊州 --store store --xlsx none/x.xlsx", "none/x.xlsx: no such file or directory"),
        ("compare 火星 --store store", "the store holds no document of 火星"),
        ("show department 火星局 --store store", "no document that is held names the department 火星局"),
        ("search 河 --city 火星 --store store", "火星 is no place that Shanshui knows"),
        ("search 河 --domain 火星 --store store", "火星 is no field; there are water, air"),
    ],
)
def test_command_called_wrongly_says_so_in_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str, said: str
) -> None:
    gold = Path(__file__).parent / "gold"
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "argv", ["shanshui", *command.format(gold=gold).split()])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith("shanshui: ")]
    assert (ended.value.code, len(lines)) == (1, 1)
    assert lines[0].startswith(f"shanshui: {said}")


@pytest.mark.parametrize(
    ("command", "option"),
    [
        ("serve --store store --api-port {port}", "--api-port"),
        ("serve --store store --api-port {free} --port {port}", "--port"),
        ("serve --store store --only api --api-port {port}", "--api-port"),
        ("serve --only explorer --port {port}", "--port"),
        ("mcp --store store --http --port {port}", "--port"),
    ],
)
def test_port_that_another_program_listens_on_is_told_before_anything_starts(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str, option: str
) -> None:
    monkeypatch.chdir(folder)
    with socket.create_server(("127.0.0.1", free_port())) as other:
        port = other.getsockname()[1]
        monkeypatch.setattr(sys, "argv", ["shanshui", *command.format(port=port, free=free_port()).split()])
        with pytest.raises(SystemExit) as ended:
            cli.main()
    said = f"127.0.0.1:{port}: cannot be listened on (address already in use); choose others with --host and {option}"
    assert (ended.value.code, capsys.readouterr().err) == (1, f"shanshui: {said}\n")


@pytest.mark.parametrize("command", [[], ["show"], ["show", "plan"], ["ingest"]])
def test_help_is_there_under_its_short_name(command: list[str]) -> None:
    told = CliRunner().invoke(cli.app, [*command, "-h"])
    assert (told.exit_code, "Usage" in told.stdout) == (0, True)


def test_version_is_told() -> None:
    told = CliRunner().invoke(cli.app, ["--version"])
    assert (told.exit_code, told.stdout) == (0, f"shanshui {version('shanshui')}\n")
