"""What of a place a pack says otherwise, beside its name: what it lies in, its point, its level, its spellings."""

from collections.abc import Iterator, Mapping

from snhr_desktop.domain.places import Place, distance_km, in_full
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, Language

ELSEWHERE = N_("Lies elsewhere: {name} ({code}), from {before} to {after}")
MOVED = N_("Point moved: {name} ({code}), from {before} to {after}, {km} km away")
RAISED = N_("Of another level: {name} ({code}), from {before} to {after}")
SPELLED = N_("Spelled otherwise: {name} ({code}), from {before} to {after}")
REORDERED = N_("Its spellings stand in another order: {name} ({code})")
ALSO = N_("Spelled otherwise too: {name} ({code}), also {after}")
NO_MORE = N_("Spelled so no more: {name} ({code}), {before}")
_SPELLINGS = 5
"""Spellings of a place that are told of those that are no more, and of those that are new."""


def differences(before: Place, after: Place, wider: Mapping[str, Place], language: Language) -> Iterator[str]:
    """Each in a line, with what it was and what it will be; nothing of the name. `wider` are the places they lie in."""
    named = {"name": after.name_ar if language.code == "ar" else after.name_en, "code": after.pcode}
    if before.parent != after.parent:
        lay, lies = (_in(wider.get(place.parent), place.parent, language) for place in (before, after))
        yield language.text(ELSEWHERE, **named, before=lay, after=lies)
    if (before.lat, before.lon) != (after.lat, after.lon):
        apart = language.number(distance_km(before.lat, before.lon, after.lat, after.lon), 1)
        yield language.text(MOVED, **named, before=_point(before), after=_point(after), km=apart)
    if before.level is not after.level:
        was, will = (label("place_precision", place.level.value, language) for place in (before, after))
        yield language.text(RAISED, **named, before=was, after=will)
    if before.aliases != after.aliases:
        lost, gained = (_only(*two, language) for two in ((before, after), (after, before)))
        said = SPELLED if lost and gained else ALSO if gained else NO_MORE
        if lost or gained:
            yield language.text(said, **named, before=lost, after=gained)
        else:
            yield language.text(REORDERED, **named)


def _in(place: Place | None, code: str, language: Language) -> str:
    return in_full(place, language.code) if place else code or _NOTHING


def _point(place: Place) -> str:
    return f"{place.lat:.6g}, {place.lon:.6g}"


def _only(place: Place, other: Place, language: Language) -> str:
    """The first spellings that one has alone."""
    told = [language.isolate(one) for one in place.aliases if one not in other.aliases]
    return language.join(told[:_SPELLINGS])


_NOTHING = "–"
