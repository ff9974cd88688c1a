"""Names of waters: known and unknown ones, lists, reaches, short forms, and the words that only look like rivers."""

import time
from itertools import pairwise

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document
from nlp.facts import Cell, Facts, Table, Task
from nlp.pipeline import begin
from nlp.vocabulary import load
from nlp.water_bodies.component import read_water_bodies
from nlp.water_bodies.name import find_names, proper_core

CHINESE = spacy.blank("zh")


def read(text: str, tasks: tuple[Task, ...] = ()) -> Facts:
    doc = begin(CHINESE, Document("plan.txt", None, text))
    doc._.facts.tasks = list(tasks)
    return read_water_bodies(doc)._.facts


def waters(text: str) -> str:
    return " ".join(dict.fromkeys(mention.name for mention in read(text).water_bodies))


KNOWN = [
    ("统筹推进长江、汉江及其支流水污染防治", "长江 汉江"),
    ("加强滇池、抚仙湖、洱海等九大高原湖泊保护治理", "滇池 抚仙湖 洱海"),
    ("确保长江、黄河干流、澜沧江、黑河出境断面水质", "长江 黄河 澜沧江 黑河"),
    ("推进京杭大运河(扬州段)沿线环境整治", "京杭大运河"),
    ("长江江苏段水质稳定达到Ⅱ类", "长江"),
    ("编制黄河青海流域生态保护规划", "黄河"),
    ("西洞庭湖、西太湖水质持续改善", "西洞庭湖 西太湖"),
    ("开展长江口—杭州湾海域综合治理", "长江口 杭州湾"),
    ("加强三峡库区、丹江口库区水土流失治理", "三峡库区 丹江口库区"),
    ("洞庭湖区、鄱阳湖区总磷控制", "洞庭湖 鄱阳湖"),
    ("加强乌梁素海、岱海、呼伦湖生态综合治理", "乌梁素海 岱海 呼伦湖"),
    ("推进塔里木河、额尔齐斯河、伊犁河流域治理", "塔里木河 额尔齐斯河 伊犁河"),
    ("耒水、洣水、渌水水质达标", "耒水 洣水 渌水"),
    ("推动白洋淀及上游府河、孝义河、瀑河生态修复", "白洋淀 府河 孝义河 瀑河"),
]

