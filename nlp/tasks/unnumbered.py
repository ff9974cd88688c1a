"""Work without an enumerator: paragraphs that name their own owners, records, and what a lost heading left behind."""

from __future__ import annotations

import re
from itertools import pairwise, zip_longest

from nlp.bodies.body import ORGAN
from nlp.sections.heading import orders
from nlp.sections.label import states_no_work
from nlp.sections.outline import Block, Span, Unit
from nlp.sections.unit_text import UnitText
from nlp.tasks.duty_list import CARRIES

# A line shorter than this under a heading is a name in a list and no paragraph, unless it ends as a sentence.
_PARAGRAPH = 16
# A heading that runs into its paragraph is no longer than this, and names no count: 加强干流保护。…
_RUN_IN = re.compile(r"[^\d,;:、]{4,20}")
_MEMBERS = re.compile(r"(?:常务|执行|第一)?副?(?:组 ?长|指挥长|总指挥|主 ?任):")
_NUMBER = re.compile(r"(?:序号|编号)[:.]?\d{1,3}")
# Fewer paragraphs that open alike may do so by chance.
_LEAST = 2
# A body of a paragraph that carries its work: 市经信局牵头, 各乡镇(街道)配合
_CARRIED = re.compile(rf"(?<=[。;,])[^。,;:\n]{{0,40}}?(?:{ORGAN}|乡镇(?:\(街道\))?|街道|总社)(?:{CARRIES}|配合|会同)")
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
    if len(runs) < _LEAST or not above or any(start not in heads for start, _ in runs[1:]):
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
    if len(plain) < _LEAST or plain[0] is not blocks[0] or not headed:
        return []
    ends = [text.end_before(block.start) for block in plain[1:]]
    spans = [(block.start, end) for block, end in zip(plain, [*ends, blocks[-1].end], strict=True)]
    if unit.style == "section":
        return spans if 2 * sum(map(orders, titles)) >= len(titles) else []
    carried = sum(text.owned(*span) > 0 or _CARRIED.search(text.text, *span) is not None for span in spans)
    return spans if carried >= _LEAST and 2 * carried > len(spans) else []


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
