"""What a file is, by its first bytes and never by its name; a name that says otherwise is told."""

import mimetypes

BEGINNING = 8192
"""Bytes at the beginning that decide."""
TEXT, UNKNOWN = "text/plain", "application/octet-stream"
_KINDS = {"image": "photo", "video": "video", "audio": "audio", "text": "document"}
_DOCUMENTS = ("application/pdf", "application/rtf", "application/epub+zip", "application/msword")
_OFFICE = ("application/vnd.", "application/x-ole")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def media_type(beginning: bytes) -> str:
    """The media type of a file by how it begins."""
    import filetype  # what is seldom needed is loaded then: a window must stand in a second

    found = filetype.guess_mime(beginning) if beginning else None
    if found:
        return str(found)
    if beginning.startswith(_OLE):
        return "application/x-ole-storage"
    return TEXT if _is_text(beginning) else UNKNOWN


def kind_of(media: str) -> str:
    """The code of `attachment_kind` that a media type belongs to."""
    family = media.partition("/")[0]
    if family in _KINDS:
        return _KINDS[family]
    return "document" if media in _DOCUMENTS or media.startswith(_OFFICE) else "other"


def says_otherwise(name: str, media: str) -> bool:
    """Whether the ending of a name says that a file is of another family than it is (a photo that is a program)."""
    said = mimetypes.guess_type(name, strict=False)[0]
    if said is None or media == UNKNOWN:
        return said is not None and media == UNKNOWN and said.partition("/")[0] in _KINDS
    if kind_of(said) != kind_of(media):
        return {kind_of(said), kind_of(media)} != {"video", "audio"}  # one container holds either
    return kind_of(media) == "other" and said != media


def ending(media: str) -> str:
    """The ending that files of a type usually have, with its dot; blank where there is none."""
    usual = {"image/jpeg": ".jpg", "text/plain": ".txt", "video/quicktime": ".mov", "audio/mpeg": ".mp3"}
    if media in usual:
        return usual[media]
    import filetype

    known = filetype.get_type(mime=media)
    return f".{known.extension}" if known else ""


def _is_text(beginning: bytes) -> bool:
    """UTF-8 without controls that no text has; a character cut in two at the end is none of its fault."""
    if any(byte < 9 or (13 < byte < 32 and byte != 27) for byte in beginning):
        return False
    try:
        beginning.decode("utf-8")
    except UnicodeDecodeError as error:
        return len(beginning) >= BEGINNING and error.start > len(beginning) - 4
    return True
