"""Verbs behind the names of owners, and the role that they give: …牵头, …按职责分工负责; and 会同 between names."""

from __future__ import annotations

import re
from functools import lru_cache

from nlp.bodies.body import ORGAN
from nlp.facts import Role
from nlp.owners.role_word import leads, role_named
from nlp.vocabulary import load, words
from nlp.wording import any_of


def _finals() -> str:
    """The characters that the name of a body, or a list of them, can end with."""
    ends = {word[-1] for word in words("bodies", "organs") + words("bodies", "weak_organs")}
    ends |= {name[-1] for entry in load("functions").entries.values() for name in (entry.label, *entry.aliases)}
    return re.escape("".join(sorted(ends | set("等)〕〉》*★"))))


FINALS = _finals()
_DUTY = f"(?:{any_of('roles', 'duties')})"
_DUTIES = (
    rf"(?:{any_of('roles', 'by')})(?:{any_of('roles', 'own')})*"
    rf"{_DUTY}(?:(?:和|与|及)?{_DUTY})*(?:要求|分别)?"
)
_ADVERBS = rf"(?:{_DUTIES}|{any_of('roles', 'adverbs')}|,(?={_DUTIES}|分工|共同))*"
# 为责任单位 says of the names before it what 负责 does.
_BEING = (
    rf"(?:(?:为|是|作为)(?:该项|本项|主要|第一|[^,。;:、()\n]{{1,16}}的)?(?:{any_of('roles', 'beings')})"
    r"|是(?:实施|落实)(?:本|该)?(?:方案|规划|计划)的主体|是(?:本|该)?(?:方案|规划|计划)的?(?:实施|落实|责任)主体)"
)
# 市公安局按职责分工,: the duty alone says what 负责 behind it would.
_VERB = rf"(?:{any_of('roles', 'verbs')}|{_BEING}|{_DUTIES}(?=[,;。)\]\n]|$))"
DUTIES = re.compile(_DUTIES)
MODAL = re.compile(any_of("roles", "modals"))
# 督导组, 督查考核办 and 市场监管所 are bodies of their own, while 负责组织, 负责科研支撑, 负责人工增雨, 实施委托
# and 监管所有排口 are verbs.
_REFUSED = (
    rf"{any_of('roles', 'refusals')}|组(?!织)|委(?!托)|所(?![有属在辖需])|科(?![研技学普])|人(?![工员才民居])"
    rf"|(?:{any_of('roles', 'supervising')})?(?:办(?!理)|局|室)"
)
# 各社区参与活动情况纳入考核 speaks of the verb and binds nobody.
_SPOKEN_OF = r"[^,。;、:]{0,8}情况[也将都均应]{0,2}(?:纳入|作为|列入|计入)"
VERB = re.compile(
    rf"(?<=[{FINALS}]) ?(?P<adverbs>{_ADVERBS})(?P<verbs>(?P<first>{_VERB})(?:(?:和|并|、|及)?{_ADVERBS}{_VERB})*)"
    rf"(?!{_REFUSED}|{_SPOKEN_OF})(?:{any_of('roles', 'tails')})*"
)
# What who oversees does besides: 每月通报一次, 定期考核
_REPORTS = (
    rf"(?:每[^,。;]{{1,2}}|定期|及时|按[^,。;])?(?:{any_of('roles', 'reporting')})"
    r"(?:[一二两三四\d]+次)?(?=[。;\n]|$)"
)
# What a body does that only oversees what others do, up to where its sentence ends or another body acts:
# 加强监督检查, 每半年督查一次(,连续两次末位的,约谈), 派员现场指导
_OVERSEES = re.compile(
    rf"(?:(?!{any_of('roles', 'not_overseeing')})[^,。;:、\n]){{0,24}}?"
    rf"(?:{any_of('roles', 'overseeing')})(?:[、和与及]?(?:{any_of('roles', 'overseeing')}))*"
    rf"(?:工作|力度|[一二两三四\d]+次)?"
    rf"(?=[。;\n]|$|,{_REPORTS}|,[^,。;、\n的对向将]{{1,16}}(?:{ORGAN})|,(?:连续|对|凡)[^,。;\n]{{2,24}}的,)"
)
# 在立项、资金方面给予支持, 派员参加
_HELPS = re.compile(
    r"(?:[^,。;:\n]{0,24}?(?:给予|予以)(?:大力|积极|全力)?(?:支持|配合|协助)|派[员人](?:参加|参与|配合|协助))"
    r"(?=[,。;\n]|$)"
)
# 市供销合作社联合社 and 工商业联合会 are bodies by that name.
PARTNER = re.compile(f"(?:{any_of('roles', 'partners')})(?!社(?!会)|会(?!商))")
# 市农业局,牵头负责粪污整治: the verb behind a comma carries as one that follows at once.
_BEHIND_COMMA = re.compile(rf",{_ADVERBS}(?P<verbs>{any_of('roles', 'verbs')})(?!{_REFUSED})")


def role_of(mark: re.Match[str], *, closing: bool) -> Role:
    """The role that the verbs found by VERB give to the names before them.

    Where they close a clause all of them count: `负责牵头` lead, `负责监督` supervising, `负责落实` responsible.
    Before an object (`负责监督检查辖区企业`) the first one does, and leading.
    """
    return _role_of_verbs(mark["verbs"], mark["verbs"] if closing else mark["first"])


def role_of_act(text: str, start: int, end: int) -> Role:
    """The role of a body that acts at `start` without a verb of carrying at once behind it.

    `加强监督检查` supervising, `在资金上给予支持` cooperating, `,牵头负责整治` lead, `制定方案,加强指导` and all else
    responsible.
    """
    if carried := _BEHIND_COMMA.match(text, start, end):
        return role_of_verb(carried["verbs"])
    if _OVERSEES.match(text, start, end):
        return "supervising"
    return "cooperating" if _HELPS.match(text, start, end) else "responsible"


def role_of_verb(verb: str) -> Role:
    """The role of a single verb: 协助 cooperating, 负责 responsible, 牵头 lead, 指导 supervising."""
    return _role_of_verbs(verb, verb)


@lru_cache(maxsize=4_096)
def _role_of_verbs(verbs: str, counted: str) -> Role:
    return "lead" if leads(verbs) else role_named(counted) or "responsible"
