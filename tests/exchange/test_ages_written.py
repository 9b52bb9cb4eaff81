"""An age with its unit beside it is one of whole years: an infant of nine months refused everybody of its incident."""

import datetime as dt
from pathlib import Path

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.cells import age_text
from snhr_desktop.exchange.conversion import MappedRows
from tests.exchange.test_guessing import made


@pytest.mark.parametrize(
    ("cell", "years"),
    [
        (34, "34"), ("٤١", "41"), ("34 سنة", "34"), ("7 سنوات", "7"), ("٣٥ عاماً", "35"), ("12 years", "12"),
        ("9 أشهر", "0"), ("٩ اشهر", "0"), ("11 شهراً", "0"), ("18 شهر", "1"), ("24 months", "2"), ("9months", "0"),
        ("20 يوم", "0"), ("3 أسابيع", "0"), ("40 days", "0"), ("400 يوماً", "1"), ("شهران", "0"), ("شهرين", "0"),
        ("سنتان", "2"), ("سنتين", "2"), ("سنة", "1"), ("عامان", "2"), ("شهر", "0"), ("رضيع", "رضيع"), ("5-6", "5-6"),
        ("سنة ونصف", "سنة ونصف"), ("40 سنة تقريباً", "40 سنة تقريباً"), ("9 قتلى", "9 قتلى"), ("", ""), (None, ""),
    ],
)  # fmt: skip
def test_an_age_is_of_whole_years(cell: object, years: str) -> None:
    """What says more than a number and a unit stands as it is, and is refused as before."""
    assert age_text(cell) == years


def test_the_infant_and_all_of_its_incident_come_in(tmp_path: Path) -> None:
    source, found = made(
        tmp_path,
        "رقم الحادثة,تاريخ الحادثة,البلدة,اسم الضحية,العمر,الحالة\n"
        "1,9/5/2018,سراقب,مريم,28 سنة,قتيل\n1,9/5/2018,سراقب,أحمد,9 أشهر,قتيل\n1,9/5/2018,سراقب,ريم,12,جريح\n",
    )
    given = MappedRows(found.mapping, built_in(), dt.date(2026, 1, 1)).convert(list(source.rows())).dossier
    assert given
    assert [victim.age for victim in given.victims] == [28, 0, 12]
