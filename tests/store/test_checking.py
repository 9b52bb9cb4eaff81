"""A check of the store tells how far it is while it reads records, and ends when nobody wants it any more."""

import pytest

from snhr_desktop.i18n import ARABIC, ENGLISH
from snhr_desktop.store import sets
from snhr_desktop.store.checking import Checking, CheckStopped, Step
from snhr_desktop.workspace import Workspace
from tests.builders import case, dossier

SOME = 2


@pytest.fixture(autouse=True)
def read_in_small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sets, "_AT_ONCE", SOME)


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    for _ in range(5):
        workspace.save(dossier())
    workspace.save_case(case())
    return workspace


def test_records_are_counted_while_they_are_read(filled: Workspace) -> None:
    steps: list[Step] = []
    filled.verify(steps.append)
    long = [step for step in steps if step.records]
    assert [(step.read, step.records) for step in long] == [(2, 6), (4, 6), (5, 6), (6, 6)]
    assert len({step.what for step in long}) == 1
    assert long[0].tell(ENGLISH).endswith("Records read: 2 of 6")
    assert "السجلات المقروءة" in long[0].tell(ARABIC)
    assert [step.done for step in steps if not step.records] == list(range(steps[0].of))


def test_it_is_called_off_between_two_parts(filled: Workspace) -> None:
    heard: list[Step] = []

    class Impatient(Checking):
        def __call__(self, step: Step) -> None:
            super().__call__(step)
            heard.append(step)
            if step.read == SOME:
                self.stop()

    with pytest.raises(CheckStopped):
        filled.verify_until(Impatient())
    assert heard[-1].read == SOME
    assert filled.verify()
