"""Which colour stands on which by the style sheet: its own cascade, followed for every part and state it names.

Colours are told by role: the sheet is made with a palette whose every role has a colour of its own. A part whose
ground is transparent stands on what its selector says it is in, or on any of the grounds a page may have.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from PySide6 import QtWidgets

from snhr_desktop import look
from snhr_desktop.ui import style

PAGES = ("ground", "surface", "alternate")
"""Grounds that a widget of a page may stand on."""
_STANDS_IN = {'kind="nav"': ("side",), 'kind="primary"': PAGES}
_COLOUR = re.compile("#0000[0-9A-F]{2}")
_COMPOUND = re.compile(r"^([\w*]*)((?:\[[^\]]*\])*)((?:::?[\w-]+)*)$")
_Declarations = dict[str, str]


class Pair(NamedTuple):
    """A role of a text or a graphic and the role of what it stands on, where that is so."""

    role: str
    ground: str
    where: str


@dataclass(frozen=True)
class Part:
    """One compound of a selector: a class, the properties it has, the part of it (`item`), and its states."""

    kind: str
    having: frozenset[str]
    sub: str
    states: frozenset[str]

    def covers(self, other: "Part") -> bool:
        """Whether what this says holds for another too."""
        sub = self.sub == other.sub and self.having <= other.having and self.states <= other.states
        return sub and _is_a(other.kind, self.kind)

    @property
    def weight(self) -> tuple[int, int]:
        """How narrow it is, as style sheets weigh."""
        return (len(self.having) + len(self.states), int(self.kind not in ("", "*")) + bool(self.sub))


Selector = tuple[Part, ...]
Rule = tuple[Selector, _Declarations]


class Sheet:
    """The rules of the style sheet, to be asked what a part wears."""

    def __init__(self) -> None:
        roles = sorted(look.ROLES)
        codes: dict[str, Any] = {role: f"#0000{number:02X}" for number, role in enumerate(roles, 1)}
        self._roles = {code: role for role, code in codes.items()}
        self.rules = list(_rules(style.sheet(replace(look.LIGHT, **codes))))

    def texts(self) -> Iterator[Pair]:
        """Each text on each ground it may have."""
        for selector, declared in self.rules:
            where = _told(selector)
            if "color" in declared or ("background" in declared and _has_words(selector)):
                role = self._worn(selector, "color") or "ink"
                yield from (Pair(role, ground, where) for ground in self.grounds(selector) if role != "transparent")
            chosen = self._worn(selector, "selection-color"), self._worn(selector, "selection-background-color")
            if "selection-color" in declared and all(chosen):
                yield Pair(chosen[0], chosen[1], f"{where}, chosen")

    def graphics(self) -> Iterator[Pair]:
        """Borders that tell something, on what is around them; handles, marks and bars on what they are in."""
        for selector, declared in self.rules:
            where, around = _told(selector), self._around(selector)
            for name in ("border", "border-color", "border-bottom"):
                for role in self._named(declared.get(name, "")):
                    yield from (Pair(role, ground, where) for ground in around)
            if _is_mark(selector) and (role := next(self._named(declared.get("background", "")), "")):
                yield from (Pair(role, ground, where) for ground in around)

    def grounds(self, selector: Selector) -> tuple[str, ...]:
        """What a part stands on."""
        own = self._worn(selector, "background")
        return (own,) if own and own != "transparent" else self._around(selector)

    def _around(self, selector: Selector) -> tuple[str, ...]:
        last = selector[-1]
        if last.sub:
            whole = replace(last, sub="", states=frozenset())
            return self.grounds((*selector[:-1], whole))
        if len(selector) > 1:
            return self.grounds(selector[:-1])
        return next((grounds for name, grounds in _STANDS_IN.items() if name in last.having), PAGES)

    def _worn(self, selector: Selector, name: str) -> str:
        """The role that a part wears there: the narrowest rule wins, of equals the last."""
        best: tuple[tuple[int, int], int, str] | None = None
        for number, (other, declared) in enumerate(self.rules):
            if name in declared and _holds(other, selector):
                weight = tuple(map(sum, zip(*(part.weight for part in other), strict=True)))
                found = next(self._named(declared[name]), "transparent")
                best = max(best or ((-1, -1), -1, ""), ((weight[0], weight[1]), number, found))
        if best is None and selector[-1].sub and name == "color":
            return self._worn((*selector[:-1], replace(selector[-1], sub="", states=frozenset())), name)
        return best[2] if best else ""

    def _named(self, value: str) -> Iterator[str]:
        yield from (self._roles[code] for code in _COLOUR.findall(value))


def _rules(sheet: str) -> Iterator[Rule]:
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        pairs = (line.partition(":") for line in body.split(";") if line.strip())
        declared = {name.strip(): value.strip() for name, _, value in pairs}
        for selector in selectors.split(","):
            yield tuple(_part(compound) for compound in selector.split()), declared


def _part(compound: str) -> Part:
    found = _COMPOUND.match(compound)
    assert found, f"the test does not read the selector {compound!r}"
    kind, having, states = found.groups()
    subs = re.findall(r"::([\w-]+)", states)
    named = frozenset(re.findall(r"(?<!:):([\w-]+)", states))
    return Part(kind or "*", frozenset(re.findall(r"\[([^\]]*)\]", having)), subs[0] if subs else "", named)


def _holds(rule: Selector, selector: Selector) -> bool:
    """Whether a rule holds for the last part of a selector, in what that says it is in."""
    if not rule[-1].covers(selector[-1]):
        return False
    around = list(selector[:-1])
    for part in reversed(rule[:-1]):
        while around and not part.covers(around[-1]):
            around.pop()
        if not around:
            return False
        around.pop()
    return True


def _is_a(kind: str, other: str) -> bool:
    if other in ("*", kind):
        return True
    one, two = getattr(QtWidgets, kind, None), getattr(QtWidgets, other, None)
    return bool(one and two and issubclass(one, two))


def _has_words(selector: Selector) -> bool:
    last = selector[-1]
    boxes = ("QFrame", "QWidget", "QMainWindow", "QDialog", "QScrollArea", "QScrollBar", "QSplitter", "QProgressBar")
    return last.kind not in boxes and last.sub not in ("indicator", "separator", "corner")


def _is_mark(selector: Selector) -> bool:
    return selector[-1].sub in ("handle", "chunk", "separator")


def _told(selector: Selector) -> str:
    def told(part: Part) -> str:
        sub = f"::{part.sub}" if part.sub else ""
        return (
            part.kind
            + "".join(f"[{one}]" for one in sorted(part.having))
            + sub
            + "".join(f":{state}" for state in sorted(part.states))
        )

    return " ".join(map(told, selector))
