"""Packs of places and boundaries: looked at before, taken in as one act, and told with their licence and credit."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from snhr_desktop.domain import rights
from snhr_desktop.domain.places import Joined, Level, PlaceList, joined, misplaced
from snhr_desktop.exchange.packs.about import LONGEST_CREDIT
from snhr_desktop.exchange.packs.outlook import PackOutlook, look
from snhr_desktop.exchange.packs.reading import read_pack
from snhr_desktop.exchange.packs.refusals import BUILT_IN, CreditTooLong, ListsDisagree
from snhr_desktop.exchange.packs.watching import UNWATCHED, Counting, PackStopped, Watch
from snhr_desktop.i18n import NP_, Language, Message
from snhr_desktop.store import derived, place_packs
from snhr_desktop.store.outgoing import given_up
from snhr_desktop.store.place_packs import Brought, Held, Pack
from snhr_desktop.store.saving import Changes
from snhr_desktop.workspace.door import Door

NAMING = NP_(
    "{n} record names a place that would be no more. It can still be read, and is not offered any more.",
    "{n} records name places that would be no more. These can still be read, and are not offered any more.",
)
_INSTEAD = "taken in again"
_TOUCHED = frozenset({place_packs.RECORD_TYPE, "incident", "detention"})


@dataclass(frozen=True)
class LookedAt:
    """A pack, and what it would change; `naming` counts the records that name places which would be no more."""

    pack: Pack
    outlook: PackOutlook
    naming: int = 0

    def tell_naming(self, language: Language) -> str:
        """How many that are, in a line."""
        return language.plural(NAMING, self.naming)


@dataclass(frozen=True)
class PackTaken:
    """What a pack changed among the places, and whose pages show them; no record was."""

    outlook: PackOutlook
    changes: Changes


@dataclass(frozen=True)
class PackOut:
    """Whose pages show that a pack was taken out; nothing where it was already."""

    changes: Changes


def _fitting(lists: Iterable[PlaceList]) -> Joined:
    """What lists say together. Raises `ListsDisagree` where one would put a place into what is not wider."""
    given = tuple(lists)
    together = joined(given)
    for place, parent in misplaced(together.places):
        one, other = (_list_of(code, given) for code in (place.pcode, parent.pcode))
        raise ListsDisagree(code=place.pcode, one=one, parent=parent.pcode, other=other)
    return together


def _list_of(code: str, lists: Sequence[PlaceList]) -> str | Message:
    """What the list is called that says where a place lies: the last that has it."""
    names = [one.name for one in lists if not one.taken_out and any(place.pcode == code for place in one.places)]
    return names[-1] if names else BUILT_IN


def _ensure_room(brought: Brought) -> None:
    """Raise `CreditTooLong` where the credits of several packs would not fit below one map."""
    if len(brought.credits) > 1 and len(brought.credit) > LONGEST_CREDIT:
        raise CreditTooLong(count=len(brought.credit), most=LONGEST_CREDIT)


class PlacesDoor(Door):
    """No record is changed by a pack: what is derived from where places lie is made anew with it."""

    def look_at_pack(self, files: Sequence[Path], said: Mapping[str, str], watch: Watch = UNWATCHED) -> LookedAt:
        """What a pack would change. Raises `UnreadableFile`, `BadPack`, `PackUnnamed`, `CreditTooLong`, `PackStopped`,
        `NotYourRole`.
        """
        self._require(rights.PLACES)
        with self._store.reading() as connection:
            below = place_packs.lists(connection)
        pack = read_pack(files, said, self._store.gazetteer, below, watch)
        return self._looked_at(pack)

    def look_at_earlier(self, uid: str) -> LookedAt:
        """A version that was taken in before, and what would change if it stood again.

        Raises `NotYourRole`, `ListsDisagree`, KeyError.
        """
        self._require(rights.PLACES)
        with self._store.reading() as connection:
            pack = place_packs.kept(connection, uid)
        return self._looked_at(pack)

    def take_pack(self, pack: Pack, watch: Watch = UNWATCHED) -> PackTaken:
        """Take in a pack, all of it or nothing. Raises `NotYourRole`, `PackStopped`, `CreditTooLong`, `ListsDisagree`
        and the refusals of a write.

        The version of its name that is in use already changes nothing. What an earlier version of the program took
        in without noting what it holds gives way to what is taken in again.
        """
        self._require(rights.PLACES)
        with self._store.writing() as connection:
            outlook = self._outlook(pack)
            unnoted = place_packs.unnoted(connection, pack.about)
            if not unnoted and place_packs.stands(connection, pack):
                return PackTaken(outlook, Changes())
            place_packs.keep(connection, pack, self._author(""))
            for uid in unnoted:
                place_packs.take_out(connection, uid, self._author(_INSTEAD))
            self._renew(watch)
        return PackTaken(outlook, Changes(_TOUCHED))

    def look_at_taking_out(self, uid: str) -> LookedAt:
        """A version that is to be taken out, and what would change.

        Raises `NotYourRole`, `ListsDisagree`, KeyError.
        """
        self._require(rights.PLACES)
        with self._store.reading() as connection:
            pack = place_packs.kept(connection, uid)
            after = _fitting(place_packs.lists(connection, without=uid))
            compared = self._compared(pack, after, place_packs.outlined(connection, without=uid))
            outlook = replace(compared, one_language=0, unheard=0)  # what is odd about its lists goes with them
            return LookedAt(pack, outlook, place_packs.naming(connection, outlook.gone))

    def take_out_pack(self, uid: str, watch: Watch = UNWATCHED) -> PackOut:
        """Let a version say nothing any more: what stood before it stands again.

        Codes that it alone knew can still be read, and are not offered any more; no record is changed. It is kept,
        and can be taken in again. Raises `NotYourRole`, `PackStopped`, `CreditTooLong`, `ListsDisagree`,
        KeyError and the refusals of a write.
        """
        self._require(rights.PLACES)
        with self._store.writing() as connection:
            if any(one.taken_out for one in self.packs() if one.uid == uid):
                return PackOut(Changes())
            place_packs.take_out(connection, uid, self._author(""))
            self._renew(watch)
        return PackOut(Changes(_TOUCHED))

    def import_pack(self, files: Sequence[Path], said: Mapping[str, str]) -> PackTaken:
        """Read and take in a pack. Raises as `look_at_pack` and `take_pack`."""
        return self.take_pack(self.look_at_pack(files, said).pack)

    def packs(self) -> tuple[Held, ...]:
        """Every version of every pack, the latest first."""
        with self._store.reading() as connection:
            return place_packs.held(connection)

    def _renew(self, watch: Watch) -> None:
        """Make anew what hangs on places; whatever stops it, the places stay those that the store has."""
        connection = self._store.connection
        _fitting(place_packs.lists(connection))
        _ensure_room(place_packs.boundaries(connection))
        counting = Counting(watch, derived.records_gone_through(connection))
        with given_up(connection, watch.wanted, PackStopped):
            derived.renew_places(connection, counting)
        watch.settle()
        self._store.look_at_places()
        self._answers.forget_all()

    def _looked_at(self, pack: Pack) -> LookedAt:
        with self._store.reading() as connection:
            outlook = self._outlook(pack)
            return LookedAt(pack, outlook, place_packs.naming(connection, outlook.gone))

    def _outlook(self, pack: Pack) -> PackOutlook:
        with self._store.reading() as connection:
            after = _fitting((*place_packs.lists(connection), pack.listed))
            return self._compared(pack, after, place_packs.outlined(connection, pack))

    def _compared(self, pack: Pack, after: Joined, drawn: Mapping[Level, Collection[str]]) -> PackOutlook:
        now = self._store.boundaries.outlines
        undrawn = {code for level, codes in now.items() for code in codes if code not in drawn.get(level, ())}
        return look(pack, after, self._store.gazetteer, undrawn)
