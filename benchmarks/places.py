"""Places found while a name is typed: the slowest key among all places of the country, beside SQLite's own index.

The official lists are used where they lie beside the checkout, else as many places are made up of the built-in names.
Names are typed letter by letter, as they are spelled and with a letter left out; each key is asked five times and
its best counts, in processor time: other work on the machine is not measured. The peer is FTS5 in memory, asked for
the folded words and the beginning of the last, the shortest names first: less than ours, which finds inner parts and
slips too.
"""

import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.result import Result
from snhr_desktop.domain.names import fold
from snhr_desktop.domain.places import BUILT_IN, Gazetteer, Place, built_in, joined
from snhr_desktop.exchange.packs.reading import read_pack

NAMES = ("places.key",)
PLACES, TYPED, TIMES, LIMIT, SEED = 8_853, 120, 5, 12, 2018
_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "geo"
_LISTS = (
    "syr_admin_units.csv",
    "syr_communities.csv",
    "focus_community_aliases.csv",
    "focus_extra_places_geonames.csv",
)


def measure(_store: Path) -> list[Result]:
    """The slowest key in each language."""
    places = _places()
    gazetteer, index = Gazetteer(places), _index(places)
    results = []
    for code in ("ar", "en"):
        keys = list(_keys(places, code))
        ours = _slowest(lambda text: gazetteer.search(text, LIMIT), keys)
        peer = _slowest(lambda text: _asked(index, text), keys)
        against = f"SQLite's FTS5, the slowest of {len(keys):,} keys among {len(places):,} places"
        results.append(Result(f"places.key.{code}", ours, peer, against, "s", 0.002))
    return results


def _places() -> list[Place]:
    files = [_FOLDER / name for name in _LISTS]
    if all(file.exists() for file in files):
        said = {"name": "bench", "version": "1", "licence": "-", "credit": "-"}
        return list(joined([read_pack(files, said, built_in()).listed]).places.values())
    dice, made = random.Random(SEED), list(BUILT_IN)
    while len(made) < PLACES:
        one, other = dice.choice(BUILT_IN), dice.choice(BUILT_IN)
        name, arabic = f"{one.name_en} {other.name_en}", f"{one.name_ar} {other.name_ar}"
        code = f"X{len(made)}"
        made.append(replace(one, pcode=code, parent="", name_en=name, name_ar=arabic, aliases=(other.name_en,)))
    return made


def _keys(places: list[Place], code: str) -> Iterator[str]:
    """What stands in the line at each key."""
    dice = random.Random(SEED)
    for place in dice.sample(places, TYPED):
        name = place.name_ar if code == "ar" else place.name_en
        slip = dice.randrange(len(name))
        for text in (name, name[:slip] + name[slip + 1 :]):
            yield from (text[:end] for end in range(1, len(text) + 1))


def _slowest(ask: Callable[[str], object], keys: list[str]) -> float:
    best = dict.fromkeys(keys, float("inf"))
    for _ in range(TIMES):
        for key in best:
            start = time.thread_time()
            ask(key)
            best[key] = min(best[key], time.thread_time() - start)
    return max(best.values())


def _index(places: list[Place]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE spelling USING fts5 (name, pcode UNINDEXED, prefix = '1 2 3')")
    rows = ((fold(name), one.pcode) for one in places for name in (one.name_en, one.name_ar, *one.aliases))
    connection.executemany("INSERT INTO spelling VALUES (?, ?)", rows)
    return connection


def _asked(connection: sqlite3.Connection, text: str) -> list[tuple[str]]:
    words = [f'"{word}"' for word in fold(text).split()]
    if not words:
        return []
    found = "SELECT DISTINCT pcode FROM spelling WHERE spelling MATCH ? ORDER BY length(name) LIMIT ?"
    return connection.execute(found, (" ".join(words) + " *", LIMIT)).fetchall()
