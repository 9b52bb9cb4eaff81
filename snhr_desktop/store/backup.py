"""Copies of a store, encrypted like the store itself, each with the keyslots that open it."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from snhr_desktop.store import files, keyslots
from snhr_desktop.store.layout import BACKUPS, DATABASE

if TYPE_CHECKING:
    from sqlite3 import Connection


def back_up(connection: "Connection", folder: Path, label: str) -> Path:
    """Write a consistent copy of an open store into its own `backups/`, and return the copy's folder.

    The copy is a store folder by itself: its name says the moment (UTC) and the label. Half a copy never has that
    name.
    """
    moment = dt.datetime.now(dt.UTC).strftime("%Y%m%dT%H%M%S%fZ")
    place = folder / BACKUPS / f"{moment}-{label}.snhr"
    unfinished = place.with_name(place.name + ".new")
    files.make_folder(unfinished)
    files.make_file(unfinished / DATABASE)  # private before anything is in it
    connection.execute("VACUUM INTO ?", (str(unfinished / DATABASE),))
    keyslots.read_keyslots(folder).write(unfinished)
    unfinished.rename(place)
    files.sync_folder(place.parent)
    return place
