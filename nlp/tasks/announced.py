"""Work that news announce: paragraphs that say what shall be done, in a text without any heading or number."""

from __future__ import annotations

import re

from nlp.sections.heading import orders
from nlp.sections.outline import Block, Span, Unit
from nlp.sections.tense import tenses
from nlp.sections.unit_text import UnitText
from nlp.vocabulary import words as words_of
from nlp.wording import any_of

# A line shorter than this says nothing of work by itself.
_PROSE = 40
_PLANS = f"(?:{any_of('headings', 'news.plans')})”?[还也并]?"
# 会议强调, but not “行动计划”还要求, which says what is to be done
_SAID = re.compile(rf"(?![^。,;:\n]{{0,16}}?{_PLANS}要求)[^。,;:\n]{{0,16}}(?:{any_of('headings', 'news.saying')})[,:]")
# 请各乡镇于3月3日前完成整治, not a last 请各单位认真贯彻执行
_ASKS = re.compile(r"(?:^|(?<=[。;,\n]))请(?:各|你)[^。;\n]{0,60}?(?:\d[日月年]|底)前[^。;\n]{2,}")
# 会议要求,要加快进度,10月底前完成清淤: a meeting sets a day
_BY_DAY = re.compile(rf"(?:\d年?|[年月])底?前[^。;\n]{{0,4}}?(?:{any_of('headings', 'news.due')})")
_NEWS = re.compile(rf"(?:^|(?<=,))(?:{any_of('headings', 'news.when')}),")
# 3月16日,市领导查看了工程: the day on which something happened opens its report
_DAY = re.compile(r"(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚)?,")
# 日前,某市印发方案,方案指出,…
_SOURCE = re.compile(
    rf"[^。\n]{{0,80}}(?:{_PLANS}|《[^》\n]{{2,60}}》)(?:{any_of('headings', 'news.setting_out')})[,:]"
)
# 为贯彻…,结合实际: why a document was made, also where the page cuts it off
_PURPOSE = re.compile(r"为(?!民|主)[^。\n]*。?")
# 2020年是“十三五”收官之年,…: what a year means, with its goals
_MEANT = re.compile(r"(?:今|明|20\d\d)年是[^。]{0,60}之年")
# 今年,我省将…: when it is done stands before who does it
_THIS_YEAR = re.compile(r"(?:今|明|本|20\d\d)年")
_WILL = re.compile("[^。;]{0,30}?[还也]?(?:将|拟)(?!军|于)")


def intentions(root: Unit, text: UnitText) -> list[Span]:
    """The paragraphs that say what shall be done, in a text without any heading or number: `今年,市水务局将实施…`.

    `去年我市投资6000万元完成了城南河治理` is none: most of its words must be of what is to come. The report of a
    meeting has those that set a day, `会议要求,10月底前完成清淤`, and no others: `会议强调,要落实责任`.
    """
    if root.children:
        return []
    blocks = [block for block in root.blocks if block.label is None]
    spans = [_behind_source(text.text, block) for block in blocks]
    said = [(match.end(), end) for start, end in spans if (match := _SAID.match(text.text, start, end))]
    if said:
        return [span for span in said if _BY_DAY.search(text.text, *span)]
    return [
        (start, end)
        for block, (start, end) in zip(blocks, spans, strict=True)
        if _is_ahead(text.text[start:end], quoted=start > block.start)
    ]


def _is_ahead(words: str, *, quoted: bool) -> bool:
    """True for what shall be done; where a plan is `quoted`, more of it need only be to come than done."""
    past, future = tenses(words)
    return (quoted and future > past) or (len(words) >= _PROSE and _intends(words))


def _behind_source(text: str, block: Block) -> Span:
    """The span of a paragraph behind what says where it is taken from."""
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
