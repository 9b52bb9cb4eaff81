"""How history tells the saves of an import from what people save."""

_MARK = "import: "


def reason_of(code: str) -> str:
    """What history says of a save by import; the marker by which an import knows its own saves again."""
    return f"{_MARK}{code}"


def imported_as(reason: str) -> str:
    """The code of the data set where a save was made by an import, else blank."""
    return reason.removeprefix(_MARK) if reason.startswith(_MARK) else ""


def typed_reason(reason: str) -> str:
    """A reason as a person may give it: without the marker, so that no edit is ever taken for an import's own."""
    return reason.strip().removeprefix(_MARK.strip()).strip() if reason.strip().startswith(_MARK.strip()) else reason
