"""What every door of a workspace stands on: one open store, who works with it, and the answers it remembers."""

from snhr_desktop.exchange import importing
from snhr_desktop.figures.remembered import RememberedAnswers
from snhr_desktop.store import editing
from snhr_desktop.store.refusals import told
from snhr_desktop.store.saving import Author
from snhr_desktop.store.store import Store


class Door:
    """One group of acts on an open store. `Workspace` is all of them; nobody opens one alone.

    `window` tells whoever works through it from every other who has the store open.
    """

    def __init__(self, store: Store, actor: str = "") -> None:
        """Take over an open store; callers use `Workspace.create` and `Workspace.open`."""
        self._store = store
        self._actor = Author.of(actor, "").actor
        self.window = editing.new_window()
        with told(store.folder):
            self._answers = RememberedAnswers(store.connection)

    def _author(self, reason: str) -> Author:
        """Who works here and the reason a person typed, which is never taken for an import's own."""
        return Author.of(self._actor, importing.typed_reason(reason))
