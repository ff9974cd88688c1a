"""The named projects and works of a document: what could stand on a construction sign.

A name is a proper part, plain words and a head: 黄泽 | 污水管网 | 工程. Each question about it has its file:

- `head.py`: where does a name end? At its last word of works, or its last facility, area or deed.
- `plain.py`: which words tell only the kind of works, and what do they leave over?
- `front.py`: how far does the proper part go? Over places, rivers, firms, lines and quotations.
- `item.py`: where does a name begin? Behind the verbs that lead it, before what is said of it.
- `list.py`: which items does a clause list, and what stands before the first and behind 等?
- `lean.py`: which item leans on the head of a later one, and what does it take over?
- `tail.py`, `joint.py`: which names do the items make with what stands behind 等, and with each other?
- `works.py`: is it built, or does it only stand, or are many meant?
- `sign.py`: is it named rather than told by its kind?
- `choice.py`: which names of a list are taken? One that fits vouches for its neighbours.
- `component.py`: which clauses and columns are read at all?
"""
