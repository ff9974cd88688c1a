"""The pages of the explorer by the name in their address, in the order of the links above them."""

from __future__ import annotations

from ui import ask, compare, departments, network, plans, quality, read, search, targets, timeline

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
    "quality": quality.page,
}
