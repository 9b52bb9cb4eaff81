"""Packs of places and boundaries: looked at before, taken in as one act, and told with their licence and credit."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from snhr_desktop.domain import rights
from snhr_desktop.domain.places import joined
from snhr_desktop.exchange.packs.outlook import PackOutlook, look
from snhr_desktop.exchange.packs.reading import read_pack
from snhr_desktop.store import derived, place_packs, places
from snhr_desktop.store.place_packs import Held, Pack
from snhr_desktop.workspace.door import Door


class PlacesDoor(Door):
    """No record is changed by a pack: what is derived from where places lie is made anew with it."""

    def pack_outlook(self, files: Sequence[Path], said: Mapping[str, str]) -> PackOutlook:
        """What a pack would change. Raises `UnreadableFile`, `BadPack`, `PackUnnamed`, `NotYourRole`."""
        self._require(rights.PLACES)
        return self._outlook(read_pack(files, said, self._store.gazetteer))

    def import_pack(self, files: Sequence[Path], said: Mapping[str, str]) -> PackOutlook:
        """Take in a pack, all of it or nothing. Raises as `pack_outlook`, and the refusals of a write.

        The same version of the same files a second time changes nothing.
        """
        self._require(rights.PLACES)
        pack = read_pack(files, said, self._store.gazetteer)
        outlook = self._outlook(pack)
        if any(one.about == pack.about for one in self.packs()[:1]):
            return outlook
        with self._store.writing() as connection:
            place_packs.keep(connection, pack, self._author(""))
            derived.renew_places(connection)
        self._renew()
        return outlook

    def packs(self) -> tuple[Held, ...]:
        """Every version of every pack, the latest first."""
        with self._store.reading() as connection:
            return place_packs.held(connection)

    def _renew(self) -> None:
        """Know what the store knows now; whoever holds its gazetteer has the new places too."""
        with self._store.reading() as connection:
            self._store.gazetteer.become(places.gazetteer(connection))
            self._store.boundaries = place_packs.boundaries(connection)
            self._store.grounds = place_packs.grounds(connection)

    def _outlook(self, pack: Pack) -> PackOutlook:
        with self._store.reading() as connection:
            return look(pack, joined(place_packs.lists_with(connection, pack.listed)), self._store.gazetteer)
