"""The pages of the explorer by the name in their address, in the order of the links above them."""

from __future__ import annotations

from ui import (
    ask,
    compare,
    departments,
    intake,
    network,
    plans,
    quality,
    read,
    search,
    targets,
    territory,
    timeline,
)

PAGES = {
    "ask": ask.page,
    "search": search.page,
    "plans": plans.page,
    "read": read.page,
    "departments": departments.page,
    "targets": targets.page,
    "compare": compare.page,
    "timeline": timeline.page,
    "network": network.page,
    "territory": territory.page,
    "imported": intake.page,
    "quality": quality.page,
}

# A text is opened from its plan, so reading needs no link of its own.
SHOWN = tuple(name for name in PAGES if name != "read")
