"""Frozen and thawed, every field of a snapshot is what it was, whatever a snapshot comes to hold."""

import dataclasses
import datetime as dt
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.records import Dossier, Incident, Marker, Period, PeriodFile, PublishedFigure, Source, Victim
from snhr_desktop.domain.values import Site, When
from snhr_desktop.figures import FIGURES
from snhr_desktop.figures.figure import Answer
from snhr_desktop.figures.published import Beside
from snhr_desktop.i18n import ENGLISH
from snhr_desktop.reports import versions
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.frozen import Frozen, freeze, freeze_answers, thaw, thaw_answers
from snhr_desktop.reports.kind import NAMES
from snhr_desktop.reports.particular import ParticularChange
from snhr_desktop.reports.snapshot import Earlier, Listed, Retold, Snapshot
from tests.builders import HOSTILE_TEXTS
from tests.reports.specimen import AS_OF, PRINTED_LATIN, answers, empty, snapshot

_WORDS = st.one_of(st.text(max_size=40), st.sampled_from([text[:200] for text in HOSTILE_TEXTS]))
_CODES = st.text("abcdefghij_0123456789-", min_size=1, max_size=12)
_DAYS = st.dates(dt.date(1970, 1, 1), dt.date(2040, 1, 1))
_WHENS = st.one_of(st.just(When()), st.builds(When.on, _DAYS))
_SITES = st.builds(Site, _CODES, _CODES, st.none() | st.floats(-90, 90), st.none() | st.floats(-180, 180))
_COUNTS = st.dictionaries(_CODES, st.integers(0, 10**6), max_size=4)
_TOTALS = st.one_of(st.none(), st.integers(0, 10**6), st.floats(0, 100).map(lambda n: round(n, 1)))
_ANSWERS = st.builds(
    Answer, st.sampled_from(sorted(FIGURES)), _CODES, _TOTALS, st.dictionaries(_CODES, _COUNTS, max_size=3),
    st.integers(0, 9),
)  # fmt: skip
_BY_FIGURE = st.lists(_ANSWERS, max_size=5).map(lambda found: {answer.figure: answer for answer in found})
_DOSSIERS = st.builds(
    Dossier,
    st.builds(Incident, title_ar=_WORDS, narrative_en=_WORDS, date=_WHENS, place=_SITES, kinds=st.just(("killing",))),
    st.lists(st.builds(Victim, name_ar=_WORDS, age=st.none() | st.integers(0, 99)), max_size=3).map(tuple),
    sources=st.lists(st.builds(Source, pseudonym=_WORDS, stated_on=st.none() | _DAYS), max_size=2).map(tuple),
    revision=st.integers(0, 9),
)
_FILES = st.builds(
    PeriodFile,
    st.builds(Period, code=_CODES, name_ar=_WORDS, first=st.none() | _DAYS, last=st.none() | _DAYS),
    st.lists(st.builds(Marker, when=_WHENS, label_ar=_WORDS), max_size=3).map(tuple),
    st.lists(st.builds(PublishedFigure, figure=_CODES, value=_WORDS), max_size=2).map(tuple),
)
_BESIDE = st.builds(
    Beside, st.builds(PublishedFigure, value=_WORDS), st.none() | st.sampled_from(list(FIGURES.values())),
    st.none() | st.integers(0, 99) | st.floats(0, 99), st.none() | st.integers(0, 99),
)  # fmt: skip
_RETOLD = st.builds(Retold, _CODES, st.lists(_CODES, max_size=3).map(tuple))
_PARTICULARS = st.lists(st.builds(ParticularChange, _WORDS, _WORDS, _WORDS), max_size=2).map(tuple)
_EARLIER = st.builds(
    Earlier, _CODES, _DAYS, _BY_FIGURE, _CODES, st.lists(_RETOLD, max_size=2).map(tuple),
    st.dictionaries(st.sampled_from(["ar", "en"]), _PARTICULARS, max_size=2),
)  # fmt: skip
_SNAPSHOTS = st.builds(
    Snapshot,
    brief=st.builds(Brief, _CODES, left_out=st.lists(_CODES, max_size=2).map(tuple)),
    file=_FILES,
    as_of=st.integers(0, 2 * 10**9).map(lambda second: dt.datetime.fromtimestamp(second, dt.UTC)),
    answers=_BY_FIGURE,
    parties=st.dictionaries(_CODES, _COUNTS, max_size=3),
    massacres=st.lists(_DOSSIERS, max_size=2).map(tuple),
    incidents=st.lists(
        st.builds(Listed, _CODES, _WHENS, _SITES, _CODES, st.integers(0, 9), st.integers(0, 9)), max_size=3
    ).map(tuple),
    compared=st.lists(_BESIDE, max_size=3).map(tuple),
    training=st.booleans(),
    serial=st.integers(0, 99),
    earlier=st.lists(_EARLIER, max_size=2).map(tuple),
)


def frozen(shown: Snapshot) -> Frozen:
    """The state of a specimen with an edited text."""
    return Frozen.of(shown, {"en": {"about": "Edited.\n\n- {civilians_killed}"}})


