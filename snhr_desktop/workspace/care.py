"""What a store says about itself, and its care."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.i18n import Language
from snhr_desktop.store.place_packs import Boundaries
from snhr_desktop.store.store import StoreInfo
from snhr_desktop.workspace.door import Door


class CareDoor(Door):
    """Who it belongs to, which places it knows, whether it is sound."""

    @property
    def info(self) -> StoreInfo:
        """Name, office, training or not, read-only or not, when it was made."""
        return self._store.info

    @property
    def folder(self) -> Path:
        """Where the store lies."""
        return self._store.folder

    @property
    def gazetteer(self) -> Gazetteer:
        """The places the store knows."""
        return self._store.gazetteer

    @property
    def boundaries(self) -> Boundaries:
        """The outlines that packs of places brought, with their credit; none where there are no packs."""
        return self._store.boundaries

    def place_name(self, pcode: str, language: Language) -> str:
        """The name of a place in a language; the code itself where the store does not know it."""
        place = self.gazetteer.get(pcode)
        return self.gazetteer.label(place, language.code) if place else pcode

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Let several questions see one state of the store, whatever another window saves meanwhile."""
        with self._store.reading():
            yield

    def stamp(self) -> tuple[int, int]:
        """Differs from an earlier stamp once anything was changed, by this window or by another program."""
        return self._store.stamp()
