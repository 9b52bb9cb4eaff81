"""What every door of a workspace stands on: one open store, who works with it, and the answers it remembers."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from snhr_desktop.domain.records import AttachmentLink, RecordSet, User
from snhr_desktop.domain.rights import ADMINISTRATOR, REVIEW, NotYourRole, Right, may
from snhr_desktop.domain.steps import REPORTED
from snhr_desktop.errors import SwitchedOff
from snhr_desktop.exchange.reasons import typed_reason
from snhr_desktop.figures.remembered import RememberedAnswers
from snhr_desktop.store import editing, imports, sets, users
from snhr_desktop.store.history import Link, Revision
from snhr_desktop.store.imports import ImportAct
from snhr_desktop.store.refusals import told
from snhr_desktop.store.saving import Author
from snhr_desktop.store.sets import S
from snhr_desktop.store.store import Store
from snhr_desktop.workspace.eyes import Eyes
from snhr_desktop.workspace.unwritten import Unwritten

_Save = TypeVar("_Save", Revision, Link)


class Door:
    """One group of acts on an open store. `Workspace` is all of them; nobody opens one alone.

    `user` is who works here, with what they may; `window` tells whoever works through it from every other who has the
    store open.
    """

    def __init__(self, store: Store, actor: str = "", user: User | None = None) -> None:
        """Take over an open store; callers use `Workspace.create` and `Workspace.open`.

        Without a user, `actor` works here as an administrator.
        """
        self._store = store
        self._become(user or User(name=actor, role=ADMINISTRATOR))
        store.guard = self._see_who_it_is
        self.window = editing.new_window()
        self._unwritten = Unwritten()
        self._became: dict[str, AttachmentLink] = {}
        with told(store.folder):
            self._answers = RememberedAnswers(lambda: store.connection)

    def read_on(self) -> None:
        """Where damage was met, let what else can be read be read on: asked after every question of a window."""
        if self._store.read_on():
            self._answers.forget_all()

    def may(self, right: Right) -> bool:
        """Whether whoever works here has a right, as far as is known without asking the store."""
        return may(self.user.role, right)

    def _author(self, reason: str) -> Author:
        """Who works here and the reason a person typed, which is never taken for an import's own."""
        return Author.of(self._actor, typed_reason(reason))

    def _become(self, user: User) -> None:
        self.user = user
        self._actor = Author.of(user.name, "").actor

    def _look_at_myself(self) -> None:
        """Read anew what one may, which an administrator at another window may have changed."""
        if self.user.uid:
            with self._store.reading() as connection:
                self._become(users.user(connection, self.user.uid) or self.user)

    def _see_who_it_is(self) -> None:
        """Hold every act to what one may now, to the terms of the office and to its places. Raises `SwitchedOff`."""
        self._store.terms.look()
        self._store.look_at_places()
        self._look_at_myself()
        if self.user.switched_off:
            raise SwitchedOff

    @property
    def typist(self) -> str:
        """Under whom what is typed is kept: a user by identity, else whoever opens the store in the same way."""
        return self.user.uid or self._store.holder.kind

    def _require(self, right: Right) -> None:
        """Raise `NotYourRole` unless whoever works here has a right."""
        self._look_at_myself()
        if not self.may(right):
            raise NotYourRole.of(right)

    def _ensure_step(self, given: RecordSet) -> None:
        """Raise `NotYourRole` where a save takes a step of verification, and whoever works here may take none."""
        self._look_at_myself()
        if self.may(REVIEW):
            return
        before = self._stored(given)
        if given.head.status != (before.head.status if before else REPORTED):
            raise NotYourRole.of(REVIEW)

    def _stored(self, given: S) -> S | None:
        """What the store has of a record set."""
        with self._store.reading() as connection:
            return sets.read(connection, type(given), given.head.uid) if given.head.uid else None

    @property
    def _eyes(self) -> Eyes:
        return Eyes(self.user.no_sources)

    def _if_found(self, found: S | None) -> S | None:
        """As `_shown`, where there is anything to show."""
        return self._shown(found) if found else None

    def _shown(self, found: S) -> S:
        """A record set as whoever works here may read it."""
        return self._eyes.shown(found)

    def _named(self, act: ImportAct) -> ImportAct:
        """An import as whoever works here may see it."""
        return self._eyes.named(act)

    def _without_file_names(self, saves: Sequence[_Save]) -> Iterator[_Save]:
        """Saves as whoever works here may read them."""
        files = imports.file_names(self._store.connection) if self.user.no_sources else {}
        return self._eyes.saves(saves, files)

    def _completed(self, given: S) -> S:
        """A record set as it is to be saved: what whoever works here cannot see is kept as the store has it."""
        return self._eyes.completed(given, self._stored(given) if self.user.no_sources else None)
