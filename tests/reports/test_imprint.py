"""The imprint: in every kind of report, for every audience in both languages."""

import dataclasses
import io
import json

import pytest
from pypdf import PdfReader

from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.reports.brief import Brief
from snhr_desktop.reports.imprint import TITLE
from snhr_desktop.reports.kind import BULLETIN, INCIDENT, KINDS, MONTH
from snhr_desktop.store import history
from snhr_desktop.workspace import Workspace
from tests.builders import dossier
from tests.reports.reading import joined, text_of
from tests.reports.specimen import AS_OF

BRIEF = Brief("idlib", "all")


def brief(workspace: Workspace, kind: str, audience: str) -> Brief:
    of = KINDS[kind].of
    uid = workspace.save(dossier()).dossier.incident.uid if of == INCIDENT else ""
    month = "2018-03" if of == MONTH else ""
    return dataclasses.replace(BRIEF, kind=kind, audience=audience, edition="both", incident=uid, month=month)


@pytest.mark.parametrize("audience", ["public", "internal"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_report_tells_the_whole_head_the_key_and_how_to_check(
    workspace: Workspace, kind: str, audience: str
) -> None:
    asked = brief(workspace, kind, audience)
    anchor = workspace.anchor()
    made = workspace.publish(asked)
    reader = PdfReader(io.BytesIO(made.file))
    text = joined(text_of(reader))
    assert anchor.head == made.publication.chain_head
    for told in (anchor.head, anchor.key):
        assert text.count(joined(told)) >= 2
    for language in LANGUAGES.values():
        assert joined(language.text(TITLE)) in text or kind == BULLETIN
    assert text.count("--head") == 2
    if KINDS[kind].of != INCIDENT:
        [said] = reader.attachments[f"figures-{made.publication.code}.json"]
        found = json.loads(said)["history"]
        assert (found["head"], found["key"], found["entries"]) == (anchor.head, anchor.key, anchor.entries)
        assert anchor.head in reader.attachments[f"figures-{made.publication.code}-ar.csv"][0].decode()


def test_a_printed_head_is_found_again_after_more_was_saved(workspace: Workspace) -> None:
    printed = workspace.gather(BRIEF, AS_OF).anchor
    assert printed is not None
    workspace.save(dossier())
    grouped = " ".join(printed.head[at : at + 8] for at in range(0, 64, 8))
    for typed in (grouped, printed.head.upper(), printed.mark):
        assert workspace.printed_head(typed).level == "note"
    assert workspace.anchor().entries == printed.entries + 1 == history.newest(workspace._store.connection)
    for typed in ("", printed.head[:11], "0" * 64, "%" * 12, printed.head + "0"):
        assert workspace.printed_head(typed).level == "error"
