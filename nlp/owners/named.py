"""Owners that running text names: what rule read them, and whether the wording names anybody at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nlp.bodies.body import is_anonymous
from nlp.bodies.listed import Listed
from nlp.facts import Owner, Role
from nlp.owners.names_ahead import partners_ahead
from nlp.owners.township import is_townships
from nlp.owners.verb import PARTNER

_PARTNER_AHEAD = re.compile(rf"(?:应当|必须|还?将|[,要应需须])?(?:{PARTNER.pattern})")


def as_owner(listed: Listed, role: Role, rule: str, *, vouched: bool = False) -> Owner:
    """An owner by a rule, or by the rule "nobody" where the wording names nobody or only binds everybody.

    `vouched` says that a body acts beside it: 各区政府 in `市教育局、各区政府要开展排查`.
    """
    collective = listed.collective and not (vouched or (rule == "subject" and is_townships(listed)))
    if is_anonymous(listed.name) or (collective and rule in ("duty", "subject")):
        rule = "nobody"
    return Owner(listed.name, role, listed.start, listed.end, listed.collective, rule=rule)


def partners_at(text: str, at: int, end: int) -> Iterator[Owner]:
    """Bodies after 会同 or 联合 that stands at `at`, perhaps behind a comma or 要."""
    opening = _PARTNER_AHEAD.match(text, at, end)
    if opening is not None:
        yield from (as_owner(listed, "cooperating", "partner") for listed in partners_ahead(text, opening.end(), end))
