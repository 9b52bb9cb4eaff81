"""The dialog of the office's terms: by keys, over a real store."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest

from snhr_desktop.domain.records import OwnTerm
from snhr_desktop.domain.vocabularies import vocabulary
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.terms.terms_dialog import TermsDialog
from snhr_desktop.workspace import Workspace

Settle = Callable[[], None]
pytestmark = pytest.mark.usefixtures("nobody_elses_terms")


@pytest.fixture
def dialog(desk: Desk, settle: Settle) -> TermsDialog:
    made = TermsDialog(desk)
    made.show()
    settle()
    return made


def test_a_term_is_added_worded_better_and_retired(dialog: TermsDialog, workspace: Workspace, settle: Settle) -> None:
    dialog.vocabulary.choose("facility_type")
    dialog.vocabulary.chosen.emit("facility_type")
    dialog.like.choose("school")
    QTest.keyClicks(dialog.texts["label_en"], "Tent school")
    dialog.texts["label_ar"].setText("مدرسة في خيمة")
    dialog.submit()
    settle()
    [added] = workspace.own_terms()
    assert (added.code, added.like) == ("idl.tent_school", "school")
    assert dialog.texts["label_en"].text() == ""
    assert dialog.focusWidget() is dialog.which
    assert dialog.isVisible()
    dialog.which.choose(added.uid)
    dialog.which.chosen.emit(added.uid)
    assert (dialog.vocabulary.code(), dialog.like.code()) == ("facility_type", "school")
    assert not dialog.like.isEnabled()
    dialog.texts["label_en"].setText("School in a tent")
    dialog.retired.setChecked(True)
    dialog.submit()
    settle()
    assert workspace.own_terms()[0].label_en == "School in a tent"
    assert vocabulary("facility_type")["idl.tent_school"].retired


def test_what_a_term_is_counted_like_is_never_proposed(
    dialog: TermsDialog, workspace: Workspace, settle: Settle
) -> None:
    """The first of the list stood there: whatever was added without a look was a kind of barrel bomb."""
    dialog.texts["label_en"].setText("Naval mine")
    dialog.texts["label_ar"].setText("لغم بحري")
    assert dialog.like.code() == ""
    dialog.submit()
    settle()
    assert workspace.own_terms() == ()
    assert dialog.lines["like"].complaint() == "This is needed."
    assert dialog.focusWidget() is dialog.like
    dialog.like.choose("air_bomb")
    dialog.submit()
    settle()
    assert [one.like for one in workspace.own_terms()] == ["air_bomb"]
    assert dialog.like.code() == "", "nor is that of the term before"


def test_what_is_wrong_stands_beside_its_field(dialog: TermsDialog, workspace: Workspace, settle: Settle) -> None:
    dialog.like.choose("air_bomb")
    dialog.texts["label_en"].setText("Barrel bomb")
    dialog.texts["label_ar"].setText("سلاح آخر")
    dialog.submit()
    settle()
    assert "means another term" in dialog.lines["label_en"].complaint()
    assert dialog.lines["label_ar"].complaint() == ""
    assert dialog.texts["label_ar"].text() == "سلاح آخر"
    assert workspace.own_terms() == ()


def added(workspace: Workspace, **said: Any) -> str:
    return workspace.save_own_term(OwnTerm(vocabulary="facility_type", like="school", **said)).term.uid


def chosen(dialog: TermsDialog, uid: str, settle: Settle) -> None:
    dialog.which.choose(uid)
    dialog.which.chosen.emit(uid)
    settle()


def put_away(dialog: TermsDialog, settle: Settle) -> None:
    """As a lock does."""
    assert dialog._typed is not None
    dialog._typed.put_away()
    settle()


def test_what_was_typed_of_a_term_comes_back_to_that_term(
    desk: Desk, workspace: Workspace, settle: Settle, dialog: TermsDialog
) -> None:
    tent = added(workspace, label_en="Tent school", label_ar="مدرسة في خيمة")
    cave = added(workspace, label_en="Cave school", label_ar="مدرسة في مغارة")
    dialog._begin((workspace.own_terms(), ()))
    QTest.keyClicks(dialog.texts["label_en"], "Brand new")
    chosen(dialog, tent, settle)
    assert dialog.texts["label_en"].text() == "Tent school"
    QTest.keyClicks(dialog.texts["label_en"], " under trees")
    chosen(dialog, cave, settle)
    chosen(dialog, "", settle)
    assert dialog.texts["label_en"].text() == "Brand new"
    chosen(dialog, tent, settle)
    assert dialog.texts["label_en"].text() == "Tent school under trees"
    QTest.keyClicks(dialog.texts["label_en"], ", again")
    put_away(dialog, settle)
    again = TermsDialog(desk)
    again.show()
    settle()
    assert again.which.code() == tent
    assert again.texts["label_en"].text() == "Tent school under trees, again"
    chosen(again, cave, settle)
    assert again.texts["label_en"].text() == "Cave school", "nothing was typed of it"
    again.reject()
    settle()
    assert [place for place in workspace.places_typed_at() if tent in place] == []


def test_looking_through_terms_keeps_nothing(dialog: TermsDialog, workspace: Workspace, settle: Settle) -> None:
    tent = added(workspace, label_en="Tent school", label_ar="مدرسة في خيمة")
    dialog._begin((workspace.own_terms(), ()))
    chosen(dialog, tent, settle)
    put_away(dialog, settle)
    assert workspace.places_typed_at() == ()
