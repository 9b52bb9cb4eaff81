"""The frozen state of a report: everything its pages are made of, as one JSON text that gives the same pages again.

Fields are found by their types, so that whatever a snapshot comes to hold is frozen with it. The order of a mapping is
the order it is printed in, and is kept; everything else has one spelling only.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cattrs.preconf.json import JsonConverter, make_converter

from snhr_desktop.domain.records import PeriodFile
from snhr_desktop.figures.catalogue import FIGURES, figure_of
from snhr_desktop.figures.figure import Answer, Figure
from snhr_desktop.i18n import LANGUAGES
from snhr_desktop.reports.edition import Edition
from snhr_desktop.reports.kind import NAMES
from snhr_desktop.reports.manuscript import Manuscript
from snhr_desktop.reports.snapshot import Snapshot
from snhr_desktop.reports.texts import Overrides, Texts
from snhr_desktop.reports.versions import Versions

FORM = 1
"""The form of the text; raised when a later one can no longer read it."""


@dataclass(frozen=True)
class Frozen:
    """A snapshot with the words and versions it is printed by; words go by language, then by name or figure.

    `sources` are the standing texts as this report has them, `edited` the names of those that a person changed.
    `archive` says that it is a file of PDF/A. `files` are the periods that were asked for, by code: a report of a month
    shows less of its own.
    """

    snapshot: Snapshot
    sources: Overrides
    definitions: Overrides
    edited: Mapping[str, tuple[str, ...]]
    versions: Versions
    archive: bool = False
    files: Mapping[str, PeriodFile] = field(default_factory=dict)
    form: int = FORM

    @classmethod
    def of(cls, snapshot: Snapshot, texts: Overrides, archive: bool = False) -> "Frozen":
        """The state of a report that is to be published, with the texts edited for it.

        A language that is not printed keeps the texts of the program: the file is held against it, and names its title.
        """
        printed = {language.code for language in snapshot.brief.languages}
        edited = {code: texts.get(code, {}) if code in printed else {} for code in LANGUAGES}
        brief = snapshot.brief
        read = {code: Texts(code, brief.period, brief.kind, edited[code]) for code in LANGUAGES}
        return cls(
            snapshot=snapshot,
            sources={code: {name: one.source(name) for name in NAMES} for code, one in read.items()},
            definitions={code: _definitions(code) for code in LANGUAGES},
            edited={code: tuple(sorted(names)) for code, names in edited.items()},
            versions=Versions.here(),
            archive=archive,
        )

    def manuscripts(self) -> tuple[list[Manuscript], list[Manuscript]]:
        """The report in words: the languages that are printed, and the others; no file of texts is read."""
        here = {language.code: language for language in self.snapshot.brief.languages}
        others = {code: language for code, language in LANGUAGES.items() if code not in here}
        written = [[self._manuscript(code) for code in several] for several in (here, others)]
        return written[0], written[1]

    def _manuscript(self, code: str) -> Manuscript:
        brief = self.snapshot.brief
        texts = Texts(code, brief.period, brief.kind, self.sources[code], self.definitions[code])
        return Manuscript.of(Edition(self.snapshot, brief.written(LANGUAGES[code]), texts))


def freeze(frozen: Frozen) -> str:
    """The state as JSON."""
    return _written(_CONVERTER.unstructure(frozen))


def thaw(text: str) -> Frozen:
    """The state of a text that `freeze` gave; raises what JSON and its types raise where it is none."""
    return _CONVERTER.structure(json.loads(text), Frozen)


def versions_of(text: str) -> Versions:
    """What a frozen state was made with; read even where the program can no longer read the rest."""
    return _CONVERTER.structure(json.loads(text)["versions"], Versions)


def freeze_answers(answers: Mapping[str, Answer]) -> str:
    """The figures alone, to be looked up without the rest."""
    return _written(_CONVERTER.unstructure(dict(answers)))


def thaw_answers(raw: Mapping[str, Any]) -> dict[str, Answer]:
    """The figures that `freeze_answers` gave, once read as JSON; those that the program no longer has are left out."""
    return _CONVERTER.structure({code: said for code, said in raw.items() if code in FIGURES}, dict[str, Answer])


def _definitions(code: str) -> dict[str, str]:
    return {figure.code: LANGUAGES[code].text(figure.definition) for figure in FIGURES.values()}


def _written(raw: object) -> str:
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _converter() -> JsonConverter:
    made = make_converter()
    # a figure is declared in the program and goes by its code; a number stays what it was, whole or not
    made.register_unstructure_hook(Figure, lambda figure: figure.code)
    made.register_structure_hook(Figure, lambda code, _: figure_of(code))
    made.register_structure_hook(float, lambda number, _: number)
    return made


_CONVERTER = _converter()
