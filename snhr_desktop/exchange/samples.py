"""The sample records that come with the program: publicly reported incidents, cited, without names of people."""

from snhr_desktop import paths
from snhr_desktop.exchange.import_records import Records
from snhr_desktop.exchange.importing import import_file
from snhr_desktop.exchange.report import ImportReport

PUBLICLY_REPORTED = "publicly_reported.json"


def load(records: Records) -> ImportReport:
    """Import the samples into an open store; a second time changes nothing."""
    return import_file(records, paths.resources() / "samples" / PUBLICLY_REPORTED)
