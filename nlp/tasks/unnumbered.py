"""Work without an enumerator: paragraphs that name their own owners, records, and what a lost heading left behind."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest

from nlp.bodies.body import ORGAN, is_body, is_collective
from nlp.bodies.body_list import split_strictly
from nlp.bodies.duty import without_duties
from nlp.sections.heading import orders
from nlp.sections.label import states_no_work
from nlp.sections.outline import Block, Unit
from nlp.sections.role import tenses
from nlp.sections.unit_text import UnitText
from nlp.vocabulary import words as words_of
from nlp.wording import any_of

Span = tuple[int, int]

# A line shorter than this under a heading is a name in a list and no paragraph, unless it ends as a sentence.
_PARAGRAPH = 16
# A heading that runs into its paragraph is no longer than this, and names no count: 加强干流保护。…
_RUN_IN = re.compile(r"[^\d,;:、]{4,20}")
# A line shorter than this says nothing of work by itself.
_PROSE = 40
_PLANS = "(?:通知|方案|计划|规划|意见|要点)”?[还也并]?"
# 会议强调, but not “行动计划”还要求, which says what is to be done
_SAID = re.compile(rf"(?![^。,;:\n]{{0,16}}?{_PLANS}要求)[^。,;:\n]{{0,16}}(?:强调|指出|要求)[,:]")
# 请各乡镇于3月3日前完成整治, not a last 请各单位认真贯彻执行
_ASKS = re.compile(r"(?:^|(?<=[。;,\n]))请(?:各|你)[^。;\n]{0,60}?(?:\d[日月年]|底)前[^。;\n]{2,}")
# 会议要求,要加快进度,10月底前完成清淤: a meeting sets a day
_BY_DAY = re.compile(rf"(?:\d年?|[年月])底?前[^。;\n]{{0,4}}?(?:{any_of('headings', 'news.due')})")
_NEWS = re.compile(rf"(?:^|(?<=,))(?:{any_of('headings', 'news.when')}),")
# 3月16日,市领导查看了工程: the day on which something happened opens its report
_DAY = re.compile(r"(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚)?,")
_MEMBERS = re.compile(r"(?:常务|执行|第一)?副?(?:组 ?长|指挥长|总指挥|主 ?任):")
_SOURCE = re.compile(rf"[^。\n]{{0,80}}(?:{_PLANS}|《[^》\n]{{2,60}}》)(?:指出|提出|明确|要求)[,:]")
# 为贯彻…,结合实际: why a document was made, also where the page cuts it off
_PURPOSE = re.compile(r"为(?!民|主)[^。\n]*。?")
# 2020年是“十三五”收官之年,…: what a year means, with its goals
_MEANT = re.compile(r"(?:今|明|20\d\d)年是[^。]{0,60}之年")
# 今年,我省将…: when it is done stands before who does it
_THIS_YEAR = re.compile(r"(?:今|明|本|20\d\d)年")
_WILL = re.compile("[^。;]{0,30}?[还也]?(?:将|拟)(?!军|于)")
_NUMBER = re.compile(r"(?:序号|编号)[:.]?\d{1,3}")
# Fewer paragraphs that open with a body may do so by chance.
_DUTIES = 2
_NAMES = r"(?P<names>(?:[^,。:;()\n]|\([^()\n]{1,16}\)){2,40}?)"
_CARRIES = "负责(?!人|同志)|牵头(?!单位|部门)"
_DUTY = re.compile(
    rf"{_NAMES}(?::(?=[^\n]{{4}})|(?=(?:主要|具体|统筹)?(?:{_CARRIES}|配合|协助|承担|做好)|[要应](?![求对当急])))"
)
# In running text a body may stand as the heading of what it does: 县环保局。负责监测。县公路局:负责巡查;
_DUTY_IN_LINE = re.compile(
    rf"(?:^|(?<=[。;:])){_NAMES}(?::(?=[^\n]{{4}})|。(?=(?:主要|具体)?(?:负责(?!人|同志)|承担|配合|协助)))", re.M
)
_DOES = re.compile("(?:主要|具体)?(?:负责(?!人|同志)|牵头(?!单位|部门)|承担|配合(?!单位|部门)|协助|依法)")
_LABEL = re.compile(f"(?:{any_of('roles', 'label_nouns')})$")
_CLAUSE = re.compile("[^。;:\n]*")
# 市财政部门根据年度任务安排资金, beside others that say 负责.
_BODY = re.compile(rf"(?P<name>[^,。:;()的、\n]{{2,16}}?(?:{ORGAN}))(?![、及和与的(])")
# A body of a paragraph that carries its work: 市经信局牵头, 各乡镇(街道)配合
_CARRIED = re.compile(rf"(?<=[。;,])[^。,;:\n]{{0,40}}?(?:{ORGAN}|乡镇(?:\(街道\))?|街道|总社)(?:{_CARRIES}|配合|会同)")
_ORDERS = re.compile("各[^,。;]{0,18}(?<![主重需])要(?!求)")


def records(unit: Unit, text: UnitText) -> list[Span]:
    """Spans of a unit that each begin with their own 反馈问题: or 任务: and run to the next, or to its 序号:2."""
    starts: list[int] = []
    ends: list[int] = []
    for above, block in zip([None, *unit.blocks], unit.blocks, strict=False):
        if block.label == "problem":
            numbered = above is not None and _NUMBER.fullmatch(text.text, above.start, above.end)
            starts.append(block.start)
            ends.append(text.end_before(above.start if above and numbered else block.start))
    last = unit.blocks[-1].end if unit.parent is None and unit.blocks else unit.end
    return list(zip(starts, [*ends[1:], last], strict=True)) if starts else []


def owned_paragraphs(unit: Unit, text: UnitText) -> list[Span]:
    """Runs of paragraphs that each end with their own owners, in the text or on lines below it.

    `新建管网30公里。(市水务局牵头)` is one, and so is `修复湿地。` with `责任单位:市林草局` below. What stands before
    the last paragraph of the first run leads to all of them and is part of none. A record has none, whoever its
    measures name: 责任单位:… 整改措施: and below them `由各县政府负责修复。`.
    """
    blocks = text.own_blocks(unit)
    if _is_record(blocks):
        return []
    runs: list[Span] = []
    first: Block | None = None
    for block, following in zip_longest(blocks, blocks[1:]):
        names_owner = block.label in ("owner", "time") or _is_clause(block, text)
        opens = block.label is None and not names_owner and not (runs and first)
        if opens or (first is None and not names_owner):
            first = block
        owned = names_owner or text.owned(block.start, block.end) > 0
        if first is not None and owned and (following is None or following.label is None):
            runs.append((first.start, block.end))
            first = None
    return _from_heading(runs, blocks, text)


def _is_clause(block: Block, text: UnitText) -> bool:
    """True for a line that is a bracket of owners: (市水务局牵头,市住建局参与), not (责任单位中带*的为牵头单位)."""
    bracketed = text.text[block.start] in "([【〔" and text.owned(block.start, block.end) > 0
    return bracketed and not states_no_work(text.text[block.start : block.end])


def _from_heading(runs: list[Span], blocks: list[Block], text: UnitText) -> list[Span]:
    """The runs, the first from the heading on that stands above it where each of the others opens with one.

    `完善监测。` above two paragraphs and `(市水务局牵头)`, then `强化执法。` above others, head a run each.
    """
    plain = [block for block in blocks if block.label is None and not _is_clause(block, text)]
    heads = [one.start for one, below in pairwise(plain) if text.is_heading(one) and not text.is_heading(below)]
    above = [head for head in heads if runs and head < runs[0][0]]
    if len(runs) < _DUTIES or not above or any(start not in heads for start, _ in runs[1:]):
        return runs
    return [(above[-1], runs[0][1]), *runs[1:]]


def _is_record(blocks: list[Block]) -> bool:
    """True for labelled lines of one piece of work: owners on one line or on lines together, and one 整改措施:."""
    labels = [block.label for block in blocks]
    owners = [at for at, label in enumerate(labels) if label == "owner"]
    together = bool(owners) and owners[-1] - owners[0] < len(owners)
    return together and labels.count("measure") == 1 and labels.index("measure") > owners[-1]


def headed_paragraphs(unit: Unit, text: UnitText) -> list[Span]:
    """The paragraphs of a unit that each open with a heading of their own, with the labelled lines below them.

    `加强干流保护。整治岸线…` and `强化支流治理。排查排口…` under a 第X节 are two. Most of the headings must order work.
    Under any other enumerator such paragraphs belong to the one task that it counts, unless most name who carries them:
    `推行清洁生产。市经信局牵头…`.
    """
    if unit.head is None or not text.is_heading(unit.head):
        return []
    blocks = text.own_blocks(unit)
    plain = [block for block in blocks if block.label is None]
    titles = [text.title(block) for block in plain]
    headed = all(
        _RUN_IN.fullmatch(title) and text.text.startswith("。", b.start + len(title))
        for title, b in zip(titles, plain, strict=True)
    )
    if len(plain) < _DUTIES or plain[0] is not blocks[0] or not headed:
        return []
    ends = [text.end_before(block.start) for block in plain[1:]]
    spans = [(block.start, end) for block, end in zip(plain, [*ends, blocks[-1].end], strict=True)]
    if unit.style == "section":
        return spans if 2 * sum(map(orders, titles)) >= len(titles) else []
    carried = sum(text.owned(*span) > 0 or _CARRIED.search(text.text, *span) is not None for span in spans)
    return spans if carried >= _DUTIES and 2 * carried > len(spans) else []


def duties(unit: Unit, text: UnitText) -> list[Span]:
    """The paragraphs of a unit that each open with a body and what it does, where there are several.

    `党政办:负责宣传。` with `派出所:负责维护秩序。` below are two, and so are `区住建局负责…` and `区环保局要…`;
    beside two such, `区财政局安排资金` is one as well. `各村、各单位:` and `市水务局负责人介绍…` are none. Several may
    stand in one paragraph: `县环保局。负责监测。县农委。负责还田。`
    """
    for block in text.own_blocks(unit):
        heads = [m for m in _DUTY_IN_LINE.finditer(text.text, block.start, block.end) if _is_list(text.text, m)]
        plain = [m for m in heads if _says_duty(text.text, m)]
        starts = [m.start() for m in heads if m in plain or _is_bodies(text.text, m)]
        starts = starts if len(plain) >= _DUTIES else []
        if len(starts) >= _DUTIES:
            return list(zip(starts, [*starts[1:], block.end], strict=True))
    blocks = [block for block in text.own_blocks(unit) if block.label is None]
    if sum(_names_doer(text.text, block) for block in blocks) < _DUTIES:
        return []
    return [(one.start, one.end) for one in blocks if _names_doer(text.text, one) or _opens_with_body(text.text, one)]


def _is_bodies(text: str, match: re.Match[str]) -> bool:
    """True for sure bodies, which beside others head a duty whatever it says; false for 责任单位 and 各单位职责如下."""
    return bool(split_strictly(text, *match.span("names"))) and not _LABEL.search(match["names"])


def _says_duty(text: str, match: re.Match[str]) -> bool:
    """True for what a body does behind its name: `县公安局:依法查处盗采`; false for `责任单位:市水务局`."""
    said = _CLAUSE.match(text, match.end())
    return said is not None and (_DOES.match(said.group()) is not None or orders(said.group()))


def _names_doer(text: str, block: Block) -> bool:
    match = _DUTY.match(text, block.start, block.end)
    return match is not None and _is_list(text, match)


def _is_list(text: str, match: re.Match[str]) -> bool:
    return is_collective(match["names"]) or bool(split_strictly(text, *match.span("names"), weak=True))


def _opens_with_body(text: str, block: Block) -> bool:
    words = text[block.start : block.end]
    match = _BODY.match(text, block.start, block.end)
    # 领导小组成员单位职责 above the list of them does nothing.
    return match is not None and is_body(match["name"]) and not is_body(words) and without_duties(words) == words


def paragraphs(unit: Unit, text: UnitText) -> list[Span]:
    """The paragraphs under a heading that only names a part of the plan, where nothing is enumerated.

    A record of labelled lines, 责任单位:… 整改措施:…, has none: it is one task, and so is what lists who leads: 组长:….
    """
    if unit.head is None or not text.is_heading(unit.head) or not text.is_part(unit):
        return []
    if {"owner", "measure"} <= {block.label for block in text.own_blocks(unit)}:
        return []
    found = [(block.start, block.end) for block in text.own_blocks(unit)]
    if any(_MEMBERS.match(text.text, *span) for span in found):
        return []
    said = [(start, end) for start, end in found if end - start >= _PARAGRAPH or text.text[end - 1] == "。"]
    return [(start, end) for start, end in said if text.text[end - 1] != ":"]


def headless(root: Unit, text: UnitText) -> list[Span]:
    """The paragraph above the first unit that gives orders, where the count of the units shows that headings are lost.

    Above 二、 or above a series that later starts afresh, `各校要结合实际开展宣传…` is what is left of a first unit,
    and so is `…改造管网15公里。(市住建局负责)`; a preamble such as `为改善水质,制定本方案` is not.
    """
    lost = any(unit.value > 1 for unit in root.children[:1]) or any(unit.series > 1 for unit in root.children)
    above = [block for block in root.blocks if lost and block.end <= root.children[0].start][-1:]
    return [
        (block.start, block.end)
        for block in above
        if _ORDERS.search(text.text, block.start, block.end)
        or text.owned(block.start, block.end)
        or (root.children[0].value > 1 and orders(text.text[block.start : block.end]))
    ]


def intentions(root: Unit, text: UnitText) -> list[Span]:
    """The paragraphs that say what shall be done, in a text without any heading or number: `今年,市水务局将实施…`.

    `去年我市投资6000万元完成了城南河治理` is none: most of its words must be of what is to come. The report of a
    meeting has those that set a day, `会议要求,10月底前完成清淤`, and no others: `会议强调,要落实责任`.
    """
    if root.children:
        return []
    blocks = [block for block in root.blocks if block.label is None]
    spans = [_behind_source(text.text, block) for block in blocks]
    if any(_SAID.match(text.text, *span) for span in spans):
        said = [(match.end(), end) for start, end in spans if (match := _SAID.match(text.text, start, end))]
        return [span for span in said if _BY_DAY.search(text.text, *span)]
    quoted = [start > block.start for (start, _), block in zip(spans, blocks, strict=True)]
    return [
        (start, end)
        for (start, end), said in zip(spans, quoted, strict=True)
        if (end - start >= _PROSE and _intends(text.text[start:end])) or (said and _is_ahead(text.text[start:end]))
    ]


def _is_ahead(words: str) -> bool:
    """True for what a plan is quoted with where more of it is to come than done."""
    past, future = tenses(words)
    return future > past


def _behind_source(text: str, block: Block) -> Span:
    """The span of a paragraph behind what says where it is taken from: 日前,某市印发方案,方案指出,."""
    source = _SOURCE.match(text, block.start, block.end)
    return (source.end() if source else block.start), block.end


def _intends(words: str) -> bool:
    if _ASKS.search(words):
        return True
    if _PURPOSE.fullmatch(words) or _MEANT.match(words):
        return False
    if words.startswith(words_of("headings", "news.open")) or _NEWS.search(words):
        return False
    past, future = tenses(words)
    if _DAY.match(words) and (past or any(word in words for word in words_of("headings", "news.told"))):
        return False
    if orders(words):
        return future >= past
    if _WILL.match(words):
        return future > past or (future == past > 0 and _THIS_YEAR.match(words) is not None)
    return future >= 2 and future > 2 * past
