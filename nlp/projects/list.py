"""Lists of projects: the items of a clause, and the names that joint heads make of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import rjieba

from corpus.characters import HAN
from nlp.number import parse
from nlp.projects.name import (
    REDACTED,
    Head,
    any_of,
    find_head,
    front_length,
    is_bare_name,
    is_plain,
    unexplained_length,
)

_LEAD = re.compile(any_of("build_verbs", "lead_words"))
_LEADS = re.compile(rf"(?:{_LEAD.pattern}|\d+(?:年度|[年月日号]))*")
_AND = re.compile(rf"[和与及]|(?<=[{HAN}])[+](?=[{HAN}])")
_AND_SO_ON = re.compile(r"(?<![平高初中优相])等(?![级量同])")
_LENGTH = r"\d[\d.]*(?:公里|千米|米|平方公里|万?亩)"
_COUNT = re.compile(r"(?P<number>[一两二三四五六七八九十\d]+)[个座处项条大]")
_RUNS_ON = frozenset("口")
_PHASE = re.compile(r"[一二三四五六]期(?:工程|项目)?")
_OTHER_WATERS = tuple("河江湖溪渠塘湾")
# What stands between the count and what is counted is no part of a name: 游洋2座乡镇污水处理工程.
_COUNT_AND_LEVEL = re.compile(rf"{_COUNT.pattern}(?:{any_of('counted_levels')})?")
# 马河水库18公里环库路硬化工程 is named without its length.
_AMOUNT = re.compile(rf"{_COUNT_AND_LEVEL.pattern}|(?<=[{HAN}]){_LENGTH}的?(?=[{HAN}])")
_BEGUN = re.compile(rf"(?:\d+[个座处项])?[^,。;]{{0,14}}?(?:{any_of('begun')})")
_RENEWAL = re.compile(r"[提扩改技迁升除]|[一二三四五六]期扩建")
_CATEGORY = re.compile(rf"(?:{any_of('category_words')}|\d)*(?:工程|项目)(?:建设|实施)?")
_BREAK = re.compile(
    r"的|分别[是为]|主要包[含括]|为|于(?=[\d本今明])|(?<=.)(?:实施|开展)"
    r"|将(?![军乐])|已|须|仍|尚|均|(?<![重主需])要(?!素)|进行|予以"
    rf"|(?:20\d\d年|年底前)(?={any_of('done_in_year')})|(?<![自理缘])由(?!于)"
)
# 甲公司实施电解槽升级改造: what a firm does goes by the name of the firm.
_DOING = frozenset({"实施", "开展"})
_FIRM = re.compile(r"(?:公司|集团|厂)\Z")
# What leads to the names and follows none: 水利工程之一的甲工程, 三个项目分别是甲项目、乙项目.
_LISTS = re.compile(r"分别|(?<=之一)的|的有")
_KIND = re.compile(rf"(?:{any_of('item_ranks')})(?:{any_of('kinds_of_items')})")
# How much is done stands before the name: 甲镇境内9.3公里新沟河工程.
_MEASURED = re.compile(rf"[^\d]{{0,10}}{_LENGTH}(?=[{HAN}]{{3}})")
# Behind a name begins what is said of it: 甲项目由乙局负责.
_AFTER_SUBJECT = re.compile(r"由|已|将|于|正在|拟|计划")
_LAST_VERB = re.compile(rf".*(?:{any_of('build_verbs')})")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: what stands at `start:end` of the text, verbs before it cut off.

    `front` is the length of its proper part, `head` its head; `text` may be shorter than the span (等 and after it, and
    the verb between a firm and its works).
    """

    text: str
    start: int
    end: int
    front: int
    head: Head | None


@dataclass(frozen=True, slots=True)
class ItemList:
    """The items of a clause in order; `lead` is what stands before the first, `tail` what follows 等 after the last."""

    lead: str
    items: tuple[Item, ...]
    tail: str

    @property
    def is_of_projects(self) -> bool:
        """Whether the list says that its items are projects: …等重大生态工程, …等林业重点建设项目."""
        category = _CATEGORY.match(self.tail)
        head = find_head(self.tail) if category else None
        return category is not None and (head is None or head.end <= category.end())

    @property
    def is_counted(self) -> bool:
        """Whether the list counts what its bare items are: 太平、高峰、沙坪等5个污水处理厂."""
        bare = [item for item in self.items if item.head is None]
        return len(bare) == len(self.items) and re.match(r"\d", self.tail) is not None

    @property
    def is_begun(self) -> bool:
        """Whether the list ends with what is done to its items: …等3座污水处理厂动工建设."""
        return _BEGUN.match(self.tail) is not None


