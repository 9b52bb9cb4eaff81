"""Places and boundaries from files: what they are and whom to credit, what would change, and only then taken in."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.exchange.packs.about import LONGEST_CREDIT, NEEDED, beside
from snhr_desktop.i18n import N_, NC_, kept_whole
from snhr_desktop.store.place_packs import About, Held
from snhr_desktop.ui.commands import with_key
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.dialogs import file_dialog
from snhr_desktop.ui.places.outlook_view import OutlookView
from snhr_desktop.ui.places.renewing import RenewingDialog
from snhr_desktop.ui.widgets import Labelled, PlainLabel, button
from snhr_desktop.workspace.places import LookedAt, PackTaken

TITLE, LOOK, TAKE = N_("Take in places and boundaries"), N_("See what would change"), N_("Take them in")
WHAT = N_(
    "Lists of places (CSV, XLSX) and boundaries (GeoJSON, TopoJSON) of one source, as the humanitarian exchange gives "
    "them out. Nothing is changed before you have seen what would be; no record is."
)
CHOOSE, KINDS = N_("Choose files…"), N_("Places and boundaries (*.csv *.tsv *.xlsx *.geojson *.topojson *.json)")
NO_FILES = N_("No file is chosen yet.")
DONE = N_("The places were taken in.")
KEY = "Ctrl+O"
Asked = tuple[tuple[Path, ...], dict[str, str]]
"""Files, and what was said of them."""
_FIELDS = {
    "name": (NC_("pack of places", "Name"), N_("The same for every version of it")),
    "version": (NC_("pack of places", "Version"), N_("Its date or number")),
    "licence": (NC_("pack of places", "Licence"), N_("Under which it is given")),
    "source": (NC_("pack of places", "Source"), N_("Where it is from; may be left blank")),
    "credit": (NC_("pack of places", "Credit"), N_("Printed with the licence on every map that is drawn with it")),
}


class PackDialog(RenewingDialog):
    """`held` are the packs of the store: a new version is mostly of one that is there."""

    def __init__(self, desk: Desk, held: Sequence[Held] = (), parent: QWidget | None = None) -> None:
        super().__init__(desk, TITLE, LOOK, WHAT, parent, icon="map")
        kit = desk.kit
        self._files: tuple[Path, ...] = ()
        self._found: LookedAt | None = None
        self.choose = button(kit, CHOOSE, "folder-open", hint=with_key(CHOOSE, KEY))
        self.choose.clicked.connect(self._choose)
        QShortcut(QKeySequence(KEY), self).activated.connect(self.choose.click)
        self._chosen = kit.tongue.bind(PlainLabel(wrap=True), text=NO_FILES)
        self.texts = {name: QLineEdit() for name in _FIELDS}
        self.outlook = OutlookView(kit)
        self._place()
        self._offered = dict.fromkeys(_FIELDS, "")
        latest = next((one.about for one in held if one.in_use), None)
        if latest:
            self._offer(About(latest.name, "", latest.source, latest.licence, latest.credit))
        for edit in self.texts.values():
            edit.textEdited.connect(self._begin_again)
        self.keep("pack of places", **self.texts)
        self.allow(False)
        self.choose.setFocus()

    def choose_files(self, files: Sequence[Path]) -> None:
        """Take these files for the pack; what stands beside the first says what it is."""
        self._files = tuple(files)
        names = [kept_whole(one.name) for one in self._files]
        self.desk.tongue.bind(self._chosen, text=lambda language: language.join(names))
        self._begin_again()
        self.desk.operations.ask(lambda _: beside(self._files[0]), self._said_beside, self.refuse, self)

    def submit(self) -> None:
        """Look at the pack; once that was seen, take it in."""
        if self._found is not None:
            pack = self._found.pack
            self.renew(lambda workspace, watch: workspace.take_pack(pack, watch), self._done)
        elif self._files:
            files, said = self._asked()
            self.read(
                lambda workspace, watch: workspace.look_at_pack(files, said, watch), partial(self._show, (files, said))
            )

    def refuse(self, refusal: Refusal) -> None:
        """Tell why; another file may be chosen."""
        super().refuse(refusal)
        self.allow(bool(self._files))

    def _choose(self) -> None:
        if found := file_dialog.ask_for_files(self.desk.kit, CHOOSE, self, KINDS):
            self.choose_files(found)

    def _said_beside(self, about: About) -> None:
        """Go on where a person has something left to say."""
        self._offer(about)
        blank = [self.texts[name] for name in NEEDED if not self.texts[name].text()]
        (blank[0] if blank else self.act).setFocus()

    def _offer(self, about: About) -> None:
        """Fill in what a person has not typed otherwise."""
        for name, edit in self.texts.items():
            text = str(getattr(about, name))
            if text and edit.text() in ("", self._offered[name]):
                edit.setText(text)
                edit.setCursorPosition(0)
                self._offered[name] = text

    def _begin_again(self) -> None:
        """What was seen is of other files or words."""
        self._found = None
        self.notice.clear()
        self.outlook.show_found(None)
        self.desk.tongue.bind(self.act, text=LOOK)
        self.allow(bool(self._files))

    def _asked(self) -> Asked:
        return self._files, {name: edit.text() for name, edit in self.texts.items()}

    def _show(self, asked: Asked, found: LookedAt) -> None:
        if asked != self._asked():  # other files or words were chosen meanwhile
            self._begin_again()
            return
        self._found = found
        self.outlook.show_found(found)
        self.desk.tongue.bind(self.act, text=TAKE)
        self.allow(True)
        self.act.setFocus()

    def _done(self, _: PackTaken) -> None:
        self.desk.tell(DONE, "done")
        self.accept()

    def _place(self) -> None:
        kit, row, grid = self.desk.kit, QHBoxLayout(), QGridLayout()
        kit.theme.measure(self, minimumWidth=620)
        row.addWidget(self.choose)
        row.addWidget(self._chosen, 1)
        grid.setHorizontalSpacing(12)
        for at, (name, (words, hint)) in enumerate(_FIELDS.items()):
            self.texts[name].setMaxLength(LONGEST_CREDIT if name == "credit" else 200)
            line = Labelled(kit, words, self.texts[name], hint, required=name != "source")
            wide = name == "credit"
            grid.addWidget(line, at // 2, at % 2, 1, 2 if wide else 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(row)
        self.body.addLayout(grid)
        self.body.addWidget(self.outlook, 1)
        self._lay_progress()
        for before, after in pairwise((self.outlook.lines, self.cancel, self.act)):
            QWidget.setTabOrder(before, after)
