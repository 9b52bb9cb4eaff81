"""What a pack would change among the places of a store."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from snhr_desktop.domain.places import Gazetteer, Joined, Level, Place
from snhr_desktop.exchange.packs.differences import differences
from snhr_desktop.i18n import N_, NP_, Language
from snhr_desktop.store.place_packs import Pack

TOLD = N_(
    "New places: {new}. Changed: {changed}. As before: {same}. No more in the list: {gone}. Outlines: {outlines}."
)
NEW, RENAMED = N_("New: {name} ({code})"), N_("Renamed: {before}, now {name} ({code})")
UNDRAWN = NP_("{n} outline is not drawn any more.", "{n} outlines are not drawn any more.")
ONE_LANGUAGE = NP_(
    "{n} place of the list is named in one language alone, and goes by that name in the other too.",
    "{n} places of the list are named in one language alone, and go by that name in the other too.",
)
UNHEARD = NP_(
    "{n} spelling is of a code that no list has, and finds nothing.",
    "{n} spellings are of codes that no list has, and find nothing.",
)
NO_OUTLINE = N_("Outline not drawn any more: {name} ({code})")
GONE = N_("No more in the list: {name} ({code})")
REPLACED = N_("No more in the list: {name} ({code}); after it came {after} ({after_code})")
MORE = NP_("… and {n} more place", "… and {n} more places")


@dataclass(frozen=True)
class PackOutlook:
    """Codes of places that are new, changed or no more, how many stay as they are, and outlines by level.

    `renamed` are those of the changed ones whose name is another. `before` and `after` are the places of all these
    codes, `wider` what those that changed lie in; `successors` say what came after those that are no more. `undrawn`
    are codes whose outline is drawn now, and would not be. `one_language` counts places of the pack with one name for
    both, `unheard` its spellings of codes that are in no list.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    renamed: tuple[str, ...]
    gone: tuple[str, ...]
    same: int
    outlines: Mapping[Level, int]
    before: Mapping[str, Place]
    after: Mapping[str, Place]
    successors: Mapping[str, str]
    wider: Mapping[str, Place]
    undrawn: tuple[str, ...] = ()
    one_language: int = 0
    unheard: int = 0

    def tell(self, language: Language) -> str:
        """In one line; what is lost or left open after the numbers, where there is any."""
        numbers = {
            "new": len(self.new), "changed": len(self.changed), "same": self.same, "gone": len(self.gone),
            "outlines": sum(self.outlines.values()),
        }  # fmt: skip
        told = language.text(TOLD, **{name: language.number(number) for name, number in numbers.items()})
        besides = ((UNDRAWN, len(self.undrawn)), (ONE_LANGUAGE, self.one_language), (UNHEARD, self.unheard))
        return " ".join((told, *(language.plural(said, number) for said, number in besides if number)))

    def lines(self, language: Language, most: int) -> Iterator[str]:
        """Place by place, the gravest first: gone, undrawn, renamed, otherwise, new; of each at most so many.

        Of those that are otherwise each difference is told, with what it was and what it will be.
        """
        other = tuple(code for code in self.changed if code not in set(self.renamed))
        for codes, said in (
            (self.gone, self._gone), (self.undrawn, self._undrawn), (self.renamed, self._renamed),
            (other, self._otherwise), (self.new, self._new),
        ):  # fmt: skip
            for code in codes[:most]:
                yield from said(code, language)
            if len(codes) > most:
                yield language.plural(MORE, len(codes) - most)

    def _gone(self, code: str, language: Language) -> Iterator[str]:
        named = {"name": _name(self.before[code], language), "code": code}
        after = self.after.get(self.successors.get(code, ""))
        if after is None:
            yield language.text(GONE, **named)
        else:
            yield language.text(REPLACED, **named, after=_name(after, language), after_code=after.pcode)

    def _undrawn(self, code: str, language: Language) -> Iterator[str]:
        place = self.after.get(code) or self.before.get(code)
        yield language.text(NO_OUTLINE, name=_name(place, language) if place else code, code=code)

    def _renamed(self, code: str, language: Language) -> Iterator[str]:
        before, after = (_name(places[code], language) for places in (self.before, self.after))
        if before == after:  # in the other language alone
            before, after = (_both(places[code], language) for places in (self.before, self.after))
        yield language.text(RENAMED, before=before, name=after, code=code)
        yield from self._otherwise(code, language)

    def _otherwise(self, code: str, language: Language) -> Iterator[str]:
        return differences(self.before[code], self.after[code], self.wider, language)

    def _new(self, code: str, language: Language) -> Iterator[str]:
        yield language.text(NEW, name=_name(self.after[code], language), code=code)


def look(pack: Pack, after: Joined, before: Gazetteer, undrawn: Collection[str] = ()) -> PackOutlook:
    """Compare what a pack leads to with what is there; `undrawn` are codes that lose their outline.

    Former places that come back are new, also those that the pack lists not: with a version that is taken out they do.
    """
    listed = {place.pcode for place in pack.listed.places}
    back = {code for code in after.places if before.is_former(code) and code not in after.former}
    new = _codes(listed | back, lambda code: before.get(code) is None or before.is_former(code))
    changed = _codes(listed - set(new), lambda code: before.get(code) != after.places[code])
    gone = _codes(after.former, lambda code: not before.is_former(code))
    renamed = tuple(code for code in changed if _names(before.get(code)) != _names(after.places[code]))
    told = {*new, *changed, *gone, *(after.former[code] for code in gone), *undrawn}
    return PackOutlook(
        new, changed, renamed, gone, len(listed - set(new) - set(changed) - set(gone)),
        {level: len(by_code) for level, by_code in pack.outlines.items()},
        {code: place for code in told if (place := before.get(code))},
        {code: place for code in told if (place := after.places.get(code))},
        {code: after.former[code] for code in gone},
        _wider(changed, after, before),
        tuple(sorted(undrawn)),
        sum(after.places[code].name_en == after.places[code].name_ar for code in listed),
        sum(len(names) for code, names in pack.listed.spellings.items() if code not in after.places),
    )  # fmt: skip


def _wider(codes: Iterable[str], after: Joined, before: Gazetteer) -> Mapping[str, Place]:
    """What places lay in, and what they will lie in."""
    parents = {place.parent for code in codes for place in (before.get(code), after.places[code]) if place}
    return {code: place for code in parents if (place := after.places.get(code) or before.get(code))}


def _codes(codes: Iterable[str], wanted: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(sorted(filter(wanted, codes)))


def _names(place: Place | None) -> tuple[str, str] | None:
    return (place.name_en, place.name_ar) if place else None


def _name(place: Place, language: Language) -> str:
    return place.name_ar if language.code == "ar" else place.name_en


def _both(place: Place, language: Language) -> str:
    return f"{language.isolate(place.name_en)} / {language.isolate(place.name_ar)}"
