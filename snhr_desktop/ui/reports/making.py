"""What is done for a report on the thread of the store: gathering it, laying it out, writing it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.ui.reports.wish import Wish

if TYPE_CHECKING:
    from snhr_desktop.reports.proofing import Known
    from snhr_desktop.reports.snapshot import Snapshot
    from snhr_desktop.reports.texts import Overrides
    from snhr_desktop.workspace import Workspace

DRAFT = "report:{period}"
"""The key under which the edited texts of a period's report are kept in the store."""


@dataclass(frozen=True)
class Material:
    """What one report is made of. `standing`, `fillings` and `kept` go by language, then by name."""

    wish: Wish
    snapshot: "Snapshot"
    known: "Known"
    standing: Mapping[str, Mapping[str, str]]
    fillings: Mapping[str, Mapping[str, str]]
    kept: "Overrides"


@dataclass(frozen=True)
class Made:
    """A report as bytes, with the characters no typeface could print, and a name for its file."""

    content: bytes
    missing: frozenset[str]
    name: str


def gathered(workspace: "Workspace", wish: Wish) -> Material:
    """Everything the report prints, in one consistent read. Raises `UnknownCode`."""
    from snhr_desktop.reports.edition import Edition
    from snhr_desktop.reports.kind import NAMES
    from snhr_desktop.reports.proofing import Known
    from snhr_desktop.reports.texts import Texts

    snapshot = workspace.gather(wish.brief)
    texts = {code: Texts(code, wish.period) for code in LANGUAGES}
    editions = {code: Edition(snapshot, language, texts[code]) for code, language in LANGUAGES.items()}
    return Material(
        wish=wish._replace(scope=snapshot.scope),
        snapshot=snapshot,
        known=Known.of(next(iter(editions.values()))),
        standing={code: {name: one.source(name) for name in NAMES} for code, one in texts.items()},
        fillings={code: edition.words for code, edition in editions.items()},
        kept=_kept(workspace, wish.period),
    )


def made(material: Material, overrides: "Overrides") -> Made:
    """The report laid out; the same material and texts give the same bytes. Raises `UnknownCode`."""
    from snhr_desktop.reports.render import rendered

    content, missing = rendered(material.snapshot, material.wish.languages, overrides)
    period = re.sub(r"[^A-Za-z0-9_-]", "", material.wish.period)
    parts = (material.snapshot.code, period, material.wish.edition)
    return Made(content, missing, "-".join(part for part in parts if part) + ".pdf")


def _kept(workspace: "Workspace", period: str) -> "Overrides":
    """The edited texts that the store keeps of a period's report; whatever else stands there is passed over."""
    key = DRAFT.format(period=period)
    raw = next((draft.raw for draft in workspace.drafts() if draft.key == key), {})
    found: dict[str, dict[str, str]] = {}
    for code in LANGUAGES:
        texts = raw.get(code)
        if isinstance(texts, Mapping):
            found[code] = {str(name): text for name, text in texts.items() if isinstance(text, str)}
    return found
