"""Of which of two records a field is kept where nobody chose: what is said before what is not, the first before the
other, and never what publishes more or counts less.
"""

from collections.abc import Mapping
from types import MappingProxyType

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.records import Incident, Record
from snhr_desktop.domain.steps import CORROBORATED, DOCUMENTED, REPORTED, UNDER_REVIEW
from snhr_desktop.domain.values import NO_SITE, NO_TIME

ONE, OTHER, BOTH = "one", "other", "both"

_STRICTEST_FIRST: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "naming": ("none", "", "shared", "published"),
        "place_shown": ("governorate", "district", "subdistrict", "community", "exact", ""),
        "consent": ("internal", "", "courts", "anonymous", "named"),
    }
)
"""What may be published, by the name of the field: of two answers the stricter one is kept. Blank as each is read."""
_FURTHER = (REPORTED, UNDER_REVIEW, CORROBORATED, DOCUMENTED)
_OF_THE_STATUS = frozenset({"status", "classification"})


def side_kept(declared: Field, one: Record, other: Record) -> str:
    """Of which side a field is kept where nothing was chosen.

    Consents are kept of the stricter side, status of the one that is further, and with a documented status its
    classification.
    """
    ours, theirs = getattr(one, declared.name), getattr(other, declared.name)
    if order := _STRICTEST_FIRST.get(declared.name):
        return OTHER if _rank(order, theirs) < _rank(order, ours) else ONE
    if declared.name in _OF_THE_STATUS and isinstance(one, Incident) and isinstance(other, Incident):
        further = _rank(_FURTHER, other.status) > _rank(_FURTHER, one.status)
        if declared.name == "status" or (further and other.status == DOCUMENTED):
            return OTHER if further else ONE
    return OTHER if _says_nothing(ours) else ONE


def _rank(order: tuple[str, ...], code: str) -> int:
    """The place in an order; what is not in it, as a rejected status, comes before all."""
    return order.index(code) if code in order else -1


def _says_nothing(value: object) -> bool:
    return value is False or value in ("", None, (), NO_TIME, NO_SITE)
