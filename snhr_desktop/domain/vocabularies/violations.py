"""What happened: kinds of violation, and how a strike was delivered."""

from snhr_desktop.domain.vocabularies.term import Term
from snhr_desktop.i18n import NC_

VIOLATION = (
    Term("killing", NC_("violation", "Killing"), also=("قتل", "مقتل")),
    Term("extrajudicial", NC_("violation", "Extrajudicial killing"), also=("إعدام", "إعدام ميداني", "execution")),
    Term("vital_attack", NC_("violation", "Attack on a vital civilian facility"), also=("مركز حيوي", "منشأة حيوية")),
    Term("indiscriminate", NC_("violation", "Indiscriminate bombardment"), wider=("قصف", "قصف جوي", "shelling")),
    Term(
        "prohibited_weapon",
        NC_("violation", "Use of a prohibited or indiscriminate weapon"),
        also=("سلاح محرم", "كيماوي", "عنقودي", "chemical", "cluster"),
    ),
    Term("destruction", NC_("violation", "Destruction")),
    Term("injury", NC_("violation", "Injury"), also=("جرحى", "wounded")),
    Term("double_tap", NC_("violation", "Double strike on the same site"), also=("ضربة مزدوجة", "double tap")),
    Term("torture", NC_("violation", "Torture")),
    Term("torture_death", NC_("violation", "Death due to torture")),
    Term("arrest", NC_("violation", "Arbitrary arrest")),
    Term("detention", NC_("violation", "Arbitrary detention")),
    Term("disappearance", NC_("violation", "Enforced disappearance")),
    Term("abduction", NC_("violation", "Abduction"), also=("اختطاف", "kidnapping")),
    Term("release", NC_("violation", "Release")),
    Term("displacement", NC_("violation", "Forced displacement"), also=("نزوح", "تهجير", "forced eviction")),
    Term("siege", NC_("violation", "Siege of civilians")),
    Term("sexual_violence", NC_("violation", "Sexual violence")),
)

DELIVERY = (
    Term(
        "fixed_wing",
        NC_("delivery", "Fixed-wing warplane"),
        also=("حربي", "طيران حربي", "طائرة حربية", "jet", "airplane"),
    ),
    Term("helicopter", NC_("delivery", "Helicopter"), also=("مروحية", "هليكوبتر", "حوامة")),
    Term("drone", NC_("delivery", "Drone"), also=("درون", "مسيرة", "UAV")),
    Term("ground", NC_("delivery", "From the ground"), also=("أرضي", "بري", "ground")),
    Term("unknown", NC_("delivery", "Not known"), also=("غير معروف", "مجهول", "unknown")),
)
