"""Where the files kept as evidence lie that go along with whole records: for whoever writes them, and whoever reads."""

from pathlib import Path

from snhr_desktop.store.attachments.sniffing import ending

_FILES = "-files"


def files_beside(path: Path) -> Path:
    """The folder of the files that go along with a file of records."""
    return path.with_name(f"{path.stem}{_FILES}")


def file_name(reference: str, media_type: str) -> str:
    """What a file is called outside: its reference and the usual ending of its type, never its own name."""
    return reference + ending(media_type)
