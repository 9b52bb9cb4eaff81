"""Which records a file is kept with: put with one more, taken from one. Each asks what a change of the record asks."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from snhr_desktop.domain.records import AttachmentFile, AttachmentLink, CaseFile, CustodyStep, Dossier
from snhr_desktop.domain.steps import DOCUMENTED
from snhr_desktop.errors import MergedAway
from snhr_desktop.store import merges, office, sets
from snhr_desktop.store.attachments import custody, keeping
from snhr_desktop.store.attachments.intake import add_links
from snhr_desktop.store.attachments.refusals import KeptNowhere, RecordDocumented
from snhr_desktop.store.saving import Author
from snhr_desktop.store.store import Store

if TYPE_CHECKING:
    from sqlite3 import Connection


def link(store: Store, uid: str, to: AttachmentLink, author: Author) -> AttachmentFile:
    """Keep a file with one more record.

    Raises `NoSuchAttachment`, `NoSuchRecord`, `MergedAway`, `RecordDocumented`, and the refusals of a write.
    """
    with store.writing() as connection:
        links = keeping.with_incidents(connection, [to])
        _ensure_may_change(connection, (one.target for one in links))
        return add_links(connection, store, keeping.read(connection, uid), links, author)


def unlink(store: Store, uid: str, target: str, author: Author) -> AttachmentFile:
    """Keep a file no more with an incident or a case, nor with whoever hangs on it; the file stays.

    Raises `KeptNowhere`, `NoSuchAttachment`, `MergedAway`, `RecordDocumented`, and the refusals of a write.
    """
    with store.writing() as connection:
        before = keeping.read(connection, uid)
        all_of_it = keeping.all_of(connection, target)
        after = replace(before, links=tuple(one for one in before.links if one.target not in all_of_it))
        if after == before:
            return before
        _ensure_may_change(connection, [target])
        if not after.links:
            raise KeptNowhere(name=before.attachment.reference)
        custody.append(connection, CustodyStep(attachment=uid, act=custody.UNLINK, about=target), author)
        return keeping.put(connection, before, after, author, store.info.office)


def _ensure_may_change(connection: "Connection", uids: Iterable[str]) -> None:
    """Raise what a change of these records would: what they are kept with is part of what they say."""
    second_person = office.rules(connection).second_person
    for uid in uids:
        if into := merges.merged_into(connection, uid):
            raise MergedAway(reference=into.reference)
        held = sets.read(connection, Dossier, uid) or sets.read(connection, CaseFile, uid)
        if second_person and held is not None and held.head.status == DOCUMENTED:
            raise RecordDocumented(name=held.head.reference)
