"""What closes a series of tasks and says who carries them all: `以上任务由市水务局牵头,市住建局配合。`"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.characters import NUMERALS
from nlp.facts import Task
from nlp.owners.doer import doers_in
from nlp.wording import any_of

_CLOSING = re.compile(
    rf"(?:^|(?<=[。;(\n]))(?:以上|上述)(?:\d+项|[{NUMERALS}]项|{any_of('roles', 'told_tasks', 'tasks')})+"
    r",?(?:均|都|统一|全部)?由[^。\n)]{2,120}",
    re.M,
)
# A task that enumerates closes with its own owners, and they are nobody else's.
_ITEM = re.compile(rf"\n\s*(?:\d{{1,2}}[.、]|\(\d{{1,2}}\)|\([{NUMERALS}]+\)|[①-⑳])")


def give_closings(text: str, tasks: list[Task]) -> None:
    """Gives the tasks above a closing statement, in its own section, the owners it names, unless they name their own.

    Under `(一)清淤。(二)补水。以上任务由市水务局负责。` both are the bureau's; `以上任务要抓紧完成` gives nobody.
    """
    for closing in _CLOSING.finditer(text):
        owners = [owner for owner in doers_in(text, *closing.span()) if owner.rule != "nobody"]
        above = [task for task in tasks if task.start < closing.start()]
        if not owners or not above or _ITEM.search(text, above[-1].start, closing.start()):
            continue
        for task in above:
            if task.section == above[-1].section and not task.owners:
                task.owners = [replace(owner) for owner in owners]
