"""What README and docs say can be checked by a program: files that they name are there, commands are understood."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer

from cli import app
from graph.search.relevance import load_cases
from nlp.pipeline import COMPONENTS

HOUSE = Path(__file__).parent.parent
PAGES = [HOUSE / "README.md", *sorted((HOUSE / "docs").rglob("*.md"))]
TEXTS = {str(page.relative_to(HOUSE)): page.read_text("utf-8") for page in PAGES}
_LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
_CODE = re.compile(r"`([^`\n]+)`")
_PLACE = re.compile(r"(?<![\w/.])(?:corpus|nlp|graph|api|ui|cli|tests|docs|\.ci)(?:/[\w.*-]+)+/?")
_COMMAND = re.compile(r"^ {0,4}(?:[A-Z_]+=\S+ )*(shanshui [^#\n]*)", re.MULTILINE)
_TARGET = re.compile(r"\bmake ([a-z0-9-]+)")


def commands() -> list[tuple[str, str]]:
    """Every command of Shanshui in a block of code, with its page."""
    found = [(page, command.strip()) for page, text in TEXTS.items() for command in _COMMAND.findall(text)]
    return [(page, command) for page, command in found if not command.endswith("`")]


@pytest.mark.parametrize("page", TEXTS)
def test_link_leads_to_a_file(page: str) -> None:
    links = [link for link in _LINK.findall(TEXTS[page]) if "://" not in link]
    assert [link for link in links if not (HOUSE / page).parent.joinpath(link).exists()] == []


@pytest.mark.parametrize("page", TEXTS)
def test_path_that_a_page_names_is_there(page: str) -> None:
    named = [place for code in _CODE.findall(TEXTS[page]) for place in _PLACE.findall(code)]
    assert [place for place in named if not any(HOUSE.glob(place.rstrip("/")))] == []


def test_every_folder_is_told_of_in_the_design() -> None:
    told = set(re.findall(r"`(\w+)/`", TEXTS["docs/design.md"]))
    assert {
        init.parent.name for room in ("corpus", "nlp", "graph") for init in (HOUSE / room).rglob("__init__.py")
    } <= told


def test_design_lists_the_steps_of_the_pipeline_in_their_order() -> None:
    steps = ", ".join(f"`{name}/`" for name in COMPONENTS)
    assert f"| {steps} |" in TEXTS["docs/design.md"]


@pytest.mark.parametrize("page", TEXTS)
def test_target_of_make_is_there(page: str) -> None:
    targets = re.findall(r"^([a-z0-9-]+):", (HOUSE / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(_TARGET.findall("\n".join(_CODE.findall(TEXTS[page])))) <= set(targets)


@pytest.mark.parametrize(("page", "command"), commands())
def test_command_is_understood_as_printed(page: str, command: str) -> None:
    """Its words are read as the program reads them, options and arguments; nothing is run."""
    program, words = typer.main.get_command(app), shlex.split(command)[1:]
    while (name := words[0] if words else "") in getattr(program, "commands", {}):
        program, words = program.commands[name], words[1:]
    assert not getattr(program, "commands", {}), f"there is no command {name}"
    program.make_context(name, words)


def test_every_command_is_told_of() -> None:
    told = {shlex.split(command)[1] for _, command in commands()}
    told |= set(re.findall(r"`shanshui (\w+)", "\n".join(TEXTS.values())))
    assert set(typer.main.get_command(app).commands) - told == set()


def test_search_page_counts_the_cases_of_relevance() -> None:
    page = TEXTS["docs/search.md"]
    cases = load_cases(HOUSE / "tests" / "relevance")
    assert len(cases) == int(re.findall(r"on the (\d+) cases", page)[0])
