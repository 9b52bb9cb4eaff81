"""Packs of places and boundaries: looked at before, taken in as one act, and told with their licence and credit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from snhr_desktop.domain import rights
from snhr_desktop.domain.places import joined
from snhr_desktop.exchange.packs.outlook import PackOutlook, look
from snhr_desktop.exchange.packs.reading import read_pack
from snhr_desktop.store import derived, place_packs
from snhr_desktop.store.place_packs import Held, Pack
from snhr_desktop.store.saving import Changes
from snhr_desktop.workspace.door import Door

_TOUCHED = frozenset({place_packs.RECORD_TYPE, "incident", "detention"})


@dataclass(frozen=True)
class LookedAt:
    """A pack, and what it would change."""

    pack: Pack
    outlook: PackOutlook


@dataclass(frozen=True)
class PackTaken:
    """What a pack changed among the places, and whose pages show them; no record was."""

    outlook: PackOutlook
    changes: Changes


class PlacesDoor(Door):
    """No record is changed by a pack: what is derived from where places lie is made anew with it."""

    def look_at_pack(self, files: Sequence[Path], said: Mapping[str, str]) -> LookedAt:
        """What a pack would change. Raises `UnreadableFile`, `BadPack`, `PackUnnamed`, `CreditTooLong`,
        `NotYourRole`.
        """
        self._require(rights.PLACES)
        pack = read_pack(files, said, self._store.gazetteer)
        return LookedAt(pack, self._outlook(pack))

    def look_at_earlier(self, uid: str) -> LookedAt:
        """A version that was taken in before, and what would change if it stood again. Raises `NotYourRole`."""
        self._require(rights.PLACES)
        with self._store.reading() as connection:
            pack = place_packs.kept(connection, uid)
        return LookedAt(pack, self._outlook(pack))

    def take_pack(self, pack: Pack) -> PackTaken:
        """Take in a pack, all of it or nothing. Raises `NotYourRole` and the refusals of a write.

        The version of its name that is in use already changes nothing.
        """
        self._require(rights.PLACES)
        with self._store.writing() as connection:
            outlook = self._outlook(pack)
            if any(one.in_use and one.about == pack.about for one in self.packs()):
                return PackTaken(outlook, Changes())
            place_packs.keep(connection, pack, self._author(""))
            derived.renew_places(connection)
            self._store.look_at_places()
        return PackTaken(outlook, Changes(_TOUCHED))

    def import_pack(self, files: Sequence[Path], said: Mapping[str, str]) -> PackTaken:
        """Read and take in a pack. Raises as `look_at_pack` and `take_pack`."""
        return self.take_pack(self.look_at_pack(files, said).pack)

    def packs(self) -> tuple[Held, ...]:
        """Every version of every pack, the latest first."""
        with self._store.reading() as connection:
            return place_packs.held(connection)

    def _outlook(self, pack: Pack) -> PackOutlook:
        with self._store.reading() as connection:
            return look(pack, joined(place_packs.lists_with(connection, pack.listed)), self._store.gazetteer)
