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
        Victim(name_ar="عبد الله رامي الناصر", **CHILD),
        Victim(name_ar="سناء زعرور", father_ar="خالد", **CHILD),
        Victim(name_ar="الطفلة فاطمة الحسن (أم أحمد)", **CHILD),
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
        ("سلمى أحمد وأحمد سلمى", f"{W} وأحمد سلمى"),
        ("AL-KHALIL Salma; al-Khalil, Salma; خليل سلمى", f"AL-{W}; al-{W}; {W}"),
        ("Salma K. al-Khalil, Salma Mahmoud al-Khalil", f"{W}, {W}"),
        ("#سلمى_خليل", f"#{W}"),
        ("Abdullah al-Nasser, عبدالله الناصر، عبد الله الناصر", f"{W}, {W}، {W}"),
        ("سناء خالد وسناء زعرور وسناء خالد الزعرور", f"{W} و{W} و{W}"),
        ("فاطمة الحسن وأم أحمد", f"{W} وأم أحمد"),
        ("Salma and Ahmad Khalil", "Salma and Ahmad Khalil"),
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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**Salma** **Khalil** was nine", f"**{W}** was nine"),
        ("Salma^[aged 7] al-Khalil", W),
        ("[Salma](https://example.org) al-Khalil", f"[{W}"),
        ("A note.^[Salma Khalil] And *سلمى* *خليل*", f"A note.^[{W}] And *{W}*"),
        ("**Bold** and {killed}, [words](https://example.org)", "**Bold** and {killed}, [words](https://example.org)"),
    ],
)
def test_marks_of_an_edited_text_hide_no_name(text: str, shown: str) -> None:
    assert HIDE.typed(text) == shown
    assert bool(HIDE.taken(text)) == (text != shown)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Maryam, mother of Salma Khalil", f"Maryam, mother of {W}"),
        ("مريم والدة سلمى خليل", f"مريم والدة {W}"),
        ("Salma Khalil", "Salma Khalil"),
        ("Salma Khalil Hassan", "Salma Khalil Hassan"),
        ("أحمد سلمى خليل", "أحمد سلمى خليل"),
        ("رامي حسن السيد", "رامي حسن السيد"),
    ],
)
def test_a_name_that_may_be_printed_tells_no_other(name: str, shown: str) -> None:
    assert HIDE.within(name) == shown


def test_ways_to_reach_a_source_are_found_in_any_text() -> None:
    hide = Redaction(Hidden(others=Others(Persons(contacts=("telegram: grey_falcon7",)), "internal"), leads=True))
    assert hide("ask Grey Falcon7; a falcon") == f"ask {W}; a falcon"


@pytest.mark.parametrize(
    ("contact", "text", "shown"),
    [
        ("خالد القريب 0944123456", "ردّ خالد القريب", f"ردّ {W}"),
        ("عمه خالد القريب", "Khaled al-Qareeb and his uncle", f"{W} and his uncle"),
        ("his uncle Khaled al-Qareeb, 0944", "خالد القريب، عمه", f"{W}، عمه"),
        ("by phone of his uncle in Idlib", "by phone of his uncle in Idlib", "by phone of his uncle in Idlib"),
    ],
)
def test_who_is_named_in_a_way_to_reach_a_family_is_found(contact: str, text: str, shown: str) -> None:
    assert Redaction(Hidden(others=Others(Persons(contacts=(contact,)), "internal"), leads=True))(text) == shown


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
