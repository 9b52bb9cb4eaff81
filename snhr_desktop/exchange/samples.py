"""The sample records that come with the program: publicly reported incidents, cited, without names of people."""

from pathlib import Path
from typing import Protocol

from snhr_desktop import paths
from snhr_desktop.exchange.report import ImportReport

PUBLICLY_REPORTED = "publicly_reported.json"


class Importer(Protocol):
    """An open store that takes files in."""

    def import_file(self, path: Path, /) -> ImportReport:
        """Take in a file of records."""


def load(records: Importer) -> ImportReport:
    """Import the samples into an open store; a second time changes nothing."""
    return records.import_file(paths.resources() / "samples" / PUBLICLY_REPORTED)
