"""The records of an export, one after the other, as its audience may read them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from snhr_desktop.domain.fields import Field
from snhr_desktop.domain.places import Gazetteer
from snhr_desktop.domain.records import AttachmentFile, CaseFile, Dossier, Record, RecordSet
from snhr_desktop.domain.values import Site
from snhr_desktop.exchange.export.asked import INTERNAL, Asked, Watch
from snhr_desktop.exchange.export.identities import Identities
from snhr_desktop.reports.audience import RULES
from snhr_desktop.reports.cases_out import attachment_for, case_for, hiding_for
from snhr_desktop.reports.gathering import AreaTellsPlaces
from snhr_desktop.reports.others import Others
from snhr_desktop.reports.publication import for_publication
from snhr_desktop.store.outgoing import Kept, Outgoing
from snhr_desktop.store.sets import S


def _places(given: RecordSet) -> tuple[Site, ...]:
    """Where it happened: the place of an incident, those of the states of a case."""
    if isinstance(given, CaseFile):
        return tuple(state.place for state in given.states)
    assert isinstance(given, Dossier)
    return (given.incident.place,)


@dataclass(frozen=True)
class Material:
    """The records that were chosen in a store, at one moment.

    `others` are those who may be named nowhere; `area` is what the records were chosen by, blank for no such bound.
    """

    asked: Asked
    out: Outgoing
    gazetteer: Gazetteer
    others: Others
    watch: Watch
    area: str = ""
    identities: Identities = field(default_factory=Identities)

    @property
    def records(self) -> int:
        """How many incidents and cases there are in all."""
        return len(self.out.incidents) + len(self.out.cases)

    def still(self) -> None:
        """Tell that all of them are written, while what they are written to is made whole. Raises `ExportStopped`."""
        self.watch.step(self.records, self.records)

    def dossiers(self) -> Iterator[Dossier]:
        """The incidents with all that hangs on them, as they are told. Raises `ExportStopped`."""
        return (told for _, told in self.pairs(Dossier))

    def case_files(self) -> Iterator[CaseFile]:
        """The cases with their states, as they are told. Raises `ExportStopped`."""
        return (told for _, told in self.pairs(CaseFile))

    def of(self, kind: type[RecordSet]) -> Iterator[RecordSet]:
        """The record sets of one kind, as they are told. Raises `ExportStopped`."""
        return self.dossiers() if kind is Dossier else self.case_files()

    def pairs(self, kind: type[S]) -> Iterator[tuple[S, S]]:
        """The record sets of one kind, each as it is kept and as it is told.

        Raises `ExportStopped`, and `AreaTellsPlaces` where to be among them tells more of a place than may be told.
        """
        before = 0 if kind is Dossier else len(self.out.incidents)
        for done, given in enumerate(self.out.read(kind), before):
            self.watch.step(done, self.records)
            told = self._told(given)
            if self.area and told is not given and not RULES[self.asked.audience].exact_place:
                self._refuse_telling(given, told)
            yield given, self._under_its_identity(told)

    def has(self, kind: type[RecordSet]) -> bool:
        """Whether there are any of a kind."""
        return bool(self.out.rows_of(kind))

    def kept(self, kind: type[RecordSet], asked: Mapping[type[Record], Sequence[Field]]) -> Iterator[Kept]:
        """The records of one kind some at a time, as they are kept: see `Outgoing.kept`. Raises `ExportStopped`."""
        before = 0 if kind is Dossier else len(self.out.incidents)
        for done, rows in self.out.kept(kind, asked):
            self.watch.step(before + done, self.records)
            yield rows

    def attachments(self) -> Iterator[AttachmentFile]:
        """What is said of the files kept with them."""
        for file in self.out.attachments():
            shown = file if self.asked.whole else self._attachment(file)
            if shown:
                yield self._under_its_identity(shown)

    def linked_persons(self) -> Iterator[tuple[str, str]]:
        """The pairs of victims who are one person: only where victims have the identities they are told apart by."""
        return self.out.linked_persons() if self.asked.whole else iter(())

    def _attachment(self, file: AttachmentFile) -> AttachmentFile | None:
        audience = self.asked.audience
        hide = hiding_for(self.out.kept_with(file), file, audience, self.gazetteer, self.others)
        return attachment_for(file, audience, hide)

    def _under_its_identity(self, told: S) -> S:
        return told if self.asked.audience == INTERNAL else self.identities.told(told)

    def _refuse_telling(self, given: RecordSet, told: RecordSet) -> None:
        within = self.gazetteer.within
        for kept, shown in zip(_places(given), _places(told), strict=True):
            if within(kept.pcode, self.area) and not within(shown.pcode, self.area):
                raise AreaTellsPlaces(references=told.head.reference)

    def _told(self, given: S) -> S:
        if self.asked.whole:
            return given
        audience = self.asked.audience
        if isinstance(given, CaseFile):
            return cast(S, case_for(given, audience, self.gazetteer, self.others))
        assert isinstance(given, Dossier)
        return cast(S, for_publication(given, audience, self.gazetteer, self.others))
