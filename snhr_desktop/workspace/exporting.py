"""Records out, to where a person says: looked at before, written in one moment of the store, and written down."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from snhr_desktop import __version__
from snhr_desktop.domain import rights
from snhr_desktop.domain.records import AttachmentFile, Period
from snhr_desktop.errors import UnknownCode
from snhr_desktop.exchange.export import csv_tables, points, whole_records
from snhr_desktop.exchange.export.about import said
from snhr_desktop.exchange.export.asked import (
    CSV,
    GEOJSON,
    HXL,
    JSON,
    XLSX,
    Asked,
    ExportStopped,
    NotForYou,
    NothingChosen,
    Outlook,
    Watch,
)
from snhr_desktop.exchange.export.beside import files_beside
from snhr_desktop.exchange.export.material import Material
from snhr_desktop.exchange.export.target import Target, making
from snhr_desktop.exchange.export.totals import Frame
from snhr_desktop.i18n import N_, Language
from snhr_desktop.reports.others import NOBODY, Others
from snhr_desktop.reports.text import no_collecting
from snhr_desktop.store import exports
from snhr_desktop.store.anchoring import Anchor
from snhr_desktop.store.attachments import custody
from snhr_desktop.store.attachments.acts import To, note_step, write_out
from snhr_desktop.store.attachments.refusals import IntakeStopped
from snhr_desktop.store.exports import ExportAct, Taken
from snhr_desktop.store.listing import IncidentQuery
from snhr_desktop.store.outgoing import CaseChoice, Outgoing, given_up, outgoing
from snhr_desktop.store.saving import Changes
from snhr_desktop.workspace.attachments import AttachmentDoor
from snhr_desktop.workspace.evidence import EvidenceDoor
from snhr_desktop.workspace.reports import ReportDoor
from snhr_desktop.workspace.seeking import SeekDoor

A_FILTER = N_("a saved filter")
UNWATCHED = Watch()
_LATEST = 20


@dataclass(frozen=True)
class Exported:
    """What was written, and where; `files` is the folder of the files kept as evidence, where they were asked for."""

    path: Path
    taken: Taken
    changes: Changes
    files: Path | None = None


class ExportDoor(ReportDoor, SeekDoor, EvidenceDoor, AttachmentDoor):
    """What leaves the store in bulk."""

    def export_outlook(self, asked: Asked) -> Outlook:
        """What an export would take out, and what has to be known before. Raises `UnknownCode`, `ForTheOfficeAlone`."""
        self._ensure_export(asked)
        out = self._outgoing(asked)
        return Outlook(asked, len(out.incidents), len(out.cases), self.user.no_sources)

    def export(self, asked: Asked, path: Path, language: Language, watch: Watch = UNWATCHED) -> Exported:
        """Write records to a file or a folder, as of one moment.

        That it is about to leave stands in the history before the file has its name, and that it left once it has. The
        files kept with them go into a folder beside it, where they are asked for, as they were taken in. Records and
        files have their names together, once all are whole; so have the steps of custody of each file.

        Raises `NotYourRole`, `ForTheOfficeAlone`, `NobodyNamed`, `NotForYou`, `NothingChosen`, `ExportStopped`,
        `UnknownCode`, `AreaTellsPlaces`, `NotExported`, `PlaceTaken`, `DiskFull`, and the refusals of a write; then
        nothing is left of it.
        """
        self._ensure_export(asked)
        asked.ensure_named()
        beside = files_beside(path) if asked.files else None
        with making(path, folder=asked.is_folder, beside=beside) as target:
            with self._store.reading() as connection, given_up(connection, watch.wanted, ExportStopped):
                out = self._outgoing(asked)
                anchor = self.anchor()
                material = self._material(asked, out, watch)
                target.look = material.still
                self._write(material, target, self._made(asked, anchor), language)
                uids = out.files() if asked.files else ()
            sent = self._write_files(uids, target, watch)
            taken = Taken(
                asked.form, asked.audience, asked.whole, language.code, asked.chosen(), len(out.incidents),
                len(out.cases), anchor.head, target.files,
            )  # fmt: skip
            target.ensure_free()
            author, to = self._author(""), To(asked.recipient, path.name)
            with self._store.writing() as connection:
                uid = exports.begin(connection, taken, author)
                for file in sent:
                    note_step(connection, custody.LEAVE, file, author, to)
            with target.settled(), self._store.writing() as connection:
                exports.end(connection, uid, taken, author)
                for file in sent:
                    note_step(connection, custody.EXPORT, file, author, to)
        return Exported(path, taken, Changes(frozenset({exports.RECORD_TYPE}), uids), beside if uids else None)

    def exports(self) -> tuple[ExportAct, ...]:
        """The latest exports, the last one first."""
        with self._store.reading() as connection:
            return exports.acts(connection, _LATEST)

    def _ensure_export(self, asked: Asked) -> None:
        self._require(rights.EXPORT)
        asked.ensure_for_audience()
        if asked.files:
            self._require(rights.HAND_OUT)
        if asked.whole and self.user.no_sources:
            raise NotForYou

    def _outgoing(self, asked: Asked) -> Outgoing:
        query, choice, sources = self._query(asked), self._case_choice(asked), not self.user.no_sources
        with self._store.reading() as connection:
            return outgoing(connection, query, choice, counted=asked.counted_only, sources=sources)

    def _material(self, asked: Asked, out: Outgoing, watch: Watch) -> Material:
        others = NOBODY if asked.whole else self._others(asked, watch)
        area = self._query(asked).area or self._case_choice(asked).area
        material = Material(asked, out, self._store.gazetteer, others, watch, area)
        if not material.records:
            raise NothingChosen
        return material

    def _others(self, asked: Asked, watch: Watch) -> Others:
        watch.prepared(0)  # which of the records go out is known; that was told nowhere
        with no_collecting():  # of a million names there is nothing to collect, and looking for it takes half a second
            persons = self.persons()
            return Others(replace(persons, victims=watch.over(persons.victims)), asked.audience)

    def _query(self, asked: Asked) -> IncidentQuery:
        """The filter of the incidents, bounded by the period; nothing where cases alone were chosen."""
        query = IncidentQuery()
        if asked.saved_filter:
            held = {one.name: one.query for one in self.saved_filters()}
            if asked.saved_filter not in held:
                raise UnknownCode(code=asked.saved_filter, kind=A_FILTER, known=tuple(held))
            query = held[asked.saved_filter]
        if asked.cases is not None:
            return replace(query, uids=())
        query = replace(query, uids=asked.incidents)
        return self._within(query, self.period(asked.period).period) if asked.period else query

    def _within(self, query: IncidentQuery, period: Period) -> IncidentQuery:
        first = max((day for day in (query.first, period.first) if day), default=None)
        last = min((day for day in (query.last, period.last) if day), default=None)
        area, gazetteer = query.area or period.area, self._store.gazetteer
        if query.area and period.area and not gazetteer.within(query.area, period.area):
            if not gazetteer.within(period.area, query.area):
                return replace(query, uids=())
            area = period.area
        return replace(query, first=first, last=last, area=area)

    def _case_choice(self, asked: Asked) -> CaseChoice:
        """The cases: those chosen, or all of a period; none beside chosen or filtered incidents."""
        if asked.incidents is not None or asked.saved_filter or not asked.holds_cases:
            return CaseChoice(uids=())
        if not asked.period:
            return CaseChoice(asked.cases)
        period = self.period(asked.period).period
        return CaseChoice(asked.cases, period.first, period.last, period.area)

    def _made(self, asked: Asked, anchor: Anchor) -> Mapping[str, Any]:
        """What a file says of itself."""
        info = self._store.info
        return {
            "program": f"snhr-desktop {__version__}",
            "office": info.office,
            "training": info.training,
            "at": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            "audience": asked.audience,
            "whole": asked.whole,
            "chosen": asked.chosen_told(),
            "history": anchor.dump(),
        }

    def _write_files(self, uids: tuple[str, ...], target: Target, watch: Watch) -> tuple[AttachmentFile, ...]:
        """The files as they were taken in, beside the records that are in the making."""
        sent: list[AttachmentFile] = []
        for done, uid in enumerate(uids):
            watch.step(done, len(uids))
            self.ensure_may_hand_out(uid)
            fresh = target.place_beside(self.file_name(self.attachment(uid)))
            try:
                sent.append(write_out(self._store, uid, fresh, wanted=watch.wanted))
            except IntakeStopped as stopped:
                raise ExportStopped from stopped
        return tuple(sent)

    def _write(self, material: Material, target: Target, made: Mapping[str, Any], language: Language) -> None:
        asked = material.asked
        period = self.period(asked.period).period if asked.period else Period()
        if asked.form in (CSV, HXL):
            csv_tables.write(material, target, language, said(material, period, made, language), tags=asked.form == HXL)
        elif asked.form == XLSX:
            from snhr_desktop.exchange.export import workbook

            period = replace(period, area=material.gazetteer.present(period.area))
            workbook.write(material, target, made, language, Frame(period, asked.scope or period.scope))
        else:
            with target.file() as out:
                {JSON: whole_records.write, GEOJSON: points.write}[asked.form](material, out, made)
