"""How we know: sources, their consent, the grading of the field, and the steps of verification."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

SOURCE_TYPE = (
    Term("survivor", NC_("source_type", "Survivor"), also=("ناجي", "ناجية", "مصاب", "جريح", "victim")),
    Term("eyewitness", NC_("source_type", "Eyewitness"), also=("شاهد", "شاهدة", "witness")),
    Term(
        "family",
        NC_("source_type", "Relative of the victim"),
        also=("قريب", "الأهل", "عائلة", "أقارب", "family", "next of kin"),
    ),
    Term("former_detainee", NC_("source_type", "Former detainee"), also=("ناج من الاعتقال", "detainee")),
    Term("snhr_member", NC_("source_type", "Member of the network"), also=("باحث", "راصد", "researcher", "SNHR")),
    Term("activist", NC_("source_type", "Local activist"), also=("ناشط", "activist")),
    Term(
        "media_activist",
        NC_("source_type", "Local media activist"),
        also=("إعلامي", "صحفي", "مراسل", "journalist", "reporter"),
    ),
    Term("signal", NC_("source_type", "Central signal operator"), also=("مرصد", "إشارة", "observatory", "spotter")),
    Term(
        "civil_defence",
        NC_("source_type", "Civil Defence member"),
        also=("الدفاع المدني", "الخوذ البيضاء", "White Helmets", "civil defense"),
    ),
    Term("medic", NC_("source_type", "Medical staff"), also=("طبيب", "ممرض", "مسعف", "doctor", "nurse", "medic")),
    Term("photo_video", NC_("source_type", "Photographs or video"), also=("فيديو", "صورة", "مقطع", "video", "footage")),
    Term(
        "open_source",
        NC_("source_type", "Published online"),
        also=("إنترنت", "فيسبوك", "تويتر", "يوتيوب", "Facebook", "Twitter", "YouTube", "Telegram", "online"),
    ),
    Term("site_visit", NC_("source_type", "Site visit"), also=("معاينة", "زيارة", "visit")),
    Term("official", NC_("source_type", "Official statement"), also=("بيان", "تصريح", "statement")),
    Term("monitor", NC_("source_type", "Monitoring organisation"), also=("منظمة", "شبكة", "NGO", "monitor")),
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
    Term("reported", NC_("status", "Reported"), also=("خبر", "وارد", "مبلغ عنه", "new")),
    Term("under_review", NC_("status", "Under review"), also=("قيد المراجعة", "متابعة", "تحقق", "review")),
    Term("corroborated", NC_("status", "Corroborated"), also=("مقاطع", "متقاطع", "cross-checked")),
    Term("documented", NC_("status", "Documented"), also=("توثيق", "وثق")),
    Term("unconfirmed", NC_("status", "Could not be confirmed"), also=("غير مؤكد", "unconfirmed")),
    Term("rejected", NC_("status", "Rejected or duplicate"), also=("مكرر", "ملغى", "duplicate")),
)

CLASSIFICATION = (
    Term("violation", NC_("classification", "Classified as a violation")),
    Term("not_violation", NC_("classification", "Recorded, not classified as a violation")),
)

OVERRIDE = (
    Term("yes", NC_("override", "Counted as a massacre")),
    Term("no", NC_("override", "Not counted as a massacre")),
)
