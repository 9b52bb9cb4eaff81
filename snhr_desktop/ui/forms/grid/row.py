"""One row of a grid, as it is entered: what a person said of a record, and nothing they did not say."""

from dataclasses import dataclass, field
from typing import Any

from snhr_desktop.errors import Problem


def blank(value: Any) -> bool:
    """Whether a value says nothing. 0 says something: it is an age."""
    return value is False or value in ("", None, (), [])


@dataclass(eq=False)
class Row:
    """Keeps its identity while rows come and go around it. `left` names the fields whose problems may be shown."""

    raw: dict[str, Any] = field(default_factory=dict)
    left: set[str] = field(default_factory=set)
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)

    def blank(self) -> bool:
        """Whether nobody touched it. A default is not said, so a fresh row is no victim yet."""
        return all(blank(value) for value in self.raw.values())

    def put(self, name: str, value: Any) -> None:
        """Say a value, or take back what was said."""
        if blank(value):
            self.raw.pop(name, None)
        else:
            self.raw[name] = value

    def copy(self) -> "Row":
        """Another record that says the same."""
        return Row({name: value for name, value in self.raw.items() if name != "uid"})

    def shown_problems(self, name: str, tried: bool) -> tuple[Problem, ...]:
        """What may be said of a field: once it was left, or a save was tried."""
        return self.problems.get(name, ()) if tried or name in self.left else ()
