"""A dialog over an open store: a heading, fields, a notice, and the act beside what leaves all as it is."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from snhr_desktop.errors import Refusal
from snhr_desktop.i18n import N_, Message
from snhr_desktop.ui.desk import Desk
from snhr_desktop.ui.widgets import Dialog, Notice, button, label

CANCEL = N_("Cancel")
_WIDTH = 520


class FormDialog(Dialog):
    """Subclasses put their fields into `body`, and act in `submit`, which Enter in a field asks for."""

    def __init__(
        self, desk: Desk, title: Message, act: Message, what: Message | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        kit = desk.kit
        desk.tongue.bind(self, windowTitle=title)
        kit.theme.measure(self, minimumWidth=_WIDTH)
        self.notice = Notice(kit)
        self.act, self.cancel = button(kit, act, "check", "primary"), button(kit, CANCEL)
        self.act.setDefault(True)
        self.act.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.act)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(12)
        whole.addWidget(label(kit, title, "heading", wrap=True))
        if what is not None:
            whole.addWidget(label(kit, what, wrap=True))
        whole.addWidget(self.notice)
        whole.addLayout(self.body)
        whole.addLayout(foot)

    def submit(self) -> None:
        """Do what the dialog is for."""
        raise NotImplementedError

    def work(self) -> None:
        """Nothing can be pressed while the store answers."""
        self.notice.clear()
        self.allow(False)

    def refuse(self, refusal: Refusal) -> None:
        """Tell why it was not done; what was typed stays."""
        self.allow(True)
        self.notice.refuse(refusal)

    def allow(self, may: bool) -> None:
        """Let it be pressed, or not."""
        self.act.setEnabled(may)


def over(dialog: Dialog, window: QWidget) -> None:
    """Show a dialog over the window it belongs to, and forget it when it is closed."""
    dialog.setParent(window, dialog.windowFlags())
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