UNKNOWN = [
    ("对骂蠡港河道、蠡溪河实施整治", "骂蠡港 蠡溪河"),
    ("实施9.3公里新沟河整治", "新沟河"),
    ("2009年度黎溪河整治完工,新开河道5公里", "黎溪河"),
    ("开展岐江河、横琴海联围水系调度", "岐江河 横琴海"),
    ("改善琵琶湖、小湖水环境", "琵琶湖"),
    ("完成王圪堵、红石峡、中营盘3座水库水源地规范化建设", "王圪堵水库 红石峡水库 中营盘水库"),
    ("2021年1—8月汾河温南社断面水质达标", "汾河"),
    ("开展平通河、土门河退耕还林还草", "平通河 土门河"),
    ("推进新英湾、儋州湾、后水湾养殖尾水治理", "新英湾 儋州湾 后水湾"),
    ("保护好孤石滩、白龟山、昭平台等水库水质", "孤石滩水库 白龟山水库 昭平台水库"),
    ("提升东钱湖、日湖、月湖以及姚江、甬江等城区水系生态", "东钱湖 日湖 月湖 姚江 甬江"),
    ("加快引江济淮菜子湖线水质保障", "菜子湖"),
    ("开展雷州湾、水东湾海域美丽海湾建设", "雷州湾 水东湾"),
    ("柳河彰武断面水质达标", "柳河"),
    ("三山湖、洋澜湖湖泊健康评价合格率达到80%", "三山湖 洋澜湖"),
    ("在东氿、西氿沿岸造林", "东氿 西氿"),
    ("清退连山湾围海养殖", "连山湾"),
    ("将新英湾、儋州湾、洋浦湾现有红树林纳入红线", "新英湾 儋州湾 洋浦湾"),
    ("潭江牛湾断面水质达标", "潭江"),
    ("东山河、卯家海子河入湖水质达标", "东山河 卯家海子河"),
    ("册田水库库区生态修复", "册田水库"),
    ("推进白沙水流域综合治理", "白沙水"),
    ("建设综合利用产业园、册田水库生态修复工程", "册田水库"),
    ("京杭大运河淮安段、苏北灌溉总渠、淮河入海水道沿线码头", "京杭大运河 苏北灌溉总渠 淮河入海水道"),
    ("严厉打击新洋港、蟒蛇河、大纵湖等非法捕捞行为", "新洋港 蟒蛇河 大纵湖"),
    ("完成东大河、马料河、梁王河河道整治18.5公里", "东大河 马料河 梁王河"),
    ("2025年长湖总磷浓度控制在0.05毫克/升以下", "长湖"),
    ("2022年底前文教河断面达到Ⅳ类", "文教河"),
    ("实施太湖港流域水环境综合治理项目", "太湖港"),
    ("完成龙溪乾元段生态修复工程", "龙溪"),
    ("金溪沿线畜禽养殖整治", "金溪"),
    ("开展多庆错、羊卓雍错等湖泊监测", "多庆错 羊卓雍错"),
    ("对浑江及月河、富尔江等支流开展监测", "浑江 月河 富尔江"),
    ("清理黑河、洪水大河、梨园河垃圾", "黑河 洪水大河 梨园河"),
    ("以北门江、文澜江为重点消除劣Ⅴ类", "北门江 文澜江"),
    ("治理嘎呀河、海兰江", "嘎呀河 海兰江"),
    ("减少排入太子河、细河的废水", "太子河 细河"),
    ("提升洋浦湾、澄迈湾等重点海湾水质", "洋浦湾 澄迈湾"),
    ("清理瀛湖水面漂浮物", "瀛湖"),
    ("对尼洋河巴河镇段开展巡查", "尼洋河"),
    ("推进环东海域综合整治", ""),
    ("古宜河、桑江沿线由各村民委员会清扫", "古宜河 桑江"),
    ("启动里禾水库、嘎醉河水库流域横向生态补偿试点", "里禾水库 嘎醉河水库"),
    ("完成凯里市鱼洞河流域综合治理中期评估", "鱼洞河"),
    ("实施黎平八舟河、台江翁你河湿地农耕文化保护示范", "八舟河 翁你河"),
    ("提速曹娥江、黄泽江流域综合治理工程,加强曹娥江总磷控制", "曹娥江 黄泽江"),
    ("完成西河清淤和水质提升", "西河"),
    ("推进双流区江安河、新津区杨柳河整治", "江安河 杨柳河"),
    ("完成寒溪河、黄沙河水环境综合整治", "寒溪河 黄沙河"),
    ("开展东濠涌、车陂涌、猎德涌等黑臭水体治理", "东濠涌 车陂涌 猎德涌"),
    ("南淝河、十五里河、派河、双桥河水质提升", "南淝河 十五里河 派河 双桥河"),
    ("釜溪河、威远河、旭水河水质持续改善", "釜溪河 威远河 旭水河"),
    ("重点开展天沙河、公益水、新桥水等支流综合治理", "天沙河 公益水 新桥水"),
    ("落实向阳河、红旗渠、幸福水库管护责任", "向阳河 红旗渠 幸福水库"),
    ("推进和平水库除险加固", "和平水库"),
    ("建成银新干沟、四二干沟、三二支沟净化工程", "银新干沟 四二干沟 三二支沟"),
    ("谋划龙潭沟小流域治理", ""),
    ("实施龙潭沟流域治理", "龙潭沟"),
    ("对密云、官厅水库开展入库河流治理", "密云水库 官厅水库"),
    ("昌平区、海淀区加快清河、温榆河治理", "清河 温榆河"),
    ("会同长江沿线省市", "长江"),
    ("新建永清县清河北岸截污管线", "清河"),
    ("呼伦湖、察汗淖尔水位回升", "呼伦湖 察汗淖尔"),
    ("治理洋河、城壕河、东冷水沟、韭菜塘,总长12公里", "洋河 城壕河 东冷水沟 韭菜塘"),
    ("全面建立河湖长制(含水库),中间有姚家江流过", "姚家江"),
    ("完成小(二)型病险水库除险加固,修复旧砺江水闸", ""),
    ("整治鞍山市运粮河、杨柳河市区段", "运粮河 杨柳河"),
    ("对袁溪河、小南海水库、太极水库开展监测", "袁溪河 小南海水库 太极水库"),
    ("在旧城镇与槟榔江交汇,最终汇入伊洛瓦底江", "槟榔江 伊洛瓦底江"),
    ("渌水萍乡段、平江兴国段、信江鹰潭段水质好转", "渌水 平江 信江"),
    ("西起麒麟湖东侧进水闸", "麒麟湖"),
    ("位于黄海畔的滨海湿地,坐落南海西北部的海湾", "黄海 南海"),
]

