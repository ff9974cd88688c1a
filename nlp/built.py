"""Imported by the process that reading processes are forked from, so that each begins with the pipeline built and with
the patterns compiled that are made when they are first needed, for which it reads a plan of its own."""

import gc

from corpus.document import Document
from nlp.pipeline import read_one

_PLAN = """临江市水污染防治行动方案(2024—2026年)
一、总体要求
到2026年,全市地表水国控断面优良水体比例达到90%以上,化学需氧量排放量比2020年下降8%。
二、重点任务
(一)整治排污口。2025年底前,完成清水江、雅那木台河沿线120个入河排污口整治,新建污水处理厂2座。(牵头单位:市生态环境局;责任单位:市水务局)
(二)补齐管网短板。由市住建局负责,每年新建污水管网80公里;截至目前,县城污水处理率为97%。
(三)保护水生态。完成退耕还湿工程600亩、退渔还湖任务300亩,实现集中式饮用水水源地规范化建设全覆盖;在临江镇等3个乡镇的12个行政村修复湿地。
三、保障措施
各县(市、区)人民政府要按照《临江市生态环境保护条例》落实责任。
附件:临江市水污染防治主要指标
序号\t指标名称(单位)\t2024年目标值\t2026年目标值
1\t污水处理率(%)\t下降4\t98
2\t新增湿地面积(亩)\t300\t≥600
"""

read_one(Document("plan.txt", None, _PLAN))
gc.collect()
gc.freeze()