@pytest.mark.parametrize(
    "shown", [snapshot(), snapshot(listed=40, training=True), empty()], ids=["full", "long", "empty"]
)
def test_a_report_thawed_is_the_one_that_was_frozen(shown: Snapshot) -> None:
    state = frozen(dataclasses.replace(shown, earlier=(Earlier("R180601", dt.date(2018, 6, 13), answers()),)))
    text = freeze(state)
    again = thaw(text)
    assert again == state
    assert freeze(again) == text
    assert list(leaves(again)) == list(leaves(state))


def test_every_field_of_every_part_is_in_the_text() -> None:
    raw = json.loads(freeze(frozen(snapshot())))
    named = {str(f.name) for kind in (Snapshot, Brief, Period, Incident, Victim) for f in dataclasses.fields(kind)}
    assert named <= set(keys(raw))


@settings(max_examples=60, deadline=None)
@given(_SNAPSHOTS)
def test_whatever_a_snapshot_holds_comes_back(shown: Snapshot) -> None:
    state = Frozen(shown, {}, {}, {}, frozen(empty()).versions)
    again = thaw(freeze(state))
    assert again == state
    assert list(leaves(again)) == list(leaves(state))


@given(_BY_FIGURE)
def test_figures_alone_come_back_too(found: Mapping[str, Answer]) -> None:
    assert thaw_answers(json.loads(freeze_answers(found))) == found


def test_a_figure_that_the_program_no_longer_has_is_left_out() -> None:
    assert thaw_answers({"a_figure_of_old": {"nothing": 1}}) == {}


def test_texts_and_definitions_are_kept_for_every_language_as_they_are_printed() -> None:
    state = frozen(snapshot())
    assert (state.edited["en"], state.edited["ar"]) == (("about",), ())
    for code in ("en", "ar"):
        assert set(state.sources[code]) == set(NAMES)
        assert set(state.definitions[code]) == set(FIGURES)
    assert state.sources["en"]["about"].startswith("Edited.")
    assert state.definitions["en"]["massacres"] == ENGLISH.text(FIGURES["massacres"].definition)


def test_versions_are_the_same_in_another_process() -> None:
    told = "from snhr_desktop.reports.versions import Versions; print(Versions.here())"
    ran = [
        subprocess.run(
            [sys.executable, "-c", told], capture_output=True, check=True, text=True, env={"PYTHONHASHSEED": n}
        )
        for n in "12"
    ]
    assert ran[0].stdout == ran[1].stdout == f"{frozen(empty()).versions}\n"


_NO_PART = {"platformdirs", "pyphen", "setuptools", "sqlcipher3", "typing_extensions"}
"""What is loaded and has no say in what stands on a page."""


def test_whatever_is_loaded_to_make_a_page_is_among_the_versions() -> None:
    told = (
        "import sys, json; import snhr_desktop.reports.frozen, snhr_desktop.reports.render;"
        "print(json.dumps(list(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True, text=True)
    loaded = [name.split(".") for name in json.loads(ran.stdout)]
    rooms = {name[1] for name in loaded if name[0] == "snhr_desktop" and len(name) > 1}
    assert rooms - {"reports"} <= {room.removesuffix(".py") for room in versions._PRINTING}
    whose = packages_distributions()
    libraries = {one for name in loaded for one in whose.get(name[0], ()) if one != "snhr-desktop"}
    assert libraries - _NO_PART <= set(versions._ENGINES)


def test_a_day_is_a_day_and_a_moment_a_moment() -> None:
    again = thaw(freeze(frozen(snapshot()))).snapshot
    assert (again.as_of, type(again.period.first)) == (AS_OF, dt.date)


def leaves(value: object, path: str = "") -> Iterator[tuple[str, type, object]]:
    """Every value with where it stands and its type, in order: equal numbers of two types print differently."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from leaves(getattr(value, field.name), f"{path}.{field.name}")
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from leaves(one, f"{path}[{key!r}]")
    elif isinstance(value, tuple | list):
        for at, one in enumerate(value):
            yield from leaves(one, f"{path}[{at}]")
    else:
        yield path, type(value), value


def keys(raw: object) -> Iterator[str]:
    """Every name in a JSON value."""
    if isinstance(raw, dict):
        yield from raw
        for one in raw.values():
            yield from keys(one)
    elif isinstance(raw, list):
        for one in raw:
            yield from keys(one)


def test_a_state_frozen_by_the_first_form_is_still_read() -> None:
    """What is published is read for years: a field that comes later needs a default."""
    kept = (Path(__file__).parent / "frozen_form_1.json").read_text(encoding="utf-8")
    state = thaw(kept)
    assert (state.form, state.snapshot.code, state.snapshot.answers["civilians_killed"].total) == (1, "R180601", 1109)
    assert state.snapshot.massacres[0].victims[2].name_en == PRINTED_LATIN
    printed, _ = state.manuscripts()
    assert [one.edition.title for one in printed] == ["Idlib after a year", "إدلب بعد عام"]
