"""Subjects: what a number measures, read from the words before it or behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.characters import HAN
from nlp.targets import scope
from nlp.vocabulary import words
from nlp.wording import any_of, pattern

_SEPARATORS = " 、,;:和及与或。-—~"
_JOINTS = ("、", "和", "及", "与")
_REDACTED = re.compile(r"^(?:\(略\)、?)+")
_AND_SO_ON = pattern("statements", "so_on", before=f"等[{HAN}]{{0,4}}", after="$")
_ABOUT = ("约", "近", "超", "达")  # of the next number: 垃圾堆56处|约|800立方米
_SUMMED = re.compile(r"累计|共计|共")
_LONGEST_ADVERB = 4  # characters between a scope and a word of aiming: 全州稳步推动实现

# A thing's name begins with a word, a quotation mark, a letter or its size: 65蒸吨以上锅炉, 220MW级机组.
_THING = re.compile(rf"的?(?:[{HAN}“‘A-Za-z《]|\d[\d.]*(?:[^\d,;、]{{1,8}}以[上下]|[A-Za-z/]{{1,6}}\s?[A-Z]?级))")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: `noun` (may be empty), the scope said before it, and the verbs that were taken off.

    `noun` still holds what the indicator may share with its neighbours in a list (化肥、农药利用率).
    """

    noun: str
    scope: str | None = None
    verbs: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """True where nothing names the thing measured, though a scope may be said."""
        return not self.noun


def before(text: str, share: bool = False) -> Subject:
    """The subject in the words before a number, with operator words already taken off the end.

    `全州累计建设示范点` gives noun 示范点, scope 全州, verbs 建设; `确保县城污水处理率` gives noun 县城污水处理率.
    `从总干渠向桑干河补水` gives noun 补水, scope 桑干河. Where the number is a share, verbs of doing stay, since
    they belong to the name: `建设用地安全利用率`, `新增和更新公交车中新能源车比例`.
    """
    head, rest = _at_last_aim(text)
    rest = _REDACTED.sub("", rest.strip(_SEPARATORS))
    verbs: list[str] = []
    said = _scope_of(head.strip(_SEPARATORS)) if head else None
    while rest:
        verb = _opens(rest, share)
        place, behind = scope.lead(rest) if said is None and not verb else (None, rest)
        if place and not behind:
            return Subject("", place, tuple(verbs))
        if place and _opens(behind, share):
            said, rest = place, behind
            continue
        if not verb:
            break
        if verb not in _silent():
            verbs.append(verb.rstrip("和及、并"))
        rest = rest[len(verb) :].lstrip(_SEPARATORS + "了")
    noun = rest.removesuffix("的").strip(_SEPARATORS)
    if given := _given().search(noun):
        return Subject(given["work"], given["where"], tuple(verbs))
    if each := _each_there().fullmatch(noun):
        return Subject("", each["where"], (*verbs, each["verb"]))
    noun = _ordered_thing().sub("", noun)
    if given := _ordered().search(noun):
        return Subject("", said, (*verbs, given["verb"]))
    noun = _object(noun, verbs, share)
    if not share and noun.endswith("内") and len(noun) > _LONGEST_ADVERB:
        return Subject("", (said or "") + noun.removesuffix("内").removesuffix("范围"), tuple(verbs))
    return Subject("" if noun in _silent() else noun, said, tuple(verbs))


def behind(text: str) -> tuple[str, str]:
    """The thing counted behind a number, and what is said of it.

    `县级以上饮用水水源地勘界定标工作` gives 县级以上饮用水水源地勘界定标 and nothing,
    `填埋场全部联网` gives 填埋场 and 全部联网. Both are empty where no name of a thing follows: `左右`, `,其中`,
    `的目标`.
    """
    text = text.lstrip()
    if not text or text in _ABOUT or _opens_no_name(text) or not _THING.match(text):
        return "", ""
    text = text.removeprefix("的")
    # 镇|建成投运: one character is enough for a place.
    cut = _predicate().search(text, min(len(place_noun(text) or "  "), 2))
    noun, said = (text[: cut.start()], text[cut.start() :]) if cut else (text, "")
    return _without_trail(_AND_SO_ON.sub("", noun.removesuffix("的").strip(_SEPARATORS + "并"))), said


def is_aimed(text: str) -> bool:
    """True where a text says that something is aimed at: `确保督察交办的`."""
    return bool(pattern("statements", "aims").search(text))


