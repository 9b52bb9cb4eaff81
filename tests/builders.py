"""Records with defaults, so that a test states only what it is about."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from snhr_desktop.domain import vocabularies
from snhr_desktop.domain.records import (
    Attribution,
    Case,
    CaseFile,
    CaseState,
    Dossier,
    FacilityImpact,
    Incident,
    Source,
    User,
    Victim,
    WeaponUse,
)
from snhr_desktop.domain.values import Site, When
from snhr_desktop.workspace import Workspace

Filling = Callable[[Workspace], object]
FilledWith = Callable[[Filling], Workspace]
"""Opens a store that something was put into; that is done once, and copied for each test."""

PASSPHRASE = "a long enough passphrase"
DAY = dt.date(2018, 3, 22)
IDLIB_CITY = Site("C3871", "community")
HOSTILE_TEXTS = (
    "مُحَمَّدٌ بن أَحْمَدَ ــ الشّيخ",  # tashkeel and tatweel
    "\u202eevil\u202c \u2067isolated\u2069 \u200fmark",  # bidi controls
    "<b>bold</b> & <script>alert(1)</script> &amp;",
    "'; DROP TABLE incident; --",
    '"quoted" AND (NOT NEAR/2 *) : ^col - {x}',
    "{name} %s %(x)d \\n",
    "раypal ‑ 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍🚒",
    "=HYPERLINK(0)",
    "كلمة " * 800,  # 4,000 characters
)


def incident(day: dt.date | None = DAY, **said: Any) -> Incident:
    """A killing in Idlib city, reported; `counted()` makes it count."""
    defaults: dict[str, Any] = {
        "title_en": "Attack on a market",
        "title_ar": "قصف سوق",
        "kinds": ("killing",),
        "date": When.on(day) if day else When(),
        "place": IDLIB_CITY,
    }
    return Incident(**(defaults | said))


def counted(**said: Any) -> Incident:
    """An incident that figures count: documented and classified as a violation."""
    return incident(**({"status": "documented", "classification": "violation"} | said))


def victim(**said: Any) -> Victim:
    """A civilian man, killed."""
    return Victim(**({"sex": "male", "age_group": "adult"} | said))


def attribution(party: str = "regime", **said: Any) -> Attribution:
    """One party, named."""
    return Attribution(party=party, **said)


def facility(kind: str = "school", **said: Any) -> FacilityImpact:
    """A facility hit, with no military presence."""
    return FacilityImpact(type=kind, **({"military_presence": "none"} | said))


def weapon(kind: str = "barrel", **said: Any) -> WeaponUse:
    """One attack with two munitions."""
    return WeaponUse(weapon=kind, **({"munitions": 2} | said))


def source(**said: Any) -> Source:
    """An eyewitness under a pseudonym."""
    return Source(**({"kind": "eyewitness", "pseudonym": "W1"} | said))


def dossier(*victims: Victim, **said: Any) -> Dossier:
    """A dossier that counts, of one victim, one party and one source where a test does not say otherwise."""
    defaults: dict[str, Any] = {
        "incident": counted(),
        "victims": victims or (victim(),),
        "attributions": (attribution(),),
        "sources": (source(),),
    }
    return Dossier(**(defaults | said))


def state(kind: str = "arrested", day: dt.date | None = DAY, **said: Any) -> CaseState:
    """One state of a case; an arrest is by the regime, at a checkpoint in Idlib city, told by a relative."""
    arrest: dict[str, Any] = {"place": IDLIB_CITY, "party": "regime", "circumstances": "checkpoint", "warrant": "no"}
    told = {"date": When.on(day) if day else When(), "source_kind": "family", "source_pseudonym": "F1"}
    return CaseState(state=kind, **((arrest if kind in ("arrested", "abducted") else {}) | told | said))


def case(*states: CaseState, **said: Any) -> CaseFile:
    """A case that counts: a man arrested, where a test does not say otherwise."""
    defaults = {
        "name_ar": "سامر الحموي", "sex": "male", "age_group": "adult", "status": "documented",
        "classification": "violation",
    }  # fmt: skip
    return CaseFile(Case(**(defaults | said)), states or (state(),))


def open_as(name: str, folder: Path, *, role: str = "administrator", read_only: bool = False, **said: Any) -> Workspace:
    """A store opened by a user of it, who is added where there is none of that name; `said` are further fields."""
    own = f"the passphrase of {name}"
    with Workspace.open(folder, PASSPHRASE) as workspace:
        if name == workspace.user.name:
            own = PASSPHRASE
        elif name not in {one.user.name for one in workspace.users()}:
            workspace.save_user(User(name=name, role=role, **said), own, own=PASSPHRASE)
    return Workspace.open(folder, own, read_only=read_only)


def forget_terms() -> None:
    """Leave the vocabularies of the program as they are before any store is open."""
    vocabularies.adopt({})
