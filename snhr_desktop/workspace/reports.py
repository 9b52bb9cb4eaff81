"""Reports: gathered, published, built again, and compared with what is recorded now."""

import datetime as dt

from snhr_desktop.domain import rights
from snhr_desktop.reports import changes, publishing
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.changes import ChangesSince, PublishedIn, Resolved
from snhr_desktop.reports.gathering import redaction_of
from snhr_desktop.reports.progress import Progress, unwatched
from snhr_desktop.reports.publishing import Published, Rebuilt
from snhr_desktop.reports.redaction import Redaction
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.reports.texts import Overrides, each_text
from snhr_desktop.store import history, publications
from snhr_desktop.store.publications import Publication
from snhr_desktop.store.saving import Author
from snhr_desktop.workspace.care import CareDoor
from snhr_desktop.workspace.cases import CaseDoor
from snhr_desktop.workspace.figures import FigureDoor
from snhr_desktop.workspace.periods import PeriodDoor
from snhr_desktop.workspace.records import IncidentDoor


class ReportDoor(IncidentDoor, PeriodDoor, FigureDoor, CareDoor, CaseDoor):
    """What is printed reads records, periods and figures through their own doors."""

    def gather(self, brief: Brief, as_of: dt.datetime | None = None) -> Snapshot:
        """Everything a report prints, in one consistent read. Raises `UnknownCode` for the period or the scope."""
        self._store.look_again()  # another window may have made it a store for training: every page has to say so
        with self._store.reading():
            return publishing.gathered(self._store, self, brief, as_of or dt.datetime.now().astimezone())

    def head(self) -> str:
        """The hash that stands for the whole history now."""
        with self._store.reading() as connection:
            return history.chain_head(connection)

    def redaction(self, brief: Brief) -> Redaction:
        """What takes withheld names out of the texts edited for a report. Raises `NoSuchIncident`."""
        with self._store.reading():
            return redaction_of(self, brief)

    def publish(
        self,
        brief: Brief,
        texts: Overrides | None = None,
        reason: str = "",
        progress: Progress = unwatched,
        archive: bool = False,
        seen: str = "",
    ) -> Published:
        """Give a report its code, freeze what it is made of, print it and keep it for good, all or nothing.

        `texts` are those edited for it, printed without withheld names; `progress` is told each step and may call it
        off; `archive` asks for PDF/A. `seen` is the `head` of when the report was looked at. Raises `UnknownCode`,
        `SavedMeanwhile`, `FiguresDisagree`, `CodesUsedUp`, `Cancelled` and the refusals of a write.
        """
        self._require(rights.PUBLISH)
        author = Author.of(self._actor, reason)
        shown = each_text(texts or {}, self.redaction(brief).typed)
        return publishing.publish(self._store, self, brief, shown, author, progress, archive, seen)

    def publications(self) -> tuple[Publication, ...]:
        """Every published report without its file, the newest first."""
        with self._store.reading() as connection:
            return publications.publications(connection)

    def publication(self, code: str) -> Publication:
        """A published report by its code. Raises `UnknownCode`."""
        with self._store.reading():
            return publishing.found(self._store, code)

    def published_file(self, code: str) -> bytes:
        """The file as it was published. Raises `UnknownCode`, `DamagedStore` where it is that file no longer."""
        with self._store.reading():
            return publishing.file_of(self._store, code)

    def rebuild(self, code: str) -> Rebuilt:
        """A published report built again from its frozen state: the same bytes. Raises `UnknownCode`, `DamagedStore`.

        Where the program or what it prints with is another now, that is named, and the kept file is handed out.
        """
        with self._store.reading():
            return publishing.rebuild(self._store, code)

    def changes_since(self, code: str) -> ChangesSince:
        """What is counted otherwise now than in a published report, with the incidents. Raises `UnknownCode`."""
        with self._store.reading():
            return changes.changes_since(self._store, self, code)

    def addendum(self, code: str, as_of: dt.datetime | None = None) -> bytes:
        """A file of its own that tells the changes since a report was published. Raises `UnknownCode`."""
        from snhr_desktop.reports.addendum import addendum

        return addendum(self.changes_since(code), as_of or dt.datetime.now().astimezone())

    def published_in(self, uid: str) -> tuple[PublishedIn, ...]:
        """The published reports that read an incident, at which revision, and their figures it is in."""
        with self._store.reading():
            return changes.published_in(self._store, uid)

    def resolve(self, typed: str) -> Resolved | None:
        """What a code on a page stands for, however it is typed: an incident, a published report, or nothing here."""
        with self._store.reading():
            return changes.resolve(self._store, typed)