def place_noun(text: str) -> str | None:
    """The word for a place or body that opens a text: `县污泥得到有效处置` opens with 县; None where none does."""
    match = _place_noun().match(text)
    return match[0] if match else None


def worked_on(noun: str) -> str:
    """A thing without the works on it that its name ends with: 小水电清理整改 is 小水电."""
    works = pattern("statements", "doing", "works", before="(?<=..)(?:", after=")+$").search(noun)
    return noun[: works.start()] if works else noun


def is_only_done(text: str) -> bool:
    """True where a text says no more than that it is done, or by when: 建成投运, 要率先完成."""
    return _only_done().fullmatch(text.strip(_SEPARATORS)) is not None


def is_facility(noun: str) -> bool:
    """True for what stands in a place and is no place itself: 建制镇污水处理厂."""
    return noun.endswith(words("statements", "facilities"))


def place_tail(text: str) -> str:
    """The word for a place that ends a text: `收运处置体系行政村` ends with 行政村; the empty text where none does."""
    match = pattern("statements", "places", after="$").search(text)
    return match[0] if match else ""


def is_work(text: str) -> bool:
    """True where a text only says what is done to things named before: `提标改造`, `建设任务`."""
    return text[:1] not in _JOINTS and _without_trail(text.strip(_SEPARATORS)) in words("statements", "works")


def is_deed(text: str) -> bool:
    """True where a text begins with a verb of doing: `配套建设处理设施`; not with a name made of one, `建设用地`."""
    return bool(_opens(text, share=False) and _verbs_of_doing().match(text))


def _without_trail(noun: str) -> str:
    """A name without the words that add nothing at its end: 环境整治工作 is 环境整治."""
    return pattern("statements", "trailing", before="(?:", after=")+$").sub("", noun)


def _object(noun: str, verbs: list[str], share: bool) -> str:
    """What is worked on where a subject or a circumstance stands before the verb.

    `沿信义沟排查排口` is 排口, `两湖完成治污投资` 治污投资; the verb joins `verbs`.
    """
    if share:
        return noun
    if told := _circumstance().match(noun):
        noun = noun[told.end() :]
    verb, end = _inner_verb(noun, share)
    # Of 高标准农田累计建成面积 the verb is part of the name.
    if not verb or noun[end:] in words("statements", "bare"):
        return noun
    verbs.append(verb)
    return noun[end:]


def _inner_verb(noun: str, share: bool) -> tuple[str, int]:
    """The last verb inside a noun and where it ends; an empty one at the end where there is none."""
    if noun.startswith(words("conditions", "prepositions") + words("statements", "urging")):
        # One character behind a verb makes a name of it: 检查|站.
        verbs = _verbs().finditer(noun, 1)
        found = [verb for verb in verbs if len(noun) - verb.end() > 1 and _opens(noun[verb.start() :], share)]
        if not found and (built := pattern("statements", "building", after="$").search(noun, 1)):
            return built[0], len(noun)  # 在甲镇、乙镇各建|1处, 按照《名录》淘汰|3家
    elif (summed := _SUMMED.search(noun, 2)) and (verb := _opens(noun[summed.end() :], share)):
        # 该区共种植果树, 三级河长累计巡河: behind such a word stands the verb.
        return verb, summed.end() + len(verb)
    else:
        found = [verb for verb in pattern("statements", "inner").finditer(noun, 2) if not _in_compound(verb)]
    return (found[-1][0], found[-1].end()) if found else ("", len(noun))


def _scope_of(head: str) -> str | None:
    """The scope in the words before a word of aiming, if they say little else: 全州稳步推动, 全市所有乡镇(街道)."""
    while verb := _light().match(head):
        head = head[verb.end() :].lstrip(_SEPARATORS)
    place, between = scope.lead(head)
    if place and between and place_tail(between):
        return head
    return place if len(between) <= _LONGEST_ADVERB else None


def _at_last_aim(text: str) -> tuple[str, str]:
    """What stands before and behind the last word of aiming: `全州基本实现生活垃圾` is cut at 实现."""
    found = list(pattern("statements", "aims", after="(?!率|的)").finditer(text))
    return (text[: found[-1].start()], text[found[-1].end() :]) if found else ("", text)


def _opens(text: str, share: bool) -> str:
    """The opener or verb at the front of a text that is to be taken off; the empty text where there is none."""
    match = (_light() if share else _verbs()).match(text)
    return match[0] if match and not _in_compound(match) else ""