def read_list(clause: str, offset: int, waters: frozenset[str] = frozenset()) -> ItemList:
    """The list that a clause is, read from its verb on; `offset` is where the clause begins in the text.

    `新建甘霖、黄泽污水管网工程` has the items 甘霖 and 黄泽污水管网工程 after 新建; of `甲工程和乙工程等重点项目` the
    tail is 重点项目. `waters` are the names of waters that the document speaks of.
    """
    so_on = _AND_SO_ON.search(clause)
    body, tail = (clause[: so_on.start()], clause[so_on.end() :]) if so_on else (clause, "")
    spans = list(_spans(body, waters))
    first = _first_start(body[: spans[0][1]], waters)
    items = []
    for number, (start, end) in enumerate(spans):
        begin = first if number == 0 else start + _own_start(body[start:end])
        items.append(_item(body[begin:end], offset + begin, waters))
    return ItemList(clause[: items[0].start - offset], tuple(items), tail)


def _item(text: str, start: int, waters: frozenset[str]) -> Item:
    """The item without what is said of it: 甲市发电项目 of 甲市发电项目于六月前开工, 乙项目 of 甲市的乙项目."""
    whole = start + len(text)
    text, start, verb = _named(text, start, waters)
    measured = _MEASURED.match(text)
    if measured and not text[front_length(text, waters) :][:1].isdigit():
        start, text = start + measured.end(), text[measured.end() :]
    head = find_head(text)
    front = front_length(text, waters)
    if head and head.start < front and not text.startswith("“"):
        front = front_length(text[: head.start], waters)
    return Item(text, start, min(whole, start + len(text) + verb), front, head)


def _named(text: str, start: int, waters: frozenset[str]) -> tuple[str, int, int]:
    """What of an item names a project, where it begins, and the length of a verb left out between a firm and works."""
    said = _BREAK.search(text)
    while said:
        lists = _LISTS.match(text, said.start())
        if said[0] in _DOING and _FIRM.search(text[: said.start()]):
            return text[: said.start()] + text[said.end() :], start, len(said[0])
        if find_head(text[: said.start()]) and not lists:
            return text[: said.start()], start, 0
        skipped = max(said.end(), lists.end() if lists else 0)
        skipped += _first_start(text[skipped:], waters)
        start, text = start + skipped, text[skipped:]
        said = _BREAK.search(text)
    return text, start, 0


def counted(item: Item) -> float | None:
    """How many an item says there are: 2 for 海南两个可再生能源基地 and 两座水闸; None for no count."""
    count = _COUNT.match(item.text, item.front)
    return parse(count["number"]) if count else None


def joint_names(listed: ItemList) -> Iterator[tuple[Item, str, Head]]:
    """Every name that the items make, with its item and the head it ends with; bare items take the tail of the next.

    `甘霖、黄泽污水管网工程`, `三界污水厂、石璜污水厂技改提升`, `凯里市、黔东片区等餐厨废弃物处置项目` and
    `青海湖、昆仑山国家公园` are two names each.
    """
    waiting: list[Item] = []
    for item in listed.items:
        if item.head is None:
            waiting.append(item)
            continue
        shared = [(one, _shared_end(one, item, item.head)) for one in waiting]
        yield from ((one, one.text + end, item.head) for one, end in shared if end)
        yield from (_alone(one) for one, end in shared if not end and one.head)
        waiting = [item] if item.head.kind == "facility" and item.head.end == len(item.text) else []
        if not waiting:
            yield _alone(item)
    yield from (_alone(one) for one in waiting if one.head)
    if not listed.is_of_projects:
        yield from _with_tail([one for one in waiting if not one.head], listed.tail)


def _alone(item: Item) -> tuple[Item, str, Head]:
    """The name that an item makes by itself, without a count inside it."""
    assert item.head is not None
    return item, _AMOUNT.sub("", item.text[: item.head.end], count=1), item.head


