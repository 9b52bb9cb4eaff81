"""Made-up cases: the same for a seed, sound, in proportion, and beside the incidents."""

from pathlib import Path

from snhr_desktop.domain.case_checks import case_problems
from snhr_desktop.domain.case_counting import outcome
from snhr_desktop.domain.periods import IDLIB
from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.training.cases import made_up_cases
from snhr_desktop.exchange.training.people import FAMILIES
from snhr_desktop.i18n import ENGLISH
from snhr_desktop.workspace import CaseQuery, Workspace
from tests.builders import DAY, PASSPHRASE


def test_a_seed_always_gives_the_same_and_everything_in_them_may_be_saved() -> None:
    places = built_in()
    found = tuple(made_up_cases(7, range(900), places, 10_000))
    assert len(found) == 300
    assert tuple(made_up_cases(7, range(30), places, 10_000)) == found[:10]
    for file in found:
        today = DAY.replace(year=2030)
        wrong = [p.tell(ENGLISH) for p in case_problems(file, places, today) if p.level == "error"]
        assert wrong == []
        assert file.case.name_ar.split()[-1] in {arabic for arabic, _ in FAMILIES}
    assert {outcome(file.states) for file in found} == {"held", "disappeared", "released", "died"}
    assert 0.02 < sum(file.states[0].party == "unidentified" for file in found) / len(found) < 0.1
    later = {file.states[0].date.first for file in made_up_cases(7, range(20_000, 20_300), places, 10_000)}
    assert len({day.year for day in later if day}) > 8


def test_a_training_store_has_cases_once_however_often_it_is_filled(tmp_path: Path) -> None:
    made, _ = Workspace.create(tmp_path / "practice.snhr", PASSPHRASE, "IDL", training=True)
    with made:
        for _ in range(2):
            made.fill_with_training(60, 7)
            found = made.cases_found(CaseQuery())
            assert found is not None
            assert len(found) == 20
        assert made.answer("arrests", IDLIB.period, "all").total
        assert {finding.level for finding in made.verify()} == {"note"}
