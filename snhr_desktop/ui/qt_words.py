"""The words of Qt's own dialogs and menus in Arabic: Qt's catalogue, mended where its Arabic misleads."""

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator

# Qt's "Discard" reads "refuse"; its buttons are orders to the person where ours name the act.
_MENDED = {
    "Discard": "تجاهل التغييرات",
    "Don't Save": "عدم الحفظ",
    "Save": "حفظ",
    "Save All": "حفظ الكل",
    "Open": "فتح",
    "&Open": "فتح",
    "&Save": "حفظ",
    "Close": "إغلاق",
    "&Close": "إغلاق",
    "Cancel": "إلغاء",
    "&Cancel": "إلغاء",
    "Apply": "تطبيق",
    "Reset": "إعادة ضبط",
    "Retry": "إعادة المحاولة",
    "OK": "موافق",
    "&OK": "موافق",
    "&Yes": "نعم",
    "&No": "لا",
    "&Undo": "تراجع",
    "&Redo": "إعادة",
    "Cu&t": "قص",
    "&Copy": "نسخ",
    "&Paste": "لصق",
    "Delete": "حذف",
    "Select All": "تحديد الكل",
    "&Choose": "اختيار",
    "Choose": "اختيار",
    "Directory:": "المجلد:",
    "File &name:": "اسم الملف:",
    "Files of type:": "نوع الملفات:",
    "Files of &type:": "نوع الملفات:",
    "Look in:": "المجلد:",
    "&Look in:": "المجلد:",
    "Create New Folder": "إنشاء مجلد جديد",
    "&New Folder": "مجلد جديد",
    "New Folder": "مجلد جديد",
    "Parent Directory": "المجلد الأعلى",
    "Create a New Folder": "إنشاء مجلد جديد",
    "Back": "رجوع",
    "Forward": "تقدّم",
    "Go back": "رجوع",
    "Go forward": "تقدّم",
    "Go to the parent directory": "الانتقال إلى المجلد الأعلى",
    "List View": "عرض قائمة",
    "Detail View": "عرض تفصيلي",
    "Change to list view mode": "الانتقال إلى عرض القائمة",
    "Change to detail view mode": "الانتقال إلى العرض التفصيلي",
    "Computer": "الحاسوب",
    "My Computer": "الحاسوب",
    "Name": "الاسم",
    "Size": "الحجم",
    "Type": "النوع",
    "Kind": "النوع",
    "Date Modified": "تاريخ التعديل",
    "Folder": "مجلد",
    "Drive": "قرص",
    "File": "ملف",
    "Sidebar": "الشريط الجانبي",
    "Files": "الملفات",
    "Show &hidden files": "إظهار الملفات المخفية",
    "&Rename": "إعادة تسمية",
    "&Delete": "حذف",
    "Directories": "المجلدات",
    "All files (*)": "كل الملفات (*)",
    "All Files (*)": "كل الملفات (*)",
    "Find Directory": "البحث عن مجلد",
    "Recent Places": "الأماكن الأخيرة",
    "&About": "حول البرنامج",
    "&Print": "طباعة",
    "Pages": "صفحات",
    "Page &Set:": "أيّ الصفحات:",
    "Double Sided Printing": "الطباعة على الوجهين",
    "Off": "دون",
    "Long side binding": "الربط من الضلع الطويل",
    "Short side binding": "الربط من الضلع القصير",
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
    "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.": "اكتب صفحات أو مجالات تفصل بينها فواصل. المجال رقمان بينهما شرطة.",
}


_Word = str | bytes | bytearray | memoryview


def _word(text: _Word | None) -> str:
    return text if isinstance(text, str) else bytes(text or b"").decode()


class QtWords(QTranslator):
    """Qt's Arabic with the mended words laid over it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.load("qtbase_ar", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))

    def translate(
        self,
        context: _Word,
        sourceText: _Word,
        disambiguation: _Word | None = None,
        n: int = -1,
    ) -> str:
        """The Arabic of one of Qt's texts; a text it does not know stays itself rather than vanish."""
        source = _word(sourceText)
        mended = _MENDED.get(source)
        return mended or super().translate(_word(context), source, _word(disambiguation), n) or source
