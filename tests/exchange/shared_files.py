"""Files of the folder beside the project that hold records, and files of their kinds for machines without it."""

import csv
from pathlib import Path
from typing import Any

import pytest

from snhr_desktop import paths

DATA = paths.root().parent / "shared" / "data"
EVENTS = DATA / "ucdp_ged_syria_sample.csv"
TABLES = DATA / "hxl"

with_events = pytest.mark.skipif(not EVENTS.is_file(), reason="the shared data set is not on this machine")
with_tables = pytest.mark.skipif(not TABLES.is_dir(), reason="the shared data set is not on this machine")

_EVENT = {
    "id": "1", "relid": "SYR-1", "type_of_violence": "1", "dyad_new_id": "11973", "where_prec": "1", "date_prec": "1",
    "dyad_name": "Government of Syria - Syrian insurgents", "where_coordinates": "Saraqib town", "country": "Syria",
    "adm_1": "Idlib governorate", "adm_2": "Markaz Idlib district", "latitude": "35.863", "longitude": "36.80",
    "date_start": "2018-03-22", "date_end": "2018-03-22", "deaths_a": "0", "deaths_b": "0", "deaths_civilians": "0",
    "deaths_unknown": "0", "best": "0", "low": "0", "high": "0", "where_description": "in Saraqib",
    "source_article": "SOHR, 2018-03-22",
}  # fmt: skip


def events(folder: Path, *said: dict[str, Any]) -> Path:
    """A file of events of this shape."""
    path = folder / "events.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, _EVENT)
        writer.writeheader()
        writer.writerows(_EVENT | one for one in said)
    return path
