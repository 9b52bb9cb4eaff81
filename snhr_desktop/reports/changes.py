"""Changed since publication: a published report beside the records of now, and from a code on a page to the records."""

import datetime as dt
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from snhr_desktop.domain.records import PeriodFile
from snhr_desktop.figures import FIGURES, NOTHING, Contribution, contributions
from snhr_desktop.i18n import ENGLISH, N_, NC_, Language, Message
from snhr_desktop.reports.audience import RULES
from snhr_desktop.reports.beside import KEPT, Added, added_beside
from snhr_desktop.reports.codes import case_code, incident_code, report_code
from snhr_desktop.reports.contents import prints_figures
from snhr_desktop.reports.differences import Difference, differences, whole_differences
from snhr_desktop.reports.frozen import Frozen, thaw, thaw_answers
from snhr_desktop.reports.gathering import gather
from snhr_desktop.reports.lists_since import retold
from snhr_desktop.reports.particular import ParticularChange, Particulars
from snhr_desktop.reports.particulars_since import particulars_since
from snhr_desktop.reports.publishing import found
from snhr_desktop.reports.records import Records
from snhr_desktop.reports.retelling import references, tell
from snhr_desktop.reports.snapshot import Retold, Snapshot
from snhr_desktop.reports.telling import Telling
from snhr_desktop.reports.told_now import PlacedBefore, told_now
from snhr_desktop.reports.versions import Versions
from snhr_desktop.store import cases, publications
from snhr_desktop.store.anchoring import Anchor, anchored
from snhr_desktop.store.publications import Publication
from snhr_desktop.store.store import Store

REVISED, COUNTS_NOW, NO_LONGER = (
    NC_("incident since publication", "revised"),
    NC_("incident since publication", "counts now"),
    NC_("incident since publication", "no longer counts"),
)
UNCHANGED = NC_("incident since publication", "revised, no number changed")
RETOLD = NC_("incident since publication", "revised, told otherwise")
SAID = N_("{figure}: {change}")
SAID_OF = N_("{figure}: {change}, {references}")
NOTHING_CHANGED = N_("Nothing has changed since {code} was published.")
NO_TOTAL = N_("No total has changed since {code} was published; records behind it have.")
TOLD_OTHERWISE = N_("Some of what {code} tells is told otherwise now.")
NOT_SAVED = N_(
    "Where an incident is told otherwise and was not saved itself, other records or the rules of what may be told have "
    "changed."
)


@dataclass(frozen=True)
class FigureChange:
    """One number that is another now, and the references of the incidents it comes from."""

    difference: Difference
    references: tuple[str, ...]

    def tell(self, telling: Telling) -> str:
        """Civilians killed: +2 victims, IDL-2018-00042."""
        figure, change = self.difference.named(telling), self.difference.said(telling.language)
        if not self.references:  # a rule of counting is another now
            return telling.text(SAID, figure=figure, change=change)
        return telling.text(SAID_OF, figure=figure, change=change, references=self.said(telling.language))

    def said(self, language: Language) -> str:
        """The first references, and how many more there are."""
        return references(self.references, language)


@dataclass(frozen=True)
class RecordChange:
    """An incident that was saved since: the revision that was read (0 for one that is new), and its latest."""

    uid: str
    reference: str
    read: int
    now: int
    what: Message


@dataclass(frozen=True)
class ChangesSince:
    """Everything that differs from a published report; `snapshot` is the report as it would be gathered now.

    `anchor` is where the history stands now.
    """

    publication: Publication
    published: Snapshot
    snapshot: Snapshot
    anchor: Anchor
    figures: tuple[FigureChange, ...] = ()
    records: tuple[RecordChange, ...] = ()
    retold: tuple[Retold, ...] = ()
    told: Particulars = field(default_factory=dict)

    @property
    def silent(self) -> Message:
        """What is said where no figure is another, true whatever else is."""
        if self.retold or self.particulars(ENGLISH):
            return TOLD_OTHERWISE
        return NO_TOTAL if self.records else NOTHING_CHANGED

    def __bool__(self) -> bool:
        return bool(self.figures)

    def tell(self, language: Language) -> tuple[str, ...]:
        """A line for each number, each list and each particular of a dossier, or one that says that nothing changed."""
        telling = Telling(self.snapshot, language)
        lines = tuple(change.tell(telling) for change in self.figures)
        lines = lines or (language.text(self.silent, code=self.publication.code),)
        particulars = (change.tell(language) for change in self.particulars(language))
        return (*lines, *self.told_otherwise(language), *particulars, *self.unsaved(language))

    def told_otherwise(self, language: Language) -> tuple[str, ...]:
        """A line for each list and passage in which something else stands now."""
        return tuple(tell(one, language) for one in self.retold)

    def unsaved(self, language: Language) -> tuple[str, ...]:
        """Why an incident is told otherwise that was not saved since, where there is one."""
        saved = {record.reference for record in self.records}
        of = {reference for one in self.retold for reference in one.references}
        if self.published.filed and self.particulars(ENGLISH):
            of.add(self.published.filed.dossier.incident.reference)
        return (language.text(NOT_SAVED),) if of - saved else ()

    def particulars(self, language: Language) -> tuple[ParticularChange, ...]:
        """What the dossier of an incident told otherwise, beside its toll; nothing for any other report."""
        return self.told.get(language.code, ())


