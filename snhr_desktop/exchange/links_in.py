"""What a file of our own holds beside its records, read one by one: the terms of its office, and who is one person."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from snhr_desktop.store.identity import is_uid


def terms_in(path: Path) -> Iterator[Any]:
    """The terms of the office that wrote a file, as they stand there; the file was read before."""
    import ijson

    with path.open("rb") as file:
        yield from ijson.items(file, "terms.item")


def linked_persons(path: Path) -> Iterator[tuple[str, str]]:
    """The pairs of a file that was read before; what is no pair of two identities is passed over."""
    import ijson

    with path.open("rb") as file:
        for pair in ijson.items(file, "persons.item"):
            if isinstance(pair, Mapping):
                one, other = str(pair.get("one")), str(pair.get("other"))
                if is_uid(one) and is_uid(other) and one != other:
                    yield one, other
