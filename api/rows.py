"""Rows: what lists, tools and answers are made of, each field with its meaning and an example."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from nlp.facts import Role

DOCUMENT = "黔东南三年行动-0dab4954bb6076b5"
TASK = f"{DOCUMENT}#四/(二)/7"


def told(meaning: str, *examples: Any) -> Any:
    """A field with its meaning and examples of it; none where it holds rows, which have their own."""
    return Field(description=meaning, examples=list(examples) or None)


class Row(BaseModel):
    """A row as the store has it; fields that a later version adds pass through."""

    model_config = ConfigDict(extra="allow")


def chosen(schema: dict[str, Any]) -> None:
    """Says in the schema of a row that fields may be missing: where a caller chose others."""
    schema.pop("required", None)


class Listed(Row):
    """A row of a list, of which a caller may choose some fields."""

    model_config = ConfigDict(json_schema_extra=chosen)


class Located(Listed):
    """Something that a document says."""

    document: str = told("The id of the document.", DOCUMENT)
    source: str = told("The file that it came from.", "黔东南三年行动.txt")
    part: str | None = told("The part of a compilation; null where the file is one document.", "篇八")
    plan: str | None = told("The title of the document; null where none was found.", "“护绿、扩绿、倡绿”三年行动方案")


class Stated(Row):
    """Where the words stand that a fact was read from, and the rule that read them."""

    evidence_start: int = told("Where the words begin in the text of the document, in characters.", 6480)
    evidence_end: int = told("Where they end.", 6484)
    rule: str = told("The rule that read them.", "label")


class Carried(Stated):
    """A body that carries something, and how the document says so."""

    department: str = told("The id of the body.", "黔东南苗族侗族自治州水务局-caeea23e1afab2ef")
    canonical: str = told("The full name of the body.", "黔东南苗族侗族自治州水务局")
    name: str = told("Its name as the document writes it.", "州水务局")
    role: Role = told("What it does for the task.", "lead")
    function: str | None = told("The function in which such bureaus of all places meet.", "water")
    collective: bool = told("Whether the name means many bodies, as 各有关单位 does.", False)
    default: bool = told("Whether a clause for the whole document assigns it.", False)


class Due(Row):
    """A time by which something is due."""

    begins: str | None = told("The first year, month or day.", "2023")
    ends: str | None = told("The last year, month or day, as precise as the words.", "2025-06")


class Measured(Stated):
    """A value that is to be reached, or that was."""

    target: str = told("The id of the target.", f"{DOCUMENT}.584478224f313319")
    indicator: str = told("The indicator as written.", "森林覆盖率")
    measured: str = told("The id of the indicator in which targets of all places meet.", "ecology.forest_cover")
    canonical: str = told("The name of that indicator.", "森林覆盖率")
    scope: str | None = told("What it holds for.", "全州")
    op: str = told("How value and indicator stand to each other: >= <= = > < ~ range increase decrease.", ">=")
    value: float = told("The number, expanded: 1.8亿 is 180000000.", 68.0)
    value2: float | None = told("The upper end of a range.", 70.0)
    unit: str | None = told("The unit.", "%")
    year: str | None = told("The year by which it is to be reached.", "2025")
    baseline: str | None = told("The year from which a change counts.", "2020")
    status: str = told("target or result.", "target")
    text: str = told("The words that state it.", "全州森林覆盖率稳定在68%左右")


class Task(Located):
    """A unit of work with its whole wording."""

    task: str = told("The id of the task.", TASK)
    key: str = told("Where it stands in the outline.", "四/(二)/7")
    kind: str = told("measure or safeguard.", "measure")
    title: str = told("Its heading or first words.", "推进生态修复系统治理")
    text: str = told("Its whole wording.", "推进生态修复系统治理。科学推进石漠化重点区域综合治理…")
    domain: str = told("The field of policy.", "ecology")
    path: str = told("The headings above it.", "行动任务 / 深入推进实施“扩绿”行动")
    start: int = told("Where it begins in the text of the document, in characters.", 6200)
    end: int = told("Where it ends.", 6522)


class Responsibility(Task, Carried):
    """A task and one body that carries it."""


class DueTask(Task, Due, Stated):
    """A task and a time by which it is due."""

    deadline: str = told("The words that say when.", "2025年6月底前")
    due: str = told("The last day.", "2025-06-30")


class Target(Located, Measured):
    """A quantitative target, or a result that looks like one."""

    places: list[str] | None = told("Names and codes of the places that the document governs.", ["贵州省", "520000"])
    task: str | None = told("The id of the task that sets it; null where the document itself does.", TASK)


class Governing(Located):
    """A document with the places and years that it governs."""

    number: str | None = told("The number under which it was issued.", "环办生态〔2024〕4号")
    kind: str | None = told("plan, report, notice, speech, letter, summary, interpretation or other.", "plan")
    issuer: str | None = told("The body that issued it.", "州生态环境保护委员会办公室")
    places: list[str] | None = told("Names and codes of the places that it governs.", ["贵州省", "520000"])
    period_start: str | None = told("The first year of its period.", "2023")
    period_end: str | None = told("The last year of its period.", "2025")
    issued: str | None = told("The day it was issued.", "2023-07-18")
    published: str | None = told("The day it was published.", "2023-07-13")
    characters: int = told("The length of its text.", 9907)


class DocumentRow(Governing):
    """A document that is held, with how much was read from it."""

    tasks: int = told("How many tasks it sets.", 62)
    issues: int = told("How many places of its text are damaged or doubtful.", 3)


class HeldDocument(Governing):
    """A document with everything that is known of it but its text."""

    held: bool = told("Whether its text is in the store.", True)
    index_number: str | None = told("The number under which it is published.", "000014349/2023-2250241")
    place_code: str | None = told("The GB/T 2260 code of the place that it governs.", "522600")
    rejected: str | None = told(
        "How often rules turned something down, by reason, as JSON.", '{"number: a condition": 4}'
    )


class Department(Listed):
    """A body with what it carries."""

    department: str = told("Its id.", "黔东南苗族侗族自治州水务局-caeea23e1afab2ef")
    canonical: str = told("Its full name.", "黔东南苗族侗族自治州水务局")
    place_code: str | None = told("The GB/T 2260 code of its place.", "522600")
    function: str | None = told("Its function.", "water")
    tasks: int = told("How many tasks it carries.", 15)
    documents: int = told("In how many documents.", 1)


class Function(Listed):
    """What bureaus of different places share."""

    function: str = told("Its id.", "water")
    name: str = told("Its name.", "水务")
    english: str | None = told("Its English name.", "water bureau")
    departments: int = told("How many bodies have it.", 12)
    tasks: int = told("How many tasks they carry.", 16)


class Domain(Listed):
    """A field of policy."""

    domain: str = told("Its id.", "water")
    name: str = told("Its name.", "水")
    english: str | None = told("Its English name.", "water")
    tasks: int = told("How many tasks belong to it.", 98)
    documents: int = told("In how many documents.", 20)


class Indicator(Listed):
    """What targets of different places measure."""

    indicator: str = told("Its id.", "air.pm25")
    name: str = told("Its name.", "PM2.5浓度")
    english: str | None = told("Its English name.", "PM2.5 concentration")
    unit: str | None = told("The unit it is mostly given in.", "微克/立方米")
    better: str | None = told("Whether higher or lower is better.", "lower")
    targets: int = told("How many targets and results measure it.", 9)
    documents: int = told("In how many documents.", 3)


class Named(Listed):
    """A water or a project by its name."""

    name: str = told("Its name.", "曹娥江")
    documents: int = told("How many documents name it.", 1)
    mentions: int = told("How often they do.", 7)


class Jurisdiction(Listed):
    """A territory that documents govern."""

    jurisdiction: str = told("Its id.", "330683")
    name: str = told("Its name.", "嵊州市")
    code: str | None = told("Its GB/T 2260 code.", "330683")
    level: str | None = told("national, province, prefecture, county …", "county")
    above: str | None = told("The territory that it lies in.", "绍兴市")
    documents: int = told("How many documents govern it.", 1)


class Citation(Listed):
    """A policy, law or standard that documents cite."""

    document: str = told("Its id.", DOCUMENT)
    held: bool = told("Whether its text is in the store.", False)
    title: str | None = told("Its title.", "中华人民共和国水污染防治法")
    number: str | None = told("Its number.", "环办生态〔2024〕4号")
    documents: int = told("How many documents cite it.", 3)
    citations: int = told("How often they do.", 4)
