import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.sections.enumerator import find, value_of


def numbers(text: str) -> list[str]:
    return [enumerator.number or "·" for enumerator in find(text)]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("一、总体要求", "一"),
        ("十二、保障措施", "十二"),
        ("(三)推进河湖治理", "(三)"),
        ("【一】组织领导", "【一】"),
        ("1.实施清淤工程", "1"),
        ("12、加强监管", "12"),
        ("3.2025年底前完成岷江干流治理", "3"),
        ("3.6月底前完成岷江干流治理", "3"),
        ("2、9月20日后断水断电", "2"),
        ("(4)开展水质监测", "(4)"),
        ("5)公开信息", "5"),
        ("②核查排污口", "②"),
        ("第三章深入打好碧水保卫战", "第三章"),
        ("第二节加强水源保护", "第二节"),
        ("第十五条县级以上人民政府应当公开水质", "第十五条"),
        ("第一部分 治理任务", "第一部分"),
        ("一是完善机制。", "一"),
        ("二要严格执法。", "二"),
        ("一是2026年底前完成溯源。", "一"),
        ("第三,抓好落实。", "第三"),
        ("任务一:整治滇池入湖河道", "任务一"),
        ("A.推进试点", "A"),
        ("一 总体要求", "一"),
        ("( 二 )治理目标", "(二)"),
        ("1 、实施清淤工程", "1"),
        ("1 治理目标", "1"),
        ("第二阶段:全面整治", "第二阶段"),
        ("——加强源头管控", "·"),
        ("●推进固废减量", "·"),
        ("✍ 优化用水结构", "·"),
        ("➤推进雨污分流", "·"),
        ("\uf06c 推进中水回用", "·"),
    ],
)
def test_enumerator_at_line_is_read(line: str, number: str) -> None:
    assert numbers(line) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "2024.6.30前完成",
        "各项指标见附件1.任务分解表",
        "对照办法第三条(一)项执行",
        "PM2.5浓度降到28微克/立方米",
        "3.15消费者权益日开展宣传",
        "1.2万吨污泥得到处置",
        "全市新增1.8亿立方米供水",
        "一、二级水源保护区内禁止排污",
        "k29+095至k29+211段不再建设",
        "按照《办法》第十条的规定执行",
        "第十条规定的情形除外",
        "**日",
        "***同志作动员",
        "7、8月份开展专项检查",
        "5 万吨污泥得到处置",
        "三 个断面达标",
        "问题主要一是表现在管网不足",
    ],
)
def test_number_in_prose_is_no_enumerator(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("主要做好:一是加强监管;二是严格执法;三是公开信息。", ["一", "二", "三"]),
        ("一是加强监管。二是严格执法。", ["一", "二"]),
        ("重点工作:(1)监测水质,(2)查处偷排。", ["(1)", "(2)"]),
        ("开展排查:①工业源②农业源③生活源。", ["①", "②", "③"]),
        ("1.取缔小企业。2016年底前取缔。2.整治园区。3.控制总量。", ["1", "2", "3"]),
        ("一、总体要求。(一)指导思想。坚持绿色发展。", ["一", "(一)"]),
        ("二、(一)城区负责清淤。\n(二)乡镇负责保洁。", ["二", "(一)", "(二)"]),
        ("主要问题一是管网老旧。", []),
        ("[接上页] 3.截污。(市水务局) (二)供水 1.扩建。 (三)绿化 1.补植。", ["3", "(二)", "1", "(三)", "1"]),
        ("(续表)2.整治排口。", ["2"]),
        ("清淤。(责任单位:市水务局) (四)绿化 三、考核", ["(四)"]),
        ("清淤。(责任单位:市水务局) (四)绿化。(责任单位:市林业局) 三、考核", ["(四)", "三"]),
        ("清淤(见附图) (四)绿化", []),
        ("一、坚持节水优先,严管取水许可1.核定指标。2.安装水表。3.公布名录。", ["一", "1", "2", "3"]),
        ("【责任单位】2个局分别负责。", []),
        ("见附表(一)和(二)。", []),
        ("1.清淤。责任单位:县水利局2.补水。责任单位:县住建局、河东镇3.巡查", ["1", "2", "3"]),
        ("二、任务(一)清淤。完成时限:2025年6月(二)补水。责任单位:县水利局三、保障", ["二", "(一)", "(二)", "三"]),
        ("清淤。(责任单位:市水务局) 3.补水。", ["3"]),
        ("淮河治理工作方案一、总体要求。二、对镇域一、二、三级河道清淤。", ["一", "二"]),
        ("第三条 禁止排污。第四条 依照本条例第三条处罚。", ["第三条", "第四条"]),
        ("由县水利局(二)处负责。", []),
        ("各县要把治水作为第一、第二位的任务。", []),
    ],
)
def test_enumerator_in_line_must_count_on(line: str, expected: list[str]) -> None:
    assert numbers(line) == expected


def test_enumerator_in_line_goes_on_where_the_last_line_stopped() -> None:
    assert numbers("1.清理河道。2.修复岸线。\n3.补植水草。4.监测水质。") == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.1推进节水\n1.2推进截污", ["1.1", "1.2"]),
        ("12.5公顷湿地得到修复", []),
        ("2.1亿元资金到位", []),
        ("1.1.1开展普查\n1.1.2开展评估", ["1.1.1", "1.1.2"]),
    ],
)
def test_dotted_number_must_count(text: str, expected: list[str]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("number", "value"),
    [
        *(("十二", 12), ("二十一", 21), ("二七", 27), ("第一百零二条", 102)),
        *(("(3)", 3), ("④", 4), ("Ⅲ", 3), ("B", 2), ("1.4", 4)),
    ],
)
def test_value_counts(number: str, value: int) -> None:
    assert value_of(number) == value


@given(st.text(alphabet="一二三十、(1)2.3。;:是要①②第条章节—●\n加强水污染防治", max_size=200))
def test_enumerators_stand_in_order_and_quote_the_text(text: str) -> None:
    found = find(text)
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


def test_find_counts_on_behind_numbers_in_prose():
    lines = ["1 工作目标", "颗粒物、二氧化硫浓度分别不高于10、35毫克/立方米。", "2 重点任务"]
    text = "\n".join([*lines, "2.1.1 3#焦炉脱硫改造", "2.1.2 料场封闭"])
    assert numbers(text) == ["1", "2", "2.1.1", "2.1.2"]
