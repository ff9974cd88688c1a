"""Sentences with several bodies: who oversees, who joins in a later clause, and what only stands beside them."""

import pytest
from owning import owners_of

OVERSEERS = [
    ("省水利厅加强监督检查,省生态环境厅加强督促指导。", "省水利厅:督 省生态环境厅:督"),
    ("州政府督查室对落实情况每半年督查一次。", "州政府督查室:督"),
    ("驻村工作组每周至少到村督导两次。", "驻村工作组:督"),
    ("塔城镇人民政府牵头,市生态环境局派员现场指导。", "塔城镇人民政府:牵 市生态环境局:督"),
    ("省水利厅加强监督检查,每年对实施情况进行评估。", "省水利厅:责"),
    ("市河长办组织督查。", "市河长办:责"),
    ("市水利局制定方案,加强指导。", "市水利局:责"),
]

LATER = [
    ("县水务局负责水源管护,会同县卫健局划定保护范围。", "县水务局:责 县卫健局:配"),
    ("县卫健局负责监测,县林草局依照各自职责做好保护工作。", "县卫健局:责 县林草局:责"),
    ("园区管委会负责建设厂界监测站,滨海环保公司承担运维。", "园区管委会:责 滨海环保公司:责"),
    ("区生态环境分局现场核查,区应急局予以配合。", "区生态环境分局:责 区应急局:配"),
    ("旗财政局安排经费。旗委宣传部负责宣传工作。", "旗财政局:责 旗委宣传部:责"),
    ("县人民政府是规划实施的责任主体。", "县人民政府:责"),
    ("上海市、江苏省人民政府要将任务分解到部门。", "上海市:责 江苏省人民政府:责"),
    ("各乡镇(街道):履行属地责任,清理河道垃圾。", "各乡镇(街道):责"),
    ("哈达苏木、呼和诺尔镇等有关苏木镇落实禁牧。", "哈达苏木:责 呼和诺尔镇:责"),
    ("镇宣传办牵头,南康中学、镇妇联配合。", "镇宣传办:牵 南康中学:配 镇妇联:配"),
]


@pytest.mark.parametrize(("text", "owners"), OVERSEERS)
def test_owners_that_only_oversee_supervise(text, owners):
    assert owners_of(text) == owners


@pytest.mark.parametrize(("text", "owners"), LATER)
def test_owners_read_every_body_of_a_sentence(text, owners):
    assert owners_of(text) == owners
