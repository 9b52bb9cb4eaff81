"""A report that is published: its code, its frozen state, the records it read, and the same bytes again."""

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from snhr_desktop.domain.records import Victim
from snhr_desktop.domain.values import When
from snhr_desktop.errors import DamagedStore, UnknownCode
from snhr_desktop.figures import FIGURES
from snhr_desktop.i18n import ARABIC, ENGLISH, bare
from snhr_desktop.reports import changes, publishing, texts
from snhr_desktop.reports.agreement import FiguresDisagree
from snhr_desktop.reports.brief import EDITIONS, Brief
from snhr_desktop.reports.changes import COUNTS_NOW, NO_LONGER, REVISED, UNCHANGED, FigureChange
from snhr_desktop.reports.kind import DOSSIER, KINDS, VICTIMS
from snhr_desktop.reports.progress import Cancelled, Step
from snhr_desktop.reports.publishing import CodesUsedUp, SavedMeanwhile
from snhr_desktop.reports.versions import Versions
from snhr_desktop.store.driver import DatabaseError
from snhr_desktop.workspace import Workspace
from tests.builders import PASSPHRASE, counted, dossier, incident, victim
from tests.reports.reading import pages_of, printed, text_of
from tests.reports.test_gathering import filled
from tests.store.unguarded import unguarded

AUDIENCES = ("public", "internal")
BRIEF = Brief("idlib")
EDITED = {"en": {"about": "Edited: {civilians_killed}."}, "ar": {"about": "حُرّر: {civilians_killed}."}}
MONTH = f"{dt.datetime.now().astimezone():%y%m}"


def saved_again(workspace: Workspace, uid: str, *victims: Victim, **said: Any) -> None:
    """A later revision of an incident, with other victims or another field."""
    before = workspace.dossier(uid)
    after = replace(before, incident=replace(before.incident, **said))
    workspace.save(replace(after, victims=(*before.victims, *victims)) if victims else after, "Corrected")


def is_killed_by_place(change: FigureChange) -> bool:
    """Whether a change is of the civilians killed in one sub-district."""
    return (change.difference.figure, change.difference.breakdown) == ("civilians_killed", "subdistrict")


def first_of(workspace: Workspace) -> str:
    """The identity of the first incident of the store."""
    found = workspace.by_reference("IDL-2018-00001")
    assert found
    return found.incident.uid


def test_codes_are_given_in_order_within_letter_and_month(workspace: Workspace) -> None:
    filled(workspace)
    assert workspace.gather(BRIEF).code == f"R{MONTH}00"
    codes = [workspace.publish(BRIEF).publication.code for _ in range(2)]
    assert codes == [f"R{MONTH}01", f"R{MONTH}02"]
    assert [one.code for one in workspace.publications()] == codes[::-1]
    with pytest.raises(UnknownCode) as refused:
        workspace.publication("R180607")
    assert codes[0] in refused.value.tell(ENGLISH)


def test_two_windows_of_one_store_give_no_code_twice_and_see_what_the_other_saved(
    workspace: Workspace, tmp_path: Path
) -> None:
    with Workspace.open(tmp_path / "office.snhr", PASSPHRASE) as other:
        first = workspace.publish(BRIEF).publication
        filled(other)
        second = workspace.publish(BRIEF).publication
        third = other.publish(BRIEF).publication
        assert [one.serial for one in (first, second, third)] == [1, 2, 3]
        assert other.changes_since(first.code).figures[0].difference.after == 34
        assert other.changes_since(second.code).records == ()
        assert second.chain_head != third.chain_head


def test_what_was_saved_since_it_was_looked_at_stops_the_publishing(workspace: Workspace) -> None:
    seen = filled(workspace).head()
    saved_again(workspace, first_of(workspace), victim(number=2))
    for language, word in ((ENGLISH, "Records were saved"), (ARABIC, "حُفظت سجلات")):
        with pytest.raises(SavedMeanwhile) as refused:
            workspace.publish(BRIEF, seen=seen)
        assert word in bare(refused.value.tell(language))
    assert workspace.publications() == ()
    assert workspace.publish(BRIEF, seen=workspace.head()).publication.code


