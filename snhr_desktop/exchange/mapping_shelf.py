"""The mappings there are: those that a person has saved on this computer, and those that come with the program.

A saved mapping is a file of its own, named by its code, readable by its owner alone. It holds names of columns, words
of lists and codes; no record.
"""

from dataclasses import dataclass
from pathlib import Path

from snhr_desktop import paths
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.mapping_file import bundled, load_mapping, write
from snhr_desktop.exchange.refusals import BadMapping
from snhr_desktop.store import files


@dataclass(frozen=True)
class Shelf:
    """Saved mappings before those that come with the program, each code once; and the saved files that are damaged."""

    mappings: tuple[FileMapping, ...]
    damaged: tuple[BadMapping, ...] = ()


def shelf() -> Shelf:
    """Every mapping that can be followed. One that was saved stands in place of one of the same code."""
    found: dict[str, FileMapping] = {}
    damaged: list[BadMapping] = []
    for path in sorted(paths.own_mappings().glob("*.toml")):
        try:
            mapping = load_mapping(path)
        except BadMapping as refusal:
            damaged.append(refusal)
        else:
            found[mapping.code] = mapping
    for mapping in bundled():
        found.setdefault(mapping.code, mapping)
    return Shelf(tuple(found.values()), tuple(damaged))


def keep(mapping: FileMapping) -> Path:
    """Save a mapping under its code, in place of one that was saved under it before. Raises `OSError`."""
    path = _path(mapping.code)
    path.parent.mkdir(mode=files.FOLDER_MODE, parents=True, exist_ok=True)
    files.replace_file(path, write(mapping).encode())
    return path


def forget(code: str) -> None:
    """Remove a saved mapping; nothing where there is none. Raises `OSError`."""
    _path(code).unlink(missing_ok=True)


def _path(code: str) -> Path:
    return paths.own_mappings() / f"{code}.toml"