def _with_tail(bare: list[Item], tail: str) -> Iterator[tuple[Item, str, Head]]:
    """Names of bare items with what follows 等 or the count after it: …、黎平园区等园区建设工业废水集中处理设施."""
    if tail.startswith("地"):
        return
    if "的" in tail:
        verb = _LAST_VERB.match(tail[: max(0, len(tail) - 4)])
        tail = tail[verb.end() :] if verb else ""
    kind = _KIND.match(tail) or _COUNT_AND_LEVEL.match(tail)
    tail = tail[kind.end() :] if kind else tail
    if tail.startswith(("以上", "及以上")):
        return  # 11个县级以上水源地隔离防护工程 says what kind of place
    head = find_head(tail)
    if head is None or head.kind == "deed" or len(tail) < 5:
        return
    for item in bare:
        if _is_bare(item):
            yield item, item.text + tail[: head.end], head


def _shared_end(one: Item, item: Item, head: Head) -> str:
    """What a bare item takes over from the item with the head: 污水管网工程, or 技改提升 where both name a facility."""
    if one.head:
        facility = one.text[one.head.start :]
        at = item.text.find(facility)
        rest = item.text[at + len(facility) : head.end] if at >= 0 else ""
        return rest if _RENEWAL.match(rest) else ""
    own = item.front or unexplained_length(item.text[: head.end])
    # 大涌口水闸 is named after 大涌口: its name goes on behind the place that was found in it.
    if item.text[own : own + 1] in _RUNS_ON:
        return ""
    bare = is_bare_name(one.text) or one.front > 0 if head.kind == "zone" else _is_bare(one)
    shared = _COUNT_AND_LEVEL.sub("", item.text[own : head.end], count=1) if own else ""
    # 甲闸站、乙闸站工程: what the bare item says already is not said again.
    sizes = range(min(len(shared), len(one.text) - one.front), 0, -1)
    said = next((size for size in sizes if one.text.endswith(shared[:size])), 0)
    if _PHASE.fullmatch(shared) or (shared == "水库" and one.text.endswith(_OTHER_WATERS)):
        return ""
    return shared[said:] if bare or (one.front and said) else ""


def _is_bare(item: Item) -> bool:
    """Whether an item may lean on the head of the next: a place, a short name, or one behind a place, 顺义李遂."""
    if item.front == len(item.text) or (item.head is None and 2 <= len(item.text) <= 4 and not is_plain(item.text)):
        return True
    return item.head is None and item.front > 0 and is_bare_name(item.text[item.front :])


def _spans(body: str, waters: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The spans between 、 and, where a name ends or a bare name stands before it, between 和, 与 and 及."""
    start = 0
    quoted = 0
    for at, char in enumerate(body):
        quoted += (char in "“(") - (char in "”)")
        if quoted <= 0 and (char == "、" or (_AND.match(body, at) and _joins_names(body, start, at, waters))):
            yield start, at
            start = at + 1
    yield start, len(body)


def _joins_names(body: str, start: int, at: int, waters: frozenset[str]) -> bool:
    """Whether a conjunction stands between two names: behind a head or a bare name, before a proper part."""
    if body[at - 1 : at] == "以" or not front_length(body[at + 1 :], waters):
        return False
    left = body[start:at]
    left = left[_first_start(left, waters) :] if start == 0 else left
    head = find_head(left)
    front = front_length(left, waters)
    ended = head is not None and len(left) - head.end <= 2
    # A short name leans on what follows only behind a place or in a list: 顺义李遂和牛栏山再生水厂.
    bare = head is None and (front > 0 or start > 0) and is_bare_name(left[front:])
    return ended or front == len(left) or bare


def _first_start(body: str, waters: frozenset[str]) -> int:
    """Where the first item begins: at the first proper part after a verb, else after all leading verbs."""
    starts = {_own_start(body), *(match.end() for match in _LEAD.finditer(body) if _ends_word(match, body))}
    starts |= {match.start() for match in re.finditer("“", body)} | {m.start() for m in REDACTED.finditer(body)}
    named = find_head(body)
    for start in sorted(starts):
        if named and named.end <= start and _AFTER_SUBJECT.match(body, named.end):
            break
        if start < len(body) and front_length(body[start:], waters):
            redacted = REDACTED.match(body, start)
            return redacted.end() if redacted and redacted[0].startswith("(") else start
    return _own_start(body)


def _ends_word(lead: re.Match[str], body: str) -> bool:
    """Whether a lead of one character stands by itself: not 以 of 以上."""
    return len(lead[0]) > 1 or not rjieba.has_word(body[lead.start() : lead.end() + 1])


def _own_start(item: str) -> int:
    """Where an item begins after verbs that lead it: 新建 of 新建甘霖."""
    lead = _LEADS.match(item)
    return lead.end() if lead and lead.end() < len(item) else 0
