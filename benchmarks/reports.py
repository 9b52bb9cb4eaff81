"""Both editions of the report, beside shaping alone: HarfBuzz over the words that were printed."""

import tempfile
from pathlib import Path

import uharfbuzz
from pypdf import PdfReader

from benchmarks.result import Result, median_seconds
from benchmarks.sample import PASSPHRASE
from snhr_desktop import paths
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.render import render
from snhr_desktop.workspace import Workspace

FACE = paths.resources() / "fonts" / "IBMPlexSansArabic-Regular.ttf"


def measure(store: Path) -> list[Result]:
    """From asking the store to the finished file."""
    with tempfile.TemporaryDirectory() as folder, Workspace.open(store, PASSPHRASE) as workspace:
        both, one = Path(folder) / "both.pdf", Path(folder) / "one.pdf"

        def make_both() -> None:
            render(workspace.gather(Brief("idlib")), (ENGLISH, ARABIC), both)

        def make_one() -> None:
            render(workspace.gather(Brief("idlib")), (ARABIC,), one)

        taken, taken_one = median_seconds(make_both, 3), median_seconds(make_one, 3)
        against = "HarfBuzz alone over the printed words"
        return [
            Result("report.both", taken, median_seconds(_shaping(both), 3), against, "s", 6.0),
            Result("report.one", taken_one, median_seconds(_shaping(one), 3), against, "s", 3.0),
        ]


def _shaping(pdf: Path) -> "_Shaping":
    return _Shaping([word for page in PdfReader(pdf).pages for word in page.extract_text().split()])


class _Shaping:
    """Shapes each word once, uncached: the least that setting this text could cost."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FACE))))

    def __call__(self) -> None:
        for word in self._words:
            buffer = uharfbuzz.Buffer()
            buffer.add_str(word)
            buffer.guess_segment_properties()
            uharfbuzz.shape(self._font, buffer)
