"""How a file stands: to be used, or withdrawn, and with it whatever copy was made of it.

What shows a part of a file is worth no more than the whole. A copy that may be used all the same is given again by
itself, with a reason; one that was withdrawn for a reason of its own does not come back with its original.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from snhr_desktop.domain.records import Attachment, AttachmentFile, CustodyStep
from snhr_desktop.store.attachments import custody, keeping
from snhr_desktop.store.attachments.refusals import ReasonNeeded
from snhr_desktop.store.saving import Author
from snhr_desktop.store.store import Store

if TYPE_CHECKING:
    from sqlite3 import Connection

_MOST = 500
"""Letters of a reason that are kept with a file."""
_LAST = "(SELECT ifnull(max(id), {never}) FROM custody WHERE attachment = {file}.uid AND act = '{act}')"
_SINCE = _LAST.format(never=1, file="whole", act=custody.WITHDRAW)
_STANDS = f"NOT copy.withdrawn AND {{since}} > {_LAST.format(never=0, file='copy', act=custody.READMIT)}"
_BEHIND = (
    f"WITH RECURSIVE behind (uid, original, since) AS (SELECT copy.uid, whole.uid, {_SINCE} FROM attachment AS copy"
    " JOIN attachment AS whole ON whole.uid = copy.derived_from"
    f" WHERE copy.derived_from <> '' AND whole.withdrawn AND {_STANDS.format(since=_SINCE)}"
    " UNION SELECT copy.uid, original, since FROM behind JOIN attachment AS copy ON copy.derived_from = behind.uid"
    f" WHERE copy.derived_from <> '' AND {_STANDS.format(since='since')}) SELECT uid, original FROM behind"
)


def withdraw(store: Store, uid: str, author: Author, *, back: bool = False) -> tuple[AttachmentFile, ...]:
    """Say that a file is not to be used any more, or take that back; the author has the reason. The file stays.

    The first is the file as it then is, the others are the copies that went, or came back, with it: nothing where it
    stands so already. Raises `ReasonNeeded`, `NoSuchAttachment`, and the refusals of a write.
    """
    if not author.reason.strip():
        raise ReasonNeeded
    with store.writing() as connection:
        before = keeping.read(connection, uid)
        if back and uid in behind(connection):
            return (_give_again(connection, before, author),)
        if before.attachment.withdrawn is not back:
            return (before,)
        copies = tuple(_copies(connection, uid, back=back))
        return tuple(_stand(connection, store, one, author, uid) for one in (before, *copies))


def as_made_of(connection: "Connection", given: Attachment) -> Attachment:
    """A copy that is about to be kept stands as the file that it is made of."""
    of = keeping.find(connection, "uid", given.derived_from) if given.derived_from else None
    said = of.attachment if of else Attachment()
    return replace(given, withdrawn=said.withdrawn, withdrawn_reason=said.withdrawn_reason)


def note_beginning(connection: "Connection", kept: AttachmentFile, author: Author) -> None:
    """Write into the log of a copy, after its intake, that it begins withdrawn."""
    said = kept.attachment
    if said.withdrawn:
        step = CustodyStep(
            attachment=said.uid, act=custody.WITHDRAW, about=said.derived_from, purpose=said.withdrawn_reason
        )
        custody.append(connection, step, author)


def behind(connection: "Connection") -> dict[str, Attachment]:
    """The copies of withdrawn files that stand as if nothing were, by identity, each with the file that was withdrawn.

    An earlier program withdrew a file alone. A copy that was given again since is none of them.
    """
    rows = connection.execute(_BEHIND).fetchall()
    return {str(copy): keeping.read(connection, original).attachment for copy, original in rows}


def stood(file: AttachmentFile, behind: Mapping[str, Attachment]) -> AttachmentFile:
    """A file as it is to be taken: one of those `behind` as withdrawn with its original."""
    original = behind.get(file.attachment.uid)
    if original is None:
        return file
    return file.with_head(replace(file.attachment, withdrawn=True, withdrawn_reason=original.withdrawn_reason))


def _copies(connection: "Connection", uid: str, *, back: bool) -> Iterator[AttachmentFile]:
    """The copies of a file, and theirs, that go with it; taken back, those that went with it or with its original."""
    for copy in keeping.copies_of(connection, uid):
        said = copy.attachment
        turns = said.withdrawn is back and (not back or _went_with_another(connection, said.uid))
        if turns:
            yield copy
        if turns or not back:
            yield from _copies(connection, said.uid, back=back)


def _went_with_another(connection: "Connection", uid: str) -> bool:
    last = [entry.step for entry in custody.log(connection, uid) if entry.step.act == custody.WITHDRAW][-1:]
    return any(step.about for step in last)


def _give_again(connection: "Connection", copy: AttachmentFile, author: Author) -> AttachmentFile:
    """Give a copy again that is none the less closed with its original: the log alone says that it was."""
    step = CustodyStep(attachment=copy.attachment.uid, act=custody.READMIT, purpose=author.reason[:_MOST])
    custody.append(connection, step, author)
    return copy


def _stand(
    connection: "Connection", store: Store, before: AttachmentFile, author: Author, asked: str
) -> AttachmentFile:
    """Turn how one file stands; the log of a copy tells with which file it was turned."""
    said, reason = before.attachment, author.reason[:_MOST]
    away = not said.withdrawn
    about = asked if said.uid != asked else ""
    act = custody.WITHDRAW if away else custody.READMIT
    custody.append(connection, CustodyStep(attachment=said.uid, act=act, about=about, purpose=reason), author)
    after = before.with_head(replace(said, withdrawn=away, withdrawn_reason=reason if away else ""))
    return keeping.put(connection, before, after, author, store.info.office)
