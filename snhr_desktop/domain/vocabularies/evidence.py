"""How we know: sources, their consent, the grading of the field, and the steps of verification."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

SOURCE_TYPE = (
    Term("survivor", NC_("source_type", "Survivor")),
    Term("eyewitness", NC_("source_type", "Eyewitness")),
    Term("family", NC_("source_type", "Relative of the victim")),
    Term("former_detainee", NC_("source_type", "Former detainee")),
    Term("snhr_member", NC_("source_type", "Member of the network")),
    Term("activist", NC_("source_type", "Local activist")),
    Term("media_activist", NC_("source_type", "Local media activist")),
    Term("signal", NC_("source_type", "Central signal operator")),
    Term("civil_defence", NC_("source_type", "Civil Defence member")),
    Term("medic", NC_("source_type", "Medical staff")),
    Term("photo_video", NC_("source_type", "Photographs or video")),
    Term("open_source", NC_("source_type", "Published online")),
    Term("site_visit", NC_("source_type", "Site visit")),
    Term("official", NC_("source_type", "Official statement")),
    Term("monitor", NC_("source_type", "Monitoring organisation")),
)

CONSENT = (
    Term("internal", NC_("consent", "Internal use only")),
    Term("anonymous", NC_("consent", "Publication without the name")),
    Term("named", NC_("consent", "Publication with the name")),
    Term("courts", NC_("consent", "Sharing with the United Nations or courts")),
)

RELIABILITY = (
    Term("A", NC_("reliability", "A: reliable")),
    Term("B", NC_("reliability", "B: usually reliable")),
    Term("C", NC_("reliability", "C: fairly reliable")),
    Term("D", NC_("reliability", "D: not usually reliable")),
    Term("E", NC_("reliability", "E: unreliable")),
    Term("F", NC_("reliability", "F: cannot be judged")),
)

CREDIBILITY = (
    Term("1", NC_("credibility", "1: confirmed")),
    Term("2", NC_("credibility", "2: probably true")),
    Term("3", NC_("credibility", "3: possibly true")),
    Term("4", NC_("credibility", "4: doubtful")),
    Term("5", NC_("credibility", "5: improbable")),
    Term("6", NC_("credibility", "6: cannot be judged")),
)

STATUS = (
    Term("reported", NC_("status", "Reported")),
    Term("under_review", NC_("status", "Under review")),
    Term("corroborated", NC_("status", "Corroborated")),
    Term("documented", NC_("status", "Documented")),
    Term("unconfirmed", NC_("status", "Could not be confirmed")),
    Term("rejected", NC_("status", "Rejected or duplicate")),
)

CLASSIFICATION = (
    Term("violation", NC_("classification", "Classified as a violation")),
    Term("not_violation", NC_("classification", "Recorded, not classified as a violation")),
)

OVERRIDE = (
    Term("yes", NC_("override", "Counted as a massacre")),
    Term("no", NC_("override", "Not counted as a massacre")),
)
