"""Lists of projects: the items of a clause, and what stands before and behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.characters import HAN
from nlp.number import parse
from nlp.projects.front import front_length
from nlp.projects.head import any_of, find_head
from nlp.projects.item import Item, first_start, own_start, read_item
from nlp.projects.plain import is_bare_name, unexplained_length

LYING_THERE = "(?:片区?|区|岸|段|线|侧|站)"
"""What goes by the side on which it lies: 南|片区, 北|岸."""

_JOINT = re.compile(rf"以及|[、和与及]|(?:主要|具体)?包[括含]|(?<=[{HAN}])[+](?=[{HAN}])|[“”()]")
# 工程一、二、三期 is one item, which names three, and so is 南、北片区管网工程.
_PHASES = re.compile(
    r"(?<=[一二三四五六\d])[、和及](?=[一二三四五六\d](?:、[一二三四五六\d])*[和及]?[一二三四五六\d]?(?:期|号机组))"
    rf"|(?<=[东西南北])[、和及](?=[东西南北]{LYING_THERE})"
)
_AND_SO_ON = re.compile(r"(?<![平高初中优相])等(?![级量同])")
# 甲河、乙湖湿地和丙水厂三大重点工程 sums up its items without 等.
_SUMMED = re.compile(
    rf"(?<=[{HAN}])(?=(?P<number>\d+|[两三四五六七八九十])[个项大](?:{any_of('category_words')})*(?:工程|项目))"
)
# 在思南、石阡实施乌江治理项目 tells where one is carried out.
_WHERE = re.compile(rf"在[{HAN}]{{2,8}}?(?:、[{HAN}]{{2,8}}?)*等?(?P<verb>实施|开展)(?=[{HAN}])")
_QUOTE = re.compile(r"(?:[一二三四五六七八九十\d]+[个条座项])?“")
# 甲基地以及一批风光储项目 names one.
_MORE = re.compile(rf"(?<=.)(?:以及|和|及|与)(?:{any_of('many_words')}|其他)")
_WORKS = ("工程", "项目")
_BEGUN = re.compile(rf"(?:\d+[个座处项])?[^,。;]{{0,14}}?(?:{any_of('begun')})")
_DONE_TO = re.compile(
    rf"(?:\d+[个座处条])?[{HAN}]{{0,8}}?(?:进行|实施|开展)?(?P<deed>{any_of('deed_heads')})(?:工程|工作)?"
    rf"(?:{any_of('follow_words', 'begun')}|完成)*"
)
_COUNT = re.compile(r"\d+(?!\d|\.|千伏|万?千瓦|兆瓦)")
_COUNT_AT_END = re.compile(r"(?P<number>\d{1,4})[个座处项家条]\Z")
_TOLD = re.compile(r"(?:工程|项目)(?:共?\d+[个项])?(?:分别|主要|具体)?(?:[是为有]|包括)\Z")
_CATEGORY = re.compile(rf"(?:{any_of('category_words')}|\d+[个项座处大]?)*(?:工程|项目)(?:建设|实施)?")


@dataclass(frozen=True, slots=True)
class ItemList:
    """The items of a clause in order; `lead` is what stands before the first, `tail` what follows 等 after the last.

    The clause begins at `offset` in the text.
    """

    lead: str
    items: tuple[Item, ...]
    tail: str
    clause: str
    offset: int

    @property
    def is_told(self) -> bool:
        """Whether the words before the list say what it names: 今年开工的项目分别是…."""
        return _TOLD.search(self.lead) is not None

    @property
    def is_of_projects(self) -> bool:
        """Whether the list says that its items are projects: …等重大生态工程, 开工的项目分别是…; not …等措施."""
        category, head = _CATEGORY.match(self.tail), find_head(self.tail)
        return self.is_told or (category is not None and (head is None or head.end <= category.end()))

    @property
    def is_counted(self) -> bool:
        """Whether the list counts what its bare items are: 太平、高峰、沙坪等5个污水处理厂."""
        return not any(item.head for item in self.items) and _COUNT.match(self.tail) is not None

    @property
    def counts_more(self) -> bool:
        """Whether the list says that what it names are examples of more: 甲钢、乙钢等企业治理项目12个."""
        counted = _COUNT_AT_END.search(self.tail)
        return not self.is_of_projects and counted is not None and int(counted["number"]) > len(self.items)

    @property
    def deed_done(self) -> str:
        """What is done to the facilities of a list: 加固 of 对甲堤、乙堤等支堤进行加固; nothing of 甲堤、乙堤等工程."""
        done = _DONE_TO.fullmatch(self.tail)
        return (
            done["deed"]
            if done and not self.is_of_projects and all(one.is_whole("facility") for one in self.items)
            else ""
        )

    def written(self, first: Item, last: Item) -> str:
        """What stands from the beginning of one item to that of another: 甲河、 of 甲河、乙河水系连通工程."""
        return self.clause[first.start - self.offset : last.start - self.offset]

    @property
    def is_begun(self) -> bool:
        """Whether the list ends with what is done to its items: …等3座污水处理厂动工建设."""
        return _BEGUN.match(self.tail) is not None


def read_list(clause: str, offset: int, waters: frozenset[str] = frozenset()) -> ItemList:
    """The list that a clause is, read from its verb on; `offset` is where the clause begins in the text.

    `新建甘霖、黄泽污水管网工程` has the items 甘霖 and 黄泽污水管网工程 after 新建; of `甲工程和乙工程等重点项目` the
    tail is 重点项目; `在思南、石阡实施乌江治理项目` has the one item 乌江治理项目. `waters` are the names of
    waters that the document speaks of.
    """
    where = _WHERE.search(clause) if "在" in clause else None
    if where and front_length(clause[where.end() :], waters):
        return read_list(clause[where.start("verb") :], offset + where.start("verb"), waters)
    so_on = _AND_SO_ON.search(clause) or _summed_up(clause)
    body, tail = (clause[: so_on.start()], clause[so_on.end() :]) if so_on else (clause, "")
    body = _MORE.split(body, maxsplit=1)[0]
    spans = list(_spans(body, waters))
    first = first_start(body[: spans[0][1]], waters)
    items = []
    for number, (start, end) in enumerate(spans):
        begin = first if number == 0 else start + own_start(body[start:end])
        items.append(read_item(body[begin:end], offset + begin, waters))
    return ItemList(clause[: items[0].start - offset], tuple(items), tail, clause, offset)


def _summed_up(clause: str) -> re.Match[str] | None:
    """Where a list of works is summed up: before 三大 in `甲湿地、乙水厂和丙泵站三大工程`; none in `甲湖41个项目`."""
    summed = _SUMMED.search(clause) if "、" in clause or "和" in clause else None
    if summed is None:
        return None
    *_, last = parts = clause[: summed.start()].split("、")
    joined = any(sign in last for sign in "和与及")
    items = len(parts) + joined
    return summed if items > 1 and parse(summed["number"]) in {len(parts), items} else None


def _spans(body: str, waters: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The spans between 、 and, where a name ends or a bare name stands before it, between 和, 与, 及 and 包括."""
    start = quoted = 0
    for joint in _JOINT.finditer(body):
        at, sign = joint.start(), joint[0]
        quoted += (sign in "“(") - (sign in "”)")
        if quoted > 0 or sign in "“”()" or at == start or _PHASES.match(body, at):
            continue
        if len(sign) > 1:
            parts = _holds_names(body[start:at], waters)
        else:
            parts = sign == "、" or _joins_names(body[start:at], body[joint.end() :].split("、", 1)[0], waters)
        if parts:
            yield start, at
            start = joint.end()
    yield start, len(body)


def _holds_names(left: str, waters: frozenset[str]) -> bool:
    """Whether what stands before 以及 or 包括 is itself a name: 甲河治理项目; not 木里矿区, 重点项目."""
    left = left[first_start(left, waters) :]
    return front_length(left, waters) > 0 and find_head(left) is not None


def _joins_names(left: str, right: str, waters: frozenset[str]) -> bool:
    """Whether a conjunction stands between two names: behind a head or a bare name, before a proper part."""
    if (_QUOTE.match(right) and "”" in left) or (left.endswith(_WORKS) and find_head(right)):
        return True
    # 丙 of 甲、乙和丙等3个水厂, and 真武绿廊 of 环城公园带和真武绿廊, do not begin with a place.
    if not (front_length(right, waters) or is_bare_name(right) or unexplained_length(right)):
        return False
    left = left[first_start(left, waters) :]
    head, front = find_head(left), front_length(left, waters)
    ended = head is not None and len(left) - head.end <= 2
    return ended or front == len(left) or is_bare_name(left[front:])
