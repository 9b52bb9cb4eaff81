"""Lists as offices write them, made of a known truth: what comes in is that, or it is refused, or told as doubtful.

It may never count wrong and look right: too many, too few, another outcome, nor children and women as nobody known.
"""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snhr_desktop.domain.places import built_in
from snhr_desktop.exchange.assumptions import assumptions
from snhr_desktop.exchange.guessing import guess
from snhr_desktop.exchange.reading import open_source
from snhr_desktop.workspace import Workspace

WORDS: Mapping[str, Mapping[str, Any]] = {
    "ar": {
        "number": ("رقم الحادثة", "كود الحادثة"), "serial": ("م", "الرقم"), "date": ("التاريخ", "تاريخ الحادثة"),
        "place": ("البلدة", "المكان"), "killed": ("القتلى", "عدد الشهداء"), "injured": ("الجرحى", "عدد المصابين"),
        "children": ("أطفال", "القتلى من الأطفال", "منهم أطفال"), "women": ("نساء", "القتلى من النساء", "منهم نساء"),
        "name": ("الاسم", "اسم الضحية"), "sex": ("الجنس",), "age": ("العمر",), "outcome": ("النتيجة", "مصير الضحية"),
        "of": {"killed": "قتيل", "injured": "جريح", "male": "ذكر", "female": "أنثى"}, "others": "+{n} آخرين",
        "total": ("المجموع", "الإجمالي"), "places": ("سراقب", "حارم", "دوما"), "names": ("أحمد علي", "ريما حسن"),
    },
    "en": {
        "number": ("Incident No", "Event ID"), "serial": ("No", "Serial"), "date": ("Date", "Incident date"),
        "place": ("Town", "Location"), "killed": ("Killed", "Deaths"), "injured": ("Injured", "Wounded"),
        "children": ("Children", "Children killed", "Of whom children"),
        "women": ("Women", "Women killed", "Of whom women"),
        "name": ("Name", "Victim name"), "sex": ("Sex",), "age": ("Age",), "outcome": ("Outcome", "Status"),
        "of": {"killed": "killed", "injured": "injured", "male": "male", "female": "female"}, "others": "+{n} others",
        "total": ("Total", "Grand total"),
        "places": ("Saraqib", "Harim", "Douma"), "names": ("Ahmad Ali", "Rima Hasan"),
    },
}  # fmt: skip


_COLUMNS = frozenset(WORDS["en"]) - {"of", "others", "places", "names"}


class Person(NamedTuple):
    """Somebody harmed."""

    outcome: str
    sex: str
    age: int

    @property
    def counted_as(self) -> str:
        """The class that the figures count."""
        return "children" if self.age < 18 else {"male": "men", "female": "women"}[self.sex]


PEOPLE = st.builds(
    Person, st.sampled_from(["killed", "killed", "injured"]), st.sampled_from(["male", "female"]), st.integers(0, 70)
)
ATTACKS = st.lists(
    st.tuples(st.integers(1, 28), st.integers(0, 2), st.lists(PEOPLE, min_size=1, max_size=6)),
    min_size=1, max_size=4, unique_by=lambda one: one[:2],
)  # fmt: skip
Attacks = Sequence[tuple[int, int, Sequence[Person]]]


class Office:
    """How one office writes its lists: what is drawn is said once for all rows."""

    def __init__(self, draw: Any) -> None:
        self.words = WORDS[draw(st.sampled_from(list(WORDS)))]
        self.columns = {name: draw(st.sampled_from(said)) for name, said in self.words.items() if name in _COLUMNS}
        self.kind = draw(st.sampled_from(["numbers", "people", "both"]))
        self.lead = [name for name in ("serial", "number") if draw(st.booleans())]
        self.classes, self.totals, self.first_alone, self.others = (draw(st.booleans()) for _ in range(4))
        self.nothing = draw(st.sampled_from(["0", "", "-"]))

    def table(self, attacks: Attacks) -> list[list[str]]:
        """The header and the rows."""
        counts = (
            ["killed", *(["children", "women"] if self.classes else []), "injured"] if self.kind != "people" else []
        )
        named = ["name", "sex", "age", "outcome"] if self.kind != "numbers" else []
        rows = [[self.columns[name] for name in (*self.lead, "date", "place", *counts, *named)]]
        for number, (day, place, people) in enumerate(attacks, 1):
            numbers = [self._number(people, name) for name in counts]
            for at, person in enumerate(self._shown(people) if named else [""]):
                said = numbers if not at or not self.first_alone else [""] * len(numbers)
                own = {"serial": str(len(rows)), "number": str(number)}
                where = [f"{day}/3/2018", self.words["places"][place]]
                rows.append([*(own[name] for name in self.lead), *where, *said, *(person or ())])
        if self.totals:
            rows.append(
                [self.columns["total"], *[""] * (len(self.lead) + 1), "99", *[""] * (len(counts) + len(named) - 1)]
            )
        return rows

    def _number(self, people: Sequence[Person], name: str) -> str:
        if name in ("killed", "injured"):
            return str(sum(one.outcome == name for one in people)) or self.nothing
        return str(sum((one.outcome, one.counted_as) == ("killed", name) for one in people) or self.nothing)

    def _shown(self, people: Sequence[Person]) -> list[list[str]]:
        """Everybody, or the first with how many more there are of them."""
        said = [
            [
                self.words["names"][one.sex == "female"],
                self.words["of"][one.sex],
                str(one.age),
                self.words["of"][one.outcome],
            ]
            for one in people
        ]
        if not self.others or len({one.outcome for one in people}) > 1 or len(people) < 2:
            return said
        return [said[0], [self.words["others"].format(n=len(people) - 1), "", "", said[0][3]]]


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(attacks=ATTACKS, data=st.data())
def test_a_list_is_right_or_refused_or_told_as_doubtful(
    workspace: Workspace, tmp_path: Path, attacks: Attacks, data: st.DataObject
) -> None:
    office = Office(data.draw)
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(office.table(attacks))
    mapping = guess(open_source(path), built_in()).mapping
    if any(one.open for one in assumptions(mapping)):
        return  # a person is asked
    report = workspace.import_file(path, mapping, dry_run=True)
    if report.refusals or report.doubtful or report.unmapped:
        return
    counted = Counter[tuple[str, str]]()
    for persons, number in report.new.victims.items():
        counted[persons.fate, persons.victim_class] += number
    harmed = Counter((one.outcome, one.counted_as) for _, _, people in attacks for one in people)
    for outcome in ("killed", "injured"):
        both = [sum(number for (said, _), number in some.items() if said == outcome) for some in (counted, harmed)]
        assert both[0] == both[1]
        for known in ("children", "women"):
            if office.kind == "people" or (outcome == "killed" and office.classes):
                assert counted[outcome, known] == harmed[outcome, known]
    assert report.new.records == len(attacks)
