"""The assistant of the first start, walked through as a person does."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from snhr_desktop.domain.recovery_code import groups
from snhr_desktop.ui.first_run.assistant import Assistant
from snhr_desktop.ui.main_window import MainWindow

STRONG = "olive lantern river window"
CODE = "7HBK-M20T-87ZF-TFM4-MVGQ-N2RJ-90VF-QWPX"
"""A code of no store."""
STEPS = 7


def to_secret(window: MainWindow, folder: Path, name: str = "Field", training: bool = False) -> Assistant:
    """Fill in name and place, and go on to the passphrase."""
    assistant = window.unlock.assistant
    window.unlock._tabs[1].click()
    assistant.on.click()
    assistant.place.parent_folder.edit.setText(str(folder))
    assistant.place.name.setText(name)
    assistant.place.office.setText("idl")
    assistant.place.actor.setText("RH")
    assistant.place.training.setChecked(training)
    assistant.on.click()
    return assistant


def type_twice(assistant: Assistant, passphrase: str = STRONG) -> None:
    """Type the passphrase, and again."""
    assistant.secret.secret.edit.setText(passphrase)
    assistant.secret.again.edit.setText(passphrase)


def to_code(window: MainWindow, qtbot: QtBot, folder: Path, training: bool = False) -> Assistant:
    """Go on until the recovery code is shown."""
    assistant = to_secret(window, folder, training=training)
    type_twice(assistant)
    assistant.on.click()
    qtbot.waitUntil(assistant.code.isVisible, timeout=20_000)
    return assistant


def prove(assistant: Assistant) -> None:
    """Go on from the code, and type the two groups that are asked for."""
    found = groups(assistant.code.code)
    assistant.on.click()
    for field, at in zip(assistant.proof.fields, assistant.proof._at, strict=True):
        field.setText(found[at].lower())
    assistant.on.click()


def show_step(window: MainWindow, at: int) -> None:
    """Show one step with what stands on it."""
    assistant = window.unlock.assistant
    window.unlock._tabs[1].click()
    if not assistant.code.code:
        assistant.code.show_code(CODE, b"")
    assistant.proof.ask_of(CODE)
    assistant._show(at)
