"""Files of evidence without a window: take them in, list them, hand one out, withdraw one."""

import argparse
import json
import sys
from pathlib import Path

from snhr_desktop.cli.commands import open_store
from snhr_desktop.domain.records import AttachmentFile
from snhr_desktop.domain.vocabularies import label
from snhr_desktop.i18n import N_, Language
from snhr_desktop.store.attachments.refusals import NoSuchAttachment
from snhr_desktop.workspace import Workspace
from snhr_desktop.workspace.attachments import IntakeResult

TAKEN = N_("{path}: taken in as {reference}, {kind}, {size} bytes, SHA-256 {sha256}.")
KNOWN = N_("{path}: is kept already as {reference}, with {others}.")
OTHERWISE = N_("{path}: its name says otherwise, but by its first bytes it is {type}.")
REFUSED = N_("{path}: {reason}")
LINE = N_("{reference}  {kind}  {type}  {size} bytes  {others}{withdrawn}")
NONE = N_("No files are kept there.")
WITHDRAWN = N_("  (withdrawn)")
VEILED = N_("  (kept with a source, not for you to see)")
WRITTEN = N_("{name} was written, with the fingerprint that it was taken in with: {sha256}.")
IS_WITHDRAWN = N_("{reference} is withdrawn: it is kept, and handed out no more.")
WITH_IT = N_("The copies of it with it: {references}")
IS_BACK = N_("{reference} is not withdrawn: it may be handed out.")
KEPT_WITH = N_("{reference} is kept with {others}.")


def attach(options: argparse.Namespace, language: Language) -> int:
    """Take in files and folders for an incident or a case; 1 when any of it was refused."""
    with open_store(options, language) as workspace:
        done = workspace.take_in_many(options.files, [workspace.link_to(options.to)])
    for result in done.results:
        refused = result.refusal is not None
        print("\n".join(_told(result, language)), file=sys.stderr if refused else sys.stdout)
    return 1 if any(result.refusal for result in done.results) else 0


def attachments(options: argparse.Namespace, language: Language) -> int:
    """List the files of the store, or those kept with an incident or a case."""
    with open_store(options, language, read_only=True) as workspace:
        if options.reference:
            found = workspace.attachments_of(workspace.link_to(options.reference).target)
        else:
            found = workspace.attachments()
        lines = [_line(file, workspace, language) for file in found]
    print("\n".join(lines) if lines else language.text(NONE))
    return 0


def export(options: argparse.Namespace, language: Language) -> int:
    """Write a file out, or a copy without place, time and device; beside it, when asked, its custody as JSON."""
    with open_store(options, language) as workspace:
        file = _file(workspace, options.reference)
        workspace.ensure_may_hand_out(file.attachment.uid)
        workspace.ensure_for(file.attachment.uid, options.audience)
        if options.stripped:
            file = workspace.strip_attachment(file.attachment.uid, options.purpose).file
        path = options.output or Path(workspace.file_name(file))
        done = workspace.export_attachment(file.attachment.uid, path, options.recipient, options.purpose)
    print(language.text(WRITTEN, name=done.path.name, sha256=file.attachment.sha256))
    if options.custody:
        steps = [
            {"at": entry.at, "act": entry.step.act, "sha256": entry.step.sha256, "chain_sha256": entry.chain_sha256}
            for entry in done.record.log
        ]
        said = {"file": file.attachment.reference, "custody": steps, "history": done.record.anchor.dump()}
        print(json.dumps(said, indent=2))
    return 0


def withdraw(options: argparse.Namespace, language: Language) -> int:
    """Say with a reason that a file is not to be used any more, or take that back."""
    with open_store(options, language) as workspace:
        uid = _file(workspace, options.reference).attachment.uid
        saved = workspace.withdraw_attachment(uid, options.reason, back=options.back)
    file, copies = saved.file.attachment, [one.attachment.reference for one in saved.with_it]
    words = IS_WITHDRAWN if file.withdrawn else IS_BACK
    print(language.text(words, reference=file.reference))
    if copies:
        print(language.text(WITH_IT, references=language.join(copies)))
    return 0


def keep(options: argparse.Namespace, language: Language) -> int:
    """Keep a file with one more record, or no more with one."""
    with open_store(options, language) as workspace:
        uid = _file(workspace, options.reference).attachment.uid
        if options.also_with:
            saved = workspace.link_attachment(uid, workspace.link_to(options.also_with))
        else:
            saved = workspace.unlink_attachment(uid, workspace.link_to(options.not_with).target)
        others = language.join(workspace.kept_with(saved.file))
    print(language.text(KEPT_WITH, reference=saved.file.attachment.reference, others=others))
    return 0


def _file(workspace: Workspace, reference: str) -> AttachmentFile:
    """The file of a reference. Raises `NoSuchAttachment`."""
    file = workspace.attachment_by_reference(reference)
    if file is None:
        raise NoSuchAttachment(name=reference)
    return file


def _told(result: IntakeResult, language: Language) -> list[str]:
    path = language.isolate(str(result.path))
    taken = result.taken
    if taken is None:
        reason = result.refusal.tell(language) if result.refusal else ""
        return [language.text(REFUSED, path=path, reason=reason)]
    said = taken.file.attachment
    others = language.join(list(taken.already)) if taken.already else "—"
    lines = [
        language.text(KNOWN, path=path, reference=said.reference, others=others)
        if taken.known
        else language.text(
            TAKEN,
            path=path,
            reference=said.reference,
            kind=label("attachment_kind", said.kind, language),
            size=language.number(said.size or 0),
            sha256=said.sha256,
        )
    ]
    if taken.otherwise:
        lines.append(language.text(OTHERWISE, path=path, type=said.media_type))
    return lines


def _line(file: AttachmentFile, workspace: Workspace, language: Language) -> str:
    said = file.attachment
    return language.text(
        LINE,
        reference=said.reference,
        kind=label("attachment_kind", said.kind, language),
        type=said.media_type,
        size=language.number(said.size or 0),
        others=" ".join(workspace.kept_with(file)),
        withdrawn=language.text(WITHDRAWN) * said.withdrawn + language.text(VEILED) * bool(workspace.veiled([file])),
    )
