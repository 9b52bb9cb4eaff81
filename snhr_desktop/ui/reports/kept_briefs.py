"""What was last chosen for the report of each period, kept in the store: its settings file names no period."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from snhr_desktop.reports.brief import EDITIONS, Brief
from snhr_desktop.reports.kind import KINDS
from snhr_desktop.ui.operations import Operations

if TYPE_CHECKING:
    from snhr_desktop.workspace import Draft

_KEY = "brief:"


class KeptBriefs:
    """By period. What was kept by another version, with a kind or an edition unknown here, is passed over."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations
        self._briefs: dict[str, Brief] = {}

    def take(self, drafts: "Iterable[Draft]") -> str:
        """Take up what the store keeps, unless something was chosen since; the period chosen last, or nothing."""
        found = [brief for draft in drafts if draft.key.startswith(_KEY) and (brief := brief_of(draft.raw))]
        for brief in found:
            self._briefs.setdefault(brief.period, brief)
        return found[0].period if found else ""

    def of(self, period: str) -> Brief | None:
        """What was chosen last for a period."""
        return self._briefs.get(period)

    def put(self, brief: Brief) -> None:
        """Keep a choice. That it could not be kept is no reason to trouble anyone."""
        if self._briefs.get(brief.period) == brief:
            return
        self._briefs[brief.period] = brief
        if not self._operations.info.read_only:
            key, raw = f"{_KEY}{brief.period}", asdict(brief)
            self._operations.ask(lambda store: store.put_draft(key, raw), lambda _: None, lambda _: None)


def brief_of(raw: Mapping[str, Any]) -> Brief | None:
    """A brief as it was kept; None where it is not one of this version."""
    held: dict[str, Any] = {name: value for name, value in raw.items() if isinstance(value, str)}
    left_out = raw.get("left_out")
    try:
        brief = Brief(**held, left_out=tuple(str(code) for code in left_out or ()))
    except TypeError:
        return None
    return brief if brief.kind in KINDS and brief.edition in EDITIONS else None
