"""Words of made-up narratives, printed in both languages, are found again by three readers of PDF."""

from pathlib import Path

import pytest

from snhr_desktop import paths
from snhr_desktop.reports.text import FontSet, Paragraph, TextStyle
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.workspace import Workspace
from tests.reports.text.conftest import Printer, printed  # noqa: F401 - a fixture
from tests.reports.text.reading import read, read_with_pdfium, read_with_pypdf, share_found

STYLES = {
    "en": TextStyle(size=10, leading=15, align="justify", language="en", space_after=8),
    "ar": TextStyle(size=11, leading=18, align="justify", direction="rtl", language="ar", space_after=8),
}


@pytest.fixture
def fonts() -> FontSet:
    return FontSet.load(paths.resources() / "fonts")


@pytest.mark.parametrize(("code", "share"), [("ar", 0.985), ("en", 0.999)])
def test_made_up_narratives_are_found_again(
    workspace: Workspace,
    fonts: FontSet,
    printed: Printer,  # noqa: F811
    code: str,
    share: float,
) -> None:
    workspace.fill_with_training(150, 11)
    uids = [row.uid for row in workspace.incidents(IncidentQuery(limit=150)).rows]
    texts = [getattr(dossier.incident, f"narrative_{code}") for dossier in workspace.dossiers(uids)]
    path: Path = printed([Paragraph(text, STYLES[code], fonts) for text in texts if text])
    meant = "\n".join(texts)
    assert len(meant.split()) > 3000
    for reader in (read, read_with_pypdf, read_with_pdfium):
        assert share_found(meant, reader(path)) >= share, reader.__name__
