"""Tasks in news, letters and notices: paragraphs without any heading or number that say what is to be done."""

from structure import tasks_of


def test_paragraph_of_news_is_a_task_behind_what_names_its_source() -> None:
    work = "加快推进光伏项目建设。持续加大开发力度,完善规划。到2025年,装机容量力争达到280万千瓦以上。"
    purpose = "为深入贯彻关于碳达峰的决策部署,全面落实碳达峰实施意见,加快推动绿色转型,持续改善环境"
    goals = "2020年是收官之年。计划设定的目标是,力争空气质量继续改善,确保水质稳定达标。"
    plan = "“行动计划”将各区治污成效纳入考核,实施严格的考核问责,强化社会共治,接受监督。"
    more = "“行动计划”还要求,新建建筑节能率达80%以上,加快既有建筑节能改造。"
    told = [title for _, title in tasks_of(f"《某市行动计划》日前发布,确保各项任务完成。\n{goals}\n{plan}\n{more}\n")]
    assert told == ["“行动计划”将各区治污成效纳入考核", "新建建筑节能率达80%以上,加快既有建筑节能改造"]
    news = "今年,我省将全面完成三年建设任务,力争工程建成通水,已完成审查的工程加快推进,已批复的开工。"
    assert len(tasks_of(f"新闻资讯News\n3月14日获悉,我省泵站主体工程基本完工。\n{news}\n", "summary")) == 1
    assert tasks_of(f"日前,宜春市印发碳达峰方案,通知指出,{work}\n{purpose}\n") == [("无1", "加快推进光伏项目建设")]


def test_notice_that_asks_for_work_by_a_day_is_a_task() -> None:
    asked = "近期,河道内发现养殖场。请各乡镇加大整治力度,于2017年3月3日前完成整治工作,并报送照片。"
    assert len(tasks_of(asked, "notice")) == 1
    assert tasks_of("12月5日,记者从市水利局获悉,我市将从明年1月起整治排口,强化监管,确保全面完成任务。") == []
    assert tasks_of("3月16日,市领导查看了部分堤防,要求加快进度。据悉,荆溪市将在6大工程上争取资金,确保按期完工。") == []
    met = "6月3日,市政府召开会议。\n会议指出,去年水质改善。\n会议要求,要聚焦重点,10月底前完成白溪清淤。\n"
    assert tasks_of(met) == [("无1", "要聚焦重点,10月底前完成白溪清淤")]
    assert tasks_of("近期,市农业农村局聚焦问题积极协调,全力推进农村环境净化整治工作,强化调度。") == []


def test_what_a_speech_finds_wrong_is_no_task() -> None:
    wrong = "但问题也不少:一是部分河湖长巡河流于形式;二是个别支流总磷超标。"
    work = "一、抓好断面达标\n市生态环境局要逐个断面分析。\n二、抓好清四乱\n要随发现随处置。\n"
    assert [key for key, _ in tasks_of(f"同志们:\n{wrong}\n{work}", "speech")] == ["一", "二"]
    met = "要解决好以下问题:一是加密河湖长巡河;二是治理总磷超标支流。"
    assert len(tasks_of(f"同志们:\n{met}\n", "speech")) == 2
