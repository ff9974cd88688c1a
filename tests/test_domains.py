"""Domains: the field of a task by its heading, the headings above it and its wording."""

import pytest
import spacy

from corpus.document import Document
from nlp.domains.component import read_domains, weigh
from nlp.facts import Section, Task
from nlp.pipeline import begin
from nlp.vocabulary import load

CHINESE = spacy.blank("zh")
FIELDS = {
    "water", "air", "soil", "waste", "noise", "ecology", "climate", "energy", "industry",
    "transport", "rural", "risk", "governance", "culture", "other",
}  # fmt: skip


def field(title: str, wording: str = "", heading: str = "") -> str:
    text = f"{heading}\n{title}。{wording}"
    start = len(heading) + 1
    section = Section("s", "一", heading, 1, 0, start, len(text), None, "measure")
    doc = begin(CHINESE, Document("plan.txt", None, text))
    doc._.facts.sections = [section]
    doc._.facts.tasks = [Task("t", "一/1", "measure", title, start, len(text), "s")]
    return read_domains(doc)._.facts.tasks[0].domain


@pytest.mark.parametrize(
    ("title", "wording", "domain"),
    [
        ("强化大气污染防治攻坚", "加强扬尘治理和秸秆禁烧", "air"),
        ("坚持精准“治气”", "以PM2.5浓度为重点,抓好工业企业VOCs管控", "air"),
        ("坚持科学“治水”", "做好断面水质监测,推进农村黑臭水体治理", "water"),
        ("构建河湖岸线保护体系", "加强河道采砂管理", "water"),
        ("强化地下水污染协同防治", "整合地下水环境数据", "water"),
        ("有效管控建设用地土壤污染风险", "推动风险管控和修复", "soil"),
        ("坚持系统“治废”", "统筹工业固废、生活垃圾和危险废物", "waste"),
        ("加强塑料污染全链条治理", "开展塑料垃圾清理", "waste"),
        ("强化噪声污染防治攻坚", "加强夜间施工管理", "noise"),
        ("加强生物多样性保护", "落实外来物种入侵防控", "ecology"),
        ("持续推进绿色通道行动", "开展义务植树,推进高速公路沿线美化彩化", "ecology"),
        ("积极应对气候变化", "开展温室气体清单编制,推广新能源车辆", "climate"),
        ("开展碳达峰行动", "推动重点行业制定达峰方案", "climate"),
        ("优化能源结构", "控制煤炭消费总量,发展光伏和风电", "energy"),
        ("推动产业结构转型", "推进清洁生产,淘汰落后产能", "industry"),
        ("打好柴油货车污染治理攻坚战", "优化运输结构,推广新能源车", "transport"),
        ("构建绿色出行体系", "完善充电桩,优化公交线网", "transport"),
        ("强化农业农村污染治理攻坚", "推进农村生活污水治理和化肥农药减量", "rural"),
        ("加强环境应急处置应对", "完善突发环境事件应急预案", "risk"),
        ("实施新污染物治理行动", "开展有毒有害化学物质调查", "risk"),
        ("落实损害责任追究制度", "强化考核和离任审计", "governance"),
        ("加强组织领导", "成立领导小组,定期调度", "governance"),
        ("弘扬生态文明理念", "开展宣传教育和志愿服务", "culture"),
        ("按时报送材料", "每月五日前", "other"),
    ],
)
def test_domain_is_read_from_heading_and_wording(title, wording, domain):
    assert field(title, wording) == domain


def test_domain_follows_the_heading_above_where_the_task_says_little():
    assert field("完成年度任务", heading="二、深入打好蓝天保卫战") == "air"
    assert field("完成年度任务", heading="二、深入打好净土保卫战") == "soil"


def test_domain_words_of_governance_yield_to_words_of_a_field():
    assert field("健全机制", "完善制度、考核和监管,消除黑臭水体,改善水环境质量") == "water"


def test_domain_points_can_be_explained():
    found = load("domains").find("噪声扰民,噪声噪声噪声,推进考核")
    assert weigh([(match, 1.0) for match in found]) == {"noise": 3.0, "governance": 0.5}


def test_domains_are_those_of_the_contract_and_have_english_names():
    entries = load("domains").entries
    assert set(entries) == FIELDS
    assert all(entry.english for entry in entries.values())
    assert all(set(entry.more.get("strong", ())) <= {*entry.aliases, entry.label} for entry in entries.values())
    assert load("domains").lookup("Air Quality").id == "air"
