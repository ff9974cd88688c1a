"""The part in a task that a question asks for: who leads, who cooperates, who answers for it."""

from __future__ import annotations

from typing import Literal

from nlp.questions.words import cue

Role = Literal["lead", "responsible", "cooperating", "supervising", "carrier", "follower", "any"]


def own_role_of(text: str) -> Role:
    """The role of the departments that are named, where others are asked for: lead of 水利局牵头的任务谁来配合."""
    own = cue("own_role").search(text)
    return role_of(own.group()) if own else "any"


def role_of(text: str) -> Role:
    """The role that a question asks for: `由谁牵头` lead, `配合单位` cooperating, `谁负责` carrier, else any.

    A question of two roles (`谁牵头,谁配合`, `牵头和参与的`) asks for any; one that only denies a role (`参与但不牵头`)
    for a follower; `牵头督导单位` supervises.
    """
    said, denied = cue("denied").subn("", text)
    if cue("two_roles").search(said):
        return "any"
    said, supervised = cue("role_supervising").subn("", said)
    roles: tuple[Role, ...] = ("cooperating", "lead", "responsible")
    asked = [role for role in roles if cue(f"role_{role}").search(said)] + ["supervising"] * bool(supervised)
    if asked:
        return asked[0] if len(asked) == 1 else "any"
    if denied:
        return "follower"
    return "carrier" if cue("role_any_carrier").search(said) else "any"
