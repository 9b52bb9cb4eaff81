"""Acts done again at every change of language or theme, each only as long as the object it belongs to lives."""

import inspect
import weakref
from collections.abc import Callable, Hashable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject

Act = Callable[[Any], None]


def for_owner(owner: QObject, act: Callable[[], None]) -> Act:
    """An act that takes its owner; a bound method of the owner is held without holding the owner."""
    if inspect.ismethod(act) and act.__self__ is owner:
        function: Act = act.__func__
        return function
    return lambda _: act()


class Bonds:
    """Acts tied to objects.

    The acts are kept on the object itself and the object is known here by a weak reference, so that a closed page
    goes away with everything it tied, whether Python or Qt took it.
    """

    def __init__(self, name: str) -> None:
        self._attribute = f"_bonds_{name}"
        self._owners: dict[int, weakref.ref[QObject]] = {}

    def tie(self, owner: QObject, key: Hashable, act: Act) -> None:
        """Do the act now and at each `renew`. An earlier act under the same key is replaced."""
        acts: dict[Hashable, Act] | None = getattr(owner, self._attribute, None)
        if acts is None:
            acts = {}
            setattr(owner, self._attribute, acts)
            number = id(owner)
            self._owners[number] = weakref.ref(owner, lambda _: self._owners.pop(number, None))
        acts[key] = act
        act(owner)

    def renew(self) -> None:
        """Do every act again, in the order the owners came."""
        for number in list(self._owners):  # keys alone: making pairs could wake the collector, which takes owners away
            reference = self._owners.get(number)
            owner = reference() if reference else None
            if owner is None:
                continue
            if not shiboken6.isValid(owner):
                self._owners.pop(number, None)
                continue
            for act in tuple(getattr(owner, self._attribute).values()):
                act(owner)

    def __len__(self) -> int:
        """How many objects are tied."""
        return len(self._owners)
