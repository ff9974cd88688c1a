"""Words for the part that a body has in a task, in labels and verbs alike: 牵头单位 and 牵头, 配合部门 and 配合."""

from __future__ import annotations

import re

from nlp.facts import Role
from nlp.wording import pattern

# The order decides between roles: 牵头督导单位 supervises, 牵头责任单位 leads, 配合落实单位 cooperates.
_ROLES: tuple[Role, ...] = ("supervising", "lead", "cooperating", "responsible")
_WORDS: dict[Role, re.Pattern[str]] = {role: pattern("roles", role) for role in _ROLES}


def role_named(wording: str) -> Role | None:
    """The role that a wording names, by the first that has a word in it; None of 时限 and 反馈问题."""
    return next((role for role, named in _WORDS.items() if named.search(wording)), None)


def leads(wording: str) -> bool:
    """Whether a wording holds a word for who leads: 负责牵头 and 牵头督导 do, 负责落实 does not."""
    return _WORDS["lead"].search(wording) is not None
