"""Which backups an emergency does not reach, and who could still open them: told before the keys are destroyed.

Nothing of a store has to be open for it. What is known is what this computer noted, and what is plugged in.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from snhr_desktop.errors import Refusal
from snhr_desktop.store import keyslots
from snhr_desktop.store.backups import book, vault
from snhr_desktop.store.backups.disk import same_disk
from snhr_desktop.store.backups.place import find
from snhr_desktop.store.slots import PASSPHRASE, RECOVERY


@dataclass(frozen=True)
class Surviving:
    """Backups at one place; `count` is 0 for a place that is not plugged in. `newest` is None where nobody knows.

    `users` is the most passphrases that open one of them; `recovery` and `headquarters` whether those do.
    """

    place: Path
    count: int
    newest: dt.datetime | None
    same_disk: bool = False
    users: int = 0
    recovery: bool = False
    headquarters: bool = False


def surviving(folder: Path, roots: Iterable[Path]) -> tuple[Surviving, ...]:
    """What stays readable of a store: at the place chosen, and on what is plugged in, by the root of each volume.

    May wait for slow disks.
    """
    try:
        store_id = keyslots.read_keyslots(folder).store_id
    except (Refusal, OSError):
        return ()
    noted = book.read(store_id)
    volumes = tuple((root, noted.within) for root in roots)
    chosen = Path(noted.place) if noted.place else None
    there = find(chosen, noted.identity, volumes) if chosen else None
    places = dict.fromkeys([there] if there else [])
    for root, within in volumes:
        places |= dict.fromkeys((root, root / within))
    found = [_at(place, store_id, folder) for place in places]
    if chosen is not None and there is None:
        found.append(Surviving(chosen, 0, _moment(noted.at)))
    return tuple(one for one in found if one)


def _at(place: Path, store_id: str, folder: Path) -> Surviving | None:
    held = [one for one in vault.backups(vault.outside(place, store_id), None) if keyslots.has_keys(one.folder)]
    if not held:
        return None
    slots = []
    for one in held:
        try:
            slots.append(keyslots.read_keyslots(one.folder))
        except (Refusal, OSError):
            continue
    kinds = [[slot.kind for slot in each.slots] for each in slots]
    return Surviving(
        place, len(held), held[0].name.at, same_disk(place, folder),
        users=max((each.count(PASSPHRASE) for each in kinds), default=0),
        recovery=any(RECOVERY in each for each in kinds),
        headquarters=any(each.headquarters for each in slots),
    )  # fmt: skip


def _moment(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
