"""Whom a researcher means by the name of a department: one body as written, one place's bureau, or a whole function."""

from __future__ import annotations

from dataclasses import dataclass

from nlp.bodies import body
from nlp.facts import Place
from nlp.places import place
from nlp.vocabulary import load


@dataclass(frozen=True, slots=True)
class Meant:
    """A department as asked for: a function (`water`) or else a name, within a place or anywhere."""

    name: str
    function: str | None
    place: Place | None

    def parameters(self) -> dict[str, str]:
        """The parameters of the named queries that this restricts."""
        who = {"function": self.function} if self.function else {"department": self.name}
        return who | ({"place": self.place.name} if self.place else {})


def understand(name: str) -> Meant:
    """Reads a department's name in Chinese or English.

    `水务局` and `water bureau` mean the function water everywhere, `杭州市水务局` and `Hangzhou water bureau` that one
    in Hangzhou; `州水务局` means bodies written just so, and so does any name that no function goes by.
    """
    entry = load("functions").lookup(name)
    if entry:
        return Meant(name, entry.id, None)
    for where, rest in splits(name):
        entry = load("functions").lookup(rest)
        if entry:
            return Meant(name, entry.id, where)
    whole = not name.isascii() and body.without_level(name) == name
    functions = body.functions_of(name) if whole else ()
    return Meant(name, functions[0] if functions else None, None)


def splits(name: str) -> list[tuple[Place, str]]:
    """The ways to read a name as a place followed by a department, the longest place first."""
    words = name.split()
    if name.isascii():
        cuts = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(len(words) - 1, 0, -1)]
    else:
        cuts = [(name[:i], name[i:]) for i in range(len(name) - 2, 1, -1)]
    found = ((place.find(head.removesuffix("'s")), rest) for head, rest in cuts)
    return [(where, rest) for where, rest in found if where]
