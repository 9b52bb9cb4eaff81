"""A report as a file: one snapshot, one language or both, written whole or not at all and for its owner alone."""

import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from snhr_desktop.errors import DiskFull, ReadOnlyFolder, Refusal
from snhr_desktop.i18n import ARABIC, ENGLISH, LANGUAGES, N_, Language
from snhr_desktop.reports.agreement import ensure, ensure_whole
from snhr_desktop.reports.document import ReportDocument
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.file.about import About
from snhr_desktop.reports.file.attachments import figures_of
from snhr_desktop.reports.file.finish import finished
from snhr_desktop.reports.file.seal import Seal, sealed
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.progress import CHECKING, Progress, Step, unwatched
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.reports.text import Missing
from snhr_desktop.reports.texts import Overrides, Texts
from snhr_desktop.store.files import replace_file
from snhr_desktop.store.refusals import told

BOTH: tuple[Language, ...] = (ENGLISH, ARABIC)


def render(
    snapshot: Snapshot,
    languages: Language | tuple[Language, ...],
    out: Path,
    texts: Overrides | None = None,
    archive: bool = False,
    seal: Seal | None = None,
) -> tuple[Missing, ...]:
    """Write the report of a snapshot; the characters that no font could print, with where they stand as U+FFFD.

    Args:
        snapshot: what is printed; the same snapshot gives the same bytes.
        languages: one language, or both (`BOTH`) for the bilingual edition.
        out: the file to write or to replace.
        texts: texts edited for this report.
        archive: a file of PDF/A-1b, without the attached figures.
        seal: a password and a signature; with a seal the bytes differ each time.

    Raises:
        NotWritten, DiskFull: the file could not be written; an earlier one of that name is left as it was.
        UnknownCode: an edited text has a placeholder that nothing fills.
        FiguresDisagree: the numbers contradict each other, or an edited text contradicts them.
        What `sealed` raises.
    """
    content, missing = rendered(snapshot, languages, texts, archive)
    write(sealed(content, seal) if seal else content, out)
    return missing


class NotWritten(ReadOnlyFolder):
    """The folder chosen for a report takes no file."""

    said = N_("The report could not be written in the folder “{name}”.")
    advice = N_("Choose another folder. The report can be written again; nothing of the store is concerned.")


def write(content: bytes, out: Path) -> None:
    """Write a report that was made: whole or not at all. Raises `NotWritten`, `DiskFull`."""
    try:
        with told(out.parent):
            if not out.parent.is_dir():
                raise ReadOnlyFolder(name=out.parent.name)
            replace_file(out, content)
    except DiskFull:
        raise
    except (Refusal, OSError) as error:  # whatever the system says of such a place: another one has to be chosen
        raise NotWritten(name=out.parent.name or "/") from error


def rendered(
    snapshot: Snapshot,
    languages: Language | tuple[Language, ...],
    texts: Overrides | None = None,
    archive: bool = False,
) -> tuple[bytes, tuple[Missing, ...]]:
    """The report as bytes, and the characters that no font could print."""
    chosen = (languages,) if isinstance(languages, Language) else languages
    return printed(written(snapshot, chosen, texts), archive)


def written(snapshot: Snapshot, languages: Iterable[Language], texts: Overrides | None = None) -> list[Manuscript]:
    """The report in words, one manuscript a language. Raises `UnknownCode`, `FiguresDisagree`."""
    ensure_whole(snapshot)
    edited, brief = texts or {}, snapshot.brief
    return [
        Manuscript.of(Edition(snapshot, one, Texts(one.code, brief.period, brief.kind, edited.get(one.code))))
        for one in languages
    ]


def printed(
    manuscripts: Sequence[Manuscript], archive: bool = False, progress: Progress = unwatched
) -> tuple[bytes, tuple[Missing, ...]]:
    """Manuscripts set in type, once their numbers were found to agree. Raises `FiguresDisagree`.

    An edition printed alone is held against the other language too, as the program writes it from the same snapshot.
    `progress` is told each step, and calls it off by raising `Cancelled`.
    """
    progress(Step(CHECKING))
    here = {manuscript.edition.language.code for manuscript in manuscripts}
    others = [language for code, language in LANGUAGES.items() if code not in here]
    beside = written(manuscripts[0].edition.snapshot, others)
    ensure(manuscripts, beside)
    return typeset(manuscripts, beside, archive, progress)


def typeset(
    manuscripts: Sequence[Manuscript],
    beside: Sequence[Manuscript],
    archive: bool = False,
    progress: Progress = unwatched,
) -> tuple[bytes, tuple[Missing, ...]]:
    """Manuscripts set in type, unchecked: those of a published report were checked then.

    `beside` are the other languages, in which the file names its title too.
    """
    editions = [manuscript.edition for manuscript in manuscripts]
    about = About.of(editions, [manuscript.edition for manuscript in beside])
    file = io.BytesIO()
    document = ReportDocument(file, tuple(manuscripts), about, archive, progress)
    missing = document.build_report()
    return finished(file.getvalue(), document.tags, about, figures_of(editions), archive), missing
