"""Component links: ties the bodies that own tasks and targets to what they do and to the name they are kept under."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.bodies.body import functions_of
from nlp.bodies.canonical_body import canonical_name
from nlp.facts import Facts


@Language.component("shanshui_links")
def read_links(doc: Doc) -> Doc:
    """Fills `function` and `canonical` of every owner; a body whose work nobody can tell keeps `function` None.

    `州水务局` in a plan of Qiandongnan gets water and 黔东南苗族侗族自治州水务局.
    """
    facts: Facts = doc._.facts
    owners = [owner for task in facts.tasks for owner in task.owners]
    owners += [owner for target in facts.targets for owner in target.owners]
    canonical = {name: canonical_name(name, facts.jurisdiction) for name in {owner.name for owner in owners}}
    for owner in owners:
        functions = functions_of(owner.name)
        owner.function = functions[0] if functions else None
        owner.canonical = canonical[owner.name]
        if not functions:
            facts.reject("owner without a known function")
    return doc
