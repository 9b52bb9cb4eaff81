"""How it is known, and how far it was checked."""

from collections.abc import Mapping

SOURCES: Mapping[str, Mapping[str, str]] = {
    "source_type": {
        "survivor": "ناجون|ناجين|ناجيات|survivors|victims|مصابون|جرحى",
        "eyewitness": "شاهد/شاهدة/شهود -/عيان/العيان|شهود|eyewitnesses|witnesses|eye witness/witnesses",
        "family": "-/أحد ذوو/ذوي/أهل/أهالي/عائلة/عائلات/أقارب/أقرباء/أسرة ضحية/الضحية/الضحايا|ذوي|أقرباء|أسرة"
        "|قريب/قريبة الضحية|أهل|أهالي|relative|relatives|families|victims family/families/relatives|victim s"
        " relative/relatives|family member/members|relatives of the victim/victims",
        "former_detainee": "معتقل/معتقلة/معتقلون/معتقلين/معتقلات سابق/سابقة/سابقون/سابقين/سابقات|former detainees|ex"
        " detainee",
        "snhr_member": "عضو/أعضاء/عضوة -/في الشبكة|network member/members -/in -/the -/governorate|members of the"
        " network",
        "activist": "ناشطة|ناشطون|ناشطين|نشطاء|ناشط/ناشطة/نشطاء/ناشطون/ناشطين محلي/محلية/محليون/محليين"
        " -/متعاون/متعاونون/متعاونين|activists|local activists|cooperating -/local activist/activists",
        "media_activist": "ناشط/ناشطة/نشطاء/ناشطون/ناشطين إعلامي/إعلامية/إعلاميون/إعلاميين -/محلي/محليون/محليين"
        "|إعلامية|إعلاميون|إعلاميين|صحفيون|media activist/activists|local media activists|journalists",
        "signal": "عامل/عمال إشارة/الإشارة -/مركزية/المركزية|مراصد|aircraft/radio/aircraft/flight observer|signal"
        " operator/operators",
        "civil_defence": "عنصر/عناصر/متطوع/متطوعو/متطوعون/فرق/كوادر/فريق -/في دفاع/الدفاع مدني/المدني|civil"
        " defence/defense -/members/volunteer/volunteers/staff/teams|white helmets volunteer",
        "medic": "كادر/كوادر/طاقم/طواقم/مصدر/مصادر طبي/طبية|أطباء|medical"
        " personnel/source/sources/worker/workers/team/staff|doctors|medics|nurses|paramedic",
        "photo_video": "تسجيل/تسجيلات مصور/مصورة/فيديو|صور/صورة/مقاطع/مقطع/فيديوهات"
        " -/وفيديو/ومقاطع/مصور/مصورة/فيديو/وفيديوهات -/مصورة/فيديو|صور فوتوغرافية|photo|photos|photograph"
        "|photographs|picture|pictures|images|videos|photo/photos/pictures/photographs and/- video/videos -/footage"
        "|video footage|videos and photos",
        "open_source": "مصدر/مصادر/المصادر مفتوح/مفتوحة/المفتوحة|وسائل/مواقع/منصات تواصل/التواصل -/اجتماعي/الاجتماعي"
        "|نشر/نشرت/منشور/منشورات -/عبر/على إنترنت/الإنترنت|عبر/- الإنترنت|تلغرام|تيليغرام|سوشال ميديا|social media"
        "|internet|website|open source/sources|OSINT|published online|material published online|online material",
        "site_visit": "زيارة/معاينة/زيارات ميدانية/ميداني/الموقع/موقع|معاينة/زيارة موقع الحادثة|field/site"
        " visit/visits|site visit by researcher",
        "official": "بيان/تصريح/بيانات/تصريحات/إعلام/وكالة رسمي/رسمية|إعلام/وسائل رسمي/الرسمي/الجهة|official"
        " -/statements/media/source|state media|statements|media of the party",
        "monitor": "منظمة/منظمات/المنظمات حقوقية/الحقوقية/رصد|جهات رصد|NGOs|human"
        " rights organisation/organization/organisations/organizations/group|monitoring"
        " group/groups/organization/organisation|monitors",
    },
    "status": {
        "reported": "أخبار أولية|reported lead only|lead",
        "under_review": "قيد التحقق/المتابعة/التدقيق|under verification/follow/review -/up|under follow up and"
        " verification|in review",
        "corroborated": "متقاطعة|cross checked -/from -/independent -/sources",
        "documented": "موثق|موثقة|تم التوثيق|تم توثيقه|تم توثيقها",
        "unconfirmed": "غير مؤكدة|لم يتم التحقق|not confirmed|unverified",
        "rejected": "مرفوض|مرفوضة|مكررة|ملغاة|reject|duplicated|duplicate record",
    },
    "classification": {
        "violation": "انتهاك|يصنف انتهاكا|مصنفة انتهاكا",
        "not_violation": "ليس/ليست/لا انتهاكا/انتهاك|لا يصنف انتهاكا|not -/a violation|recorded not classified as a"
        " violation",
    },
}  # fmt: skip
