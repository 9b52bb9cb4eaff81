"""Fields parse untrusted input once, say in words what is wrong, and give back what they were given."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.kinds import Choices, Count, Flag, Invalid, Kind, SiteKind, Text, TimeOfDay, WhenKind
from snhr_desktop.domain.records import CHILDREN, RECORD_TYPES, Dossier, Incident, Source, Victim
from snhr_desktop.domain.values import NO_SITE, NO_TIME, Site, When
from snhr_desktop.i18n import ARABIC, ENGLISH, bare

HOSTILE = [
    "<b>&</b>",
    "\u202eevil\u202c",
    "مُحَمَّد",
    "a\x00b",
    "ي" * 4_000,
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "'; drop table incident; --",
]


@pytest.mark.parametrize("raw", HOSTILE)
def test_hostile_text_is_kept_as_words(raw: str) -> None:
    text = Text(5_000, lines=True).parse(raw)
    assert bare(text) == text
    assert "\x00" not in text
    assert text.replace("\n", "") == bare(raw).replace("\x00", "").strip()


def test_a_narrative_too_long_is_refused_with_its_length() -> None:
    with pytest.raises(Invalid) as refused:
        Text(40_000, lines=True).parse("ن" * 50_000)
    assert refused.value.values == {"length": 50_000, "limit": 40_000}


@pytest.mark.parametrize(("raw", "number"), [("", None), ("  ", None), ("٤", 4), (" 7 ", 7), (3.0, 3), ("0", 0)])
def test_blank_is_not_zero(raw: object, number: int | None) -> None:
    assert Count(0, 100).parse(raw) == number


@pytest.mark.parametrize("raw", ["-3", "−3", "3.5", "three", "1e3", True, "999", "9" * 40])
def test_a_number_out_of_range_is_refused(raw: object) -> None:
    with pytest.raises(Invalid):
        Count(0, 100).parse(raw)


@pytest.mark.parametrize("raw", ["24:00", "12:60", "noon", "1234"])
def test_an_impossible_time_is_refused(raw: str) -> None:
    with pytest.raises(Invalid):
        TimeOfDay().parse(raw)


def test_times_are_written_one_way() -> None:
    assert TimeOfDay().parse("٩:٠٥") == "09:05"


@pytest.mark.parametrize(
    "raw", [{"first": "2018-03-22", "last": "2018-03-01"}, "2018-02-30", "31/13/2018", "0001-01-01", "yesterday"]
)
def test_an_impossible_date_is_refused(raw: object) -> None:
    with pytest.raises(Invalid):
        WhenKind().parse(raw)


@pytest.mark.parametrize(
    "raw",
    [
        {"lat": 91, "lon": 0},
        {"lat": 35.8},
        {"lat": "nan", "lon": "1"},
        {"pcode": "../../etc"},
        7,
        {"lat": "inf", "lon": 1},
    ],
)
def test_an_impossible_place_is_refused(raw: object) -> None:
    with pytest.raises(Invalid):
        SiteKind().parse(raw)


def test_choices_keep_their_order_and_drop_repeats() -> None:
    assert Choices("violation").parse("killing; vital_attack;killing") == ("killing", "vital_attack")
    with pytest.raises(Invalid):
        Choices("violation").parse(["killing", "made_up"])


@pytest.mark.parametrize(("raw", "value"), [("نعم", True), ("No", False), (None, False), (1, True)])
def test_flags_are_read_in_both_languages(raw: object, value: bool) -> None:
    assert Flag().parse(raw) is value


days = st.dates(dt.date(1980, 1, 1), dt.date(2030, 12, 31))
whens = (
    st.tuples(days, days).map(lambda pair: When(min(pair), max(pair), "range")) | days.map(When.on) | st.just(NO_TIME)
)
sites = st.builds(Site, st.just("C4126"), st.just("community"), st.none(), st.none()) | st.just(NO_SITE)


@given(whens)
def test_a_date_survives_json_and_columns(when: When) -> None:
    kind = WhenKind()
    assert kind.parse(kind.dump(when)) == when
    assert kind.from_columns(kind.to_columns(when)) == when


@given(st.text(max_size=300))
def test_any_text_parses_or_is_refused(raw: str) -> None:
    kinds: tuple[Kind, ...] = (Text(), Count(), TimeOfDay(), WhenKind(), Choices("violation"), Flag(), SiteKind())
    for kind in kinds:
        try:
            value = kind.parse(raw)
        except Invalid:
            continue
        assert kind.parse(kind.dump(value)) == value


@given(whens, sites, st.text(max_size=100))
def test_a_dossier_survives_json(when: When, site: Site, name: str) -> None:
    incident = Incident(title_en=Text().parse(name), date=when, place=site, kinds=("killing",))
    dossier = Dossier(incident, victims=(Victim(number=4), Victim(age=0)), sources=(Source(kind="medic"),))
    again, problems = Dossier.parse(dossier.dump())
    assert again == dossier
    assert not [p for p in problems if p.level == "error"]


def test_a_victim_of_whom_nothing_is_known_is_kept_and_an_untouched_row_is_not() -> None:
    dossier, _ = Dossier.parse(
        {"incident": {}, "victims": [{"number": 1, "outcome": "killed"}, {"name_ar": "", "age": None}]}
    )
    assert dossier.victims == (Victim(),)


def test_problems_name_their_record_row_and_field_in_both_languages() -> None:
    _, problems = Dossier.parse(
        {"incident": {"date": "2018-02-30"}, "victims": [{"age": "4"}, {"age": "-3", "number": 0}]}
    )
    found = {(p.record, p.row, p.field) for p in problems if p.level == "error"}
    assert found == {("incident", 0, "date"), ("victim", 1, "age"), ("victim", 1, "number")}
    for problem in problems:
        assert problem.tell(ENGLISH) != problem.tell(ARABIC)
        assert "{" not in problem.tell(ENGLISH) + problem.tell(ARABIC)


def test_every_record_type_says_its_fields_once() -> None:
    for name, record_type in RECORD_TYPES.items():
        fields = [field.name for field in record_type.fields()]
        assert fields
        assert len(set(fields)) == len(fields), name
        assert record_type.title.text


def test_a_source_keeps_its_identity_apart() -> None:
    assert {f.name for f in Source.fields() if f.sensitive} == {"real_name", "contact"}
    source = Source(kind="medic", pseudonym="A-17", real_name="someone", contact="+963 944 123 456")
    assert source.without_sensitive() == Source(kind="medic", pseudonym="A-17")
    assert not [f.name for t in CHILDREN.values() for f in t.fields() if f.sensitive and f.searchable]
