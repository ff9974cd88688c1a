"""Component `projects`: the named projects, works, facilities and areas to be built of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from corpus.characters import HAN, NUMERALS, STARS
from nlp.facts import Facts, Mention
from nlp.projects.choice import choose_named
from nlp.projects.front import front_length
from nlp.projects.head import BUILDING, HEAD, any_of
from nlp.projects.joint import joint_names
from nlp.projects.list import read_list
from nlp.projects.works import is_led_by_works
from nlp.references.book_title import find_titles
from nlp.sections.heading import orders
from nlp.tasks.names import names_by_task
from nlp.vocabulary import words

# No clause of a plan is longer; the limit keeps the time that a text without punctuation takes in proportion.
_CLAUSE = re.compile(r"(?:[^。;,:!?\n\t —]|(?<!—)—(?!—)){1,400}")
# A clause or line before that says what the list names: 需大力推进的项目有13项:
_ANNOUNCED = re.compile(rf"(?:项目|工程)[^。;,:\n]{{0,12}}:\s*\Z|(?:{any_of('status_words')})[{HAN}]{{2,6}}:\Z")
# A box of projects ends with the next heading or its like.
_BOX = re.compile(
    rf"【?专栏[^\n]*(?:工程|项目)[^\n。]*\n"
    rf"(?:(?:(?![{NUMERALS}]+、|\(|第[^\n]{{1,3}}[章节条])[^\n]*(?:\n|\Z))+|(?:\([{NUMERALS}]+\)[^\n]*(?:\n|\Z))+)\Z"
)
# 列入提标改造的污水处理厂共4家,分别是…
_COUNTED_OFF = re.compile(rf"(?:{any_of('build_verbs', 'deed_heads')})[^。;\n]{{0,16}}?\d+[家座个处项],\Z")
_LONGEST_BOX = 1500
_INCLUDES = re.compile(rf"(?:主要|具体|其中)?(?:包括|有)(?=[{HAN}“])")
_LONGEST_LIST = 600
_RENEWED = re.compile(rf"(?:{any_of('renewals')})(?:工程|项目)?")
_LIST_ENDS = words("projects", "list_ends")
_HEADER = re.compile(rf"(?:项目|工程)名称|(?:{any_of('headers')})(?:项目|工程)(?:名称)?")
# A column headed 项目 alone is one of works where its neighbours say where or how big they are.
_WORKS = frozenset({"项目", "工程", "子项目", "工程项目"})
_OF_WORKS = re.compile(any_of("columns_of_works"))
_ENUMERATOR = re.compile(rf"^(?:[\d.、(){STARS}]+|[①-⑳])+")
# What opens a clause before the list: an enumerator, and 即 of 新建闸站2座,即甲闸站、乙闸站.
_AS_WELL = re.compile(r"(?<=工程|项目|建设)以及")
_OPENING = re.compile(
    rf"“?十[一二三四五]五”?(?:时期|期间|末)?,?|\([{NUMERALS}\d]+\)|\d{{1,2}}[.、](?!\d)|[①-⑳■●◆▪★☆]|即(?![墨将使时可日])"
)


@Language.component("shanshui_projects")
def read_projects(doc: Doc) -> Doc:
    """Fills `facts.projects` with every mention of a named project under its full name, and the names into the tasks.

    Reads `凯里市生活垃圾焚烧发电厂二期项目`, `新建甘霖、黄泽污水管网工程` (two), `三北防护林等重大生态工程`,
    `建设青海湖国家公园`. Reads no project in `加快污水处理设施建设`, `“两高”项目`, `项目审批` and
    `争创国家生态文明建设示范区`.
    """
    facts: Facts = doc._.facts
    found = {(mention.start, mention.name): mention for mention in (*_in_tables(facts), *_in_clauses(facts))}
    facts.projects = sorted(_named_in_full(list(found.values())), key=lambda mention: mention.start)
    for task, names in names_by_task(facts.tasks, [(each.start, each.canonical) for each in facts.projects]):
        task.projects = names
    return doc


def _named_in_full(found: list[Mention]) -> Iterator[Mention]:
    """The mentions, a short form under the one full name that ends with it: 水厂一期工程 beside 银滩水厂一期工程.

    So is a plant under the one name of the works on it: 银滩污水厂 beside 银滩污水厂提标改造工程.
    """
    names = {mention.name for mention in found}
    for mention in found:
        full = [name for name in names if name.endswith(mention.name) and name != mention.name]
        worked_on = [
            name for name in names if name.startswith(mention.name) and _RENEWED.fullmatch(name, len(mention.name))
        ]
        if len(worked_on) == 1:
            yield replace(mention, name=worked_on[0], canonical=worked_on[0], rule="short form")
        elif len(full) == 1 and not front_length(mention.name):
            yield replace(mention, name=full[0], canonical=full[0], rule="short form")
        else:
            yield mention


def _in_clauses(facts: Facts) -> Iterator[Mention]:
    """The projects named in running text, clause by clause, outside the titles of cited documents."""
    text = _without_titles(facts.text)
    waters = frozenset(mention.name for mention in facts.water_bodies)
    led = told = 0
    for clause in _CLAUSE.finditer(text):
        said = clause[0]
        if not (HEAD.search(said) or said.endswith(_LIST_ENDS) or BUILDING.search(said)):
            continue
        carried = led == clause.start() - 1 and text[led : led + 1] == ","
        is_cell = text[clause.start() - 1 : clause.start()] == text[clause.end() : clause.end() + 1] == "\t"
        follows_told = told == clause.start() - 1 and text[told : told + 1] == ";"
        announced = _is_announced(text, clause.start()) or (follows_told and _OPENING.match(said) is not None)
        told = clause.end() if announced else told
        included = is_cell or _is_included(text, clause.start())
        for start, part in _parts(said, clause.start()):
            listed = read_list(part, start, waters)
            follows = carried and not listed.lead and listed.items[-1].is_whole("deed")
            named = list(choose_named(listed, announced, included or follows, facts))
            yield from named
            if named and (follows or is_led_by_works(listed.lead)):
                led = clause.end()


def _parts(clause: str, offset: int) -> Iterator[tuple[int, str]]:
    """What a clause lists without the enumerator before it, in parts where it lists twice: …等工程以及…等项目."""
    number = _OPENING.match(clause)
    start = number.end() if number else 0
    for joint in _AS_WELL.finditer(clause) if "以及" in clause else ():
        yield offset + start, clause[start : joint.start()]
        start = joint.end()
    yield offset + start, clause[start:]


def _is_announced(text: str, start: int) -> bool:
    """Whether projects follow, by the words before a clause (推进的项目有3项:) or by the title of its box (专栏)."""
    if _ANNOUNCED.search(text, max(0, start - 24), start):
        return True
    if text.startswith("分别", start) and _COUNTED_OFF.search(text, max(0, start - 40), start):
        return True
    box = text.rfind("专栏", max(0, start - _LONGEST_BOX), start)
    return box >= 0 and _BOX.match(text, box, start) is not None


def _is_included(text: str, start: int) -> bool:
    """Whether the sentence that a clause stands in begins with 包括 or 有."""
    sentence = max(text.rfind(mark, max(0, start - _LONGEST_LIST), start) for mark in "。;!?\n") + 1
    return _INCLUDES.match(text, sentence) is not None


def _without_titles(text: str) -> str:
    """The text with full stops for the titles of cited documents, so that offsets stay."""
    kept, left = [], 0
    for title in find_titles(text):
        kept += [text[left : title.start], "。" * (title.end - title.start)]
        left = title.end
    return "".join((*kept, text[left:]))


def _in_tables(facts: Facts) -> Iterator[Mention]:
    """The cells of columns headed 项目名称, 重点项目 and the like, and 项目 beside 建设规模.

    Reads `东湖水环境提升`, not `完成水质考核目标`.
    """
    for table in facts.tables:
        headers = [header.text.strip() for header in table.header or ()]
        of_works = any(_OF_WORKS.match(header) for header in headers)
        for column, header in enumerate(headers):
            if not _HEADER.fullmatch(header) and not (of_works and header in _WORKS):
                continue
            for row in table.rows:
                cell = row[column]
                if len({id(one) for one in row}) == 1 < len(row):
                    continue  # 一、污染减排类 over all columns is a heading
                name = _ENUMERATOR.sub("", cell.text.strip())
                if orders(name) and not HEAD.search(name):
                    facts.reject("project: an order in the place of a name")
                elif len(name) >= 5:
                    names = list(_joined(name, facts)) or [name]
                    yield from (Mention(each, each, cell.start, cell.end, rule="table of projects") for each in names)


def _joined(cell: str, facts: Facts) -> Iterator[str]:
    """The names that places or rivers make with one tail: 周溪、三汊港污水处理站; none of 东湖清淤、管网改造."""
    listed = read_list(cell, 0, frozenset(mention.name for mention in facts.water_bodies))
    if len(listed.items) > 1 and all(item.head is None for item in listed.items[:-1]):
        names = [name for _, name, _ in joint_names(listed)]
        yield from names if len(names) == len(listed.items) else ()
