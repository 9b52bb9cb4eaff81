"""Persons who stand in several incidents, as a file of our own tells them: pairs of victims, read one by one."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from snhr_desktop.store.identity import is_uid


def linked_persons(path: Path) -> Iterator[tuple[str, str]]:
    """The pairs of a file that was read before; what is no pair of two identities is passed over."""
    import ijson

    with path.open("rb") as file:
        for pair in ijson.items(file, "persons.item"):
            if isinstance(pair, Mapping):
                one, other = str(pair.get("one")), str(pair.get("other"))
                if is_uid(one) and is_uid(other) and one != other:
                    yield one, other
