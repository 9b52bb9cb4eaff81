"""Drafts that the disk did not take before the store was locked: in memory, beside those of the store, till it does."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from snhr_desktop.store import drafts
from snhr_desktop.store.drafts import Draft


class Unwritten:
    """One of a key. Of two drafts with one key the newer has it, and the older goes under a key of its own."""

    def __init__(self) -> None:
        self._held: dict[str, Draft] = {}

    def __iter__(self) -> Iterator[Draft]:
        """Those that wait, the oldest first."""
        return iter(sorted(self._held.values(), key=lambda draft: draft.at))

    def clear(self) -> None:
        """Hold nothing: the store is closed."""
        self._held.clear()

    def take(self, draft: Draft) -> None:
        """Hold a draft until it is written."""
        other = self._held.pop(draft.key, None)
        for one in sorted((each for each in (draft, other) if each), key=lambda each: each.at, reverse=True):
            key = drafts.apart(one.key) if one.key in self._held else one.key
            self._held[key] = replace(one, key=key, written=False)

    def settle(self, written_at: Callable[[str], str]) -> None:
        """Let what another window has written since under the same key stand, and hold the older apart from it.

        `written_at` says when the draft of a key was written, UTC, or nothing.
        """
        for key, draft in tuple(self._held.items()):
            if written_at(key) > draft.at:
                self.let_go(key, lambda _: True)

    def among(self, stored: Iterable[Draft]) -> tuple[Draft, ...]:
        """The drafts of the store with those that wait, the newest first; dialogs' are in no list."""
        listed = {key: draft for key, draft in self._held.items() if not key.startswith(drafts.TYPED)}
        whole = {**{draft.key: draft for draft in stored}, **listed}
        return tuple(sorted(whole.values(), key=lambda draft: draft.at, reverse=True))

    def of(self, key: str) -> Draft | None:
        """The one of a key."""
        return self._held.get(key)

    def let_go(self, key: str, unless: Callable[[Draft], bool]) -> None:
        """The draft of that key was written, discarded or saved; what a person could not see goes apart instead."""
        held = self._held.pop(key, None)
        if held is not None and unless(held):
            self.take(replace(held, key=drafts.apart(key)))
