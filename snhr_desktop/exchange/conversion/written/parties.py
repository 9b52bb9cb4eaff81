"""Who did it, and how surely."""

from collections.abc import Mapping

PARTIES: Mapping[str, Mapping[str, str]] = {
    "party": {
        "regime": "قوات/القوات حكومية/الحكومية/حكومة/الحكومة -/سورية/السورية"
        "|قوات/جيش/طيران/طائرات/مدفعية/ميليشيا/ميليشيات/مليشيات/ميلشيات/أمن/حواجز/حاجز/عناصر/سلطات/مروحيات/مخابرات/دبابات"
        " النظام/الأسد/نظام -/سوري/السوري/الأسد|مدفعية/دبابات/حواجز/عناصر/طيران قوات النظام -/السوري"
        "|طيران/الطيران/سلاح -/حربي/مروحي/الحربي/المروحي/الجو سوري/السوري/الأسدي/أسدي|جيش/الجيش سوري/النظامي/الأسدي"
        "|طيران/طائرات النظام -/السوري الحربي/الحربية/المروحي/المروحية|نظام سوري|أجهزة/الأجهزة/أفرع/الأفرع/فروع/قوى"
        " أمنية/الأمنية/الأمن السورية/للنظام|مخابرات سورية|حرس جمهوري|الفرقة الرابعة|قوات الدفاع الوطني|دفاع وطني"
        "|لجان شعبية|شبيحة النظام|syrian arab army|syrian regime army/air/warplanes/militias/security -/force/forces"
        "|regime air force|regime army/warplanes/aircraft/artillery/militias/security|assad"
        " forces/army/militias/regimes|syrian government/regime/army/security forces|syrian air force|government of"
        " syria|national defence/defense forces|republican guard|NDF|GoS|regime checkpoint|security forces of the"
        " regime",
        "iran_militias": "ميليشيا/ميليشيات/مليشيات/ميلشيات/قوات إيرانية/الإيرانية/إيران|ميليشيات/مليشيات مدعومة من"
        " إيران|ميليشيا/ميليشيات/- حزب الله -/اللبناني|حرس ثوري -/إيراني/الإيراني|-/لواء/ميليشيا فاطميون/زينبيون"
        "|iranian forces/militia|iran/iranian backed militias/militia/forces|IRGC|hizbullah|hizballah|fatemiyoun"
        "|iranian",
        "russia": "روسي|روسية|قوات/طيران/طائرات/جيش/سلاح/مقاتلات/مدفعية/احتلال/عدوان/جانب/طائرة/غارات"
        " روسي/روسية/الروسي/الروسية|طيران/طائرات/قوات/مقاتلات/سلاح الحربي/حربية/الحربية/جوية/الجوية/الجو/حربي"
        " روسي/روسية/الروسي/الروسية|قوات/طيران روسيا|روسيا الاتحادية|russian|russians|russian"
        " air/army/military/aircraft/warplane/warplanes/jets/airforce -/force/forces|russian federation|russian"
        " aerospace forces|russian regime",
        "isis": "داعش|-/عناصر/خلايا/قوات/مسلحو/مسلحي -/تنظيم داعش|-/تنظيم الدولة الإسلامية -/في -/العراق -/والشام"
        "|تنظيم الدولة/دولة -/داعش|IS/ISIS/ISIL -/group/fighters|daish|da esh|islamic state group|islamic state"
        " in/of iraq and -/the syria/levant/sham|isis militants",
        "hts": "هيئة/عناصر/قوات تحرير الشام|عناصر/قوات هيئة تحرير الشام|هتش|hay at tahrir -/al al/- sham"
        "|hayat/hayaat/hay'at/haiat/hayet tahrir al/- sham/cham|HTS fighters",
        "nusra": "-/تنظيم/عناصر جبهة النصرة -/لأهل -/الشام|تنظيم النصرة|-/jabhat/jabhet/jebhat al/- nusra/nusrah"
        " -/front",
        "fateh_sham": "جبهة فتح الشام|عناصر فتح الشام|-/jabhat fateh/fatah/fath al/- sham -/front",
        "opposition": "فصائل/قوات/كتائب/فصيل في/- المعارضة/معارضة/المعارض/معارض -/مسلحة/المسلحة/السورية/سورية|معارضة"
        " مسلحة/سورية|كتائب/- الثوار|جيش حر|الجيش السوري الحر|فصائل مسلحة معارضة|فصائل/كتائب الجيش الحر"
        "|armed/syrian/- opposition -/factions/forces/groups/fighters/faction|factions of the opposition|rebel"
        " -/factions/groups/forces/fighters|free army",
        "sna": "-/فصائل/قوات/عناصر الجيش الوطني -/السوري|syrian national army|SNA factions|national army",
        "self_mgmt": "-/قوات الإدارة الذاتية -/الكردية/الديمقراطية|-/قوات حزب الاتحاد الديمقراطي -/الكردي|وحدات"
        " الحماية/حماية -/الشعب -/الكردية|قوات حماية الشعب|-/قوات أسايش/الأسايش/اسايش/آسايش|democratic union party"
        " -/forces|people s/- protection units|peoples protection units|asayish|asayesh|self"
        " management/administration -/forces|autonomous administration",
        "sdf": "-/قوات/عناصر/ميليشيا/مليشيا قسد|قوات سوريا/سورية الديمقراطية/الديموقراطية -/قسد|syrian democratic"
        " forces",
        "coalition": "-/قوات/طيران/طائرات تحالف/التحالف -/دولي/الدولي|التحالف الدولي ضد/لمحاربة داعش/الإرهاب|أميركا"
        "|ولايات متحدة -/أمريكية/الأمريكية/الأميركية|قوات/طيران/طائرات"
        " أمريكية/الأمريكية/أميركية/الأميركية/أمريكي/الأمريكي/أميركي/الأميركي|-/us/international -/led coalition"
        " -/forces/warplanes/aircraft|US|USA|US forces/army/military|united states -/forces",
        "turkish_border": "تركي|قوات/جيش/طيران/مدفعية/طائرات/درك تركية/التركية/تركي/التركي|حرس/حراس حدود/الحدود"
        " تركي/التركي/تركية/الأتراك|جندرما/جندرمة/الجندرما/الجندرمة -/تركية/التركية|جندرمة|turkish"
        " -/army/forces/military/gendarmerie/drone|turkish border guards/guard",
        "other": "-/جهة/جهات/طرف/أطراف/الجهات أخرى/آخر/اخرى/الأخرى|غيرها|others|other party/parties|other",
        "unidentified": "-/جهة/جهات/طرف/أطراف/مجموعات/مجموعة/فاعل مجهول/مجهولة/مجهولين/مجهولون -/الهوية"
        "|-/جهة/جهات/طرف غير محدد/محددة/معلوم/معلومة/معروف/معروفة|جهة/جهات لم نتمكن من تحديدها"
        "|مسلح/مسلحون/مسلحين/طائرة/طائرات/طيران مجهول/مجهولون/مجهولين/مجهولة -/الهوية|لم تحدد/يحدد"
        " -/الجهة/الطرف/هويته/بعد|unidentified/unknown"
        " -/party/parties/group/groups/gunmen/gunman/actor/actors/perpetrator/perpetrators/assailants|unidentified"
        " armed men/group|not -/yet identified/known/specified/determined|party not identified",
    },
    "attribution": {
        "named": "على يد|attributed|attributed to",
        "believed": "نعتقد/يعتقد أنه/أنها/أنهم|نعتقد|مرجحة|believed -/to -/be|we believe",
        "joint_pending": "مسؤولية مشتركة|joint responsibility -/until -/one -/party -/is -/established",
        "joint_proven": "هجوم مشترك مثبت|proven joint attack|joint attack proven",
        "unattributed": "لم تحدد/تنسب -/الجهة -/المسؤولة|غير محددة/منسوبة|not known|unspecified",
    },
}  # fmt: skip