NEW_WORDINGS = [
    ("整治平湖塘、海盐塘、长水塘、苏州塘等骨干河道", "平湖塘 海盐塘 长水塘 苏州塘"),
    ("以七浦塘、白茆塘、浏河为主的通江河道", "七浦塘 白茆塘 浏河"),
    ("恢复察汗淖、黄盖淖等季节性湖泊", "察汗淖 黄盖淖"),
    ("排查蕉门水道、上横沥、下横沥水质", "蕉门水道 上横沥 下横沥"),
    ("巡护当曲、沱沱河、扎曲", "当曲 沱沱河 扎曲"),
    ("对锡林河、巴拉嘎尔高勒、彦吉嘎郭勒开展补水", "锡林河 巴拉嘎尔高勒 彦吉嘎郭勒"),
    ("完成子牙新河、青静黄排水渠、北排水河消劣", "子牙新河 青静黄排水渠 北排水河"),
    ("监测唐徕渠、第二排水沟水质", "唐徕渠 第二排水沟"),
    ("疏浚乡村排水沟、农田排水渠", ""),
    ("岑溪市义昌江、沮漳河、藕池河水质达标", "义昌江 沮漳河 藕池河"),
    ("我县沂河、沿长江、落实好黄河流域规划", "沂河 长江 黄河"),
    ("红旗河、大新河、中河4条入湖河道", "红旗河 大新河 中河"),
    ("整治后湖、汤逊湖、城河", "后湖 汤逊湖 城河"),
    ("保护滦河源头闪电河、吐力根河", "滦河 闪电河 吐力根河"),
    ("长江、内河码头岸电", "长江"),
    ("清理大鹏湾、前海湾海漂垃圾", "大鹏湾 前海湾"),
    ("加强夏家河子污水厂监管", ""),
    ("塔里木河、精河水资源管理", "塔里木河 精河"),
    ("漓江泉啤酒公司、珠江钢琴集团清洁生产", ""),
    ("淮河生态经济带、珠江—西江经济带协同推进", ""),
    ("建成九龙湖体育公园", ""),
    ("采取开挖便道沟等措施手段", ""),
    ("整治团旺河13公里、老滧港2公里", "团旺河 老滧港"),
    ("完成曲阜及贺庄、尹城等8座水库除险加固", "贺庄水库 尹城水库"),
    ("改善伊、洛、涧等主要河流水质", "伊河 洛河 涧河"),
    ("统筹湘、资、沅、澧等四水治理", "湘江 资江 沅江 澧水"),
    ("实施浍、沱等河流生态补水,清理沱河河口", "浍河 沱河"),
    ("推进沂、沭、泗三河清淤", "沂河 沭河 泗河"),
    ("压实市、县、乡等河流管护责任", ""),
    ("开展江、河、湖等水系连通", ""),
    ("东、西、北三河清淤", ""),
    ("改善桑干河固定桥断面、御河利仁皂断面水质", "桑干河 御河"),
    ("推进林海水库供水工程", "林海水库"),
    ("实施汉阴县月河综合治理、双台子河口湿地修复", "月河 双台子河"),
    ("严查沙溪、尤溪、金溪三大流域排污", "沙溪 尤溪 金溪"),
    ("谋划淦河小流域治理", "淦河"),
    ("疏浚太榆退水渠、田间引水渠", "太榆退水渠"),
    ("推进省际边界河道清淤", ""),
    ("打造“滇池卫士”“洱海管家”品牌", ""),
    ("在嘎曲河口设置监测点位,沙河口区配合", "嘎曲"),
    ("修复女儿河河道5.6公里", "女儿河"),
    ("完成“三溪一河”设计,大湾拦河闸开工", ""),
    ("整治环湖沟、低水渠,三面环江", ""),
    ("在建水闸:四滧港南闸、南环河泵闸", ""),
]

