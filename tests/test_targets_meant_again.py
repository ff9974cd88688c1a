"""Values without a name of their own: what was named before is meant again, elsewhere, at another level or time."""

import pytest
from statements import document_of, statements_of

MEANT = [
    # parts that go on behind a comma, by short names of places
    (
        "淘汰砖瓦窑6家,其中涡阳2家,利辛4家",
        [("砖瓦窑", None, "=", 6), ("砖瓦窑", "涡阳", "=", 2), ("砖瓦窑", "利辛", "=", 4)],
    ),
    # what is left of what was counted
    (
        "整治黑臭水体12条,其中7条2023年底前完成,剩余5条2024年10月底前完成",
        [("黑臭水体", None, "=", 12), ("黑臭水体", None, "=", 7), ("黑臭水体", None, "=", 5)],
    ),
    ("建设污水站20座,剩下8座年底前建成投运", [("污水站", None, "=", 20), ("污水站", None, "=", 8)]),
    ("清洁取暖率达到60%,其余40%使用洁净煤", [("清洁取暖率", None, "=", 60)]),
    (
        "完成户厕改造220座,其中朱家庄村120座、新庙村100座",
        [("户厕改造", None, "=", 220), ("户厕改造", "朱家庄村", "=", 120), ("户厕改造", "新庙村", "=", 100)],
    ),
    # each place its own value
    (
        "涡阳县、蒙城县分别新建管网22公里、18公里",
        [("新建管网", "涡阳县", "=", 22), ("新建管网", "蒙城县", "=", 18)],
    ),
    (
        "向桐河、柳河补水各不少于3000万方、1000万方",
        [("补水", "桐河", ">=", 30_000_000), ("补水", "柳河", ">=", 10_000_000)],
    ),
    # a place that ends in 内 says where as well
    (
        "拆除圩埂68条,其中高邮市境内圩埂41条、江都区境内12条",
        [("拆除圩埂", None, "=", 68), ("圩埂", "高邮市", "=", 41), ("圩埂", "江都区", "=", 12)],
    ),
    # the changes of levels told one by one
    (
        "东湖、西湖总磷浓度分别为0.06、0.05毫克/升,同比下降11%、8%",
        [
            ("总磷浓度", "东湖", "=", 0.06),
            ("总磷浓度", "西湖", "=", 0.05),
            ("总磷浓度", "东湖", "decrease", 11),
            ("总磷浓度", "西湖", "decrease", 8),
        ],
    ),
    (
        "桐河、柳河入湖断面化学需氧量、总氮浓度分别下降15%、20%",
        [("入湖断面化学需氧量浓度", "桐河、柳河", "decrease", 15), ("总氮浓度", "桐河、柳河", "decrease", 20)],
    ),
    # the change of a whole, shared out over the years
    (
        "流域氮肥用量3年累计减少300吨,其中2024年、2025年分别减少120吨、180吨",
        [
            ("氮肥用量", "流域", "decrease", 300),
            ("氮肥用量", "流域", "decrease", 120),
            ("氮肥用量", "流域", "decrease", 180),
        ],
    ),
    ("五年累计造林20万亩,其中2025年造林3万亩", [("造林", None, "=", 200_000), ("造林", None, "=", 30_000)]),
    # the measures that words only point to, and those of the sentence before in their order
    (
        "固废利用率达到70%,垃圾回收率超过35%;到2025年,上述指标分别达到78%、40%",
        [
            ("固废利用率", None, "=", 70),
            ("垃圾回收率", None, ">", 35),
            ("固废利用率", None, "=", 78),
            ("垃圾回收率", None, "=", 40),
        ],
    ),
    (
        "森林覆盖率和湿地保护率稳步提升,上述指标分别达到45%、60%",
        [("森林覆盖率", None, "=", 45), ("湿地保护率", None, "=", 60)],
    ),
    (
        "到2023年,秸秆利用率、农膜回收率分别达到90%、70%。建成公园3个。到2024年,上述指标分别达到91%、75%",
        [
            ("秸秆利用率", None, "=", 90),
            ("农膜回收率", None, "=", 70),
            ("建成公园", None, "=", 3),
            ("秸秆利用率", None, "=", 91),
            ("农膜回收率", None, "=", 75),
        ],
    ),
    (
        "到2023年,秸秆利用率、农膜回收率分别达到90%、70%。到2024年,分别达到91%、75%",
        [
            ("秸秆利用率", None, "=", 90),
            ("农膜回收率", None, "=", 70),
            ("秸秆利用率", None, "=", 91),
            ("农膜回收率", None, "=", 75),
        ],
    ),
    # the same change elsewhere, and a change of a level
    (
        "铁路货运量比2017年增长30%,辽西地区增长40%、辽中地区增长10%",
        [
            ("铁路货运量", None, "increase", 30),
            ("铁路货运量", "辽西地区", "increase", 40),
            ("铁路货运量", "辽中地区", "increase", 10),
        ],
    ),
    (
        "煤炭消费总量比2020年下降10%,县城下降5%",
        [("煤炭消费总量", None, "decrease", 10), ("煤炭消费总量", "县城", "decrease", 5)],
    ),
    (
        "森林蓄积量达到4800万立方米,净增120万立方米",
        [("森林蓄积量", None, "=", 48e6), ("森林蓄积量", None, "increase", 1.2e6)],
    ),
    ("优良天数276天,同比增加21天", [("优良天数", None, "=", 276), ("优良天数", None, "increase", 21)]),
    (
        "重污染天数减少50%,即减少21天左右",
        [("重污染天数", None, "decrease", 50), ("重污染天数", None, "decrease", 21)],
    ),
    ("污染天数同比减少2天,不超过36天", [("污染天数", None, "decrease", 2), ("污染天数", None, "<=", 36)]),
    # the parts of what the sentence before measured
    (
        "农村生活污水治理率达到45%以上。其中,沿湖村庄达到100%,山区村庄达到30%",
        [
            ("农村生活污水治理率", None, ">=", 45),
            ("农村生活污水治理率", "沿湖村庄", "=", 100),
            ("农村生活污水治理率", "山区村庄", "=", 30),
        ],
    ),
    # a rate too short to say of what
    (
        "县级以上河湖建成率达到50%;到2025年,建成率达到90%",
        [("县级以上河湖建成率", None, "=", 50), ("县级以上河湖建成率", None, "=", 90)],
    ),
    ("完成65个自然村污水治理,治理率达到72%", [("自然村污水治理", None, "=", 65), ("治理率", None, "=", 72)]),
    # the change that is aimed at beyond the one set
    (
        "单位GDP用水量较2020年下降12%,力争下降15%",
        [("单位GDP用水量", None, "decrease", 12), ("单位GDP用水量", None, "decrease", 15)],
    ),
    (
        "单位GDP能耗比2020年下降13%,力争完成14%的激励目标",
        [("单位GDP能耗", None, "decrease", 13), ("单位GDP能耗", None, "decrease", 14)],
    ),
    # what each person has of it
    ("义务植树90万株,人均不少于3株", [("义务植树", None, "=", 900_000), ("义务植树人均", None, ">=", 3)]),
    # work on what has been counted, and more of what was counted before a share
    ("排查入河排污口218个,完成整治176个", [("入河排污口", None, "=", 218), ("入河排污口整治", None, "=", 176)]),
    (
        "完成46家企业清洁原料替代,低VOCs材料使用比例达到60%;再完成31家",
        [
            ("企业清洁原料替代", None, "=", 46),
            ("低VOCs材料使用比例", None, "=", 60),
            ("企业清洁原料替代", None, "=", 31),
        ],
    ),
    # another measure of what has just been counted
    (
        "淘汰燃煤锅炉21台、合计286蒸吨",
        [("燃煤锅炉", None, "=", 21), ("燃煤锅炉", None, "=", 286)],
    ),
    ("建设人工湿地8处(合计1200亩)", [("人工湿地", None, "=", 8), ("人工湿地", None, "=", 1200)]),
    # parts of what was named, told by where they are: the last number in the same unit is their whole
    (
        "完成户厕改造6500户、农村公厕12座,其中邢集镇900户、明港镇700户",
        [
            ("户厕改造", None, "=", 6500),
            ("农村公厕", None, "=", 12),
            ("户厕改造", "邢集镇", "=", 900),
            ("户厕改造", "明港镇", "=", 700),
        ],
    ),
    (
        "完成18个行政村污水治理任务(明港镇10个、其余乡镇8个)",
        [
            ("行政村污水治理", None, "=", 18),
            ("行政村污水治理", "明港镇", "=", 10),
            ("行政村污水治理", "其余乡镇", "=", 8),
        ],
    ),
    (
        "治理骨干河道66公里,其中团旺河13公里、老滧港2公里、干流51公里",
        [
            ("骨干河道", None, "=", 66),
            ("骨干河道", "团旺河", "=", 13),
            ("骨干河道", "老滧港", "=", 2),
            ("骨干河道", "干流", "=", 51),
        ],
    ),
    (
        "推广膜下滴灌40万亩,其中红沙梁镇6万亩、东湖镇5万亩",
        [
            ("膜下滴灌", None, "=", 400_000),
            ("膜下滴灌", "红沙梁镇", "=", 60_000),
            ("膜下滴灌", "东湖镇", "=", 50_000),
        ],
    ),
    (
        "新建山区水库12座,其中大型水库2座",
        [("山区水库", None, "=", 12), ("大型水库", None, "=", 2)],
    ),
    (
        "实施水利项目9项,其中新建4项,续建5项",
        [
            ("水利项目", None, "=", 9),
            ("新建水利项目", None, "=", 4),
            ("续建水利项目", None, "=", 5),
        ],
    ),
    (
        "海塘达标率分别为:崇明岛42%、长兴岛80%",
        [("海塘达标率", "崇明岛", "=", 42), ("海塘达标率", "长兴岛", "=", 80)],
    ),
    # a measure named without its value, another thing that shares it, and all of a list
    ("固体废物综合利用率逐年提高,到2025年达到77%", [("固体废物综合利用率", None, "=", 77)]),
    ("昼间达标率达95%,夜间达85%", [("昼间达标率", None, "=", 95), ("夜间达标率", None, "=", 85)]),
    (
        "COD排放总量减少10%,氨氮减少8%",
        [("COD排放总量", None, "decrease", 10), ("氨氮排放总量", None, "decrease", 8)],
    ),
    (
        "单位GDP能耗下降13%,森林覆盖率稳定在26%",
        [("单位GDP能耗", None, "decrease", 13), ("森林覆盖率", None, "=", 26)],
    ),
    (
        "林木绿化率、森林覆盖率分别达到45%、38%;到2030年,均达到46%以上",
        [
            ("林木绿化率", None, "=", 45),
            ("森林覆盖率", None, "=", 38),
            ("林木绿化率", None, ">=", 46),
            ("森林覆盖率", None, ">=", 46),
        ],
    ),
    # what the clause before names is counted up
    ("20蒸吨以下燃煤小锅炉全部淘汰,涉及22台", [("燃煤小锅炉", None, "=", 22)]),
    (
        "淘汰35蒸吨/小时以下燃煤锅炉,共计89台1123蒸吨",
        [("燃煤锅炉", None, "=", 89), ("燃煤锅炉", None, "=", 1123)],
    ),
    # parts of what was named, told by what is done
    (
        "营造和修复红树林面积4800亩,其中新造1500亩、修复3300亩",
        [
            ("红树林面积", None, "=", 4800),
            ("新造红树林面积", None, "=", 1500),
            ("修复红树林面积", None, "=", 3300),
        ],
    ),
    # what is aimed at beyond a bound
    (
        "PM10年均浓度不高于78微克/立方米,力争75微克/立方米",
        [("PM10年均浓度", None, "<=", 78), ("PM10年均浓度", None, "=", 75)],
    ),
    ("单位GDP能耗下降14%(力争15%)", [("单位GDP能耗", None, "decrease", 14), ("单位GDP能耗", None, "decrease", 15)]),
    # several measures named before, in their order
    (
        "到2023年,垃圾回收利用率达到36%,卫生厕所普及率达到82%;到2025年,分别达到40%、90%",
        [
            ("垃圾回收利用率", None, "=", 36),
            ("卫生厕所普及率", None, "=", 82),
            ("垃圾回收利用率", None, "=", 40),
            ("卫生厕所普及率", None, "=", 90),
        ],
    ),
    # other levels
    (
        "建立绿色防控示范点10个,其中市级2个、县级8个",
        [("绿色防控示范点", None, "=", 10), ("市级绿色防控示范点", None, "=", 2), ("县级绿色防控示范点", None, "=", 8)],
    ),
    (
        "创建国家级标准化示范场1家、省级2家、金华市级3家",
        [
            ("国家级标准化示范场", None, "=", 1),
            ("省级标准化示范场", None, "=", 2),
            ("金华市级标准化示范场", None, "=", 3),
        ],
    ),
    # small places, whose names no list knows
    (
        "新建尾水处理设施15套(其中南康镇6套、营盘镇9套)",
        [("尾水处理设施", None, "=", 15), ("尾水处理设施", "南康镇", "=", 6), ("尾水处理设施", "营盘镇", "=", 9)],
    ),
    # as many of each
    ("创建无废机关、无废学校各2个", [("无废机关", None, "=", 2), ("无废学校", None, "=", 2)]),
    ("创建省级、市级示范村各3个", [("省级示范村", None, "=", 3), ("市级示范村", None, "=", 3)]),
    # parts in a bracket that add up to the whole, where it lies in places; other numbers in it are none
    (
        "建设监测井60口(钒钛高新区32口、格里坪工业园区28口)",
        [("监测井", None, "=", 60), ("监测井", "钒钛高新区", "=", 32), ("监测井", "格里坪工业园区", "=", 28)],
    ),
    ("新建管网30公里(城东10公里、城西15公里)", [("新建管网", None, "=", 30)]),
    # the same in several years
    (
        "完成5个地块风险管控,2023年、2024年各完成2个",
        [("地块风险管控", None, "=", 5)] + [("地块风险管控", None, "=", 2)] * 2,
    ),
    # a measure at several levels, named before them or with the first
    (
        "公共机构节水型单位建成率,自治区级100%,市级80%",
        [("公共机构节水型单位建成率", "自治区级", "=", 100), ("公共机构节水型单位建成率", "市级", "=", 80)],
    ),
    (
        "节约型机关建成率省级达到100%、县级70%",
        [("节约型机关建成率", "省级", "=", 100), ("节约型机关建成率", "县级", "=", 70)],
    ),
    # things of another level leave 以上 out
    (
        "共有县级以上水源地9个、乡镇级63个",
        [("县级以上水源地", None, "=", 9), ("乡镇级水源地", None, "=", 63)],
    ),
    # everything there is of what was named
    (
        "2024年,分类覆盖率达到95%,回收利用率达到35%;2025年,实现全覆盖",
        [("分类覆盖率", None, "=", 95), ("回收利用率", None, "=", 35), ("分类覆盖率", None, "=", 100)],
    ),
    ("预约率2023年达到80%、2025年实现全覆盖", [("预约率", None, "=", 80), ("预约率", None, "=", 100)]),
]


