"""An independent count of cases: the rules read again from the network's reports, over raw cases, by eye."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from snhr_desktop.domain.records import CaseFile, CaseState, Period
from tests.figures.recount import PLACES, in_scope, row

BREAKDOWNS = ("class", "outcome", "party", "month", "subdistrict")


@dataclass
class CaseRecount:
    """Totals, terms and the cases behind them, as counted here."""

    total: Counter[str] = field(default_factory=Counter)
    by: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    uids: dict[tuple[str, str, str], set[str]] = field(default_factory=dict)


def recount(saved: list[tuple[str, CaseFile]], period: Period, scope: str) -> CaseRecount:
    """Count raw cases, each with the identity it was saved under."""
    result = CaseRecount()
    for uid, file in saved:
        for figure, terms in counted(file, period, scope):
            result.total[figure] += 1
            result.uids.setdefault((figure, "", ""), set()).add(uid)
            for breakdown, term in terms.items():
                result.by.setdefault((figure, breakdown), Counter())[term] += 1
                result.uids.setdefault((figure, breakdown, term), set()).add(uid)
    return result


def counted(file: CaseFile, period: Period, scope: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every figure that a case is in, with the terms it stands under there."""
    case = file.case
    if case.status == "rejected" or case.classification == "not_violation" or case.civil_status == "armed":
        return
    sure = case.status == "documented" and case.classification == "violation" and case.civil_status == "civilian"
    arrest = next((state for state in file.states if state.state in ("arrested", "abducted")), None)
    release = next((state for state in file.states if state.state == "released"), None)
    if arrest is not None:
        yield from of_state("arrests", arrest, arrest, file, (period, scope, sure))
        if release is not None:
            yield from of_state("releases", release, arrest, file, (period, scope, sure))


def of_state(
    name: str, state: CaseState, arrest: CaseState, file: CaseFile, asked: tuple[Period, str, bool]
) -> Iterator[tuple[str, dict[str, str]]]:
    period, scope, sure = asked
    party = state.party if state.party not in ("", "unidentified") else arrest.party
    parties = {party} - {"", "unidentified"}
    place = state.place.pcode or arrest.place.pcode
    if not in_scope(parties, scope) or (period.area and period.area not in PLACES[place]):
        return
    become = became(file.states)
    terms = placed(state, place, parties) | {"class": class_of(file), "outcome": become}
    found = list(figures(name, bool(parties), sure, lying(state, arrest, period), become))
    if "arrests" in found and terms["class"] in ("children", "women"):
        found.append(f"{terms['class']}_arrested")
    yield from ((figure, terms) for figure in found)


def figures(name: str, known: bool, sure: bool, lies: str, become: str) -> Iterator[str]:
    if not known:
        if name == "arrests" and sure and lies == "within":
            yield "abductions_unidentified"
    elif sure and lies == "straddling":
        yield f"{name}_date_uncertain"
    elif sure and lies == "within":
        yield name
        if name == "arrests" and become == "disappeared":
            yield "arrests_disappeared"
    elif lies == "within" and name == "arrests":
        yield "arrests_not_documented"


def placed(state: CaseState, place: str, parties: set[str]) -> dict[str, str]:
    first, last = state.date.first, state.date.last
    month = f"{first:%Y-%m}" if first and last and f"{first:%Y-%m}" == f"{last:%Y-%m}" else "not_known"
    return {"party": row(parties), "month": month, "subdistrict": PLACES[place][2] or "not_known"}


def lying(state: CaseState, arrest: CaseState, period: Period) -> str:
    """How the possible days of a state lie to a period."""
    first, last = state.date.first, state.date.last
    assert period.first
    assert period.last
    if first is None or last is None:  # some day from the arrest on, nobody knows which
        taken = arrest.date.first
        return "straddling" if taken and taken <= period.last else ""
    days = [first + dt.timedelta(n) for n in range((last - first).days + 1)]
    inside = [period.first <= day <= period.last for day in days]
    return "within" if all(inside) else "straddling" if any(inside) else ""


def became(states: tuple[CaseState, ...]) -> str:
    """Read backwards: the last thing that tells decides."""
    kinds = [state.state for state in states]
    if "released" in kinds:
        return "released"
    deaths = [n for n, kind in enumerate(kinds) if kind in ("died", "died_torture")]
    if deaths:
        handed_over = states[deaths[-1]].body == "yes"
        return "died" if handed_over or "revealed" in kinds[deaths[-1] :] else "disappeared"
    gone = [n for n, kind in enumerate(kinds) if kind == "disappeared"]
    return "disappeared" if gone and "revealed" not in kinds[gone[-1] :] else "held"


def class_of(file: CaseFile) -> str:
    case = file.case
    child = case.age < 18 if case.age is not None else case.age_group == "child"
    if child:
        return "children"
    if case.age is None and case.age_group != "adult":
        return "not_known"
    return {"male": "men", "female": "women"}.get(case.sex, "not_known")
