"""Component `projects`: the named projects, works, facilities and areas to be built of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from nlp.book_title import find_titles
from nlp.facts import Facts, Mention
from nlp.project_list import Item, ItemList, joint_names, read_list
from nlp.project_name import HEAD, Head, any_of, front_length, unexplained_length
from nlp.task_names import names_by_task
from nlp.vocabulary import load

_CLAUSE = re.compile(r"[^。;;,:!?\n\t]+")
_BUILT = re.compile(rf"(?:{any_of('build_verbs')})(?:{any_of('lead_words')}|\d)*$")
_NOT_ONE = re.compile(rf"(?:一批|一系列|若干|多个|各类|各)(?:{any_of('lead_words')})*$")
_HONOUR = re.compile(any_of("honours"))
_PLURAL = re.compile(any_of("plural_words"))
_FOLLOW = re.compile(rf"(?:{any_of('follow_words')})$|{any_of('deed_heads')}")
_COUNTED = re.compile(r"[共计等]?(?:共计|合计)?\d+[个座项处家]")
_INNER_PLACE = re.compile(r"\([\u3400-\u9fff]{2,8}\)")
_HEADER = re.compile(r"(?:项目|工程)名称|(?:重点|建设|整治|治理|拟建)(?:项目|工程)(?:名称)?")
_NUMBERED = re.compile(r"^(?:[\d.、()]+|[①-⑳])+")
_LEAST = {"works": 6, "facility": 6, "zone": 6, "deed": 8}
_LEAST_REDACTED = 10
_BARE = frozenset({"", "项目", "工程"})


@Language.component("shanshui_projects")
def read_projects(doc: Doc) -> Doc:
    """Fills `facts.projects` with every mention of a named project under its full name, and the names into the tasks.

    Reads `凯里市生活垃圾焚烧发电厂二期项目`, `新建甘霖、黄泽污水管网工程` (two), `三北防护林等重大生态工程`,
    `建设青海湖国家公园`. Reads no project in `加快污水处理设施建设`, `“两高”项目`, `项目审批` and
    `争创国家生态文明建设示范区`.
    """
    facts: Facts = doc._.facts
    found = {(mention.start, mention.name): mention for mention in (*_in_tables(facts), *_in_clauses(facts))}
    facts.projects = sorted(found.values(), key=lambda mention: mention.start)
    for task, names in names_by_task(facts.tasks, [(found.start, found.canonical) for found in facts.projects]):
        task.projects = names
    return doc


def _in_clauses(facts: Facts) -> Iterator[Mention]:
    """The projects named in running text, clause by clause, outside the titles of cited documents."""
    text = _without_titles(facts.text)
    programmes = {match.start: match for match in load("programmes").find(text)}
    for clause in _CLAUSE.finditer(text):
        if not HEAD.search(clause[0]):
            continue
        listed = read_list(clause[0], clause.start())
        yield from _named(listed, facts)
        if listed.is_of_projects:
            for item in listed.items:
                match = programmes.get(item.start)
                if match:
                    yield Mention(match.name, match.entry.label, match.start, match.end, rule="national programme")


def _without_titles(text: str) -> str:
    """The text with full stops for the titles of cited documents, so that offsets stay."""
    kept, left = [], 0
    for title in find_titles(text):
        kept += [text[left : title.start], "。" * (title.end - title.start)]
        left = title.end
    return "".join((*kept, text[left:]))


def _named(listed: ItemList, facts: Facts) -> Iterator[Mention]:
    """The names of one list that could stand on a construction sign; one proper name vouches for its neighbours."""
    if _NOT_ONE.search(listed.lead):
        facts.reject("project: many at once")
        return
    built = _BUILT.search(listed.lead) is not None
    candidates = list(joint_names(listed))
    proper = [
        _is_proper(item, name, head, built or listed.is_of_projects, facts.text.endswith("(略)", 0, item.start))
        for item, name, head in candidates
    ]
    for (item, name, head), own in zip(candidates, proper, strict=True):
        if own or (any(proper) and _leans(item, name, head)):
            plain = name if "”" in name else name.lstrip("“")
            yield Mention(plain, plain, item.start, item.end, rule=f"{head.kind} by its head")
        else:
            facts.reject("project: no proper name, or no works on it")
    if listed.is_of_projects:
        for item in listed.items:
            if item.head is None and item.text.startswith("“") and item.front < len(item.text):
                yield Mention(item.text, item.text, item.start, item.end, rule="item of a list of projects")


def _is_proper(item: Item, name: str, head: Head, built: bool, redacted: bool) -> bool:
    """Whether a name has a proper part and is a work: what is not works by its head must be put to work by a verb.

    `redacted` tells that the place before the name was blacked out.
    """
    if len(name) < _LEAST[head.kind] or _HONOUR.search(name) or _PLURAL.search(name):
        return False
    if _COUNTED.match(item.text, head.end) or name[0].isdigit():
        return False
    whole = item.text.startswith("“") and item.front > head.start
    if whole and front_length(name[1:]):
        return True
    if not whole and (name[item.front :] in _BARE or (item.text.startswith("“") and head.kind != "works")):
        return False
    redacted = redacted and len(name) >= _LEAST_REDACTED
    if not (item.front or redacted or _INNER_PLACE.search(name) or unexplained_length(item.text)):
        return False
    return built or head.kind == "works" or _FOLLOW.match(item.text, head.end) is not None


def _leans(item: Item, name: str, head: Head) -> bool:
    """Whether a name without a proper part may follow its neighbours: by a joint head, or as works with a full name."""
    joint = name not in item.text
    return (joint or (head.kind == "works" and len(name) >= 8)) and not _PLURAL.search(name)


def _in_tables(facts: Facts) -> Iterator[Mention]:
    """The cells of columns headed 项目名称, 工程名称, 重点项目 and the like."""
    for table in facts.tables:
        for column, header in enumerate(table.header or ()):
            if not _HEADER.fullmatch(header.text.strip()):
                continue
            for row in table.rows:
                cell = row[column]
                name = _NUMBERED.sub("", cell.text.strip())
                if len(name) >= 5:
                    yield Mention(name, name, cell.start, cell.end, rule="table of projects")
