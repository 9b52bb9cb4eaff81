"""The official place lists beside the checkout, which are not part of the project and may be absent."""

import csv
from pathlib import Path

import pytest

from snhr_desktop.domain.places import Level, Place

_FOLDER = Path(__file__).resolve().parents[3] / "shared" / "geo"
_UNITS, _COMMUNITIES = _FOLDER / "syr_admin_units.csv", _FOLDER / "syr_communities.csv"
_LEVELS = {"1": Level.GOVERNORATE, "2": Level.DISTRICT, "3": Level.SUBDISTRICT}

needs_official_list = pytest.mark.skipif(not _COMMUNITIES.exists(), reason="the official list is not here")


def official_places() -> list[Place]:
    """Every governorate, district, sub-district and community of the official list."""
    units = [
        _place(row, _LEVELS[row["level"]], "" if row["level"] == "1" else row["parent_pcode"])
        for row in _rows(_UNITS)
        if row["level"] in _LEVELS
    ]
    return units + [_place(row, Level.COMMUNITY, row["adm3_pcode"]) for row in _rows(_COMMUNITIES)]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _place(row: dict[str, str], level: Level, parent: str) -> Place:
    return Place(row["pcode"], level, row["name_en"], row["name_ar"], parent, float(row["lat"]), float(row["lon"]))
