"""Bodies that act in running text without a verb of carrying: `领导小组办公室每季度调度`, `市水务局摸清排口底数`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.characters import HAN
from nlp.bodies.body import is_anonymous, is_body
from nlp.bodies.listed import Listed
from nlp.facts import Owner
from nlp.owners.act import acts_in
from nlp.owners.named import as_owner, partners_at
from nlp.owners.names_ahead import bodies_ahead
from nlp.owners.names_before import REACH, names_before, opening
from nlp.owners.township import is_township, is_townships
from nlp.owners.verb import DUTIES, MODAL, PARTNER, role_of_act
from nlp.places import place as places
from nlp.vocabulary import words
from nlp.wording import any_of

_SIGNS = "。;!?\n\t:】,、"  # what the last name of a list stands behind
_BOUNDS = "。;!?\n\t:"
_CONJUNCTION = re.compile("[和与及]")
_OFFICE = re.compile(rf"(?:{any_of('bodies', 'levels')})[{HAN}]{{2,16}}(?:{any_of('bodies', 'office_ends')})")
_GOVERNMENTS = words("bodies", "governments")
_GOVERNED = ("市", "县", "区", "州", "旗", "盟")  # ends of places that have a government
_URGED = re.compile(rf"(?:^|(?<=[,。;:、\n]))(?:{any_of('roles', 'urging')})(?!检查)", re.M)
# An office that sits in a bureau acts itself: 领导小组办公室设在市生态环境局,负责日常工作
_SEATED = re.compile(r"(?<=办公室)\(?(?:设|设立|挂靠)(?:在|于)[^,。;]{2,30},[^,。;]{0,12}?(?:负责|承担)")
# 各镇街对本辖区秸秆禁烧工作负总责
_ANSWERS = re.compile("对[^,。;、\n]{2,30}负(?:总责|全责|主责)")
# 领导小组下设办公室在市生态环境局: what sits there is the 领导小组办公室.
_SET_UP = re.compile(r"(?:下设|内设)(?=办公室$)")


def subjects_in(text: str, start: int, end: int) -> Iterator[Owner]:
    """The named bodies that act in `text[start:end]` without a verb of carrying: `领导小组办公室每季度调度进展`.

    Of collectives townships and villages alone act, `各镇推进保洁`, governments that do so again and again,
    `各县区政府每季度报送进展`, and those beside a body; `各部门要…` and `各镇要…` own nothing. Bodies that are only
    spoken of are none (`对市水务局要求的…`), nor are those that no word of doing follows.
    """
    last = start - 1
    for at, act in acts_in(text, start, end):
        placed = len(act) > 1 or act == "每" or (MODAL.fullmatch(act) or _ANSWERS.match(text, at, end)) is not None
        reach = max(start, at - REACH)
        # Only a body acts together with another: 物流部会同采购中心.
        names = names_before(text, reach, at, weak=True) if act == "会同" else _acting(text, reach, at, placed=placed)
        if names and act == "与":  # 市生态环境局与市资规局建立机制
            names += [listed for listed in bodies_ahead(text, at + len(act), end) if not listed.collective]
        if not names or names[0].start <= last or PARTNER.search(text, names[0].start, at):
            continue
        if text[at] == "," and not _opens_sentence(text, names, start):
            continue
        recurs = act == "每" and names[0].name.endswith(_GOVERNMENTS)
        acting = (recurs or is_townships(names[0])) and not (MODAL.match(act) or DUTIES.match(text, at))
        if names[0].collective and not acting:
            continue
        last = names[0].start
        role = role_of_act(text, names[-1].end, end)
        vouched = recurs or not names[0].collective
        yield from (as_owner(_set_up(listed), role, "subject", vouched=vouched) for listed in names)
        yield from partners_at(text, at, end)
    for mark in _SEATED.finditer(text, start, end):
        names = names_before(text, max(start, mark.start() - REACH), mark.start(), weak=False)
        yield from (as_owner(_set_up(listed), "responsible", "subject") for listed in names)


def urged_in(text: str, start: int, end: int) -> Iterator[Owner]:
    """The named bodies that a sentence without a subject urges to act: `督促云峰化工公司完成防渗改造`."""
    for mark in _URGED.finditer(text, start, end):
        yield from (as_owner(listed, "responsible", "subject") for listed in bodies_ahead(text, mark.end(), end))


def _opens_sentence(text: str, names: list[Listed], start: int) -> bool:
    """True for a list with a sure body that begins a sentence: a comma behind it leaves it the subject."""
    at = names[0].start
    return (at == start or text[at - 1] in _BOUNDS) and any(is_body(one.name) for one in names)


def _set_up(listed: Listed) -> Listed:
    return replace(listed, name=_SET_UP.sub("", listed.name))


def _acting(text: str, start: int, end: int, *, placed: bool) -> list[Listed]:
    """The subjects of a plain verb: sure bodies, or offices that name their level, 区效能办 and 县农机中心.

    With `placed`, before a word of doing, known places as well: 宜昌市 in `宜昌市应制定方案`, not in `宜昌市在全省`.
    A sure body vouches for many named with it: 区农业农村局、各镇街.
    """
    # Most words of doing stand behind common nouns: the last name alone tells so, cheaper than the list.
    begins, _ = opening(text, max(start, *(text.rfind(sign, start, end) + 1 for sign in _SIGNS)), end)
    last = text[begins:end]
    named = is_body(last, weak=True) or is_body(_CONJUNCTION.split(last)[-1], weak=True)
    if text[end - 1] != ")" and not named and not _closes(text, begins, end):
        return []
    if names := names_before(text, start, end, weak=False):
        return names
    weak = names_before(text, start, end, weak=True)
    if weak and is_body(weak[0].name) and all(one.collective or _is_sure(one) for one in weak):
        return weak
    acting = placed and any(all(map(test, weak)) for test in (_is_governed, is_townships, is_township))
    return weak if acting or all(_is_sure(one) for one in weak) else []


def _closes(text: str, start: int, end: int) -> bool:
    """True for those that nobody names at the end of a list of bodies: 有关单位 in `市整改办、有关单位`."""
    return text[start - 1 : start] == "、" and is_anonymous(text[start:end])


def _is_sure(listed: Listed) -> bool:
    """True for a sure body and for an office that names its level: 市港航中心."""
    return is_body(listed.name) or _OFFICE.fullmatch(listed.name) is not None


def _is_governed(listed: Listed) -> bool:
    """True for a known place that has a government, 宜昌市, or a zone with an office, 高新区; false for 矿区."""
    if listed.name in words("bodies", "acting_zones"):
        return True
    return len(listed.name) > 2 and listed.name.endswith(_GOVERNED) and places.find(listed.name) is not None
