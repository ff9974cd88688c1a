"""Folders that hold a damaged store, or no store: one line that says what is wrong and what to do, and nothing lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from handmade import generated, water_plan
from store_suite import write

from corpus.errors import StoreError
from graph.store import Record, Store
from graph.stores.arrears import FILE
from graph.stores.embedded_trouble import GRAPH, LOG, PASSAGES, explain
from graph.stores.index import PassageIndex
from graph.stores.opening import open_store


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose graph still lies in its log, for the greater part."""
    path = tmp_path_factory.mktemp("sound")
    with open_store(str(path)) as store:
        write(store, water_plan())
    return path


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store whose graph lies in its file."""
    path = tmp_path_factory.mktemp("settled")
    with open_store(str(path)) as store:
        write(store, *generated(20))
    return path


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwrite(path: Path) -> None:
    path.write_bytes(b"something else" * 1000)


DAMAGE: dict[str, tuple[str, Callable[[Path], None], str]] = {
    "the graph is gone": (GRAPH, Path.unlink, "its file graph.lbug is gone"),
    "the graph is overwritten": (GRAPH, overwrite, "its file graph.lbug is not what was written"),
    "the log is cut": (LOG, cut, "its log graph.lbug.wal is damaged"),
    "the log is gone": (LOG, Path.unlink, "or its log graph.lbug.wal is gone"),
}


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize("case", DAMAGE)
def test_damaged_graph_is_told_with_its_cause_and_remedy(
    sound: Path, tmp_path: Path, case: str, read_only: bool
) -> None:
    name, harm, cause = DAMAGE[case]
    folder = tmp_path / "store"
    shutil.copytree(sound, folder)
    harm(folder / name)
    with pytest.raises(StoreError) as caught:
        open_store(str(folder), read_only=read_only)
    assert str(caught.value).startswith(f"{folder}: the graph is damaged: ")
    assert cause in str(caught.value)
    assert str(caught.value).endswith("move it away and ingest the documents anew")
    assert (folder / PASSAGES).is_dir()


def test_graph_with_unreadable_words_is_no_sound_store(settled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    shutil.copytree(settled, folder)
    (folder / LOG).unlink(missing_ok=True)
    bytes_of_graph = (folder / GRAPH).read_bytes()
    words = "由水务局牵头".encode()
    assert words in bytes_of_graph
    (folder / GRAPH).write_bytes(bytes_of_graph.replace(words, b"\xff" * len(words)))
    with (
        open_store(str(folder), read_only=True) as store,
        pytest.raises(StoreError, match=r"the graph is damaged: words in its file graph\.lbug cannot be read"),
    ):
        store.check()


def test_folder_of_other_files_becomes_no_store(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("计划", "utf-8")
    with pytest.raises(StoreError, match=r"holds other files \(plan\.txt\) and no store; give a new"):
        open_store(str(tmp_path))
    assert [entry.name for entry in tmp_path.iterdir()] == ["plan.txt"]


def test_empty_folder_becomes_a_store_whatever_systems_put_there(tmp_path: Path) -> None:
    (tmp_path / ".DS_Store").write_bytes(b"")
    (tmp_path / "lost+found").mkdir()
    with open_store(str(tmp_path)) as store:
        write(store, water_plan())
    (tmp_path / "notes.txt").write_text("added by hand", "utf-8")
    with open_store(str(tmp_path)) as store:
        assert len(store.fingerprints()) == 1


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("IO exception: Cannot open file store/graph.lbug: Permission denied", "no permission to write here; ask"),
        (
            "Trying to read a database file with a different version. It is: 36",
            "made by another version",
        ),
        (
            "Transaction committed successfully, but the post-commit checkpoint failed. The committed data is durable: "
            "IO exception: Cannot write to file. path: store/graph.lbug Error: No space left on device",
            "its disk has no room left",
        ),
        (
            "IO exception: Cannot write to file. path: store/graph.lbug.wal numBytesWritten: 510. Error: Success",
            "its disk has no room left",
        ),
        (
            "Runtime exception: Cannot open database in read-only mode while checkpoint recovery is pending. If "
            "another process is checkpointing, retry after it finishes.",
            "a write to it was broken off; `shanshui check --heal` completes it",
        ),
        ("Something that nobody foresaw.\nwith more", "Something that nobody foresaw."),
    ],
)
def test_other_trouble_is_one_line(reason: str, told: str) -> None:
    error = explain(RuntimeError(reason), Path("store"))
    assert str(error).startswith(f"store: {told}")
    assert "\n" not in str(error)


def test_disk_without_room_takes_nothing_and_harms_nothing(
    sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "store"
    shutil.copytree(sound, folder)
    with open_store(str(folder)) as store:
        before = store.fingerprints()
        with monkeypatch.context() as patch:
            patch.setattr(shutil, "disk_usage", lambda path: shutil._ntuple_diskusage(1 << 40, 1 << 40, 9 << 20))
            with pytest.raises(StoreError, match="its disk has only 9 MB left; make room for 256"):
                write(store, *generated(1))
        assert store.fingerprints() == before
        assert not store.check()


@pytest.mark.parametrize(
    "change", [lambda store: write(store, *generated(2)), lambda store: store.remove("water.txt-id")]
)
def test_index_follows_at_the_next_opening_where_a_program_was_ended_before_it(
    sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Store], object]
) -> None:
    folder = tmp_path / "store"
    shutil.copytree(sound, folder)
    with open_store(str(folder)) as store, monkeypatch.context() as patch:
        patch.setattr(PassageIndex, "replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            change(store)
    with open_store(str(folder), read_only=True) as store:
        assert {finding.kind for finding in store.check()} == {"index"}
    with open_store(str(folder)) as store:
        assert store.check() == []
    assert not (folder / FILE).exists()


def interrupted(index: PassageIndex, documents: Sequence[str], rows: Sequence[Record]) -> None:
    raise KeyboardInterrupt
