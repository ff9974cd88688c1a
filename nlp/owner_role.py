"""The words that give a body its part in a task: labels before names (牵头单位:) and verbs behind them (…牵头,…配合)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nlp.body import ANY_ORGAN, any_of
from nlp.facts import Role
from nlp.vocabulary import load, words


def _words(key: str) -> tuple[str, ...]:
    return words("roles", key)


def _finals() -> str:
    """The characters that the name of a body, or a list of them, can end with."""
    ends = {word[-1] for word in words("bodies", "organs") + words("bodies", "weak_organs")}
    ends |= {name[-1] for entry in load("functions").entries.values() for name in (entry.label, *entry.aliases)}
    return re.escape("".join(sorted(ends | set("等)〕*★"))))


_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(any_of(_words(role)))) for role in ("supervising", "lead", "cooperating", "responsible")
)
_NOUN = any_of(_words("label_nouns"))
_PERSON = any_of(_words("person_labels"))
_SHORT = any_of(_words("short_labels"))
_CLOSERS = r"[】\])〕]?"
# The end of a label: found first, since searching for its free beginning would be slow.
_LABEL_END = re.compile(
    rf"(?:(?:{_NOUN}|{_PERSON})(?:(?:及|和|、|/|与)(?:其)?[^\s:,;。()]{{2,8}})?(?:\([^()\n]{{0,24}}\))?{_CLOSERS}"
    rf"(?::|——?|[ \t\n]|为|是|】)|(?<![^\s(\[【〔,;。、:])(?:{_SHORT}){_CLOSERS}:)\s*"
)
_LABEL = re.compile(r"(?:[^\s:,;。()\[\]【】〔〕“”*]|(?<=[^\s:,;。])\([^()]{1,10}\)){0,16}$")
_ANY_LABEL = re.compile(r"(?:^|(?<=[\s,;。、(\[【〔]))[^\s:,;。、()\[\]【】〔〕《》]{2,14}(?:\([^()\n]{1,16}\))?:")

_DUTIES = r"(?:按照?|依照?|根据|依据|结合)(?:本|各自|工作|部门|单位|法定|相应)*(?:职责|职能|分工|权限|责任)(?:和|与|及)?(?:职责|分工|权限|范围|任务)*(?:要求|分别)?"
_ADVERBS = rf"(?:{_DUTIES}|{any_of(_words('adverbs'))}|,(?={_DUTIES}))"
_VERB = any_of(_words("verbs"))
_TAIL = any_of(_words("tails"))
_REFUSED = any_of(_words("refusals"))
# 督查室, 督导组 and 指导办 are bodies of their own, while 负责组织 and 负责办理 are verbs.
_ORGAN_OF_VERB = r"室|组(?!织)|办(?!理)|员|局|队|科|中心|委(?!托)"
FINALS = _finals()
VERB = re.compile(
    rf"(?<=[{FINALS}])(?P<adverbs>{_ADVERBS}*)(?P<verbs>(?:{_VERB})(?:(?:和|并|、|及)?{_ADVERBS}*(?:{_VERB}))*)"
    rf"(?!{_REFUSED}|{_ORGAN_OF_VERB})(?P<tail>(?:{_TAIL})*)"
)
PARTNER = re.compile(any_of(_words("partners")))


@dataclass(frozen=True, slots=True)
class Label:
    """A label of an owners clause: its span, where its value begins, and the role of the names in the value.

    `role` is None for a label of persons or of anything else, whose value holds no owners; `sure` is false where no
    colon follows, so that the value must prove to be a list of bodies.
    """

    start: int
    value: int
    role: Role | None
    sure: bool
    wording: str


def labels_in(text: str, start: int, end: int) -> list[Label]:
    """The labels in `text[start:end]` in their order, owners' and others.

    `牵头单位:市水务局;完成时限:2025年` gives a lead and one without role; `责任领导:张三` one without role; the wording
    `明确责任单位和整改时限` has none.
    """
    found: dict[int, Label] = {}
    for match in _LABEL_END.finditer(text, start, end):
        label = _label(text, start, match)
        if label is not None:
            found[label.value] = label
    if found:
        for match in _ANY_LABEL.finditer(text, start, end):
            value = match.end()
            found.setdefault(value, Label(match.start(), value, None, True, match.group()))
    return sorted(found.values(), key=lambda label: label.value)


def _label(text: str, start: int, match: re.Match[str]) -> Label | None:
    noun_end = match.end()
    before = _LABEL.search(text, max(start, match.start() - 20), match.start())
    begin = before.start() if before else match.start()
    wording = text[begin:noun_end].strip()
    sure = ":" in match.group() or "】" in match.group()
    apart = " (\t\n[【〔" + (",;。" if match.group().rstrip().endswith(("为", "是")) else "")
    if not sure and text[max(start, begin - 1) : begin].strip(apart):
        return None
    role = role_of_label(wording)
    if role is None and not sure:
        return None
    return Label(begin, match.end(), role, sure, wording)


@lru_cache(maxsize=4_096)
def role_of_label(wording: str) -> Role | None:
    """The role that a label gives to the names after it; None where it gives none.

    `牵头单位` lead, `责任部门` and `主体责任单位` responsible, `配合单位` cooperating, `市直牵头督导单位` supervising; `责任领导`,
    `完成时限` and `反馈问题` None.
    """
    plain = re.sub(r"\([^()]*\)", "", wording).strip(" :\t\n】]〕—")
    plain = re.sub(rf"(?:及|和|与|、|/)其?\S{{0,4}}(?:{_PERSON})$", "", plain)
    if re.search(f"(?:{_PERSON})$", plain) or not re.search(f"(?:{_NOUN}|{_SHORT})", plain):
        return None
    return next((role for role, pattern in _ROLES if pattern.search(plain)), None)


@lru_cache(maxsize=4_096)
def role_of_verbs(verbs: str, *, closing: bool) -> Role:
    """The role that the verbs behind names give them.

    Where the verbs close a clause all of them count: `负责牵头` lead, `负责监督` supervising, `负责落实` responsible. Before an
    object (`负责监督检查辖区企业`) the first one does, and leading.
    """
    first = verbs if closing else re.match(_VERB, verbs).group()  # type: ignore[union-attr]
    if re.search(any_of(_words("lead")), verbs):
        return "lead"
    return next((role for role, pattern in _ROLES if pattern.search(first)), "responsible")


def has_body_ending(text: str) -> bool:
    """True for text that ends like the name of a body of any kind."""
    return re.search(f"(?:{ANY_ORGAN})$", text) is not None
