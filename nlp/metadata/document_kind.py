"""What kind of document it is: plan, report, notice, speech, letter, summary, interpretation or other."""

from __future__ import annotations

import re

from corpus.characters import HAN
from nlp.references.notice import carrying
from nlp.vocabulary import Entry, load
from nlp.wording import any_of, pattern

# A draft that is sent out for opinions: 关于征求《某河治理方案》(征求意见稿)意见的公告
_CONSULTS = re.compile(
    r"征求(?:对)?《?(?P<core>[^《》()]{4,60})(?:\([^()]*\))?》?(?:\([^()]*\))?(?:的|修改|公众){0,2}(?:意见|建议)"
)
_FIRST_OF_TWO = re.compile(
    r"(?<=总结|情况|报告|汇报)[和及与暨](?!.*报告$).*|(?<=要点|方案|计划)[和及与暨](?:考核|考评|评分|评价)[^和及与]{2,6}$"
)
_BRACKET_END = re.compile(r"(?:[(〔][^()〔〕]*[)〕]|[》〉”]|20\d\d[-—~至年]?)+$")
_PAST = re.compile(
    rf"已(?![建批有])|了|{any_of('metadata', 'done')}|[此本这]次(?:活动|行动)"
    rf"|共[计有]?(?=[\dx]|{any_of('metadata', 'done_in_all')})"
)
# A headline tells who did what: 某镇组织开展河道清理行动; a plan is named by what is to be done, or says 方案.
_HEADLINE = re.compile(
    rf"(?!.*关于)(?:[{HAN}]{{2,14}}?[省市县区州盟旗镇乡道村局厅委办](?:{any_of('metadata', 'headline_adverbs')}){{0,3}}"
    rf"(?:{any_of('metadata', 'headline_verbs')}).*(?:{any_of('metadata', 'headline_ends')})"
    rf"|[{HAN}]{{2,10}}?(?:出台|推出).+)$"
)
# A page of news by where it comes from or whom it has asked: 来源:闽南日报, 据介绍; an entry of a yearbook by its name
# and year: 【厕所革命】 2020年,
_PRESS = re.compile(
    rf"来源:[^\n ]{{0,10}}?(?:{any_of('metadata', 'press')})|{any_of('metadata', 'heard')}"
    r"|\A\s*【[^【】\n]{2,20}】\s*20\d\d年"
)
_AHEAD = re.compile(
    rf"要(?![求点素])|{any_of('metadata', 'to_be_done')}|到20\d\d年|[年月]底前|(?:牵头|负责|配合)[)\]〕]"
)
_WORK = pattern("metadata", "work")
# The goals of a year to come, without the plan around them: 到2027年具体目标:
_GOALS_AHEAD = re.compile(r"到20\d\d年[^。,;\n]{0,12}目标:")
# A fault that inspectors found, over what is to be done: 整改目标; 整改完成情况 tells that it was.
_RECTIFIED = re.compile(r"(?:整改|任务|工作|落实)(?:完成)?情况(?:进行)?(?:公示|公开|如下|:|\n)|完成情况\n")
_SALUTATION = re.compile(r"^\s*(?:各|[市县区州省]直)[^\n。,]{2,60}:\n", re.M)
_LETTER_HEAD = 400


def tell_kind(title: str | None, text: str) -> str:
    """The kind of a document by its title, or by its wording where it has none.

    A notice that carries a plan (关于印发…方案的通知) is a plan, 关于做好…工作的通知 a notice; 倡议书 a letter,
    工作总结 a summary, 整改落实情况报告 a report, 政策解读 an interpretation; 关于征求某方案意见的公告 is a plan where
    the draft stands below it. Without a title 特制定本方案 makes it a plan, 发出如下倡议 a letter; else what says what
    is to be done is a plan, what looks back or comes from the press a summary.
    """
    draft = _CONSULTS.search(title) if title else None
    if draft and f"\n{draft['core']}" in text:
        title = draft["core"]
    return (_by_title(title) if title else None) or _by_wording(text)


def _by_title(title: str) -> str | None:
    """The kind that the title ends in, the longer word where two end together; of 总结和…计划 the first.

    None for a headline, 某镇组织开展清理行动 or 水务集团攻坚治水:小区告别内涝, and where the title ends in no word of a
    kind.
    """
    if _HEADLINE.fullmatch(title):
        return None
    notice = carrying(title)
    core = _FIRST_OF_TWO.sub("", _BRACKET_END.sub("", notice["core"] if notice else title))
    kinds = load("document_kinds").entries.values()
    ending = [(len(word), entry.id) for entry in kinds for word in (entry.label, *entry.aliases) if core.endswith(word)]
    if not ending:
        return "notice" if notice else None
    kind = max(ending)[1]
    return _by_title(title[notice.end("core") :]) if notice and kind == "notice" else kind


def _by_wording(text: str) -> str:
    """The kind whose wordings stand in the text: a letter's or speech's near its head, a plan's before a summary's."""
    entries = load("document_kinds").entries
    head = text[:_LETTER_HEAD]
    for kind in ("speech", "letter", "interpretation"):
        if _says(entries[kind], head) or (kind == "letter" and _says(entries[kind], text[-_LETTER_HEAD:])):
            return kind
    if _SALUTATION.search(head) and not _says(entries["plan"], text) and "印发给你们" not in text:
        return "notice"
    for kind in ("plan", "report", "notice"):
        if _says(entries[kind], text):
            return kind
    if "整改目标" in text and not _RECTIFIED.search(text):
        return "plan"
    if _GOALS_AHEAD.search(head):
        return "plan"
    past, ahead = len(_PAST.findall(text)), len(_AHEAD.findall(text))
    if _says(entries["summary"], text) or _PRESS.search(head) or past > ahead or "下一步" in text:
        return "summary"
    return "plan" if ahead or _WORK.search(text) else "other"


def _says(entry: Entry, text: str) -> bool:
    return any(wording in text for wording in entry.more.get("body", ()))
