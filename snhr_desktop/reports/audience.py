"""What each audience is given: the one table of rules, which everything that may be printed is decided by.

| rule          | public           | partners                 | internal |
|---------------|------------------|--------------------------|----------|
| sources       | anonymous, named | anonymous, named, courts | all      |
| names         | published        | published, shared        | all      |
| classes       | men, women       | men, women               | all      |
| exact_place   | no               | no                       | yes      |
| coordinates   | no               | yes                      | yes      |
| particulars   | no               | yes                      | yes      |
| notes         | no               | no                       | yes      |
| leads         | no               | no                       | yes      |

*Partners* are the United Nations, courts and fellow organisations under agreement. What the rules mean:

- `sources`: consents with which a source appears, by kind and pseudonym. A source's real name and contact are printed
  for nobody: they never leave the store on paper, and are taken out of the texts of every audience.
- `names` and `classes`: a victim is named where the family's answer *and* the class are among these. Nothing in the
  records lets a family say that a child may be named outside the house, so no child ever is, nor anybody who may be
  one.
- `exact_place`: the place is told exactly even where the record asks for less. Elsewhere the record decides.
- `coordinates`: printed where the place is told exactly.
- `particulars`: statements, links and gradings of the sources that appear; the father's name of who is named; where
  victims came from.
- `notes`: what the office wrote for itself: reviewer's notes and reasons, how it was learned, notes on victims; who
  saved a record, at what hour and why.
- `leads`: web addresses, accounts and coordinates stay in texts. Telephones and mail addresses never do.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from snhr_desktop.domain.counting import victim_class
from snhr_desktop.domain.records import Source, Victim
from snhr_desktop.domain.vocabularies import vocabulary


@dataclass(frozen=True)
class Rule:
    """One column of the table."""

    sources: frozenset[str]
    names: frozenset[str]
    classes: frozenset[str]
    exact_place: bool = False
    coordinates: bool = False
    particulars: bool = False
    notes: bool = False
    leads: bool = False


def _every(name: str) -> frozenset[str]:
    """All codes of a vocabulary, and blank."""
    return frozenset({"", *vocabulary(name)})


_ADULT = frozenset({"men", "women"})

RULES: Mapping[str, Rule] = {
    "public": Rule(sources=frozenset({"anonymous", "named"}), names=frozenset({"published"}), classes=_ADULT),
    "partners": Rule(
        sources=frozenset({"anonymous", "named", "courts"}),
        names=frozenset({"published", "shared"}),
        classes=_ADULT,
        coordinates=True,
        particulars=True,
    ),
    "internal": Rule(
        sources=_every("consent"),
        names=_every("naming"),
        classes=_every("victim_class"),
        exact_place=True,
        coordinates=True,
        particulars=True,
        notes=True,
        leads=True,
    ),
}


def may_be_named(victim: Victim, audience: str) -> bool:
    """Whether an audience may read the name of a victim."""
    rule = RULES[audience]
    return victim.naming in rule.names and victim_class(victim) in rule.classes


def may_appear(source: Source, audience: str) -> bool:
    """Whether an audience may be told of a source, by kind and pseudonym."""
    return source.consent in RULES[audience].sources
