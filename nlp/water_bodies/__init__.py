"""The named rivers, lakes, reservoirs, canals, bays and wetlands of a document.

How a name is found, and which file answers which question:

    head.py         where does a name end?          at a head: 江, 河, 水库, 溪 …
    known.py        does the gazetteer know it?     长江, and 光府河, which only ends like 府河
    unknown.py      if not, where does it begin?    behind verbs, years and places: 推进|鱼洞河
      core.py         what stands before the head   实施黎平|八舟|河
      whole.py        a word that is a name here    推进|闪电|河流域治理
      common_noun.py  or no name at all             小河, 智慧河湖, 三江
    part.py         does it go on with its part?    九龙江|北溪, 白石河|湿地, 骂蠡港|河道
    behind.py       is it a road, body or place?    黄河路, 长江水利委员会, 西湖区
    list.py         which stand in one list?        洋河、城壕河, but places in 剑河、台江等县城
    item.py         which items does it show?       汉江及|月河, 疏浚|苏大堰、东大沟
    shared_head.py  and with the head of others?    密云、官厅水库, 伊、洛等河流
    street.py       is it a channel by a street?    渤海53路河道, 长江道河道
    evidence.py     what shows that it is a water?  a cue, a list, the same name elsewhere
    table.py        and in the cells of a table?    under 水体名称, 所在河流

`grammar.find_names` goes from head to head through the first eight; `component.py` joins the rest into facts.
"""
