"""The words of the explorer: complete in both languages, and none that a page lacks."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from nlp.confidence import table
from ui.words import CATALOGUE, LANGUAGES, Count, catalogue, causes, foreign, rules

READERS = sorted((Path(__file__).parent.parent / "corpus").rglob("*.py"))
SOURCES = sorted((Path(__file__).parent.parent / "ui").glob("*.py"))


@pytest.mark.parametrize("key", catalogue())
def test_words_stand_in_both_languages_with_the_same_places_to_fill(key: str) -> None:
    words = catalogue()[key]
    assert set(words) == set(LANGUAGES)
    assert all(words.values())
    fields = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in words.values()]
    assert fields[0] == fields[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_put_in_the_place_of_another_is_itself_left_alone(language: str) -> None:
    instead = foreign(language)
    assert not set(instead) & set(instead.values())
    assert not set(instead) & {words[language] for words in catalogue().values()}
    assert instead["Upload"] == {"zh": "选择文件", "en": "Choose files"}[language]


def test_no_key_stands_twice() -> None:
    tree = yaml.compose(CATALOGUE.read_text("utf-8"))
    keys = [key.value for key, _ in tree.value]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_page_says_only_what_the_catalogue_holds(path: Path) -> None:
    said = set(re.findall(r'\bsay\("(\w+)"', path.read_text("utf-8")))
    assert said <= set(catalogue())


def test_no_words_lie_unused() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in SOURCES)
    dynamic = {"plan", "report", "notice", "speech", "letter", "summary", "interpretation", "other", "result"}
    dynamic |= {
        "placeholder",
        "redaction",
        "lost_characters",
        "repeated_text",
        "mixed_script",
        "page_chrome",
        "lead_in",
    }
    dynamic |= {"two_dates", "fault"}
    listed = {key for key in catalogue() if not key.startswith("province_")}
    unused = {key for key in listed if not re.search(rf"\b{key}\b", sources)} - dynamic
    assert not unused


def test_count_of_one_is_told_in_the_singular() -> None:
    assert "{n:,} task{n:s}".format(n=Count(1)) == "1 task"
    assert "{n:,} task{n:s}".format(n=Count(3000)) == "3,000 tasks"


def test_every_cause_for_which_a_file_is_not_read_is_told_in_chinese() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in READERS)
    told = re.findall(r'(?:RefusedError\(|DAMAGED = |return )f?"((?:the|it|its|a) [^"]+)"', sources)
    assert len(told) > 20
    assert [reason for reason in told if not any(said in reason for said in causes())] == []


def test_every_cause_is_one_that_a_reader_gives() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in READERS)
    assert [said for said in causes() if said not in sources] == []


def test_every_rule_that_a_reader_judges_has_a_name_in_chinese() -> None:
    judged = ("owner", "deadline", "target")
    measured = {rule for kind in judged for rule in table()[kind] if rule}
    assert measured <= set(rules())
    assert all(re.search(r"[一-鿿]", told) for told in rules().values())