@dataclass(frozen=True)
class PublishedIn:
    """A published report that read an incident, at which revision; `figures` gives what it added to each."""

    publication: Publication
    revision: int
    figures: Mapping[str, int]


@dataclass(frozen=True)
class Resolved:
    """What a code stands for; `uid` is that of the incident, the case or the publication."""

    code: str
    uid: str
    is_report: bool
    is_case: bool = False


def changes_since(store: Store, records: Records, code: str) -> ChangesSince:
    """Figures of now beside those published, in one read. Raises `UnknownCode`.

    Where no incident was saved since, and places and rules of counting are the same, nothing is counted again.
    """
    publication, connection = found(store, code), store.connection
    state, anchor = thaw(publications.frozen_of(connection, code)), anchored(store)
    # where a rule of counting is another, any incident may count otherwise
    saved = publications.saved_since(connection, publication) if publication.rules == Versions.here().rules else None
    if saved == ():
        return ChangesSince(publication, state.snapshot, state.snapshot, anchor)
    now = _as_now(records, state)
    incidents, lists = _Incidents.of(store, records, code, now, saved), retold(state.snapshot, now)
    if prints_figures(publication.kind):
        before = incidents.placed.answers(thaw_answers(publications.figures_of(connection, code)))
        figures = [FigureChange(one, incidents.behind(one)) for one in differences(before, now.answers)]
        figures += [FigureChange(one, incidents.along(name, one)) for name, one in _beside(state.snapshot, now)]
    else:
        figures = list(_of_one(state.snapshot, now))
    otherwise = {reference for one in lists for reference in one.references}
    records_changed = tuple(incidents.changed(otherwise))
    told = _particulars(records, state.snapshot, now)
    return ChangesSince(publication, state.snapshot, now, anchor, tuple(figures), records_changed, lists, told)


def published_in(store: Store, uid: str) -> tuple[PublishedIn, ...]:
    """The published reports that read an incident, the newest first."""
    found = publications.reading(store.connection, uid)
    return tuple(
        PublishedIn(publication, read.revision, _added(Contribution.load(read.figures))) for publication, read in found
    )


def resolve(store: Store, typed: str) -> Resolved | None:
    """What a code on a page stands for in this store."""
    if (reference := case_code(typed)) and (file := cases.find(store.connection, reference)):
        return Resolved(reference, file.case.uid, is_report=False, is_case=True)
    if reference := incident_code(typed):
        uid = publications.incident_of(store.connection, reference)
        return Resolved(reference, uid, is_report=False) if uid else None
    publication = publications.find(store.connection, report_code(typed))
    return Resolved(publication.code, publication.uid, is_report=True) if publication else None


class _AsBounded:
    """The records of now under the periods as they were when a report was published."""

    def __init__(self, records: Records, files: Mapping[str, PeriodFile]) -> None:
        self._records, self._files = records, files

    def __getattr__(self, name: str) -> Any:
        return getattr(self._records, name)

    def period(self, code: str) -> PeriodFile:
        """A period of the report, whatever became of it since."""
        return self._files.get(code) or self._records.period(code)


