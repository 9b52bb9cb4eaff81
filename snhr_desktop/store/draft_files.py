"""Files taken in for an entry that was never saved: they hang on its draft until the save that makes the record.

The row is written with the file itself, and goes with the save: whenever the power goes, a file is kept with the draft
or with the record, and never with neither.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from snhr_desktop.domain.records import AttachmentFile, AttachmentLink
from snhr_desktop.store.attachments import intake, keeping
from snhr_desktop.store.saving import Author
from snhr_desktop.store.store import Store

if TYPE_CHECKING:
    from sqlite3 import Connection


def noting(store: Store, draft: str, became: Callable[[], AttachmentLink | None], author: Author) -> intake.Noted:
    """What lets a file hang on a draft, or be kept with the record it `became` while the file was read."""

    def noted(connection: "Connection", file: AttachmentFile) -> AttachmentFile:
        if record := became():
            return intake.add_links(connection, store, file, keeping.with_incidents(connection, [record]), author)
        connection.execute(
            "INSERT OR IGNORE INTO draft_file (draft, attachment) VALUES (?, ?)", (draft, file.attachment.uid)
        )
        return file

    return noted


def of_draft(connection: "Connection", draft: str) -> tuple[AttachmentFile, ...]:
    """The files that hang on a draft, in the order they were taken in, each before the copies made of it."""
    rows = connection.execute("SELECT attachment FROM draft_file WHERE draft = ? ORDER BY id", (draft,)).fetchall()
    found = (one for (uid,) in rows for one in _with_copies(connection, keeping.read(connection, uid)))
    return tuple({one.attachment.uid: one for one in found}.values())


_LOST = "draft NOT IN (SELECT key FROM draft) AND draft <> ?"


def stranded(connection: "Connection", draft: str) -> int:
    """How many files hang on drafts that are no more, thrown away or never written before the power went.

    `draft` is set aside: that of an entry in which nothing was typed yet.
    """
    row = connection.execute(f"SELECT count(DISTINCT attachment) FROM draft_file WHERE {_LOST}", (draft,)).fetchone()
    return int(row[0])


def adopt(connection: "Connection", draft: str) -> None:
    """Let them hang on another draft."""
    connection.execute(f"UPDATE OR IGNORE draft_file SET draft = ? WHERE {_LOST}", (draft, draft))
    connection.execute(f"DELETE FROM draft_file WHERE {_LOST}", (draft,))


def keep_with(store: Store, draft: str, link: AttachmentLink, author: Author) -> None:
    """Keep the files of a draft with the record it has become; in the transaction of its save."""
    with store.writing() as connection:
        for file in of_draft(connection, draft):
            intake.add_links(connection, store, file, [link], author)
        connection.execute("DELETE FROM draft_file WHERE draft = ?", (draft,))


def _with_copies(connection: "Connection", file: AttachmentFile) -> Iterator[AttachmentFile]:
    yield file
    for copy in keeping.copies_of(connection, file.attachment.uid):
        yield from _with_copies(connection, copy)