SHARED_WITH_PLACES = [
    ("在西江、北江、东江三大流域", "西江 北江 东江"),
    ("推进西湖、东湖水质提升", "西湖 东湖"),
    ("榕江、练江流域综合整治", "榕江 练江"),
    ("以西江为核心的传统村落", ""),
    ("西湖区、东湖高新区、南海区配合", ""),
    ("榕江县、从江县、锦江区负责", ""),
    ("解决剑河、台江、镇远、麻江等县城供水问题", ""),
    ("加快湘湖片区开发", ""),
    ("剑河水质稳定达标", "剑河"),
]

NO_WATER = [
    "打击污水偷排、非法填湖",
    "丹江口市、郧阳区加快治理",
    "完成未达标河涌整治,加强重要江河治理",
    "开展金泽镇河湖水质巩固提升行动",
    "加强九大高原湖泊水污染防治",
    "推进霍林河矿区外围生态修复,纠错容错机制",
    "加强入河排污口排查整治",
    "统筹江河湖库水资源调度",
    "全面落实河长制湖长制,强化河湖长履职",
    "推进美丽河湖建设和智慧河湖建设",
    "开展清河行动,对各河各湖建立档案",
    "上海市、镇江市、九江市、湛江市共同推进",
    "浙江省、黑龙江省、江苏省要率先",
    "湖北、湖南、河南、河北、青海等省",
    "黄河路、长江大道、钱塘江大桥施工扬尘管控",
    "滨湖街道、河口镇、东湖村负责落实",
    "推进长江经济带、大运河文化带、环太湖城市群建设",
    "长江水利委员会、太湖流域管理局负责指导",
    "贯彻落实《长江保护法》《黄河保护法》",
    "支持湘江新区、赣江新区先行先试",
    "湘江源国家森林公园和青海湖国家级自然保护区范围",
    "第八师石河子市打赢蓝天保卫战",
    "治污净湖,造林涵湖",
    "实施引黄入冀补淀工程",
    "加强滨海湿地保护",
    "推进山水林田湖草沙一体化保护",
    "清理鱼塘、坑塘、沟渠,检查沉淀池、调节池、事故池",
    "建立废铅蓄电池回收制度,开发温泉,建设港口岸电",
    "加强再生水利用,提高地表水水质,保障供水安全",
    "深入推进入海河流总氮控制和入海排污口整治",
    "流经城区的护城河、人工湖,消灭垃圾河、黑臭河",
    "对历史遗留矿井涌水进行排查",
    "建立健全河道采砂监管机制,加强近岸海域生物多样性保护",
    "实现碧江、西海、桃村等村污水收集",
    "广东江门市完成任务",
    "牡丹江市、佳木斯市、丽江市负责",
    "守护好母亲河,打造水清河畅岸绿景美的环境",
    "嘉利木业、细江泡沫、兆业燃料等企业",
    "建成澄溪、新民污水处理厂,完成灵溪污水处理工程",
    "实施石苍、社硎、菜溪3座乡镇污水处理工程",
    "开工建设江西峡江灌区,编制宁夏湿地保护规划",
    "统筹两江一河,评价河段5个,引水济湖",
    "云南省河(湖)长制领导小组印发通知,实施四川段河道治理",
]


