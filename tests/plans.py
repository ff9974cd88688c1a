"""Plans for the tests of stores: their facts made by hand, every offset true to the text."""

from __future__ import annotations

import random
from collections.abc import Iterator

from nlp.facts import Citation, Deadline, Facts, Issue, Mention, Owner, Place, Section, Target, Task

SHENGZHOU = Place("嵊州市", "330683", "county", ["浙江省", "绍兴市", "嵊州市"])
KAILI = Place("凯里市", "522601", "county", ["贵州省", "黔东南苗族侗族自治州", "凯里市"])


def span(text: str, words: str, after: int = 0) -> tuple[int, int]:
    """Where the words stand in the text."""
    start = text.index(words, after)
    return start, start + len(words)


def water_plan(place: Place = SHENGZHOU, source: str = "water.txt", year: str = "2025", river: str = "曹娥江") -> Facts:
    """A water plan of a town: two tasks, a target each, a river, a project, a citation of a national plan."""
    name = place.name
    text = (
        f"{name}水污染防治行动计划\n一、总体目标\n到{year}年,水质优良比例达到95%以上。\n二、重点任务\n"
        f"(一)整治{river}干流。按照《水污染防治行动计划》,{year}年底前完成{river}整治。(市水务局牵头,市生态环境局配合)\n"
        f"(二)建设城东污水处理厂二期工程,新增污水管网20公里。责任单位:市住建局、各乡镇人民政府\n"
    )
    facts = Facts(
        id=f"{source}-id", source=source, part=None, text=text, title=f"{name}水污染防治行动计划", kind="plan"
    )
    facts.jurisdiction, facts.issuer, facts.period = place, f"{name}人民政府", ("2023", year)
    facts.number, facts.issued = f"{name[0]}政发〔2023〕{len(source)}号", "2023-05-06"
    goals, work = text.index("一、"), text.index("二、")
    facts.sections = [
        Section("s1", "一、", "总体目标", 1, goals, text.index("到"), work, None, "goal"),
        Section("s2", "二、", "重点任务", 1, work, text.index("(一)"), len(text), None, "measure"),
    ]
    first, second = text.index(f"整治{river}干流"), text.index("建设城东")
    facts.tasks = [
        Task(
            "t1", "二/(一)", "measure", f"整治{river}干流", first, text.index("\n", first), "s2", "water", rule="item"
        ),
        Task(
            "t2", "二/(二)", "measure", "建设城东污水处理厂二期工程", second, len(text) - 1, "s2", "water", rule="item"
        ),
    ]
    facts.tasks[0].owners = [
        Owner("市水务局", "lead", *span(text, "市水务局"), canonical=f"{name}水务局", function="water", rule="leads"),
        Owner(
            "市生态环境局",
            "cooperating",
            *span(text, "市生态环境局"),
            canonical=f"{name}生态环境局",
            function="ecology",
        ),
    ]
    facts.tasks[1].owners = [
        Owner(
            "市住建局", "responsible", *span(text, "市住建局"), canonical=f"{name}住房和城乡建设局", function="housing"
        ),
        Owner("各乡镇人民政府", "responsible", *span(text, "各乡镇人民政府"), collective=True),
    ]
    facts.tasks[0].deadlines = [Deadline(f"{year}年底前", *span(text, f"{year}年底前"), ends=year, rule="by")]
    facts.targets = [
        Target(
            "g1",
            None,
            "水质优良比例",
            ">=",
            95,
            "%",
            "水质优良比例达到95%以上",
            *span(text, "水质优良比例达到95%以上"),
            year=year,
        ),
        Target(
            "g2",
            "t2",
            "污水管网",
            "increase",
            20,
            "公里",
            "新增污水管网20公里",
            *span(text, "新增污水管网20公里"),
            scope="城东",
        ),
    ]
    for at in (first, text.index(river, first + len(river) + 2)):
        start, end = span(text, river, at)
        facts.water_bodies.append(Mention(river, river, start, end, "suffix"))
    facts.projects = [
        Mention("城东污水处理厂二期工程", f"{name}城东污水处理厂二期工程", *span(text, "城东污水处理厂二期工程"))
    ]
    facts.citations = [Citation("水污染防治行动计划", None, *span(text, "《水污染防治行动计划》"), rule="marks")]
    facts.issues = [Issue("redaction", 0, 2, "made for the test")]
    return facts


def generated(documents: int, tasks: int = 30, seed: int = 1) -> Iterator[Facts]:
    """Plans of random towns with random owners, rivers, targets and citations of one another: size, not sense."""
    chance = random.Random(seed)
    bureaus = [
        ("水务局", "water"),
        ("生态环境局", "ecology"),
        ("住房和城乡建设局", "housing"),
        ("农业农村局", "agriculture"),
    ]
    for number in range(documents):
        code = f"{chance.randint(11, 65)}{chance.randint(1, 20):02d}{chance.randint(1, 20):02d}"
        place = Place(f"县{code}", code, "county", [f"省{code[:2]}", f"市{code[:4]}", f"县{code}"])
        lines = [
            f"({n + 1})第{n}项整治河{chance.randint(0, 999)},{chance.randint(2021, 2030)}年完成率达到{n}%。"
            "由县水务局牵头,县生态环境局配合,完善长效管护机制,落实责任,强化监督检查"
            for n in range(tasks)
        ]
        text = "\n".join([f"县{code}第{number}号行动计划", "一、重点任务", *lines])
        facts = Facts(
            f"gen-{number}", f"gen/{number}.txt", None, text, title=f"县{code}第{number}号行动计划", kind="plan"
        )
        facts.jurisdiction = place
        body = text.index("一、")
        facts.sections = [Section("s", "一、", "重点任务", 1, body, body + 7, len(text), None, "measure")]
        start = body + 7
        for n, line in enumerate(lines):
            start, end = text.index(line, start) + len(f"({n + 1})"), text.index(line, start) + len(line)
            task = Task(f"t{n}", f"一/({n + 1})", "measure", line[4:14], start, end, "s", "water", rule="item")
            for bureau, function in chance.sample(bureaus, 2):
                role = chance.choice(("lead", "cooperating"))
                task.owners.append(
                    Owner(f"县{bureau}", role, start, start + 4, False, False, place.name + bureau, function)
                )
            year = chance.randint(2021, 2030)
            task.deadlines = [Deadline(f"{year}年", start, start + 5, ends=str(year))]
            facts.tasks.append(task)
            facts.targets.append(
                Target(f"g{n}", f"t{n}", f"完成率{n % 40}", ">=", n, "%", line, start, end, year=str(year))
            )
            river = f"河{chance.randint(0, 999)}"
            facts.water_bodies.append(Mention(river, river, start, start + 2))
        facts.citations = [
            Citation(f"县{code}第{chance.randint(0, documents)}号行动计划", None, n, n + 1) for n in range(3)
        ]
        yield facts
