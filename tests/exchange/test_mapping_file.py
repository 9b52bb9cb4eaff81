"""Mapping files: what they say, and what is refused by its place before any row is read."""

from pathlib import Path

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Victim, WeaponUse
from snhr_desktop.domain.vocabularies import Term, adopt
from snhr_desktop.exchange.conversion.terms import Lookup
from snhr_desktop.exchange.mapping.checking import a_date_pattern
from snhr_desktop.exchange.mapping_file import bundled, load_mapping
from snhr_desktop.exchange.refusals import BadMapping
from snhr_desktop.i18n import ARABIC, ENGLISH, Message, bare
from tests.exchange.archive import folder_file

FILE = '[file]\ncode = "x"\nname_en = "X"\nname_ar = "س"\nkey = "no"\n'


def test_every_bundled_mapping_can_be_followed() -> None:
    for mapping in bundled():
        place = mapping.place
        assert place is not None
        codes = {code for codes in place.governorates.values() for code in codes} | set(place.known.values())
        assert all(code in built_in() for code in codes)
        assert mapping.recognised_by <= mapping.used()


def test_the_archive_s_staff_are_left_out_on_purpose() -> None:
    mapping = next(m for m in bundled() if m.code == "syrian_archive_chemical")
    assert "staff" in mapping.ignored


def test_words_are_looked_up_in_any_usual_spelling() -> None:
    lookup = Lookup({"Barrel-Bomb": "barrel", "قنابل عنقوديّة": "cluster", "+": "scud"}, Victim.field("notes").kind)
    said = ("barrel bomb", "القنابل عنقودية", "+", "-")
    assert [lookup.code(word) for word in said] == ["barrel", "cluster", "scud", None]


@pytest.mark.parametrize(
    "text, place",
    [
        ('[file]\ncode = "x"\n', "“file.name_en” is missing"),
        (FILE.replace('"x"', '"Not A Code"'), "“file.code” cannot be used"),
        (FILE + "[other]\na = 1\n", "“other” is not known here"),
        (FILE + '[incident]\nnonsense = "a"\n', "“incident.nonsense” is not known here"),
        (FILE + '[incident]\nreference = "a"\n', "“incident.reference” is not known here"),
        (FILE + '[[sources]]\nreal_name = "a"\n', "“sources.real_name” is not known here"),
        (FILE + '[incident]\nstatus = { value = "proved" }\n', "“incident.status.value” cannot be used"),
        (
            FILE + '[incident]\ntitle_en = { columns = "a", follows = true }\n',
            "“incident.title_en.follows” is not known",
        ),
        (
            FILE + '[[victims]]\noutcome = { value = "killed", follows = true }\n',
            "“victims.outcome.follows” is not known",
        ),
        (FILE + '[[victims]]\nname_ar = "a"\nlisted = true\n', "“victims.listed” cannot be used"),
        (FILE + "[incident]\ntitle_en = 7\n", "“incident.title_en” cannot be used"),
        (FILE + '[incident.kinds.flags]\ncolumn = "unheard_of"\n', "“incident.kinds” cannot be used"),
        (
            FILE + '[[weapons]]\nweapon = { columns = "a", words = "w" }\n',
            "names a word list that the file does not have",
        ),
        (
            FILE + '[words.w]\na = "b"\n[[weapons]]\nweapon = { columns = "a", words = "w" }\n',
            "“weapons.weapon” cannot",
        ),
        (FILE + '[[victims]]\nnumber = "killed"\n', "a blank cell is not one"),
        (FILE + '[victims]\nnumber = "killed"\n', "“victims” cannot be used"),
        (FILE + '[date]\ncolumn = "d"\ncode = "(?P<day>"\n', "“date.code” cannot be used"),
        (FILE + '[date]\ncolumn = "d"\ncode = "(?P<day>.)"\n', "“date.code” cannot be used"),
        (FILE + '[place]\ncolumn = "p"\nfar_km = -1\n', "“place.far_km” cannot be used"),
        ("[file\n", "not a TOML file"),
    ],
)
def test_a_mistake_is_refused_by_its_place(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(BadMapping) as refused:
        load_mapping(folder_file(tmp_path, "m.toml", text))
    assert place in bare(refused.value.tell(ENGLISH))
    assert "ملف المطابقة" in refused.value.tell(ARABIC)


def test_a_missing_mapping_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadMapping) as refused:
        load_mapping(tmp_path / "none.toml")
    assert "no such file" in refused.value.tell(ENGLISH)


def test_a_term_that_an_office_added_is_known_by_its_words() -> None:
    kind = WeaponUse.field("weapon").kind
    assert Lookup({}, kind).code("جرة متفجرة") is None
    adopt({"weapon": [Term("idl_jar", Message("Exploding jar"), also=("جرة متفجرة",), own=True)]})
    try:
        assert Lookup({}, kind).code("الجرّة المتفجرة") == "idl_jar"
    finally:
        adopt({})


def test_a_pattern_that_python_warns_of_is_no_pattern() -> None:
    assert a_date_pattern("(?P<day>[[0-9])(?P<month>.)(?P<year>.)") is None
    assert a_date_pattern("(?P<day>..)(?P<month>..)(?P<year>..)") is not None
