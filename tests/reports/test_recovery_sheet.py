"""The recovery sheet: one page in both languages, with the code as it is to be copied."""

import datetime as dt
import io

import pikepdf
import pypdf
import pytest
from pikepdf.pdfa import validate_written

from snhr_desktop.domain.recovery_code import groups, lines
from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.reports.phrases import NETWORK
from snhr_desktop.reports.recovery_sheet import PASSAGES, SheetOf, recovery_sheet

CODE = "7HBK-M20T-87ZF-TFM4-MVGQ-N2RJ-90VF-QWPX"
DAY = dt.date(2026, 11, 28)
NAMES = ("office", "مخزن إدلب", "IDL field store of the southern countryside, the mountain and the coast, 2026 ab",
         "<b>&\u202e", "ن" * 60)  # fmt: skip


def words(content: bytes) -> str:
    """The text of the one page, without spaces: signs of the code stand apart."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    assert len(pages) == 1
    return "".join(pages[0].extract_text().split())


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("training", [True, False])
def test_the_code_stands_with_its_checks_in_both_languages_on_one_page(name: str, training: bool) -> None:
    said = words(recovery_sheet(SheetOf(CODE, name, "IDL", DAY, training)))
    for line in lines(CODE):
        assert "".join((*line.groups, line.check)) in said
    assert "Recoverysheet" in said
    assert "28November2026" in said
    assert ("TRAINING" in said) == training
    for language in LANGUAGES.values():
        for title, _ in PASSAGES:
            assert language.text(title).replace(" ", "") in said


def test_a_sheet_that_is_found_does_not_tell_whose_it_is() -> None:
    said = words(recovery_sheet(SheetOf(CODE, "north", "IDL", DAY)))
    for language in LANGUAGES.values():
        assert language.text(NETWORK).replace(" ", "") not in said
    assert "SNHR" not in said
    assert "north" in said
    assert "IDL" in said


def test_the_same_values_give_the_same_bytes_and_the_file_names_nothing() -> None:
    content = recovery_sheet(SheetOf(CODE, "marker-store", "IDL", DAY))
    assert content == recovery_sheet(SheetOf(CODE, "marker-store", "IDL", DAY))
    with pikepdf.open(io.BytesIO(content)) as pdf:
        about = f"{dict(pdf.docinfo)} {pdf.Root.Metadata.read_bytes().decode()}"
    assert "marker-store" not in about
    assert not any(group in about for group in groups(CODE))


def test_what_the_file_says_of_itself_does_not_tell_whose_it_is() -> None:
    content = recovery_sheet(SheetOf(CODE, "north", "IDL", DAY))
    assert validate_written(io.BytesIO(content), "3b").findings == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        about = f"{dict(pdf.docinfo)} {pdf.Root.Metadata.read_bytes().decode()}"
        assert "/Author" not in pdf.docinfo
        held = b"".join(one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream))
    for said in (*(language.text(NETWORK) for language in LANGUAGES.values()), "SNHR", "Syria", "سوري"):
        assert said not in about
        assert said.encode() not in held