@pytest.mark.parametrize(("text", "expected"), MEANT, ids=[text[:24] for text, _ in MEANT])
def test_value_is_one_of_what_was_named_before(text: str, expected: list[tuple]) -> None:
    found, _ = statements_of(text)
    assert [(each.indicator, each.scope, each.op, each.value) for each in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a change of a change, and things counted, are of their own
        ("万元GDP能耗下降3%,增长5%", [("万元GDP能耗", 3)]),
        ("淘汰落后产能企业186家,A级企业达到5家", [("落后产能企业", 186), ("A级企业", 5)]),
        ("打造省级示范村不少于5个、市级示范村不少于20个", [("省级示范村", 5), ("市级示范村", 20)]),
        ("实现“三清零、一提升”,即直排口清零", [("直排口", 0)]),
    ],
)
def test_value_is_none_of_what_was_named_before(text: str, expected: list[tuple]) -> None:
    found, _ = statements_of(text)
    assert [(each.indicator, each.value) for each in found] == expected


def test_bound_behind_the_last_of_several_values_goes_for_all() -> None:
    found, _ = statements_of("县城、城市污水处理率分别达到85%、95%以上")
    assert [(each.scope, each.op, each.value) for each in found] == [("县城", ">=", 85), ("城市", ">=", 95)]


