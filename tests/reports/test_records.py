"""The dossier of one incident and the list of civilians killed: what they hold, for whom, and what they refuse."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.doubles.merging import merged, proposal
from snhr_desktop.domain.places import built_in
from snhr_desktop.domain.records import Dossier
from snhr_desktop.domain.values import NO_SITE, Site, When
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, Language, bare
from snhr_desktop.reports.agreement import disagreements
from snhr_desktop.reports.agreement.persons import COMPLETE, LINKS, NAMES
from snhr_desktop.reports.agreement.tables import ROW
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.contents import CONTENTS
from snhr_desktop.reports.filed import NoIncidentChosen, NoSuchIncident
from snhr_desktop.reports.kind import DOSSIER, VICTIMS
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.parts import Bullets, DataTable, Facts, Heading, Masthead, Part, Prose
from snhr_desktop.reports.render import written
from snhr_desktop.reports.roll import Completeness, roll_of
from snhr_desktop.reports.sections import filed as filed_section
from snhr_desktop.reports.sections import statements
from snhr_desktop.reports.sections.roll import alphabet
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.store.actions import MERGED, MERGED_AWAY, UNMERGED
from snhr_desktop.store.actions import words as action_words
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.workspace import Workspace
from tests.builders import HOSTILE_TEXTS, counted, dossier, incident, source, victim
from tests.reports.planting import cell, changed, told_by
from tests.reports.reading import printed, text_of
from tests.reports.specimen import AS_OF, CHILD_NAME, PRINTED_NAME, REAL_SOURCE, WITHHELD_NAME, massacre

EACH_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
EACH_AUDIENCE = pytest.mark.parametrize("audience", ["public", "partners", "internal"])
CODE = "IDL-2018-00001"


@pytest.fixture
def filed(workspace: Workspace) -> Workspace:
    """One massacre with everything in it, saved twice, and another incident beside it."""
    given = massacre()
    said: dict[str, Any] = {"reference": "", "review_notes": "Toll raised in April.", "massacre_override": "yes"}
    stated = source(kind="medic", pseudonym="Dr K", consent="anonymous", stated_killed=31, statement_en="Thirty-one.")
    first = replace(given.incident, massacre_reason="Decided in council.", **said)
    workspace.save(replace(given, incident=first, sources=(*given.sources, stated)), f"Told by {REAL_SOURCE}")
    saved = workspace.by_reference(CODE)
    assert saved
    workspace.save(replace(saved, incident=replace(saved.incident, toll_open=False)), "Toll closed")
    workspace.save(dossier(victim(name_ar="أحمد العلي", naming="published"), incident=counted(date=When.on(DAY))))
    return workspace


DAY = dt.date(2018, 4, 2)


def gathered(workspace: Workspace, kind: str, audience: str = "public", about: str = CODE) -> Snapshot:
    return workspace.gather(Brief("idlib", "all", kind=kind, audience=audience, incident=about), AS_OF)


def manuscript(shown: Snapshot, language: Language = ENGLISH) -> Manuscript:
    [made] = written(shown, (language,))
    return made


def words_of(parts: tuple[Part, ...]) -> str:
    """Everything that parts say, tables as well."""
    said: list[str] = []
    for part in parts:
        if isinstance(part, Facts):
            said += [line for title, lines in part.rows for line in (title, *lines)]
        elif isinstance(part, DataTable):
            said += [one for row in (*part.rows, part.total, (part.note,)) for one in row]
        elif isinstance(part, Bullets):
            said += part.items
        elif isinstance(part, Masthead):
            said += [part.title, *part.lines]
        elif isinstance(part, Heading | Prose):
            said.append(part.text)
    return bare("\n".join(said))


@EACH_LANGUAGE
@EACH_AUDIENCE
@pytest.mark.parametrize("kind", [DOSSIER, VICTIMS])
def test_both_are_printed_whole_for_every_audience(
    kind: str, audience: str, language: Language, filed: Workspace
) -> None:
    shown = gathered(filed, kind, audience)
    both = written(shown, LANGUAGES.values())
    assert list(disagreements(both)) == []
    text = text_of(printed(shown, language))
    assert CODE in text
    told = audience == "internal" and (language is ARABIC or kind == DOSSIER)
    assert (WITHHELD_NAME.split()[0] in text) == told
    assert REAL_SOURCE not in text


@EACH_LANGUAGE
def test_a_merged_and_an_unmerged_incident_print_with_what_was_done(language: Language, filed: Workspace) -> None:
    one, other = (filed.dossier(row.uid) for row in reversed(filed.incidents(IncidentQuery()).rows))
    joined = filed.merge(merged(one, other, proposal(one, other, filed.gazetteer)), other, "one attack")
    codes = joined.dossier.incident.reference, joined.other.incident.reference
    for code, action in zip(codes, (MERGED, MERGED_AWAY), strict=True):
        shown = gathered(filed, DOSSIER, "internal", code)
        assert language.text(action_words(action)).split()[0] in text_of(printed(shown, language))
        assert list(disagreements([manuscript(shown, language)])) == []
    filed.unmerge(joined.other.incident.uid, "two after all")
    for code in codes:
        shown = gathered(filed, DOSSIER, "public", code)
        made = bare(repr(manuscript(shown, language).sections()["custody"]))
        assert bare(language.text(action_words(UNMERGED))) in made
        printed(shown, language)


@pytest.mark.parametrize("action", HOSTILE_TEXTS)
def test_a_save_that_a_later_release_made_is_told_as_a_change(action: str) -> None:
    assert action_words(action) == action_words("changed")


def test_a_dossier_is_found_by_reference_and_by_identity(filed: Workspace) -> None:
    by_code = gathered(filed, DOSSIER, about=f" {CODE.lower()} ")
    assert by_code.filed
    again = gathered(filed, DOSSIER, about=by_code.filed.dossier.incident.uid)
    assert again.filed == by_code.filed
    assert (by_code.first, by_code.last, by_code.scope) == (dt.date(2018, 3, 22), dt.date(2018, 3, 22), "all")


@EACH_LANGUAGE
@pytest.mark.parametrize(
    ("status", "classification"), [("rejected", "violation"), ("unconfirmed", ""), ("documented", "not_violation")]
)
def test_an_incident_that_counts_nowhere_is_called_so_whatever_is_left_out(
    workspace: Workspace, language: Language, status: str, classification: str
) -> None:
    told = counted(status=status, classification=classification)
    uid = workspace.save(dossier(victim(), incident=told)).dossier.incident.uid
    every = tuple(section.code for section in CONTENTS[DOSSIER])
    shown = workspace.gather(Brief("idlib", kind=DOSSIER, incident=uid, left_out=every), AS_OF)
    [head] = [part for part in manuscript(shown, language).parts if isinstance(part, Masthead)]
    assert label("status", status, language) in head.lines[-1]
    assert label("status", status, language) in text_of(printed(shown, language))
    whole = workspace.gather(Brief("idlib", kind=DOSSIER, incident=uid), AS_OF)
    assert language.text(filed_section.SET_APART) in words_of(manuscript(whole, language).parts)
    assert told_by([manuscript(whole, language)]) == []


def test_an_incident_that_is_counted_is_not(filed: Workspace) -> None:
    [head] = [part for part in manuscript(gathered(filed, DOSSIER)).parts if isinstance(part, Masthead)]
    assert not any("no figure" in line for line in head.lines)


def test_a_number_in_the_title_of_a_dossier_is_that_of_its_incident(filed: Workspace) -> None:
    filed.save(dossier(victim(number=5), incident=counted(date=When.on(dt.date(2018, 3, 22)))))
    shown = gathered(filed, DOSSIER)
    for number, wrong in ((28, False), (5, True), (33, True)):
        made = written(shown, (ENGLISH,), {"en": {"title": f"# The killing of {number} civilians"}})
        assert bool(told_by(made)) == wrong


REFUSED = [
    ("", NoIncidentChosen),
    ("  ", NoIncidentChosen),
    ("IDL-2018-99999", NoSuchIncident),
    ("'; --", NoSuchIncident),
]


@pytest.mark.parametrize(("about", "refusal"), REFUSED)
def test_a_dossier_of_nothing_is_refused(about: str, refusal: type[Refusal], filed: Workspace) -> None:
    with pytest.raises(refusal) as refused:
        gathered(filed, DOSSIER, about=about)
    english, arabic = (bare(refused.value.tell(language)) for language in (ENGLISH, ARABIC))
    assert english != arabic
    assert about.strip() in english
    assert about.strip() in arabic


def test_an_incident_of_unknown_date_outside_the_period_has_its_dossier(workspace: Workspace) -> None:
    workspace.save(dossier(incident=incident(date=When(), place=Site("SY02", "governorate"))))
    [saved] = workspace.dossiers([one.uid for one in workspace.incidents(IncidentQuery()).rows])
    shown = gathered(workspace, DOSSIER, about=saved.incident.uid)
    assert list(disagreements(written(shown, LANGUAGES.values()))) == []
    assert printed(shown, ENGLISH).get_num_pages() >= 1


@EACH_LANGUAGE
def test_custody_tells_by_whom_and_why_to_the_office_alone(language: Language, filed: Workspace) -> None:
    for audience in ("public", "partners", "internal"):
        shown = gathered(filed, DOSSIER, audience)
        assert shown.filed
        [table] = [p for p in manuscript(shown, language).sections()["custody"] if isinstance(p, DataTable)]
        said = words_of((table,))
        assert ("tester" in said and "Toll closed" in said) == (audience == "internal")
        assert len(table.columns) == (6 if audience == "internal" else 4)
        assert (":" in bare(table.rows[0][1])) == (audience == "internal")
        assert [row[-1] for row in table.rows] == [
            language.isolate(link.chain_sha256[:12]) for link in shown.filed.custody.links
        ]
        assert REAL_SOURCE not in said
        assert shown.filed.custody.head in said.replace(" ", "")


def test_the_chain_of_a_dossier_is_that_of_the_store(filed: Workspace) -> None:
    published = filed.publish(Brief("idlib", kind=DOSSIER, incident=CODE)).publication
    shown = gathered(filed, DOSSIER)
    assert shown.filed
    assert [link.number for link in shown.filed.custody.links] == [1, 2]
    assert [link.action for link in shown.filed.custody.links] == ["created", "changed"]
    assert published.chain_head != shown.filed.custody.head  # publishing is a link of the chain itself
    assert filed.rebuild(published.code).differing == ()


def test_a_dossier_is_compared_with_dossiers_of_its_incident_alone(filed: Workspace) -> None:
    first = filed.publish(Brief("idlib", kind=DOSSIER, incident=CODE)).publication
    other = filed.save(dossier(incident=counted(date=When.on(dt.date(2018, 3, 22))))).dossier.incident.reference
    filed.publish(Brief("idlib", kind=DOSSIER, incident=other))
    filed.publish(Brief("idlib", "all", kind=VICTIMS))
    assert [one.code for one in gathered(filed, DOSSIER).earlier] == [first.code]
    assert first.code not in [one.code for one in gathered(filed, VICTIMS).earlier]


@EACH_AUDIENCE
def test_what_the_office_wrote_for_itself_stays_there(audience: str, filed: Workspace) -> None:
    said = words_of(manuscript(gathered(filed, DOSSIER, audience)).parts)
    inside = audience == "internal"
    for words in ("Toll raised in April.", "Decided in council.", "The Arabic text"):
        assert (words in said) == inside
    assert ("Thirty-one." in said) == (audience != "public")
    assert "Counts as a massacre." in said
    assert "Decided by a reviewer" in said


def test_conflicting_tolls_stand_side_by_side_with_their_sources(filed: Workspace) -> None:
    parts = manuscript(gathered(filed, DOSSIER)).sections()["stated_tolls"]
    [table] = [part for part in parts if isinstance(part, DataTable)]
    assert [tuple(map(bare, row)) for row in table.rows] == [
        ("Recorded by the network: civilians", "28", "30"), ("Civil Defence member", "28", "–"),
        ("Medical staff: “Dr K”", "31", "–"),
    ]  # fmt: skip
    assert ENGLISH.text(statements.DIFFER) in words_of(parts)


def test_people_not_named_are_counted_by_description(filed: Workspace) -> None:
    shown = gathered(filed, DOSSIER)
    assert shown.filed
    [table] = [p for p in manuscript(shown).sections()["people"] if isinstance(p, DataTable)]
    assert sum(int(row[1]) for row in table.rows) == sum(v.number for v in shown.filed.dossier.victims)
    assert [row[0].splitlines()[0] for row in table.rows].count("Not named") == len(table.rows) - 1


@EACH_LANGUAGE
def test_the_roll_holds_everybody_killed_once(language: Language, filed: Workspace) -> None:
    shown = gathered(filed, VICTIMS)
    assert shown.roll
    assert {one.name_ar for one in shown.roll.named} == {PRINTED_NAME, "أحمد العلي"}
    assert CHILD_NAME not in repr(shown)
    assert WITHHELD_NAME not in repr(shown)
    tally = shown.roll.classes["children"]
    assert (tally.named, tally.withheld, tally.nameless) == (0, 1, 14)
    assert sum(one.killed for one in shown.roll.classes.values()) == shown.answers["civilians_killed"].total == 29
    assert shown.roll.completeness == Completeness(29, complete=4, no_name=25, no_day=0, no_place=0)
    names = manuscript(shown, language).sections()["names"][-1]
    assert isinstance(names, DataTable)
    own = [CODE, "IDL-2018-00002"]  # who has no name in Latin letters stands after the others in English
    assert [row[-1] for row in names.rows] == (own[::-1] if language.rtl else own)


def test_the_order_is_that_of_the_letters_of_each_script() -> None:
    people = (("العلي أحمد", "Zaki A"), ("باسل حسن", "Yasin B"), ("إبراهيم سعد", "al-Basha C"), ("ياسر علي", ""))
    given = dossier(*(victim(name_ar=ar, name_en=en, naming="published") for ar, en in people))
    shown = roll_of([given], "public", built_in())
    assert len(shown.named) == 4
    order = {code: [one.name_ar for one in sorted(shown.named, key=alphabet(language))]
             for code, language in LANGUAGES.items()}  # fmt: skip
    assert order["ar"] == ["إبراهيم سعد", "باسل حسن", "العلي أحمد", "ياسر علي"]
    assert order["en"] == ["إبراهيم سعد", "باسل حسن", "العلي أحمد", "ياسر علي"]  # Basha, Yasin, Zaki, none


@pytest.mark.parametrize("hostile", HOSTILE_TEXTS[:-1])
def test_hostile_names_are_printed_as_they_are(hostile: str, workspace: Workspace) -> None:
    workspace.save(dossier(victim(name_ar=hostile[:100], name_en=hostile[:100], naming="published"), incident=incident(
        status="documented", classification="violation", narrative_en=hostile, title_en=hostile)))  # fmt: skip
    for kind in (DOSSIER, VICTIMS):
        shown = gathered(workspace, kind)
        assert printed(shown, (ENGLISH, ARABIC)).get_num_pages() >= 2


KILLED = st.builds(
    victim,
    number=st.integers(1, 3),
    name_ar=st.sampled_from(["", "أحمد", "أحمد العلي"]),
    sex=st.sampled_from(["", "male", "female"]),
    age_group=st.sampled_from(["", "child", "adult"]),
    civil_status=st.sampled_from(["civilian", "armed"]),
    outcome=st.sampled_from(["killed", "injured", "died_torture"]),
    naming=st.sampled_from(["", "none", "shared", "published"]),
)
INCIDENTS = st.builds(
    lambda victims, date, place: dossier(incident=counted(date=date, place=place), victims=tuple(victims)),
    st.lists(KILLED, max_size=4),
    st.sampled_from([When.on(DAY), When(), When(DAY, DAY + dt.timedelta(days=1), "range")]),
    st.sampled_from([Site("C3871", "community"), NO_SITE]),
)


@given(st.lists(INCIDENTS, max_size=3), st.sampled_from(["public", "partners", "internal"]))
def test_named_and_not_named_are_always_the_killed(given_: list[Dossier], audience: str) -> None:
    roll = roll_of(given_, audience, built_in())
    whole = roll.completeness
    assert sum(tally.killed for tally in roll.classes.values()) == whole.killed
    assert sum(tally.named for tally in roll.classes.values()) == len(roll.named)
    lacking = (whole.no_name, whole.no_day, whole.no_place)
    assert max(lacking) <= whole.killed - whole.complete <= sum(lacking)


def test_planted_mistakes_are_caught(filed: Workspace) -> None:
    shown = gathered(filed, VICTIMS)
    assert shown.roll
    whole = manuscript(shown)
    assert told_by([whole]) == []

    def planted(made: Manuscript, code: str, at: int, column: int) -> set[Any]:
        [table] = [part for part in made.sections()[code] if isinstance(part, DataTable)]
        wrong = changed(made, lambda part: cell(at, column, "77")(table) if part is table else None)
        return {what for what, _, _ in told_by([wrong])}

    assert ROW in planted(whole, "roll", 0, 1)
    assert ROW in planted(whole, "completeness", 1, 1)
    fewer = replace(shown, roll=replace(shown.roll, named=shown.roll.named[:1]))
    assert NAMES in {what for what, _, _ in told_by([manuscript(fewer)])}
    claimed = replace(shown, roll=replace(shown.roll, completeness=replace(shown.roll.completeness, complete=29)))
    assert COMPLETE in {what for what, _, _ in told_by([manuscript(claimed)])}
    of_one = manuscript(gathered(filed, DOSSIER))
    assert ROW in planted(of_one, "people", 0, 1)
    assert LINKS in planted(of_one, "custody", 0, 0)
