"""The parts of a web page by their names and words: its furniture, its imprint, the head of an official document."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from corpus.chrome import is_chrome
from corpus.words import any_of, load

NAME_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
DATE = re.compile(r"(?:19|20)\d{2}[-年/.]\d{1,2}[-月/.]\d{1,2}")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of data/web_page.yaml, and of data/page_chrome.yaml those above lists of other pages."""

    names: frozenset[str]
    imprint: tuple[str, ...]
    related: frozenset[str]
    fields: re.Pattern[str]
    label: re.Pattern[str]


def is_furniture(line: str) -> bool:
    """Whether a line of text belongs to the page and not to the document; a row of a table never does.

    `当前位置：首页 > 政务公开` and `【字号：大 中 小】 打印` do; `打印设备更新由市财政局负责。` does not.
    """
    return "\t" not in line and is_chrome(unicodedata.normalize("NFKC", line))


def is_furniture_name(value: str) -> bool:
    """Whether a class or id names furniture: `page-footer` and `leftNav` do, `zoom` and `TRS_Editor` do not."""
    return any(token.lower() in _vocabulary().names for token in NAME_TOKEN.findall(value))


def is_imprint(text: str) -> bool:
    """Whether a text says what only the foot of a page says, such as the number under which a site is registered."""
    return any(word in text for word in _vocabulary().imprint)


def head_fields(text: str) -> frozenset[str]:
    """The fields of the head of an official document that a text without white space names; a date counts as one.

    `索引号：000014349文号：…` names two, `来源：市生态环境局2024-03-05` two, `名称由市政府确定` none.
    """
    fields = frozenset(_vocabulary().fields.findall(text))
    return fields | {"date"} if fields and DATE.search(text) else fields


def is_related_heading(text: str) -> bool:
    """Whether a text stands above a list of other pages: `相关推荐` does, `相关工作` does not."""
    return text.strip(" :：\xa0\u3000") in _vocabulary().related


def tidy_head(lines: list[str]) -> list[str]:
    """Lines with the fields of a document's head set apart and put together with their values.

    `发布时间：2023-07-13来源：市政府` gets a blank, `索引号：` and `014008/2023-00012` below it become one line.
    """
    tidy: list[str] = []
    label = _vocabulary().label
    for line in lines:
        if tidy and label.fullmatch(tidy[-1]) and not label.match(line):
            tidy[-1] += line
        elif "\t" in line or len(head_fields(line)) < 2:
            tidy.append(line)
        else:
            tidy.append(label.sub(lambda match: f" {match.group()}" if match.start() else match.group(), line))
    return [re.sub(" {2,}", " ", line) for line in tidy]


@cache
def _vocabulary() -> Vocabulary:
    """Reads the words once."""
    page, chrome = load("web_page"), load("page_chrome")
    strong, weak = any_of("web_page", "fields"), any_of("web_page", "weak fields")
    return Vocabulary(
        frozenset(page["names"]),
        tuple(page["imprint"]),
        frozenset(chrome["lines"]["related"]),
        re.compile(f"{strong}|(?:{weak})(?=[:：])"),
        re.compile(f"(?:{strong}|{weak})[:：]"),
    )
