"""The end of the log of saves, looked at before SQLite reads it: it stops at the first frame that is not whole.

After a power cut that is the save that was never finished, and nothing is lost. After damage it may be saves that were
acknowledged, and nothing else would tell: the store is then as it was before them, and sound. Form of the log:
https://sqlite.org/fileformat.html#the_write_ahead_log. SQLCipher encrypts the pages in it, not the headers.
"""

from dataclasses import dataclass
from pathlib import Path
from struct import Struct, error
from typing import TYPE_CHECKING, BinaryIO

from snhr_desktop.i18n import N_, Message

if TYPE_CHECKING:
    from sqlite3 import Connection

LAST_UNREAD = N_(
    "The last save in the log of the store is not whole, and was not read. If the power went while it was being "
    "saved, nothing that was acknowledged is lost. Otherwise look whether what was saved last is there."
)
MORE_UNREAD = N_(
    "The log of the store is damaged: {n} saves at its end could not be read. Look what is missing of what was saved "
    "last, and compare with the latest backup."
)
_HEADER, _FRAME = Struct(">8I"), Struct(">6I")
_MAGIC = (0x377F0682, 0x377F0683)
_LARGEST_PAGE = 65536


@dataclass(frozen=True)
class Log:
    """What stands in a log. `commits` are the numbers of the frames that end a save, from 1; `header` is as written."""

    header: bytes
    commits: tuple[int, ...]

    def unread(self, database: Path, connection: "Connection") -> int:
        """How many saves stand in the log that SQLite did not read when it opened the file just now."""
        if not self.commits or look(database).header != self.header:  # another window has begun the log anew
            return 0
        read = connection.execute("PRAGMA wal_checkpoint = NOOP").fetchone()[1]
        return sum(frame > max(read, 0) for frame in self.commits)


def words(unread: int) -> Message:
    """What a person is told of saves that were not read, with `n` for their number."""
    return LAST_UNREAD if unread == 1 else MORE_UNREAD


def look(database: Path) -> Log:
    """The log beside a file; an empty one where there is none or it cannot be read."""
    try:
        with database.with_name(database.name + "-wal").open("rb") as file:
            header = file.read(_HEADER.size)
            if len(header) < _HEADER.size or not any(header):
                return Log(b"", ())
            commits = tuple(_commits(file, header))
            file.seek(0)
            return Log(header if file.read(_HEADER.size) == header else b"", commits)  # another window wrote meanwhile
    except (OSError, error):
        return Log(b"", ())


def _commits(file: BinaryIO, header: bytes) -> list[int]:
    magic, _, page, _, first, second, _, _ = _HEADER.unpack(header)
    damaged = magic not in _MAGIC or not 512 <= page <= _LARGEST_PAGE or page & (page - 1)
    stride = _FRAME.size + (4096 if damaged else page)
    size = file.seek(0, 2)
    found = []
    for number in range(1, (size - _HEADER.size) // stride + 1):
        file.seek(_HEADER.size + (number - 1) * stride)
        _, ends, *salts, _, _ = _FRAME.unpack(file.read(_FRAME.size))
        # what an earlier log left has both salts other; one alone that is other was damaged
        if ends and (salts[0] == first or salts[1] == second):
            found.append(number)
    return found
