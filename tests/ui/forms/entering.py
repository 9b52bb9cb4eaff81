"""The incident that several tests enter as a person would: by keys alone, in Arabic."""

from PySide6.QtCore import Qt

from snhr_desktop.ui.forms import IncidentForm
from tests.ui.forms.keyboard import ALT, press, type_keys


def enter_incident(form: IncidentForm) -> None:
    """Three named victims, a group of four, two parties jointly, a school and two barrel bombs, by keys alone."""
    press(Qt.Key.Key_1, ALT)
    type_keys("قصف مدرسة في سراقب\t\t")
    type_keys(" اعتداء ")
    type_keys("\tمروحي\t")
    type_keys("٢٢/٣/٢٠١٨\t10:40\t\t30\tسراقب\n")
    press(Qt.Key.Key_3, ALT)
    type_keys("أحمد العلي\tمحمد\t\tذكر\t٣٤\t\t\t\t\t")
    type_keys("فاطمة العلي\tأحمد\t\tأنثى\t9\t\t\t\tطالب\t")
    type_keys("ريم\t\t\tأنثى\t\tبالغ\t\t\t\t")
    type_keys("\t\t4\t\t\tطفل\n")
    press(Qt.Key.Key_4, ALT)
    type_keys("النظام\tمسؤولية مش\tروسية\tمسؤولية مش\n")
    press(Qt.Key.Key_5, ALT)
    type_keys("مدرسة\tمدرسة الشهيد\t\t\tلا يوجد\n")
    press(Qt.Key.Key_0, ALT)
    type_keys("برميل متفجر\t\t2\n")
    press(Qt.Key.Key_Minus, ALT)
    type_keys("شاهد\tأ-17\n")
    press(Qt.Key.Key_8, ALT)
    type_keys("\tمصن")