@pytest.mark.parametrize(("text", "expected"), [*KNOWN, *UNKNOWN, *NEW_WORDINGS, *SHARED_WITH_PLACES])
def test_water_bodies_are_read_from_wordings_of_plans(text, expected):
    assert waters(text) == expected


def test_water_bodies_are_read_from_columns_that_name_them():
    text = "水体名称\t所在区域\n内城河(上水关-下水关)\t琅琊区\n北湖\t琅琊区"
    header, *rows = (line.split("\t") for line in text.split("\n"))
    cells = [[Cell(name, text.index(name), text.index(name) + len(name)) for name in row] for row in rows]
    doc = begin(CHINESE, Document("plan.txt", None, text))
    doc._.facts.tables = [Table(0, len(text), [Cell(name, 0, len(name)) for name in header], cells)]
    found = read_water_bodies(doc)._.facts.water_bodies
    assert [text[mention.start : mention.end] for mention in found] == ["内城河", "北湖"]


@pytest.mark.parametrize("text", NO_WATER)
def test_water_bodies_leave_out_words_that_only_look_like_waters(text):
    assert waters(text) == ""


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("保护太湖。治理太湖、运河。", ["太湖", "太湖", "运河"]),
        ("整治京杭大运河(杭州段),以苕溪和运河为重点", ["京杭大运河", "苕溪", "运河"]),
    ],
)
def test_water_bodies_give_every_mention_with_its_span(text, spans):
    assert [text[mention.start : mention.end] for mention in read(text).water_bodies] == spans


@pytest.mark.parametrize(
    ("text", "names", "canonical"),
    [
        ("整治京杭大运河(南段),以苕溪和运河为重点", {"京杭大运河", "苕溪"}, {"京杭大运河", "苕溪"}),
        ("沿大运河、大运河两岸", {"大运河"}, {"京杭大运河"}),
        ("湟水流域,确保湟水河水质", {"湟水河"}, {"湟水河"}),
    ],
)
def test_water_bodies_bring_the_names_of_one_water_together(text, names, canonical):
    mentions = read(text).water_bodies
    assert {mention.name for mention in mentions} == names
    assert {mention.canonical for mention in mentions} == canonical


def test_water_bodies_of_a_task_are_those_in_its_wording():
    text = "保护太湖。\n治理巢湖、扬子江,恢复巢湖生态。\n保护滇池。"
    start = text.index("治理")
    task = Task("t", "一", "measure", "治理", start, text.index("\n保护滇池"), None)
    assert read(text, (task,)).tasks[0].water_bodies == ["巢湖", "长江"]


def test_water_bodies_count_what_they_turn_down():
    facts = read("落实《巢湖流域水污染防治条例》,解决剑河、台江等县城供水")
    assert facts.rejected["water: inside the title of a document"] == 1
    assert facts.rejected["water: nothing around the name shows a water"] == 2


def test_water_bodies_go_by_english_names_in_the_vocabulary():
    assert load("water_bodies").lookup("Yangtze River").label == "长江"
    assert load("water_bodies").lookup("扬子江").label == "长江"


@pytest.mark.parametrize(
    ("window", "core"),
    [("推进凯里市鱼洞", "鱼洞"), ("实施黎平八舟", "八舟"), ("谋划龙溪", "龙溪"), ("城市", ""), ("各", "")],
)
def test_proper_core_drops_words_and_places_before_a_name(window, core):
    assert proper_core(window) == core


@given(st.text(alphabet="推进治理长江黄河太湖水库溪渠海港的和、,。等县市路《》()\n", max_size=120))
def test_names_of_waters_lie_in_the_text_in_order_and_apart(text):
    names = find_names(text)
    assert all(text[name.start : name.end] == name.text for name in names)
    assert all(left.end <= right.start for left, right in pairwise(names))


def test_water_bodies_take_time_that_grows_with_the_text_only():
    text = "推进里禾水库、嘎醉河水库、江河湖库和长江流域治理," * 200
    begun = time.process_time()
    find_names(text)
    short = time.process_time() - begun
    begun = time.process_time()
    find_names(text * 8)
    assert time.process_time() - begun < 8 * 4 * short + 0.05
