"""The shape of the house: rooms import one way, files stay small, names of the corpus stay out of the rules."""

from __future__ import annotations

import ast
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
ROOMS = ("corpus", "nlp", "graph", "api", "ui", "cli")
ALLOWED = {
    "corpus": set(),
    "nlp": {"corpus"},
    "graph": {"corpus", "nlp"},
    "api": {"corpus", "nlp", "graph"},
    "ui": {"api"},
    "cli": {"corpus", "nlp", "graph", "api"},
}
FILES = sorted(path for room in ROOMS for path in (HOUSE / room).rglob("*.py"))
MODULES = {".".join(path.relative_to(HOUSE).with_suffix("").parts): path for path in FILES}
RULES = [path for path in FILES if path.relative_to(HOUSE).parts[0] in ("corpus", "nlp", "graph")]


@cache
def syntax(path: Path) -> tuple[ast.AST, ...]:
    """All nodes of a file, its module first."""
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


def imported_rooms(path: Path) -> set[str]:
    names: set[str] = set()
    for node in syntax(path):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module.split(".")[0])
    return names & set(ROOMS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_room_imports_only_rooms_below(path: Path) -> None:
    room = path.relative_to(HOUSE).parts[0]
    assert imported_rooms(path) <= ALLOWED[room] | {room}


def imported_files(path: Path) -> set[Path]:
    """The files of the house that a file imports, at its head or inside a function."""
    nodes = [node for node in syntax(path) if isinstance(node, ast.ImportFrom) and node.module and not node.level]
    names = {name for node in nodes for name in (node.module, *(f"{node.module}.{each.name}" for each in node.names))}
    return {MODULES[name] for name in names if name in MODULES}


def test_no_file_imports_itself_by_way_of_others() -> None:
    TopologicalSorter({path: imported_files(path) for path in FILES}).prepare()


def folder(path: Path) -> Path:
    """The folder of a room that a file stands in, or the file itself where it stands in none."""
    return HOUSE.joinpath(*path.relative_to(HOUSE).parts[:2])


def test_folders_of_a_room_import_one_way() -> None:
    """`answers` may know `comparison`, but not each the other; the protocol `store.py` knows none of `stores`."""
    imports: dict[Path, set[Path]] = {}
    for path in FILES:
        imports.setdefault(folder(path), set()).update(map(folder, imported_files(path)))
    TopologicalSorter({one: others - {one} for one, others in imports.items()}).prepare()


def test_every_import_from_the_house_leads_somewhere() -> None:
    """Also where no test comes by, in a function or in a program that measures."""
    known = {name.removesuffix(".__init__") for name in MODULES}
    paths = [*FILES, *(HOUSE / "tests").rglob("*.py")]
    named = {node.module for path in paths for node in syntax(path) if isinstance(node, ast.ImportFrom) and node.module}
    assert {module for module in named if module.split(".")[0] in ROOMS} - known == set()


def test_ui_speaks_to_api_through_its_client_only() -> None:
    for path in (HOUSE / "ui").rglob("*.py"):
        modules = [node.module for node in syntax(path) if isinstance(node, ast.ImportFrom)]
        assert {m for m in modules if m and m.startswith("api")} <= {"api.client"}


SPELLINGS = ("u4e00-", "u3400-", "㐀", "一-龥", "一-鿿")


@pytest.mark.parametrize("path", RULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_range_of_chinese_characters_is_taken_from_corpus_characters(path: Path) -> None:
    text = path.read_text("utf-8")
    assert path.name == "characters.py" or not [spelling for spelling in SPELLINGS if spelling in text]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_file_has_400_lines_at_most(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", RULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_rule_names_nothing_of_the_starter_corpus(path: Path) -> None:
    docstrings = {
        id(node.body[0].value)
        for node in syntax(path)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    words = [
        node.value
        for node in syntax(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]
    names = ("黔东南", "嵊州", "杭州", "青海", "曹娥江", "鱼洞河", "嘎醉河", "翁你河", "淳安", "凯里")
    assert not [name for name in names for word in words if name in word]
