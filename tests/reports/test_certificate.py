"""The custody certificate of a file, read back as a reader program reads it."""

import dataclasses
import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from snhr_desktop.i18n import ARABIC, ENGLISH, N_, Language, Message, bare, written_with
from snhr_desktop.reports.certificate import (
    DAY,
    OF_FILE_ALONE,
    OF_WITHDRAWN,
    TITLE,
    WHEN,
    Act,
    Certified,
    certificate,
    parts,
)
from snhr_desktop.reports.parts import DataTable, Facts, Masthead
from snhr_desktop.store.anchoring import Anchor
from tests.reports.reading import joined, pages_of, text_of

SHA = "0123456789abcdef" * 4
HEAD, KEY = "fedcba9876543210" * 4, "1A2B-3C4D-5E6F-7A8B-9C0D-1E2F"
HOSTILE = ("<b>&amp;</b>.jpg", "صورة ٢٠١٨/٣/٢٢ final.jpg", "a" * 250, "%s{0}{name}\u202e gpj.exe", "\u200fأحمد (1).JPG")
CERTIFIED = Certified(
    number="IDL-2018-00042/3", kept_with=("IDL-2018-00042",), office="IDL", name="IMG_0042.jpg", kind=N_("Photo"),
    media_type="image/jpeg", size=3_482_113, sha256=SHA, taken_at="2018-03-23T09:14:00+00:00", taken_by="R.K.",
    acts=(
        Act("2018-03-23T09:14:00+00:00", "R.K.", N_("Taken in"), "", "1" * 64),
        Act("2018-03-24T10:00:00+00:00", "M.S.", N_("Looked at"), "", "2" * 64),
        Act("2018-04-02T12:30:00+00:00", "M.S.", N_("Handed out"), "The Hague", "3" * 64),
    ),
    anchor=Anchor(HEAD, KEY, "2018-04-02T12:31:00+00:00", 4711),
    handed_at="2018-04-02T12:30:00+00:00", recipient="International Criminal Court",
    purpose="Evidence of the air strike on the market", audience="internal",
)  # fmt: skip


def read(of: Certified, *languages: Language) -> PdfReader:
    content, missing = certificate(of, languages)
    assert missing == ()
    return PdfReader(io.BytesIO(content))


@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_it_tells_the_whole_fingerprint_and_the_head_of_the_history(language: Language) -> None:
    reader = read(CERTIFIED, language)
    text = joined(text_of(reader))
    assert SHA in text
    assert HEAD in text
    assert KEY in text
    assert len(reader.pages) <= 2
    assert reader.metadata is not None
    assert reader.metadata.title == language.text(TITLE)


@pytest.mark.parametrize("audience", ["public", "internal"])
@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_a_copy_of_a_withdrawn_file_does_not_leave_without_saying_so(language: Language, audience: str) -> None:
    copy = replace(CERTIFIED, original="a" * 64, changes=(N_("Photo"),), audience=audience)
    told = joined(language.text(OF_WITHDRAWN))
    assert told not in joined(text_of(read(copy, language)))
    assert told in joined(text_of(read(replace(copy, of_withdrawn=True), language)))


def test_both_languages_stand_in_one_file_each_from_a_page_of_its_own() -> None:
    reader = read(CERTIFIED, ENGLISH, ARABIC)
    pages = [joined(page) for page in pages_of(reader)]
    begins = [next(at for at, page in enumerate(pages) if joined(one.text(TITLE)) in page) for one in (ENGLISH, ARABIC)]
    assert begins[0] == 0 < begins[1]
    assert joined(text_of(reader)).count(SHA) == 2
    assert len(reader.outline) == 2


@pytest.mark.parametrize("audience", ["public", "internal"])
@pytest.mark.parametrize("acts", [3, 60])
def test_each_language_fills_its_pages(audience: str, acts: int) -> None:
    """One page each where little was done with the file; else a list that goes on, and no page with nothing on it."""
    of = dataclasses.replace(CERTIFIED, audience=audience, acts=CERTIFIED.acts * (acts // 3))
    reader = read(of, ENGLISH, ARABIC)
    assert len(reader.pages) == (2 if acts == 3 else 6)
    assert all(len(page) > 300 for page in pages_of(reader))


@pytest.mark.parametrize("audience", ["public", "partners"])
@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_outside_the_office_it_names_nobody_and_no_hour(language: Language, audience: str) -> None:
    told = ((N_("Taken by"), lambda _: "Marker Person"),)
    of = dataclasses.replace(CERTIFIED, audience=audience, told=told)
    text = text_of(read(of, language))
    for withheld in ("R.K.", "M.S.", "09:14", "12:30", "12:31", "IMG_0042", "Marker Person", "The Hague"):
        assert withheld not in text
    assert "International Criminal Court" in text
    assert SHA in joined(text)


@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=["en", "ar"])
def test_a_file_of_an_entry_that_was_never_saved_has_a_whole_sentence(language: Language) -> None:
    of = dataclasses.replace(CERTIFIED, kept_with=())
    [head] = [part for part in parts(of, language) if isinstance(part, Masthead)]
    assert head.lines == (language.text(OF_FILE_ALONE, number=of.number, office=of.office),)
    assert SHA in joined(text_of(read(of, language)))


@pytest.mark.parametrize("language", [ENGLISH, ARABIC], ids=["en", "ar"])
@pytest.mark.parametrize(("audience", "title"), [("internal", WHEN), ("partners", DAY)])
def test_a_column_of_days_names_no_zone_and_an_hour_names_its_own(
    language: Language, audience: str, title: Message
) -> None:
    of = dataclasses.replace(CERTIFIED, audience=audience)
    made = tuple(parts(of, language))
    table = [part for part in made if isinstance(part, DataTable)][-1]
    assert table.columns[0].title == language.text(title)
    facts = next(part for part in made if isinstance(part, Facts))
    assert any("09:14 UTC" in bare(line) for _, said in facts.rows for line in said) is (audience == "internal")


@pytest.mark.parametrize("arabic_indic", [False, True])
def test_day_and_hour_stand_in_one_order_in_head_and_log(arabic_indic: bool) -> None:
    made = tuple(parts(CERTIFIED, written_with(ARABIC, arabic_indic=arabic_indic)))
    table = [part for part in made if isinstance(part, DataTable)][-1]
    facts = next(part for part in made if isinstance(part, Facts))
    [head] = [line for _, said in facts.rows for line in said if "UTC" in line]
    for shown in (head, *(row[0] for row in table.rows)):
        day = shown.index("2018") if not arabic_indic else shown.index("٢٠١٨")
        opened = shown[:day].count("\u2066") - shown[:day].count("\u2069")
        assert opened == 2, "the day is in one piece, and stands in one piece with the hour"


def test_a_copy_tells_what_it_was_made_of() -> None:
    of = dataclasses.replace(CERTIFIED, original="a1b2c3d4" * 8, changes=(N_("Places blacked out"),))
    text = joined(text_of(read(of, ENGLISH)))
    assert "a1b2c3d4" * 8 in text
    assert joined("Places blacked out") in text


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_printed_as_it_is_or_told_as_missing(name: str) -> None:
    for language in (ENGLISH, ARABIC):
        content, _ = certificate(dataclasses.replace(CERTIFIED, name=name, recipient=name, purpose=name), [language])
        assert SHA in joined(text_of(PdfReader(io.BytesIO(content))))


def test_the_same_values_give_the_same_bytes() -> None:
    assert certificate(CERTIFIED, [ENGLISH, ARABIC]) == certificate(CERTIFIED, [ENGLISH, ARABIC])
