"""Plans for the tests of stores: their facts made by hand, every offset true to the text."""

from __future__ import annotations

import random
from collections.abc import Iterator

from nlp.facts import Citation, Deadline, Facts, Issue, Mention, Owner, Place, Role, Section, Target, Task

SHENGZHOU = Place("嵊州市", "330683", "county", ["浙江省", "绍兴市", "嵊州市"])
KAILI = Place("凯里市", "522601", "county", ["贵州省", "黔东南苗族侗族自治州", "凯里市"])


def span(text: str, words: str, after: int = 0) -> tuple[int, int]:
    """Where the words stand in the text."""
    start = text.index(words, after)
    return start, start + len(words)


def _owner(text: str, words: str, role: Role, canonical: str, function: str) -> Owner:
    return Owner(words, role, *span(text, words), canonical=canonical, function=function, rule="clause")


def water_plan(place: Place = SHENGZHOU, source: str = "water.txt", year: str = "2025", river: str = "曹娥江") -> Facts:
    """A water plan of a town: two tasks, a target each, a river, a project, a citation of a national plan."""
    name = place.name
    text = (
        f"{name}水污染防治行动计划\n一、总体目标\n到{year}年,水质优良比例达到95%以上。\n二、重点任务\n"
        f"(一)整治{river}干流。按照《水污染防治行动计划》,{year}年底前完成{river}整治。(市水务局牵头,市生态环境局配合)\n"
        f"(二)建设城东污水处理厂二期工程,新增污水管网20公里。责任单位:市住建局、各乡镇人民政府\n"
    )
    facts = Facts(f"{source}-id", source, None, text, title=f"{name}水污染防治行动计划", kind="plan")
    facts.jurisdiction, facts.issuer, facts.period = place, f"{name}人民政府", ("2023", year)
    facts.number, facts.issued = f"{name[0]}政发〔2023〕{len(source)}号", "2023-05-06"
    goals, work = text.index("一、"), text.index("二、")
    facts.sections = [
        Section("s1", "一、", "总体目标", 1, goals, text.index("到"), work, None, "goal"),
        Section("s2", "二、", "重点任务", 1, work, text.index("(一)"), len(text), None, "measure"),
    ]
    first, second = text.index(f"整治{river}干流"), text.index("建设城东")
    facts.tasks = [
        Task("t1", "二/(一)", "measure", f"整治{river}干流", first, text.index("\n", first), "s2", "water"),
        Task("t2", "二/(二)", "measure", "建设城东污水处理厂二期工程", second, len(text) - 1, "s2", "water"),
    ]
    facts.tasks[0].owners = [
        _owner(text, "市水务局", "lead", f"{name}水务局", "water"),
        _owner(text, "市生态环境局", "cooperating", f"{name}生态环境局", "ecology"),
    ]
    facts.tasks[1].owners = [
        _owner(text, "市住建局", "responsible", f"{name}住房和城乡建设局", "housing"),
        Owner("各乡镇人民政府", "responsible", *span(text, "各乡镇人民政府"), collective=True),
    ]
    facts.tasks[0].deadlines = [Deadline(f"{year}年底前", *span(text, f"{year}年底前"), ends=year, rule="by")]
    share, pipes = span(text, "水质优良比例达到95%以上"), span(text, "新增污水管网20公里")
    facts.targets = [
        Target("g1", None, "水质优良比例", ">=", 95, "%", text[slice(*share)], *share, year=year),
        Target("g2", "t2", "污水管网", "increase", 20, "公里", text[slice(*pipes)], *pipes, scope="城东"),
    ]
    for at in (first, text.index(river, first + len(river) + 2)):
        facts.water_bodies.append(Mention(river, river, *span(text, river, at), "suffix"))
    works = "城东污水处理厂二期工程"
    facts.projects = [Mention(works, f"{name}{works}", *span(text, works))]
    facts.citations = [Citation("水污染防治行动计划", None, *span(text, "《水污染防治行动计划》"), rule="marks")]
    facts.issues = [Issue("redaction", 0, 2, "made for the test")]
    return facts


