"""Titles that a text only mentions as its own: what a notice sends out, what a page offers, what runs into its text."""

from __future__ import annotations

import re

from corpus.characters import HAN
from corpus.words import alternatives
from nlp.references.notice import DRAWN_UP, PASSED, SENT, TOLD
from nlp.vocabulary import load
from nlp.wording import any_of

_WORDS = {name for entry in load("document_kinds").entries.values() for name in (entry.label, *entry.aliases)}
KINDS = alternatives(_WORDS)
_ENDS = re.compile(rf"(?:{KINDS})[》”]?(?:\([^()]*\))*\Z")
_INSIDE = r"[^《》\n]{6,60}(?:《[^《》]*》[^《》\n]{0,20})?"
_SENT = re.compile(
    rf"(?:现将|现(?:予|将)?(?:发布|公布)|印发了?|{DRAWN_UP})(?:我[省市州县区])?"
    rf"《(?P<title>{_INSIDE})》(?:\(见附件\d?\))?(?={SENT}|予以|。|,[^\n]{{0,200}}印发给)"
    rf"|《(?P<approved>{_INSIDE})》{PASSED}"
)
_ATTACHED = re.compile(r"\n附件?[::][^\n]{0,12}\n(?P<title>[^\n。,;]{8,60})(?=\n)")
# A page of news that tells of a plan: 《成都市蓝天保卫战方案》(以下简称《方案》)出炉。
_TOLD = re.compile(
    rf"(?<![{HAN}、])《(?P<title>[^《》\n]{{6,80}})》(?:\([^()\n]{{2,20}}\))?"
    rf"(?:日前|近日|正式){{0,2}}(?:{TOLD})(?=[,。!])"
)
# A page that offers a file: 《…规划.pdf》由会员分享, 《《…规划》.docx》由会员分享
_SHARED = re.compile(r"《《?(?P<title>[^《》\n]{6,80}?)》?\.(?:docx?|pdf|wps|txt)》由[^。\n]{1,8}分享")
# A title on one line with what follows it: 秸秆禁烧工作实施方案为认真做好…, 附件 2018年整治职责清单 工作任务 责任单位
_RUN_IN = re.compile(
    r"^(?:第\d+页共\d+页|附件\d?[ :]|[\d+.-]+ )?[ ]?"
    rf"(?P<title>[^,。;:|\t\n]{{4,60}}?(?:{KINDS})(?:\([^()\n]{{2,20}}\))?(?:》?的通知)?)"
    r"(?:为(?=[了贯切深进认加全做推落打改积有])|根据|(?=各[县市区乡镇有级部])"
    rf"|(?=20\d\d年,?[ ]?[全我本])|[ ](?={any_of('metadata', 'run_in_cells')}))",
    re.M,
)
_FRONT = 3000
_BACK = 600
_HEAD = 300


def find_carried(text: str) -> tuple[int, int] | None:
    """Where the title stands that a text says it carries, or None.

    Reads 现将《…方案》印发给你们, 制定《…方案》。, the annex that the whole text is, the file that a page offers
    (《…规划.pdf》由会员分享), and the head of a text without line ends: `某县禁烧方案为做好…`. None in
    根据《大气污染防治法》, 制定《应急预案》并演练.
    """
    if shared := _SHARED.search(text, 0, _HEAD):
        return shared.span("title")
    if run_in := _RUN_IN.search(text, 0, _HEAD):
        return run_in.span("title")
    match = (
        _TOLD.search(text, 0, _HEAD)
        or _SENT.search(text, 0, _FRONT)
        or _ATTACHED.search(text, max(0, len(text) - _BACK))
    )
    if match is None or match.lastgroup is None or not _ENDS.search(match[match.lastgroup]):
        return None
    return match.span(match.lastgroup)
