"""What a file of our own holds beside its records, read one by one: the terms of its office, and who is one person."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from snhr_desktop.exchange.reading.json_text import beside_records
from snhr_desktop.exchange.watching import UNWATCHED, Waiting
from snhr_desktop.store.identity import is_uid


def terms_in(path: Path, encoding: str, waiting: Waiting = UNWATCHED) -> Iterator[Any]:
    """The terms of the office that wrote a file, as they stand there. Raises `UnreadableFile`, `ImportStopped`."""
    return beside_records(path, encoding, "terms", waiting)


def linked_persons(path: Path, encoding: str, waiting: Waiting = UNWATCHED) -> Iterator[tuple[str, str]]:
    """The pairs of a file; what is no pair of two identities is passed over. Raises `UnreadableFile`."""
    for pair in beside_records(path, encoding, "persons", waiting):
        if isinstance(pair, Mapping):
            one, other = str(pair.get("one")), str(pair.get("other"))
            if is_uid(one) and is_uid(other) and one != other:
                yield one, other