def test_the_code_after_99_is_refused_kindly(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("snhr_desktop.store.publications.next_serial", lambda *_: 100)
    for language, word in ((ENGLISH, "in use"), (ARABIC, "مستعملة")):
        with pytest.raises(CodesUsedUp) as refused:
            workspace.publish(BRIEF)
        assert word in bare(refused.value.tell(language))
        assert f"R{MONTH}99" in bare(refused.value.tell(language))
    assert workspace.publications() == ()


def test_a_report_is_built_again_with_the_same_bytes_whatever_changed_since(workspace: Workspace) -> None:
    made = filled(workspace).publish(replace(BRIEF, edition="both"), EDITED)
    code = made.publication.code
    file = workspace.published_file(code)
    assert file == made.file
    assert "Edited: at least 34 civilians." in bare(text_of(PdfReader(io.BytesIO(file)))).replace("\n", " ")
    saved_again(workspace, first_of(workspace), victim(number=2))
    workspace.save_period(replace(workspace.period("idlib"), markers=()))
    again = workspace.rebuild(code)
    assert (again.file == file, again.differing) == (True, ())
    assert len(workspace.changes_since(code).figures) > 0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_kind_and_edition_is_built_again_with_the_same_bytes(
    workspace: Workspace, kind: str, edition: str
) -> None:
    uid = first_of(filled(workspace))
    of = {"month": "2018-03", "incident": uid}
    about: dict[str, Any] = {name: value for name, value in of.items() if KINDS[kind].of == name}
    code = workspace.publish(replace(BRIEF, kind=kind, edition=edition, **about)).publication.code
    assert [one.publication.code for one in workspace.published_in(uid)] == [code]
    saved_again(workspace, uid, victim(number=2))
    assert workspace.rebuild(code).differing == ()
    assert workspace.changes_since(code).records
    assert workspace.addendum(code).startswith(b"%PDF")


def test_what_is_built_again_reads_no_text_and_no_definition_of_today(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = filled(workspace).publish(BRIEF).publication.code
    monkeypatch.setattr(texts, "_read", lambda _: pytest.fail("a file of texts was read"))
    monkeypatch.setattr("snhr_desktop.reports.edition.FIGURES", {})
    assert workspace.rebuild(code).differing == ()


def test_where_the_program_is_another_the_kept_file_is_handed_out_and_what_differs_is_named(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = filled(workspace).publish(BRIEF)
    here = Versions.here()
    monkeypatch.setattr(Versions, "here", classmethod(lambda _: replace(here, program="0.2.0", fonts="other")))
    monkeypatch.setattr(publishing, "typeset", lambda *_: pytest.fail("it was set anew"))
    again = workspace.rebuild(made.publication.code)
    assert again.file == made.file
    assert [ENGLISH.text(name) for name in again.differing] == ["the program", "the typefaces"]


def test_a_published_page_bears_code_and_chain_and_a_draft_says_that_it_is_one(workspace: Workspace) -> None:
    made = filled(workspace).publish(replace(BRIEF, edition="both"))
    pages = pages_of(PdfReader(io.BytesIO(made.file)))
    mark = made.publication.chain_head[:12]
    assert all(made.publication.code in page and mark in page for page in pages[1:])
    assert made.publication.code in pages[0]
    assert not any(word in page for page in pages for word in ("Draft", "مسودة"))
    for language, word in ((ENGLISH, "Draft"), (ARABIC, "مسودة")):
        draft = printed(workspace.gather(BRIEF), language)
        assert all(word in page for page in pages_of(draft))


def test_what_a_figure_that_disagrees_would_publish_is_not_kept(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FiguresDisagree):
        filled(workspace).publish(BRIEF, {"en": {"about": "At least 900 civilians were killed by them."}})
    assert workspace.publications() == ()

    def off(_: Step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        workspace.publish(BRIEF, progress=off)
    assert workspace.publications() == ()
    assert {finding.level for finding in workspace.verify()} == {"note"}


def test_a_training_store_may_publish_and_says_so_on_every_page(workspace: Workspace) -> None:
    workspace.fill_with_training(12, seed=3)
    made = workspace.publish(replace(BRIEF, scope="all"))
    assert all("TRAINING" in page for page in pages_of(PdfReader(io.BytesIO(made.file))))


@pytest.mark.parametrize("statement", ["UPDATE publication SET title_en = ''", "DELETE FROM publication_record"])
def test_a_publication_is_never_changed(workspace: Workspace, statement: str) -> None:
    filled(workspace).publish(BRIEF)
    with pytest.raises(DatabaseError, match="only ever added to"):
        workspace._store.connection.execute(statement)


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE publication SET file = x'00'",
        "UPDATE publication SET frozen = frozen || ' '",
        "UPDATE publication SET title_en = 'Another'",
        "UPDATE publication SET figures = '{}'",
        "UPDATE publication_record SET revision = 7",
    ],
)
def test_verify_finds_what_was_changed_behind_the_programs_back(workspace: Workspace, tampering: str) -> None:
    code = filled(workspace).publish(BRIEF).publication.code
    assert {finding.level for finding in workspace.verify()} == {"note"}
    with unguarded(workspace._store.connection):
        workspace._store.connection.execute(tampering)
    errors = [finding.tell(ENGLISH) for finding in workspace.verify() if finding.level == "error"]
    assert [code in error for error in errors] == [True]


def test_a_file_that_is_no_longer_the_one_published_is_not_handed_out(workspace: Workspace) -> None:
    code = filled(workspace).publish(BRIEF).publication.code
    workspace._store.connection.execute("DROP TRIGGER publication_is_never_changed")
    workspace._store.connection.execute("UPDATE publication SET file = x'00'")
    for ask in (workspace.published_file, workspace.rebuild):
        with pytest.raises(DamagedStore):
            ask(code)


def test_a_publication_that_is_gone_is_found_by_its_history(workspace: Workspace) -> None:
    code = filled(workspace).publish(BRIEF).publication.code
    with unguarded(workspace._store.connection):
        for table in ("publication_record", "publication"):
            workspace._store.connection.execute(f"DELETE FROM {table}")
    assert [code in finding.tell(ENGLISH) for finding in workspace.verify() if finding.level == "error"] == [True]


# --- changed since -----------------------------------------------------------------------------------------------


def test_changes_since_publication_are_told_with_the_incidents_in_both_languages(workspace: Workspace) -> None:
    code = filled(workspace).publish(BRIEF).publication.code
    assert not workspace.changes_since(code)
    assert code in workspace.changes_since(code).tell(ENGLISH)[0]
    saved_again(workspace, first_of(workspace), victim(number=2))
    found = workspace.changes_since(code)
    assert bare(found.tell(ENGLISH)[0]) == "Civilians killed: +2 victims, IDL-2018-00001"
    assert "زيادة ضحيتين" in bare(found.tell(ARABIC)[0])
    total = found.figures[0].difference
    assert (total.figure, total.breakdown, total.before, total.after, total.by) == ("civilians_killed", "", 34, 36, 2)
    assert {change.references for change in found.figures} == {("IDL-2018-00001",)}
    terms = {(one.difference.breakdown, one.difference.term): one.difference.by for one in found.figures[:6]}
    assert terms["class", "men"] == terms["party", "alliance_joint"] == terms["month", "2018-03"] == 2
    [record] = found.records
    assert (record.reference, record.read, record.now, record.what) == ("IDL-2018-00001", 1, 2, REVISED)


def test_incidents_that_count_now_and_no_longer_are_told_apart(workspace: Workspace) -> None:
    code = filled(workspace).publish(BRIEF).publication.code
    workspace.save(dossier(victim(sex="female")))
    gone = workspace.by_reference("IDL-2017-00001")
    assert gone
    saved_again(workspace, gone.incident.uid, status="rejected")
    saved_again(workspace, first_of(workspace), learned_how="by telephone")
    workspace.save(dossier(incident=incident(date=When.on(dt.date(2020, 1, 1)))))
    found = workspace.changes_since(code)
    assert [(one.reference, one.what) for one in found.records] == [
        ("IDL-2017-00001", NO_LONGER), ("IDL-2018-00001", UNCHANGED), ("IDL-2018-00004", COUNTS_NOW),
    ]  # fmt: skip
    by = {(one.difference.figure, one.difference.breakdown, one.difference.term): one for one in found.figures}
    assert ("civilians_killed", "", "") not in by  # one more, one less
    assert by["civilians_killed", "class", "women"].references == ("IDL-2018-00004",)
    assert by["civilians_killed", "class", "children"].difference.by == -1
    assert by["civilians_killed", "party", "russia"].references == ("IDL-2017-00001",)


def test_a_place_that_may_not_be_told_stands_behind_no_number_of_it(workspace: Workspace) -> None:
    workspace.save(dossier())
    workspace.save(dossier(incident=counted(place_shown="district")))
    codes = {audience: workspace.publish(replace(BRIEF, audience=audience)).publication.code for audience in AUDIENCES}
    for number in (1, 2):
        incident_of = workspace.by_reference(f"IDL-2018-0000{number}")
        assert incident_of
        saved_again(workspace, incident_of.incident.uid, victim(sex="female"))
    for audience, code in codes.items():
        terms = {one.difference.term: one for one in workspace.changes_since(code).figures if is_killed_by_place(one)}
        both = audience == "internal"
        assert terms["SY070000"].references == ("IDL-2018-00001", "IDL-2018-00002")[: 2 if both else 1]
        assert terms["SY070000"].difference.by == (2 if both else 1)
        assert ("not_known" in terms) == (not both)


def test_a_rule_of_counting_that_changed_shows_without_any_revision(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = filled(workspace).publish(BRIEF).publication.code
    workspace._store.connection.execute("UPDATE victim_fact SET victim_class = 'women' WHERE victim_class = 'children'")
    workspace._answers._known.clear()
    assert not workspace.changes_since(code)
    here = Versions.here()
    monkeypatch.setattr(Versions, "here", classmethod(lambda _: replace(here, rules="2")))
    assert workspace.changes_since(code)


@pytest.mark.parametrize(("edition", "words"), [("en", ["Addendum of"]), ("both", ["Addendum of", "ملحق بتاريخ"])])
def test_an_addendum_tells_the_changes_in_a_file_of_its_own(
    workspace: Workspace, edition: str, words: list[str]
) -> None:
    made = filled(workspace).publish(replace(BRIEF, edition=edition))
    code = made.publication.code
    saved_again(workspace, first_of(workspace), victim(number=2))
    day = dt.datetime(2018, 7, 2, tzinfo=dt.UTC)
    file = workspace.addendum(code, day)
    assert file == workspace.addendum(code, day)
    assert workspace.published_file(code) == made.file
    reader = PdfReader(io.BytesIO(file))
    assert len(reader.pages) == len(words)
    for text, word in zip(pages_of(reader), words, strict=True):
        assert all(said in text for said in (word, code, "34", "36", "+2", "IDL-2018-00001", "2018"))
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith("Addendum of 2 July 2018 to R")


def test_an_addendum_says_for_whom_the_report_was(workspace: Workspace) -> None:
    code = filled(workspace).publish(replace(BRIEF, audience="internal")).publication.code
    assert "For internal use only" in text_of(PdfReader(io.BytesIO(workspace.addendum(code))))


def test_an_addendum_to_a_report_that_nothing_changed_says_so(workspace: Workspace) -> None:
    code = workspace.publish(replace(BRIEF, edition="ar")).publication.code
    text = text_of(PdfReader(io.BytesIO(workspace.addendum(code))))
    assert "لم يتغيّر شيء منذ نشر" in text


# --- from a code to records and back -----------------------------------------------------------------------------


def test_a_record_says_which_published_figures_it_is_in(workspace: Workspace) -> None:
    made = filled(workspace).publish(BRIEF)
    uid = first_of(workspace)
    saved_again(workspace, uid, victim())
    [found] = workspace.published_in(uid)
    assert (found.publication.code, found.revision) == (made.publication.code, 1)
    assert (found.figures["civilians_killed"], found.figures["massacres"]) == (28, 1)
    apart = workspace.by_reference("IDL-2018-00003")
    assert apart
    assert dict(workspace.published_in(apart.incident.uid)[0].figures)["not_yet_documented"] == 1
    assert workspace.published_in("0" * 32) == ()
    # 43 women and children killed are no share of 43 per cent
    assert "women_children_share" not in found.figures


@pytest.mark.parametrize(
    "typed", ["IDL-2018-00001", " idl 2018 00001 ", "idl-2018-1", "IDL–2018–٠٠٠٠١", "\u2066IDL201800001\u2069"]
)
def test_a_code_of_an_incident_is_found_however_it_is_typed(workspace: Workspace, typed: str) -> None:
    filled(workspace)
    found = workspace.resolve(typed)
    assert found
    assert (found.code, found.uid, found.is_report) == ("IDL-2018-00001", first_of(workspace), False)


def test_a_code_of_a_report_is_found_however_it_is_typed(workspace: Workspace) -> None:
    made = filled(workspace).publish(BRIEF)
    code = made.publication.code
    for typed in (code, code.lower(), f" r {MONTH} 01 ", f"R-{MONTH}-٠١"):
        found = workspace.resolve(typed)
        assert found
        assert (found.code, found.is_report) == (code, True)
    for typed in ("", "R", "R180101", "IDL-2018-99999", "nothing", "٢٢ آذار 2018"):
        assert workspace.resolve(typed) is None


# --- what is no number -------------------------------------------------------------------------------------------


def test_an_incident_that_counts_neither_before_nor_now_does_not_count_now(workspace: Workspace) -> None:
    filled(workspace)
    apart = dossier(victim(), incident=counted(status="unconfirmed"))
    uid = workspace.save(apart).dossier.incident.uid
    codes = [workspace.publish(replace(BRIEF, audience=audience)).publication.code for audience in AUDIENCES]
    saved_again(workspace, uid, learned_how="by telephone")
    for code in codes:
        [record] = workspace.changes_since(code).records
        assert (record.uid, record.what) == (uid, UNCHANGED)


def test_where_records_were_saved_and_no_number_changed_that_is_said(workspace: Workspace) -> None:
    code = filled(workspace).publish(replace(BRIEF, edition="both")).publication.code
    saved_again(workspace, first_of(workspace), learned_how="by telephone")
    found = workspace.changes_since(code)
    assert bare(found.tell(ENGLISH)[0]).startswith("No total has changed since")
    text = bare(text_of(PdfReader(io.BytesIO(workspace.addendum(code))))).replace("\n", " ")
    assert "No total has changed since" in text
    assert "Nothing has changed" not in text
    assert "لم يتغيّر أي مجموع" in bare(found.tell(ARABIC)[0])


def test_tolls_that_change_places_are_told_though_every_total_is_as_it_was(workspace: Workspace) -> None:
    tolls = {9: 7, 7: 9}
    given = [dossier(victim(number=n), incident=counted(date=When.on(dt.date(2018, 3, n)))) for n in tolls]
    uids = [workspace.save(one).dossier.incident.uid for one in given]
    code = workspace.publish(replace(BRIEF, edition="both")).publication.code
    for uid, number in zip(uids, tolls.values(), strict=True):
        workspace.save(replace(workspace.dossier(uid), victims=(victim(number=number),)))
    found = workspace.changes_since(code)
    told = [bare(line) for line in found.tell(ENGLISH)]
    both = "told otherwise of IDL-2018-00001 and IDL-2018-00002"
    assert told == [
        f"Some of what {code} tells is told otherwise now.", f"Details of the massacres: {both}",
        f"List of incidents: {both}",
    ]  # fmt: skip
    text = bare(text_of(PdfReader(io.BytesIO(workspace.addendum(code))))).replace("\n", " ")
    assert "No total" not in text
    assert all(line in text for line in told)
    assert "بعض ما جاء في" in bare(found.tell(ARABIC)[0])


def test_a_name_that_may_be_told_no_more_is_told_as_a_change_and_not_by_itself(workspace: Workspace) -> None:
    named = victim(name_en="Ali Hassan", name_ar="علي حسن", naming="published", age=40)
    uid = workspace.save(dossier(named, incident=counted())).dossier.incident.uid
    code = workspace.publish(replace(BRIEF, kind=VICTIMS)).publication.code
    saved = workspace.dossier(uid)
    workspace.save(replace(saved, victims=(replace(saved.victims[0], naming="none"),)))
    found = workspace.changes_since(code)
    told = bare("\n".join(found.tell(ENGLISH)))
    assert "told otherwise of IDL-2018-00001" in told
    assert "No total" not in told
    assert [one.what for one in found.records] == [changes.RETOLD]
    assert "Hassan" not in told + text_of(PdfReader(io.BytesIO(workspace.addendum(code))))


def test_what_another_record_changed_in_a_dossier_is_no_silence(workspace: Workspace) -> None:
    told_of = counted(narrative_en="Fatima Hassan saw it.")
    uid = workspace.save(dossier(victim(number=6), incident=told_of)).dossier.incident.uid
    code = workspace.publish(replace(OF_ONE, incident=uid)).publication.code
    assert bare(workspace.changes_since(code).tell(ENGLISH)[0]).startswith("Nothing has changed since")
    child = victim(name_en="Fatima Hassan", age=7, age_group="child", sex="female")
    workspace.save(dossier(child, incident=counted(date=When.on(dt.date(2018, 4, 1)))))
    found = workspace.changes_since(code)
    told = [bare(line) for line in found.tell(ENGLISH)]
    assert told == [
        f"Some of what {code} tells is told otherwise now.", "Narrative: as printed, now changed",
        bare(ENGLISH.text(changes.NOT_SAVED)),
    ]  # fmt: skip
    assert found.records == ()
    text = bare(text_of(PdfReader(io.BytesIO(workspace.addendum(code))))).replace("\n", " ")
    assert "Nothing has changed" not in text
    assert "Where an incident is told otherwise and was not saved itself" in text


def test_a_rule_that_changed_tells_of_no_incident_that_counts_as_it_did(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = filled(workspace).publish(BRIEF).publication.code
    here = Versions.here()
    monkeypatch.setattr(Versions, "here", classmethod(lambda _: replace(here, rules="2")))
    assert workspace.changes_since(code).records == ()


def test_a_figure_that_was_given_up_since_is_passed_over(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(workspace).publish(BRIEF)
    monkeypatch.setattr(changes, "FIGURES", {code: one for code, one in FIGURES.items() if code != "massacres"})
    [found] = workspace.published_in(first_of(workspace))
    assert "massacres" not in found.figures
    assert found.figures["civilians_killed"] == 28


# --- dossiers ----------------------------------------------------------------------------------------------------

OF_ONE = Brief("idlib", kind=DOSSIER, incident="IDL-2018-00001", edition="both")


def test_a_dossier_tells_its_toll_and_particulars_of_then_and_now(workspace: Workspace) -> None:
    code = filled(workspace).publish(OF_ONE).publication.code
    assert workspace.changes_since(code).particulars(ENGLISH) == ()
    saved_again(workspace, first_of(workspace), victim(number=3, sex="female"), status="under_review")
    found = workspace.changes_since(code)
    told = [bare(line) for line in found.tell(ENGLISH)]
    assert "Civilians killed: +3 victims, IDL-2018-00001" in told
    assert "Status: Documented, now Under review" in told
    assert [one.what for one in found.records] == [REVISED]
    text = bare(text_of(PdfReader(io.BytesIO(workspace.addendum(code))))).replace("\n", " ")
    assert "28 31 +3" in text
    assert "Particulars that have changed" in text
    assert "البيانات التي تغيّرت" in text


def test_a_second_dossier_says_what_the_first_gave_otherwise(workspace: Workspace) -> None:
    first = filled(workspace).publish(OF_ONE).publication
    assert [one.code for one in workspace.gather(OF_ONE).earlier] == [first.code]
    assert workspace.gather(replace(OF_ONE, audience="partners")).earlier == ()
    assert workspace.gather(replace(OF_ONE, incident="IDL-2017-00001")).earlier == ()
    saved_again(workspace, first_of(workspace), victim(number=3, sex="female"))
    with pytest.raises(FiguresDisagree):
        workspace.publish(replace(OF_ONE, left_out=("revisions",)))
    second = workspace.publish(OF_ONE)
    text = bare(text_of(PdfReader(io.BytesIO(second.file)))).replace("\n", " ")
    assert f"Changed since {first.code} of" in text
    assert "28 31 +3" in text
    assert workspace.rebuild(second.publication.code).differing == ()
    assert workspace.rebuild(first.code).differing == ()
