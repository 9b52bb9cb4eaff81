"""The chain of custody of a record: each save with the hash that it is chained by."""

import datetime as dt

from snhr_desktop.i18n import N_, NC_, Message
from snhr_desktop.reports.audience import RULES
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.imprint import grouped
from snhr_desktop.reports.parts import DataTable, Part, Prose, TableColumn
from snhr_desktop.reports.section import Section
from snhr_desktop.store import actions
from snhr_desktop.store.anchoring import MARK
from snhr_desktop.store.history import Link

TITLE = N_("Chain of custody")
REVISION, AT, ACTION = NC_("column", "Revision"), NC_("column", "Saved (UTC)"), NC_("column", "Action")
ACTOR, REASON, HASH = NC_("column", "By whom"), NC_("column", "Reason"), NC_("column", "Hash in the chain")
HEAD = N_("Head of the chain: {head}")
WHAT_IT_IS = N_(
    "Every save of this record is kept for good. Each is sealed with a hash (SHA-256) of all that it holds and of the "
    "save before it in the store, so that nothing can be changed or taken out afterwards without every later hash "
    "being another. The first signs of each hash stand here; the head stands for the whole history of the store at "
    "the moment this dossier was made."
)
NOTHING = "–"
SIGNS = MARK


def build(edition: Edition) -> tuple[Part, ...]:
    """A row for each save, the oldest first, and the head of the chain in full."""
    filed = edition.snapshot.filed
    assert filed is not None  # gathering gives one to every dossier
    inside = RULES[edition.snapshot.brief.audience].notes
    shares: dict[Message, float] = {REVISION: 0.95, AT: 1.7, ACTION: 1.1}
    shares |= {ACTOR: 1.2, REASON: 2.2} if inside else {}
    columns = tuple(
        TableColumn(edition.text(title), numeric=title == REVISION, share=share)
        for title, share in {**shares, HASH: 1.3}.items()
    )
    rows = tuple(_row(edition, link, inside) for link in filed.custody.links)
    head = edition.text(HEAD, head=grouped(filed.custody.head))
    return (Prose(edition.text(WHAT_IT_IS)), DataTable("", columns, rows, note=head))


def _row(edition: Edition, link: Link, inside: bool) -> tuple[str, ...]:
    language = edition.language
    day, hour = dt.date.fromisoformat(link.at[:10]), link.at[11:16]
    said = tuple(language.isolate(one or NOTHING) for one in (link.actor, link.reason)) if inside else ()
    return (
        language.number(link.number),
        f"{language.short_date(day)} {language.digits(hour)}".strip(),
        edition.text(actions.words(link.action)),
        *said,
        language.isolate(link.chain_sha256[:SIGNS]),
    )


SECTION = Section("custody", TITLE, build, level=2)
