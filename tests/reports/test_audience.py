"""The table of rules: what it says in words is what is done, for every audience, consent, answer and class."""

import itertools
import re
from dataclasses import fields
from typing import Any

import pytest

from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Source, Victim
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.reports import audience as told
from snhr_desktop.reports.audience import RULES
from snhr_desktop.reports.publication import for_publication
from tests.builders import dossier, source, victim

AUDIENCES = tuple(vocabulary("audience"))
CONSENTS = ("", *vocabulary("consent"))
ANSWERS = ("", *vocabulary("naming"))
CLASSES: dict[str, dict[str, Any]] = {
    "men": {"sex": "male", "age": 41},
    "women": {"sex": "female", "age_group": "adult"},
    "children": {"sex": "female", "age": 7, "age_group": "adult"},
    "not_known": {"sex": "male", "age_group": ""},
}
NAMED = {("public", "published"), ("partners", "published"), ("partners", "shared")}
APPEARS = {
    "public": {"anonymous", "named"},
    "partners": {"anonymous", "named", "courts"},
    "internal": set(CONSENTS),
}


def test_the_table_in_words_is_the_table() -> None:
    lines = re.findall(r"^\| (\w+) +\|(.+)\|$", told.__doc__ or "", re.MULTILINE)
    assert [name for name, _ in lines] == ["rule", *(field.name for field in fields(told.Rule))]
    columns = {name: [cell.strip() for cell in cells.split("|")] for name, cells in lines}
    assert tuple(columns.pop("rule")) == AUDIENCES
    for name, cells in columns.items():
        for audience, said in zip(AUDIENCES, cells, strict=True):
            value = getattr(RULES[audience], name)
            if isinstance(value, bool):
                assert said == ("yes" if value else "no"), (name, audience)
            elif said == "all":
                whole = {"sources": "consent", "names": "naming", "classes": "victim_class"}[name]
                assert value == {"", *vocabulary(whole)}, (name, audience)
            else:
                assert value == set(said.split(", ")), (name, audience)


@pytest.mark.parametrize(
    ("audience", "answer", "group"),
    [*itertools.product(AUDIENCES, ANSWERS, CLASSES)],
    ids=lambda said: said or "blank",
)
def test_who_is_named(audience: str, answer: str, group: str) -> None:
    person = victim(naming=answer, name_ar="سليم قصاب", name_en="Salim Qassab", father_ar="وليد", **CLASSES[group])
    shown: Victim = for_publication(dossier(person), audience, built_in()).victims[0]
    expected = audience == "internal" or ((audience, answer) in NAMED and group in ("men", "women"))
    assert (bool(shown.name_ar), bool(shown.name_en)) == (expected, expected)
    assert bool(shown.father_ar) == (expected and audience != "public")


@pytest.mark.parametrize(
    ("audience", "consent"), [*itertools.product(AUDIENCES, CONSENTS)], ids=lambda said: said or "blank"
)
def test_which_sources_appear(audience: str, consent: str) -> None:
    given = source(
        pseudonym="Grey Falcon", consent=consent, real_name="Real Person", contact="+963 944 000 111",
        link="https://example.org/post", statement_en="I saw two aircraft.", reliability="B",
    )  # fmt: skip
    shown: Source = for_publication(dossier(sources=(given,)), audience, built_in()).sources[0]
    appears = consent in APPEARS[audience]
    more = appears and audience != "public"
    assert (shown.kind, shown.pseudonym) == (("eyewitness", "Grey Falcon") if appears else ("", ""))
    assert (bool(shown.link), bool(shown.statement_en), bool(shown.reliability)) == (more, more, more)
    assert (shown.real_name, shown.contact) == ("", "")
    assert shown.consent == consent


@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_the_office_wrote_for_itself_stays_in_the_office(audience: str) -> None:
    person = victim(notes="Note on a victim")
    given = dossier(person)
    incident = {"review_notes": "Doubt", "massacre_reason": "Because", "learned_how": "By radio", "origin": "x 1"}
    record = type(given.incident)(**{**vars(given.incident), **incident})
    shown = for_publication(type(given)(record, victims=(person,)), audience, built_in())
    said = {getattr(shown.incident, name) for name in incident} | {shown.victims[0].notes}
    assert said == ({*incident.values(), "Note on a victim"} if audience == "internal" else {""})


def test_an_audience_nobody_has_ruled_for_is_refused() -> None:
    with pytest.raises(KeyError):
        for_publication(dossier(), "everybody", built_in())