def test_bound_behind_several_values_leaves_all_of_them_as_it_is() -> None:
    found, _ = statements_of("市区和县城污水处理率分别达到100%和96%以上")
    assert [(each.scope, each.op, each.value) for each in found] == [("市区", "=", 100), ("县城", ">=", 96)]


def test_change_elsewhere_is_since_the_same_year() -> None:
    facts = document_of("凤城市空气质量改善实施方案", "二、工作目标", "到2025年,煤炭消费量较2020年下降10%,县城下降5%。")
    assert [(target.value, target.year, target.baseline) for target in facts.targets] == [
        (10, "2025", "2020"),
        (5, "2025", "2020"),
    ]


def test_places_share_out_behind_a_colon_what_was_said_before() -> None:
    facts = document_of(
        "凤城市2022年植树造林工作实施方案",
        "二、目标任务",
        "2022年全市植树11万株,建设园林新村1个。各镇的任务:宝山镇5万株,白旗镇6万株。",
    )
    assert [(target.indicator, target.scope, target.value) for target in facts.targets] == [
        ("植树", "全市", 110_000),
        ("园林新村", None, 1),
        ("植树", "宝山镇", 50_000),
        ("植树", "白旗镇", 60_000),
    ]


def test_parts_in_a_bracket_are_parts_of_what_stands_before_it() -> None:
    found, _ = statements_of("更新农田林网面积1700亩(其中新建200亩)、森林抚育面积230亩")
    assert [(each.indicator, each.value) for each in sorted(found, key=lambda each: each.at)] == [
        ("农田林网面积", 1700),
        ("新建农田林网面积", 200),
        ("森林抚育面积", 230),
    ]
