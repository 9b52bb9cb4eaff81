"""Files kept as evidence: what they are, what they hang on, what was done to a copy, and what is done with them."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

ATTACHMENT_KIND = (
    Term("photo", NC_("attachment_kind", "Photo"), also=("صورة", "image", "picture")),
    Term("video", NC_("attachment_kind", "Video"), also=("فيديو", "مقطع", "footage")),
    Term("audio", NC_("attachment_kind", "Sound recording"), also=("صوت", "تسجيل", "audio")),
    Term("document", NC_("attachment_kind", "Document"), also=("وثيقة", "مستند", "paper")),
    Term("other", NC_("attachment_kind", "Other file")),
)

DERIVATION = (
    Term("redacted", NC_("derivation", "Parts blacked out")),
    Term("blurred", NC_("derivation", "Parts blurred")),
    Term("cropped", NC_("derivation", "Cropped")),
    Term("stripped", NC_("derivation", "Place, time and device taken out")),
)

ATTACHED_TO = (
    Term("incident", NC_("attached_to", "Incident")),
    Term("case", NC_("attached_to", "Case")),
    Term("source", NC_("attached_to", "Source")),
    Term("victim", NC_("attached_to", "Victim")),
)

CUSTODY_ACT = (
    Term("intake", NC_("custody_act", "Taken in")),
    Term("again", NC_("custody_act", "Received once more")),
    Term("view", NC_("custody_act", "Looked at")),
    Term("leave", NC_("custody_act", "About to be handed out")),
    Term("export", NC_("custody_act", "Handed out")),
    Term("derive", NC_("custody_act", "Copy made of it")),
    Term("link", NC_("custody_act", "Put with a record")),
    Term("unlink", NC_("custody_act", "Taken from a record")),
    Term("withdraw", NC_("custody_act", "Withdrawn")),
    Term("readmit", NC_("custody_act", "Withdrawal taken back")),
    Term("put_back", NC_("custody_act", "Lost file put back")),
)
