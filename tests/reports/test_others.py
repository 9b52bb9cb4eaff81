"""Full names of the persons of other incidents are found in a text, in either script, and little else is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.records import Victim
from snhr_desktop.reports.others import Others
from snhr_desktop.reports.redaction import WITHHELD, Hidden, Redaction
from snhr_desktop.store.persons import Persons
from tests.builders import HOSTILE_TEXTS

W = WITHHELD
CHILD: dict[str, Any] = {"age": 9, "naming": "published", "sex": "female"}
PERSONS = Persons(
    victims=(
        Victim(name_ar="سلمى أحمد الحاج خليل", name_en="Salma Ahmad Haj Khalil", **CHILD),
        Victim(name_ar="عائشة عبد الرحمن القدور", **CHILD),
        Victim(name_en="Mustafa Al-Khatib", **CHILD),
        Victim(name_ar="ليلى", **CHILD),
        Victim(name_ar="رامي حسن السيد", naming="published", age=40, sex="male"),
        Victim(name_ar="نادر حسن السيد", naming="shared", age=40, sex="male"),
    ),
    sources=("Hidden Witness", "شاهد مستور"),
)
HIDE = Redaction(Hidden(others=Others(PERSONS, "public"), kept=("سلمى خليل الأحمد", "Salma Kept Khalil")))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("قُتلت سلمى أحمد الحاج خليل قبل شهر", f"قُتلت {W} قبل شهر"),
        ("أخت سلمى خليل وسلمى الحاج الخليل", f"أخت {W} و{W}"),
        ("سلمى وحدها، وخليل وحده", "سلمى وحدها، وخليل وحده"),
        ("سلمى أحمد", "سلمى أحمد"),
        ("Salma Khalil’s brother; Selma al-Khaleel", f"{W}’s brother; {W}"),
        ("Aisha Abdulrahman al-Qaddour, Ayesha Qadour", f"{W}, {W}"),
        ("مصطفى الخطيب", W),
        ("ليلى", "ليلى"),
        ("Rami Hassan al-Sayyed and Nader Hassan al-Sayyed", f"Rami Hassan al-Sayyed and {W}"),
        ("the hidden witness; شاهد مستور", f"the {W}; {W}"),
        ("سلمى خليل الأحمد، Salma Kept Khalil", "سلمى خليل الأحمد، Salma Kept Khalil"),
        ("سلمى. وقال آخرون إن خليل قُتل", "سلمى. وقال آخرون إن خليل قُتل"),
    ],
)
def test_full_names_of_others_are_taken_out(text: str, shown: str) -> None:
    assert HIDE(text) == shown


def test_who_may_be_named_to_partners() -> None:
    hide = Redaction(Hidden(others=Others(PERSONS, "partners")))
    assert hide("نادر حسن السيد وسلمى خليل") == f"نادر حسن السيد و{W}"


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_is_left_as_it_is(text: str) -> None:
    assert HIDE(text) == text


@given(st.text(max_size=60), st.text(max_size=20))
def test_hostile_names_stop_nothing(text: str, name: str) -> None:
    hide = Redaction(Hidden(others=Others(Persons((Victim(name_ar=name, name_en=f"A {name}"),)), "public")))
    assert hide(hide(text)) == hide(text)
