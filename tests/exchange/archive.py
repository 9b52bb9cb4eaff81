"""The real data set that lies beside the project on machines that have it, and rows of its shape for all others."""

from pathlib import Path
from typing import Any

import pytest

from snhr_desktop import paths

ARCHIVE = paths.root().parent / "shared" / "data" / "syrian_archive_chemical_incidents.json"

with_archive = pytest.mark.skipif(not ARCHIVE.is_file(), reason="the shared data set is not on this machine")


def row(code: str = "SAR290415", date: str = "2015-04-29", **said: Any) -> dict[str, Any]:
    """A record of the archive's shape: an attack on Saraqib."""
    defaults: dict[str, Any] = {
        "incident_code": code,
        "incident_date": date,
        "incident_time": "",
        "title_en": "Attack on Saraqib",
        "title_ar": "هجوم على سراقب",
        "summary_en": "What happened.",
        "summary_ar": "ما جرى.",
        "un_title": "",
        "fr_title": "",
        "location": "ادلب : سراقب",
        "latitude": "",
        "longitude": "",
        "weapons_used.0": "Chemical Weapons",
        "weapons_used.1": "",
        "Use_of_illegal_weapons": "TRUE",
        "Unlawful_attacks": "",
    }
    return defaults | said


def folder_file(folder: Path, name: str, text: str) -> Path:
    """A file with a text in it."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path
