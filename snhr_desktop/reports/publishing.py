"""Publishing: a report given its code, frozen, printed from the frozen state and kept; and built again from it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from snhr_desktop.errors import DamagedStore, Refusal, UnknownCode
from snhr_desktop.figures import FIGURES, NOTHING, contributions
from snhr_desktop.i18n import LANGUAGES, N_, Message, bare
from snhr_desktop.reports.agreement import ensure, ensure_whole
from snhr_desktop.reports.beside import KEPT, added_beside
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.contents import prints_figures
from snhr_desktop.reports.earlier import earlier, earlier_dossiers, places_of
from snhr_desktop.reports.frozen import Frozen, freeze, freeze_answers, thaw, versions_of
from snhr_desktop.reports.gathering import gather
from snhr_desktop.reports.noting import NotedRecords
from snhr_desktop.reports.progress import CHECKING, Progress, Step, unwatched
from snhr_desktop.reports.records import Records
from snhr_desktop.reports.render import typeset
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.reports.text import Missing
from snhr_desktop.reports.texts import Overrides
from snhr_desktop.reports.versions import Versions
from snhr_desktop.store import history, publications
from snhr_desktop.store.anchoring import anchored
from snhr_desktop.store.identity import new_uid, now
from snhr_desktop.store.publications import Content, Publication, Read
from snhr_desktop.store.saving import Author
from snhr_desktop.store.store import Store

A_REPORT = N_("a published report")
"""What an unknown code was taken for."""
_NAMED = 10
"""The newest reports are named beside a code that is not known."""


class CodesUsedUp(Refusal):
    """Every number of a letter and month was given."""

    said = N_("All 99 report codes {letter}{month}01 to {letter}{month}99 are in use.")
    advice = N_("Nothing was published. The next month has codes of its own.")


class SavedMeanwhile(Refusal):
    """What would be published is not what was looked at."""

    said = N_("Records were saved after these pages were made.")
    advice = N_("Nothing was published. The pages are made anew: look at them, and publish then.")


@dataclass(frozen=True)
class Published:
    """A report as it was published, with its file and the characters that no font could print."""

    publication: Publication
    file: bytes
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True)
class Rebuilt:
    """A published report made again. Where `differing` names what it was made with and is here no more, the file is
    the one that was kept, whose hash was checked; else it was built anew from the frozen state, and is the same.
    """

    file: bytes
    differing: tuple[Message, ...] = ()


def gathered(
    store: Store, records: Records, brief: Brief, as_of: dt.datetime, noted: NotedRecords | None = None
) -> Snapshot:
    """The snapshot of a brief, with the reports published before of the same; at one moment of the caller's.

    `noted` are the same records where it is noted what of them the report itself reads.
    """
    snapshot = gather(noted or records, brief, as_of)
    before = (earlier_dossiers if snapshot.filed else earlier)(store, records, snapshot)
    return replace(snapshot, earlier=before, places=places_of(records, snapshot, before), anchor=anchored(store, as_of))


def publish(
    store: Store,
    records: Records,
    brief: Brief,
    texts: Overrides,
    author: Author,
    progress: Progress = unwatched,
    archive: bool = False,
    seen: str = "",
) -> Published:
    """Gather, check, print and keep a report in one transaction.

    `seen` is the head of the history when the report was looked at, where it was. Raises `UnknownCode`,
    `SavedMeanwhile`, `FiguresDisagree`, `CodesUsedUp`, `Cancelled` and the refusals of a write; then nothing was kept.
    """
    with store.writing() as connection:
        head = history.chain_head(connection)
        if seen not in ("", head):
            raise SavedMeanwhile
        store.look_again()  # another window may have made it a store for training
        noted = NotedRecords(records)
        draft = gathered(store, records, brief, dt.datetime.now().astimezone(), noted)
        letter, yymm = brief.what.letter, f"{draft.as_of:%y%m}"
        serial = publications.next_serial(connection, letter, yymm)
        if serial > publications.MOST:
            raise CodesUsedUp(letter=letter, month=yymm)
        snapshot = replace(draft, serial=serial)
        frozen = freeze(replace(Frozen.of(snapshot, texts, archive), files=noted.files))
        state = thaw(frozen)  # what is printed is what was kept of it, and nothing beside
        file, missing = _printed(state, progress)
        said = _described(state, (letter, yymm, serial), author)
        publication = replace(
            said, chain_head=head, frozen_sha256=publications.sha256(frozen.encode()),
            file_sha256=publications.sha256(file),
        )  # fmt: skip
        reads = tuple(_reads(store, noted, snapshot))
        content = Content(frozen, freeze_answers(snapshot.answers), file, reads)
        publications.write(connection, publication, content, author)
        return Published(publication, file, missing)


def found(store: Store, code: str) -> Publication:
    """A published report by its code. Raises `UnknownCode`."""
    publication = publications.find(store.connection, code)
    if publication is None:
        known = tuple(one.code for one in publications.publications(store.connection)[:_NAMED])
        raise UnknownCode(code=code, kind=A_REPORT, known=known or "–")
    return publication


def file_of(store: Store, code: str) -> bytes:
    """The file that was published. Raises `UnknownCode`, and `DamagedStore` where it is no longer that file."""
    publication = found(store, code)
    file = publications.file_of(store.connection, code)
    if publications.sha256(file) != publication.file_sha256:
        raise DamagedStore
    return file


def rebuild(store: Store, code: str) -> Rebuilt:
    """Build a report again from its frozen state. Raises `UnknownCode`, `DamagedStore`."""
    with store.reading() as connection:
        publication = found(store, code)
        file = file_of(store, code)
        frozen = publications.frozen_of(connection, code)
    if publications.sha256(frozen.encode()) != publication.frozen_sha256:
        raise DamagedStore
    differing = versions_of(frozen).differing(Versions.here())
    if not differing:
        state = thaw(frozen)
        again, _ = typeset(*state.manuscripts(), state.archive)
        if again != file:
            raise DamagedStore
    return Rebuilt(file, differing)


def _printed(state: Frozen, progress: Progress) -> tuple[bytes, tuple[Missing, ...]]:
    progress(Step(CHECKING))
    ensure_whole(state.snapshot)
    printed, beside = state.manuscripts()
    ensure(printed, beside)
    return typeset(printed, beside, state.archive, progress)


def _described(state: Frozen, numbered: tuple[str, str, int], author: Author) -> Publication:
    """What is said of a report beside its hashes; titles are those of the report itself."""
    snapshot = state.snapshot
    brief, period = snapshot.brief, snapshot.period
    titles = {one.edition.language.code: bare(one.edition.title) for half in state.manuscripts() for one in half}
    letter, yymm, serial = numbered
    return Publication(
        uid=new_uid(), code=snapshot.code, kind=brief.kind, letter=letter, yymm=yymm, serial=serial,
        published_at=now(), actor=author.actor, audience=brief.audience, edition=brief.edition,
        period=brief.period, first=str(snapshot.first), last=str(snapshot.last), area=period.area,
        scope=snapshot.scope, title_ar=titles["ar"], title_en=titles["en"], rules=state.versions.rules,
        frozen_sha256="", file_sha256="", chain_head="",
    )  # fmt: skip


def _reads(store: Store, noted: NotedRecords, snapshot: Snapshot) -> Iterator[Read]:
    """Every incident behind a number that is printed, and every one that was opened, with what it adds."""
    connection, figures = store.connection, tuple(FIGURES.values())
    if not prints_figures(snapshot.brief.kind):
        figures = ()
    own = contributions(connection, figures, snapshot.period, snapshot.scope)
    uids = dict.fromkeys([*own, *noted.opened, snapshot.brief.incident])
    for period, scope in noted.asked:
        if (period, scope) != (snapshot.period, snapshot.scope):
            uids |= dict.fromkeys(contributions(connection, figures, period, scope))
    along = added_beside(store, snapshot)
    for uid, (_, revision) in publications.heads(connection, uids).items():
        figures_of_one = own.get(uid, NOTHING).dump()
        yield Read(uid, revision, figures_of_one | {KEPT: along.get(uid, {})} if snapshot.year else figures_of_one)


assert LANGUAGES.keys() == {"ar", "en"}  # a publication has a title in each
