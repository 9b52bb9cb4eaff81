"""What a file to import may be refused for as a whole: what is wrong and where, and that nothing was saved."""

from snhr_desktop.errors import BadFile, Refusal
from snhr_desktop.i18n import N_, Language, Message

NO_FILE = N_("there is no such file. See whether its name and its folder are written as they are.")
NOT_OPENED = N_("it cannot be opened. See whether another program holds it open, and whether you may read it.")
LONG_NUMBER = N_("it holds a number that is too long. Write long codes as text, in quotation marks.")
EMPTY = N_("it holds no records. Choose another file, sheet or header row.")
NOT_TEXT = N_("line {line} is not text in the encoding {encoding}; choose another one.")
TOO_MANY_COLUMNS = N_("it has {columns} columns; a table of records has fewer. Remove those that are not needed.")
NOT_UTF8 = N_("it is not UTF-8 text (byte {offset}).")
NOT_JSON = N_("line {line}, column {column} is not valid JSON. Mend that place, or export the file anew.")
NOT_JSON_AFTER = N_("after record {number} it is not valid JSON. Mend that place, or export the file anew.")
TOO_DEEP = N_("its parts are nested too deeply. Export it anew as a plain list of records.")
TOO_LARGE_RECORD = N_(
    "record {number} holds more than {most} values, which no record does. Choose the file that holds the records."
)
NOT_A_LIST = N_("it is not a list of records. Choose the file that holds the records themselves.")
NOT_A_TABLE = N_("line {line} is far too long for a table of records. Choose another file, or another delimiter.")
QUOTE_INSIDE = N_(
    "in line {line} a quotation mark stands inside a cell. Write it twice, or save the table anew as CSV or XLSX."
)
OPEN_QUOTE = N_("the quotation mark that opens in line {line} is not closed where its cell ends. Look at that line.")
NO_ENCODING = N_("no encoding of text is named {encoding}; choose another one, such as utf-8 or cp1256.")
NO_DELIMITER = N_("{delimiter} cannot part columns; choose one sign, such as a comma or a semicolon.")
UNKNOWN_KIND = N_("only JSON, CSV and TSV files, workbooks (XLSX, XLS, ODS) and submissions (XML) can be read.")
PACKED = N_("it is packed. Unpack it first, then choose a file of what comes out.")
BROKEN_WORKBOOK = N_(
    "the workbook is damaged. Open it in a spreadsheet program, save it anew, and choose the new file."
)
NOT_A_WORKBOOK = N_(
    "it is not the workbook its name says. Open it in a spreadsheet program and save it as XLSX or CSV."
)
LOCKED_WORKBOOK = N_("a passphrase protects it. Save it without one, or as CSV.")
PACKED_TO_HURT = N_("it is small, but would unpack to {size} MB: it was made to harm, and was not opened.")
TOO_LARGE_WORKBOOK = N_(
    "it would unpack to {size} MB; {most} MB can be read. Save the sheet as CSV, which may be larger."
)
DECLARES_ENTITIES = N_("it declares entities, which no spreadsheet program writes; it was not opened.")
READER_STOPPED = N_("reading it took more memory or time than is given to it, or it is damaged. Save the sheet as CSV.")
NOT_A_FORM = N_("it is not a form: a sheet “survey” with the columns “type” and “name” is missing.")
A_BLANK_FORM = N_(
    "it is a blank form, without anything filled in with it. Choose its submissions, and give the form beside them."
)
REPEATS_OF_ANOTHER = N_(
    "its rows belong to the records of another table, “{parent}”. Choose the file of that table, or the folder in "
    "which both stand."
)
REPEATS_OF_UNKNOWN = N_(
    "its rows belong to the records of another table. Choose the file of that table, or the folder in which both stand."
)
NO_FILES = N_("it holds no file that can be read. Choose another folder.")
MIXED_FOLDER = N_("its files are of several kinds, or whole records of an office. Choose them one by one.")
TOO_MANY_FILES = N_("it holds {files} files; {most} can be read at once. Part them into several folders.")
REPEATS_OF_WHOM = N_(
    "{file} holds parts that repeat, and its name does not say to which table they belong. Call it for example {named}."
)
NOT_A_SUBMISSION = N_("it holds no submission of a form that can be read as XML.")
TOO_MANY_REPEATS = N_("its repeats have more than {most} rows. Export it in parts, for example by month.")
TOO_MANY_ROWS = N_("too many rows say “{key}” where one record is told from another. Choose another column for that.")
MADE_UP = N_(
    "it holds made-up records of a store for training, which would be counted with the real ones here. Open a store "
    "for training to look at them."
)
FOR_OTHERS = N_(
    "it was written for readers outside the office: names, places and sources are left out of it, and its records "
    "would be counted once more beside those they were made from. Ask for the records as the office exports them for "
    "itself (JSON)."
)
TO_BE_READ = N_(
    "this program wrote it to be read: its rows would be counted once more beside the records they were made from. "
    "Take the whole records (JSON) instead."
)
NO_SHEET = N_("it has no sheet “{sheet}”.")
EMPTY_SHEET = N_("its sheet {sheet} holds nothing.")
ALL_HIDDEN = N_("all of its sheets are hidden. Choose one of them.")


class UnreadableFile(BadFile):
    """A file that is not what it should be, with the reason as a message of its own."""

    def __init__(self, name: str, reason: Message, **values: object) -> None:
        super().__init__(name=name, reason=reason, **values)

    def tell(self, language: Language) -> str:
        """The reason in the same language as the rest."""
        reason: Message = self.values["reason"]  # type: ignore[assignment]
        rest = {k: v for k, v in self.values.items() if k not in ("name", "reason")}
        told = language.text(self.said, name=self.values["name"], reason=language.text(reason, **rest))
        return f"{told} {language.text(self.advice)}"


class BadMapping(UnreadableFile):
    """A mapping file that does not say what it should. The reason names the place in the file."""

    said = N_("The mapping file {name} could not be used: {reason}")


class NoMapping(Refusal):
    """No mapping file knows these columns."""

    said = N_("No mapping is known for the columns of {name}.")
    advice = N_(
        "Nothing was imported. Name a mapping file by --mapping; the window makes and saves one, on its page for "
        "exchange."
    )


class NotTraining(Refusal):
    """Made-up records may only go where nothing real can be."""

    said = N_("Made-up records can only be written to an empty store, or to one for training.")
    advice = N_("Nothing was changed. Create a new store for them.")


class ImportStopped(Refusal):
    """A person called the import off."""

    said = N_("The import was called off.")
    advice = N_("Nothing was saved.")