@dataclass(frozen=True)
class _Incidents:
    """Incidents that may have changed: what each added when it was read, and adds now."""

    heads: Mapping[str, tuple[str, int]]
    read: Mapping[str, int]
    before: Mapping[str, Contribution]
    after: Mapping[str, Contribution]
    placed: PlacedBefore
    along_before: Mapping[str, Added]
    along_after: Mapping[str, Added]

    @classmethod
    def of(cls, store: Store, records: Records, code: str, now: Snapshot, uids: Iterable[str] | None) -> "_Incidents":
        """Those of `uids`, or all that were read or are counted, under the places that the report may tell."""
        exact = RULES[now.brief.audience].exact_place
        chosen = None if uids is None else tuple(uids)
        reads = publications.reads_of(store.connection, code, chosen)
        figures = FIGURES.values() if prints_figures(now.brief.kind) else ()
        after = contributions(store.connection, figures, now.period, now.scope, chosen)
        before = {uid: _placed(Contribution.load(read.figures), exact) for uid, read in reads.items()}
        placed = PlacedBefore.of(before, records, now.brief.audience)
        along = added_beside(store, now, chosen)
        return cls(
            heads=publications.heads(store.connection, dict.fromkeys([*reads, *after, *along])),
            read={uid: read.revision for uid, read in reads.items()},
            before={uid: placed.contribution(uid, one) for uid, one in before.items()},
            after={uid: _placed(one, exact) for uid, one in after.items()},
            placed=placed,
            along_before={uid: read.figures[KEPT] for uid, read in reads.items() if KEPT in read.figures},
            along_after=along,
        )

    def behind(self, difference: Difference) -> tuple[str, ...]:
        """References of those that add another number than they did."""
        asked = (difference.figure, difference.breakdown, difference.term)
        own = self._differing(*asked) or self._differing(difference.figure)
        return tuple(sorted(self.heads[uid][0] for uid in own))

    def along(self, name: str, difference: Difference) -> tuple[str, ...]:
        """References of those that add another number to a total of the days beside the month."""
        asked = (name, difference.figure)
        return tuple(sorted(self.heads[uid][0] for uid in self.heads if self._differs_along(uid, *asked)))

    def changed(self, otherwise: Container[str] = ()) -> Iterator[RecordChange]:
        """Those that are not as they were read, by reference; `otherwise` are those that are told otherwise."""
        for uid, (reference, now) in sorted(self.heads.items(), key=lambda head: head[1]):
            before, after = (of.get(uid, NOTHING) for of in (self.before, self.after))
            read = self.read.get(uid, 0)
            counts = bool(before.cells or after.cells)
            if read != now or (counts and before != after):
                what = COUNTS_NOW if not read and uid in self.along_after else _what(before, after)
                told = RETOLD if what is UNCHANGED and reference in otherwise else what
                yield RecordChange(uid, reference, read, now, told)

    def _differs_along(self, uid: str, name: str, figure: str) -> bool:
        after = self.along_after.get(uid, {}).get(name, {}).get(figure)
        if uid in self.along_before:
            return self.along_before[uid].get(name, {}).get(figure) != after
        # it was not read, or by a report that kept nothing of these days
        return bool(after) and self.read.get(uid, 0) != self.heads[uid][1]

    def _differing(self, figure: str, breakdown: str = "", term: str = "") -> list[str]:
        asked = (figure, breakdown, term)
        return [
            uid
            for uid in self.heads
            if self.before.get(uid, NOTHING).to(*asked) != self.after.get(uid, NOTHING).to(*asked)
        ]


def _placed(contribution: Contribution, exact: bool) -> Contribution:
    return contribution if exact else contribution.as_published()


def _as_now(records: Records, state: Frozen) -> Snapshot:
    published = state.snapshot
    now = gather(_AsBounded(records, state.files), published.brief, dt.datetime.now().astimezone())
    return replace(now, places={**published.places, **now.places})


def _beside(published: Snapshot, now: Snapshot) -> Iterator[tuple[str, Difference]]:
    """Totals of the days that a monthly report tells beside its month, `previous` and `year`."""
    for name in ("previous", "year"):
        before, after = getattr(published, name), getattr(now, name)
        if before and after:
            for one in whole_differences(before.answers, after.answers, (before.first, before.last)):
                yield name, one


def _of_one(published: Snapshot, now: Snapshot) -> Iterator[FigureChange]:
    """The toll of the incident of a dossier."""
    if published.filed and now.filed:
        reference = now.filed.dossier.incident.reference
        for one in differences(published.filed.toll, now.filed.toll):
            yield FigureChange(one, (reference,))


def _particulars(records: Records, published: Snapshot, now: Snapshot) -> Particulars:
    if published.filed is None:
        return {}
    return particulars_since(published, now, told_now(published.filed, records, now.brief.audience))


def _what(before: Contribution, after: Contribution) -> Message:
    if not before.cells and not after.cells:
        return REVISED
    if before == after:
        return UNCHANGED
    if not before.cells:
        return COUNTS_NOW
    return REVISED if after.cells else NO_LONGER


def _added(contribution: Contribution) -> dict[str, int]:
    """What was added to each figure that counts; to a share nothing is added that could be told as a number."""
    # a figure may have been given up since the report was published
    counting = [code for code in contribution.cells if code in FIGURES and FIGURES[code].unit.counting]
    return {code: contribution.to(code)[0] for code in counting if contribution.to(code)}
