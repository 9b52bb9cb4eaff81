"""Dossiers as an office might enter them, drawn from around every boundary the rules have."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from snhr_desktop.domain.records import Attribution, Dossier, FacilityImpact, Victim, WeaponUse
from snhr_desktop.domain.values import NO_TIME, When
from snhr_desktop.domain.vocabularies import vocabulary
from tests.figures import records
from tests.figures.recount import PLACES

DAYS = [
    dt.date(*day)
    for day in (
        (2017, 4, 4), (2017, 5, 5), (2017, 5, 6), (2017, 5, 7), (2017, 5, 31), (2017, 6, 1), (2017, 12, 20),
        (2018, 2, 4), (2018, 5, 30), (2018, 5, 31), (2018, 6, 1), (2018, 6, 7), (2018, 6, 8),
    )
]  # fmt: skip


def codes(name: str) -> list[str]:
    return list(vocabulary(name))


@st.composite
def victims(draw: st.DrawFn) -> Victim:
    """One person or a group; age and age group never contradict each other."""
    age = draw(st.none() | st.sampled_from([0, 5, 17, 18, 40]))
    group = "" if age is None else "child" if age < 18 else "adult"
    return Victim(
        number=draw(st.sampled_from([1, 1, 1, 2, 4, 5])),
        sex=draw(st.sampled_from(["female", "male", ""])),
        age=age,
        age_group=draw(st.sampled_from(["", group] if group else ["", "child", "adult"])),
        civil_status=draw(st.sampled_from(["civilian", "civilian", "civilian", "armed", "unknown"])),
        occupation=draw(st.sampled_from(["", *codes("occupation")])),
        outcome=draw(st.sampled_from(["killed", "killed", *codes("outcome")])),
    )


@st.composite
def attributions(draw: st.DrawFn) -> tuple[Attribution, ...]:
    """Parties with modes that the checks allow together."""
    parties = draw(
        st.lists(st.sampled_from(["regime", "russia", "iran_militias", *codes("party")]), unique=True, max_size=3)
    )
    modes = [draw(st.sampled_from(codes("attribution"))) for _ in parties]
    principals = [p for p, mode in zip(parties, modes, strict=True) if mode not in ("backing", "unattributed")]
    if len([party for party in principals if party != "unidentified"]) < 2:
        modes = ["named" if mode.startswith("joint") else mode for mode in modes]
    if not principals:
        modes = ["unattributed" for _ in modes]
    return tuple(Attribution(party=party, mode=mode) for party, mode in zip(parties, modes, strict=True))


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """A dossier that the store takes; what is not documented may lack date and place."""
    status = draw(st.sampled_from(["documented"] * 5 + codes("status")))
    documented = status == "documented"
    first, last = sorted((draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))))
    exact, ranged = When.on(first), When(first, last, "range")
    dates = [exact, exact, ranged] if documented else [exact, ranged, NO_TIME]
    place = draw(st.sampled_from([code for code in PLACES if code or not documented]))
    override = draw(st.sampled_from(["", "", "", "yes", "no"]))
    fields: dict[str, Any] = {
        "status": status,
        "classification": draw(st.sampled_from(["violation"] * 5 + ["not_violation"] + ([] if documented else [""]))),
        "massacre_override": override,
        "massacre_reason": "seen by a reviewer" if override else "",
    }
    return records.dossier(
        draw(st.sampled_from(dates)),
        place,
        victims=tuple(draw(st.lists(victims(), max_size=4))),
        attributions=draw(attributions()),
        facilities=tuple(
            FacilityImpact(type=kind) for kind in draw(st.lists(st.sampled_from(codes("facility_type")), max_size=2))
        ),
        weapons=tuple(draw(st.lists(weapons(), max_size=2))),
        **fields,
    )


@st.composite
def weapons(draw: st.DrawFn) -> WeaponUse:
    """One kind of weapon; half of the uses have munitions that nobody counted."""
    return WeaponUse(
        weapon=draw(st.sampled_from(["barrel", "barrel_gas", "chemical", "cluster", "incendiary", *codes("weapon")])),
        attacks=draw(st.integers(1, 3)),
        munitions=draw(st.none() | st.integers(1, 4)),
    )