def bare(source: str, title: str, number: str | None = None, place: Place | None = None, cites: str = "") -> Facts:
    """A document of one line that may cite another by its title."""
    text = f"{title}\n依据《{cites}》制定。\n" if cites else f"{title}\n"
    facts = Facts(f"{source}-id", source, None, text, title=title, number=number, jurisdiction=place)
    if cites:
        facts.citations = [Citation(cites, None, *span(text, f"《{cites}》"), rule="marks")]
    return facts


def generated(documents: int, tasks: int = 30, seed: int = 1) -> Iterator[Facts]:
    """Plans of random towns with random owners, rivers, targets and citations of one another: size, not sense."""
    chance = random.Random(seed)
    for number in range(documents):
        code = f"{chance.randint(11, 65)}{chance.randint(1, 20):02d}{chance.randint(1, 20):02d}"
        yield _generated(chance, number, code, tasks, documents)


_BUREAUS = {"水务局": "water", "生态环境局": "ecology", "住房和城乡建设局": "housing", "农业农村局": "agriculture"}
_ROLES: tuple[Role, ...] = ("lead", "responsible", "cooperating")
_WORDING = """
加强 推进 开展 完善 落实 深化 严格 健全 强化 实施 优化 提升 规范 统筹 加快 巩固 组织 建立 推动 拓展
岸线生态修复 入河排口溯源 农田退水治理 水源地巡查 畜禽粪污还田 河湖长制考核 工业园区监管 尾水深度净化 湿地保育
水生植被恢复 船舶垃圾收运 生态流量调度 监测断面布设 应急物资储备 公众参与 部门会商 台账管理 帮扶指导 技术培训
"""
_VERBS, *_MATTERS = (line.split() for line in _WORDING.strip().splitlines())


def _generated(chance: random.Random, number: int, code: str, tasks: int, documents: int) -> Facts:
    town = f"县{code}"
    opening = f"{town}第{number}号行动计划\n一、重点任务\n"
    facts = Facts(f"gen-{number}", f"gen/{number}.txt", None, opening, title=opening.split()[0], kind="plan")
    facts.jurisdiction = Place(town, code, "county", [f"省{code[:2]}", f"市{code[:4]}", town])
    for n in range(tasks):
        start = len(facts.text)
        river, year = f"河{chance.randint(0, 999)}", str(chance.randint(2021, 2030))
        line = f"第{n}项整治{river},{year}年完成率达到{n}%。由水务局牵头,生态环境局配合,{_phrases(chance)}"
        facts.text += line + "\n"
        task = Task(f"t{n}", f"一/{n}", "measure", line[:8], start, start + len(line), "s", "water")
        for bureau, function in chance.sample(sorted(_BUREAUS.items()), 2):
            role = chance.choice(_ROLES)
            task.owners.append(Owner(bureau, role, start, start + 4, canonical=town + bureau, function=function))
        task.deadlines = [Deadline(f"{year}年", start, start + 5, ends=year)]
        facts.tasks.append(task)
        target = Target(f"g{n}", task.id, f"完成率{n % 40}", ">=", n, "%", line[:9], start, start + 9, year=year)
        facts.targets.append(target)
        facts.water_bodies.append(Mention(river, river, start, start + 2))
    facts.sections = [Section("s", "一、", "重点任务", 1, 0, len(opening), len(facts.text), None, "measure")]
    for n in range(3):
        facts.citations.append(Citation(f"{town}第{chance.randint(0, documents)}号行动计划", None, n, n + 1))
    return facts


def _phrases(chance: random.Random) -> str:
    """Wording enough that two plans are not taken for prints of one text, and a task is about as long as a real one."""
    return ",".join(chance.choice(_VERBS) + chance.choice(_MATTERS[n % 2]) for n in range(10))
