"""Where names of waters begin and end: short well-known names inside longer ones, towns, lists, places called alike."""

import pytest
import spacy

from corpus.document import Document
from nlp.pipeline import begin
from nlp.water_bodies.component import read_water_bodies

CHINESE = spacy.blank("zh")

LONGER_THAN_KNOWN = [
    ("加强光府河、泗河沿线管网排查", "光府河 泗河"),
    ("光府河水质稳定达到Ⅳ类", "光府河"),
    ("对光府河、蓼沟河开展联合巡查", "光府河 蓼沟河"),
    ("塌西湖水面恢复0.8万亩", "塌西湖"),
    ("西太湖水质持续改善", "西太湖"),
    ("但雅鲁藏布江沿线沙化问题依然存在", "雅鲁藏布江"),
    ("守护国家长江大保护成果", "长江"),
]
RESERVOIRS_AND_CANALS = [
    ("能仁寺、龙叫冲、老屋垅等13座小二型病险水库主体完工", "能仁寺水库 龙叫冲水库 老屋垅水库"),
    ("其中老猫水、松坪、果水、青池水库4座病险水库已治理", "老猫水水库 松坪水库 果水水库 青池水库"),
    ("实施玉清湖水库—鹊华水厂调水工程", "玉清湖水库"),
    ("南横引河东、西两段47公里", "南横引河"),
    ("龙湾套水库水质稳定达标", "龙湾套水库"),
    ("完成龙湾套水库、石门镇水库除险加固", "龙湾套水库 石门镇水库"),
    ("加强石门镇水库水源地保护", "石门镇水库"),
    ("推进各乡镇水库划界", ""),
    ("老运河(微山段)水质达到Ⅳ类", "老运河"),
    ("疏浚新运河、老运河、古运河", "新运河 老运河 古运河"),
    ("加强鸭绿江口湿地保护", "鸭绿江口湿地"),
]
BEDS_AND_MOUTHS = [
    ("来河水口、沛河河口、清流河河口水质达标", "来河 沛河 清流河"),
    ("贵涌河床黑臭,加强贵涌河道保洁", "贵涌"),
    ("推进松岗潭头渠、浆溪店河清淤", "松岗潭头渠 浆溪店河"),
    ("实施污水处理厂提标改造、引徒骇河水入城等工程", "徒骇河"),
]
LISTS = [
    ("疏浚苏大堰、东大沟、新开河", "苏大堰 东大沟 新开河"),
    ("治理剑河县巫密河、八郎河", "巫密河 八郎河"),
    ("清淤大河、小沟、山塘3处", ""),
    ("治理河湖、沟渠", ""),
    ("硝池、鸭子池、盐湖、汤里滩生态补水", "硝池 鸭子池 盐湖 汤里滩"),
    ("2025年涠洲岛南湾和珍珠湾分别建成美丽海湾", "南湾 珍珠湾"),
]
PLACES = [
    ("加快福建平潭供水工程建设", ""),
    ("每天4.5万吨污水直排,致使东河成为纳污河", ""),
    ("东河发源于隆阳区东北部", "东河"),
    ("推进治旱黑水河现代化灌区建设", "黑水河"),
    ("高质量建设现代化新慈溪", ""),
    ("清理主沟主渠、支沟支渠12公里", ""),
    ("流经古椰、阮涌、罗岸、罗西等村庄", ""),
    ("启动望东村、聚龙江、上合村等7个村的雨污分流改造", ""),
    ("经西海堤灶下涌挡潮闸排水", ""),
    ("入湖河流一级支浜全面消劣", ""),
    ("清淤山平塘8276口", ""),
    ("加强长沟水源地保护", ""),
    ("加强石河水源地保护", "石河"),
    ("依法查处洪湖渔场违法养殖", ""),
    ("拆除黄湖山周边违建", ""),
    ("推进太湖山水林田湖草沙一体化保护", "太湖"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [*LONGER_THAN_KNOWN, *RESERVOIRS_AND_CANALS, *BEDS_AND_MOUTHS, *LISTS, *PLACES]
)
def test_water_names_begin_and_end_where_the_words_around_them_do(text, expected):
    facts = read_water_bodies(begin(CHINESE, Document("plan.txt", None, text)))._.facts
    assert list(dict.fromkeys(mention.name for mention in facts.water_bodies)) == expected.split()
