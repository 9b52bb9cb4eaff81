"""Nothing that may not be printed is left in a dossier that a report is made of."""

from dataclasses import replace

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Dossier
from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.reports.audience import may_be_named
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.publication import for_publication
from snhr_desktop.reports.redaction import WITHHELD
from snhr_desktop.reports.sections.particulars import when
from snhr_desktop.reports.texts import Texts
from tests.builders import counted, dossier, source, victim
from tests.reports.specimen import (
    CHILD_LATIN,
    CHILD_NAME,
    INTERNAL_PSEUDONYM,
    PRINTED_NAME,
    REAL_SOURCE,
    WITHHELD_LATIN,
    WITHHELD_NAME,
    massacre,
    snapshot,
)

SECRET = (
    WITHHELD_NAME, WITHHELD_LATIN, WITHHELD_LATIN.upper(), CHILD_NAME, CHILD_LATIN, REAL_SOURCE, INTERNAL_PSEUDONYM,
    "+963 944 000 111", "36.635",
)  # fmt: skip


def printed(given: Dossier, audience: str = "public") -> Dossier:
    """The dossier for an audience."""
    return for_publication(given, audience, built_in())


@pytest.mark.parametrize("secret", SECRET)
def test_no_secret_is_left_in_any_field(secret: str) -> None:
    assert secret in str(massacre()) or secret.isupper()
    assert secret not in str(printed(massacre()))


def test_what_may_be_printed_stays() -> None:
    shown = printed(massacre())
    assert PRINTED_NAME in str(shown)
    assert "Abu Omar" in str(shown)
    assert WITHHELD in shown.incident.narrative_ar
    assert [v.number for v in shown.victims] == [v.number for v in massacre().victims]


def test_the_part_of_the_day_is_printed_where_the_hour_is_not_known() -> None:
    given = massacre()
    dark = printed(replace(given, incident=replace(given.incident, time="", part_of_day="night")))
    for language, word in ((ENGLISH, "Night"), (ARABIC, "ليل")):
        edition = Edition(snapshot(), language, Texts(language.code, "idlib"))
        assert word in when(edition, dark.incident)[0]
        assert word not in when(edition, printed(given).incident)[0]


@pytest.mark.parametrize(
    "said",
    [{"naming": "published", "age": 17}, {"naming": "published", "age_group": "child"},
     {"naming": "published", "age_group": "", "age": None}, {"naming": "none", "age": 40}, {"age": 40}],
)  # fmt: skip
def test_children_those_who_may_be_and_those_who_did_not_agree_are_not_named(said: dict[str, object]) -> None:
    assert not may_be_named(victim(name_ar="اسم", **said), "public")


@pytest.mark.parametrize("consent", ["internal", "courts", ""])
def test_a_source_that_did_not_agree_leaves_nothing_but_its_number(consent: str) -> None:
    given = dossier(sources=(source(pseudonym="Grey Falcon", consent=consent, publisher_en="Somebody"),))
    (shown,) = printed(given).sources
    assert (shown.kind, shown.pseudonym, shown.publisher_en, shown.statement_en) == ("", "", "", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("قُتل مصطفى الحاج خليل هناك", f"قُتل {WITHHELD} هناك"),
        ("ومصطفى الحاج  خليل", f"و{WITHHELD}"),
        ("Mustafa Haj\nKhalil’s house", f"{WITHHELD}’s house"),
        ("مُصْطَفي الحـاج خليل", WITHHELD),
        ("mustafa haj-khalil", WITHHELD),
        ("مصطفى وحده", f"{WITHHELD} وحده"),
    ],
)
def test_a_withheld_name_is_taken_out_of_the_narrative(text: str, shown: str) -> None:
    person = victim(name_ar=WITHHELD_NAME, name_en=WITHHELD_LATIN, age=40)
    given = dossier(person, incident=counted(narrative_ar=text))
    assert printed(given).incident.narrative_ar == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Call +963 944 123 456.", f"Call {WITHHELD}."),
        ("Call 0944-123456 or 00963 (944) 123456", f"Call {WITHHELD} or {WITHHELD}"),
        ("اتصل على ٠٩٤٤١٢٣٤٥٦ ليلاً", f"اتصل على {WITHHELD} ليلاً"),
        ("write to a.witness@example.org.", f"write to {WITHHELD}."),
        ("at 35.81234, 36.61234.", f"at {WITHHELD}."),
        ("عند 35.8123، 36.6123", f"عند {WITHHELD}"),
        ("On 2018-03-22 at 10:40, IDL-2018-00042: 1,109 killed, 12.5 % of 3.14", None),
        ("from 22/03/2018 to 05.04.2018 10:40, 03-04-2018 12 barrel bombs", None),
    ],
)
def test_what_leads_to_a_door_is_taken_out(text: str, shown: str | None) -> None:
    given = dossier(incident=counted(narrative_en=text))
    assert printed(given).incident.narrative_en == (text if shown is None else shown)