def _opens_no_name(text: str) -> bool:
    """True for words behind a number that begin no name: 全部, 在; not for 在用锅炉 and 有机肥."""
    match = pattern("statements", "no_thing", after="(?!以[上下])").match(text)
    return match is not None and not _in_compound(match)


def _in_compound(match: re.Match[str]) -> bool:
    """True where a word only begins a longer one: 建成 in 建成区."""
    held = pattern("statements", "compounds").match(match.string, match.start())
    return held is not None and held.end() > match.end()


@cache
def _verbs() -> re.Pattern[str]:
    """Openers and verbs, several verbs joined by 和 or 、 as one: 新增和改造."""
    doing = any_of("statements", "doing", "finishing")
    openers, auxiliaries = any_of("statements", "openers"), any_of("statements", "auxiliaries")
    return re.compile(
        rf"(?:{doing})(?:[和及、并](?={doing}))?|(?:{openers})|(?:{auxiliaries})(?={doing}|{auxiliaries})"
    )


@cache
def _verbs_of_doing() -> re.Pattern[str]:
    return pattern("statements", "doing", after=f"[{HAN}]{{2}}")


@cache
def _given() -> re.Pattern[str]:
    """What is given to a water or place: 从总干渠向桑干河补水."""
    return pattern("statements", "given", before="向(?P<where>[^向,;]{2,16}?)(?P<work>", after=")$")


@cache
def _ordered() -> re.Pattern[str]:
    """Who sets the number that follows: 县上下达|2000亩, 省厅交办|12个."""
    return pattern("statements", "ordering", before=f"^[{HAN}]{{0,8}}(?P<verb>", after=")(?:我[省市县区州])?$")


@cache
def _ordered_thing() -> re.Pattern[str]:
    """Who sets the number of a thing, before the thing: 省下达的|黑臭水体治理任务."""
    return pattern("statements", "ordering", before=f"^[{HAN}]{{0,6}}(?:", after=")的")


@cache
def _each_there() -> re.Pattern[str]:
    """The places in each of which something is built: 甲镇、乙镇各建|1处."""
    return pattern("statements", "building", before="(?P<where>.+)[各均](?P<verb>", after=")")


@cache
def _circumstance() -> re.Pattern[str]:
    """Who shall do it, or when, before a preposition: 春防期间|在铁力市增设, 各村要|利用赶圩日开展."""
    return pattern("conditions", "prepositions", before="[^,;]{2,16}?(?:期间|要|须|应)(?=", after=")")


@cache
def _silent() -> frozenset[str]:
    """What opens a clause and is no verb."""
    return frozenset(words("statements", "openers") + words("statements", "auxiliaries"))


@cache
def _light() -> re.Pattern[str]:
    """What goes before a share: openers and verbs of finishing."""
    finishing, auxiliaries = any_of("statements", "openers", "finishing"), any_of("statements", "auxiliaries")
    return re.compile(rf"(?:{finishing})|(?:{auxiliaries})(?={finishing}|{auxiliaries})")


@cache
def _predicate() -> re.Pattern[str]:
    """The predicates, none of them where it begins or ends a compound: 建成区, 水土保持."""
    compounds = words("statements", "compounds")
    guarded = []
    for word in sorted(words("statements", "predicates"), key=len, reverse=True):
        before = "".join(
            f"(?<!{re.escape(name.removesuffix(word))})" for name in compounds if name.endswith(word) and name != word
        )
        longer = [re.escape(name[len(word) :]) for name in compounds if name.startswith(word) and name != word]
        guarded.append(before + re.escape(word) + (f"(?!{'|'.join(longer)})" if longer else ""))
    # 吸污车|对厕所污水进行收集 says what the thing counted is for.
    return re.compile("|".join([*guarded, f"对(?=[^,;、]{{2,14}}(?:{any_of('statements', 'carrying_out')}))"]))


@cache
def _only_done() -> re.Pattern[str]:
    adverbs = any_of("statements", "wholly", "auxiliaries", "before_limit")
    return re.compile(rf"(?:{adverbs})*(?:(?:{any_of('statements', 'done')})[并、]?)+")


@cache
def _place_noun() -> re.Pattern[str]:
    cities = rf"城市(?!{any_of('statements', 'city_tails')}|{any_of('statements', 'place_tails')})"
    return re.compile(
        rf"{cities}|(?!城市)(?:{any_of('statements', 'places')})(?!{any_of('statements', 'place_tails')})"
    )
