"""Mapping files on disk: read and checked, written, and those that come with the program."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from snhr_desktop import paths
from snhr_desktop.exchange.mapping import FileMapping
from snhr_desktop.exchange.mapping.parsing import parse_mapping
from snhr_desktop.exchange.mapping.writing import write_mapping
from snhr_desktop.exchange.refusals import NO_FILE, NOT_OPENED, NOT_UTF8, BadMapping
from snhr_desktop.i18n import N_

__all__ = ["bundled", "load_mapping", "read", "write"]

NOT_TOML = N_("it is not a TOML file ({detail}).")


def load_mapping(path: Path) -> FileMapping:
    """The mapping of a file. Raises `BadMapping`, naming the place in the file."""
    try:
        raw = path.read_bytes().decode("utf-8-sig")
    except (FileNotFoundError, IsADirectoryError) as error:
        raise BadMapping(path.name, NO_FILE) from error
    except OSError as error:
        raise BadMapping(path.name, NOT_OPENED) from error
    except UnicodeDecodeError as error:
        raise BadMapping(path.name, NOT_UTF8, offset=error.start) from error
    return read(raw, path.name)


def read(text: str, name: str = "") -> FileMapping:
    """The mapping of a file's text; `name` is told where it is refused. Raises `BadMapping`."""
    return parse_mapping(name, _toml(text, name))


def write(mapping: FileMapping) -> str:
    """The text of a file that says what a mapping says: `read(write(mapping)) == mapping`."""
    return write_mapping(mapping)


def bundled() -> tuple[FileMapping, ...]:
    """The mappings that come with the program."""
    return tuple(load_mapping(path) for path in sorted((paths.resources() / "mappings").glob("*.toml")))


def _toml(text: str, name: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadMapping(name, NOT_TOML, detail=str(error)) from error
