"""What one report is made of, gathered on the thread of the store."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from snhr_desktop.i18n import LANGUAGES, bare
from snhr_desktop.reports.brief import PUBLIC, Brief

if TYPE_CHECKING:
    from snhr_desktop.reports.proofing import Known
    from snhr_desktop.reports.redaction import Redaction
    from snhr_desktop.reports.snapshot import Snapshot
    from snhr_desktop.reports.texts import Overrides
    from snhr_desktop.workspace import Workspace


_TEXTS = 64
"""Texts whose names are remembered: they are looked for again at every key, in all of them."""


def draft_key(brief: Brief) -> str:
    """The key under which the edited texts of a report are kept in the store.

    What was written for one month, incident or audience is no text of another: the office's own words are not to
    come before the public.
    """
    return ":".join(("report", brief.period, brief.kind, brief.month or brief.incident, brief.audience))


@dataclass(frozen=True)
class Material:
    """What one report is made of. `standing`, `fillings` and `kept` go by language, then by name.

    `redaction` takes withheld names out of what is typed; `head` stands for the whole history when it was gathered.
    """

    brief: Brief
    snapshot: "Snapshot"
    known: "Known"
    standing: Mapping[str, Mapping[str, str]]
    fillings: Mapping[str, Mapping[str, str]]
    kept: "Overrides"
    redaction: "Redaction"
    head: str
    titles: Mapping[str, str]


def gathered(workspace: "Workspace", brief: Brief) -> Material:
    """Everything the report prints, in one consistent read. Raises `UnknownCode`."""
    from snhr_desktop.reports.edition import Edition
    from snhr_desktop.reports.proofing import Known
    from snhr_desktop.reports.texts import Texts

    with workspace.one_moment():
        snapshot, redaction, head = workspace.gather(brief), workspace.redaction(brief), workspace.head()
    texts = {code: Texts(code, brief.period, brief.kind) for code in LANGUAGES}
    editions = {code: Edition(snapshot, brief.written(language), texts[code]) for code, language in LANGUAGES.items()}
    return Material(
        brief=snapshot.brief,
        snapshot=snapshot,
        known=replace(Known.of(next(iter(editions.values()))), withheld=lru_cache(_TEXTS)(redaction.taken)),
        standing={code: {name: one.source(name) for name in brief.what.texts} for code, one in texts.items()},
        fillings={code: edition.words for code, edition in editions.items()},
        kept=_kept(workspace, brief),
        redaction=redaction,
        head=head,
        titles={code: bare(edition.title) for code, edition in editions.items()},
    )


def name_of_file(material: Material) -> str:
    """What the file of a report is called: its code, its kind, what it is of, its edition, and for whom."""
    brief, filed = material.brief, material.snapshot.filed
    of = filed.dossier.incident.reference if filed else brief.period
    # what is for the office is not to be taken for what is for the public
    readers = "" if brief.audience == PUBLIC else brief.audience
    parts = (material.snapshot.code, brief.kind, of, brief.month, brief.edition, readers)
    return "-".join(clean for part in parts if (clean := re.sub(r"[^A-Za-z0-9_-]", "", part))) + ".pdf"


def _kept(workspace: "Workspace", brief: Brief) -> "Overrides":
    """The edited texts that the store keeps of such a report; whatever else stands there is passed over."""
    raw = next((draft.raw for draft in workspace.drafts() if draft.key == draft_key(brief)), {})
    found: dict[str, dict[str, str]] = {}
    for code in LANGUAGES:
        texts = raw.get(code)
        if isinstance(texts, Mapping):
            found[code] = {str(name): text for name, text in texts.items() if isinstance(text, str)}
    return found
