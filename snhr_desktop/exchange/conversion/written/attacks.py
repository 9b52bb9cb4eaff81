"""What happened, how it was delivered, and with what."""

from collections.abc import Mapping

ATTACKS: Mapping[str, Mapping[str, str]] = {
    "violation": {
        "killing": "قتل/مقتل -/مدنيين/المدنيين/مدني|القتل العمد|قتيل|قتلى|استشهاد|مجزرة|مجازر|مذبحة|اغتيال|اغتيالات"
        "|killed|killings|killing of civilians|massacre|massacres|murder|assassination",
        "extrajudicial": "قتل خارج نطاق/إطار القانون/القضاء|قتل خارج القانون/القضاء|إعدامات|إعدام/إعدامات"
        " ميداني/ميدانية|إعدام خارج نطاق القانون|extrajudicial/extra killings/killing|extra judicial"
        " killing/killings|field/summary execution/executions|executions",
        "vital_attack": "-/حادثة/حوادث اعتداء/اعتداءات/استهداف على/- مركز/مراكز/المراكز/منشأة/منشآت"
        " حيوي/حيوية/الحيوية -/مدني/مدنية/المدنية|الاعتداء على المراكز الحيوية -/المدنية|attack/attacks on -/a vital"
        " civilian/- facility/facilities",
        "indiscriminate": "قصف عشوائي|هجوم عشوائي|هجمات عشوائية|indiscriminate"
        " bombing/shelling/attack/attacks/bombardment",
        "prohibited_weapon": "استخدام/- سلاح/أسلحة محرم/محرمة/محظور/محظورة -/دوليا|استخدام أسلحة/سلاح/الأسلحة"
        " كيميائية/كيماوية/كيميائي/كيماوي/الكيميائية/الكيماوية|هجوم/هجمات/قصف كيميائي/كيماوي/كيميائية/كيماوية/عنقودي"
        "|استخدام/- ذخائر/ذخيرة/قنابل/قنبلة عنقودية/حارقة|use/- of/- chemical/cluster/incendiary/prohibited"
        " weapons/weapon/munitions/munition|chemical attack/attacks|cluster bombs/attack",
        "destruction": "دمار|تدمير -/ممتلكات/الممتلكات/منازل/المنازل|destruction of property/homes",
        "injury": "إصابة/إصابات/جرح -/مدنيين/المدنيين|جرحى -/مدنيين|injured|injuries|wounding",
        "double_tap": "هجوم/قصف -/جوي مزدوج|ضربة/غارة -/جوية مزدوجة|double strike/tap/strikes|double tap"
        " strike/attack",
        "torture": "تعذيب|tortured",
        "torture_death": "وفاة/موت/قتل/قضاء تحت/بسبب/جراء التعذيب|~قضى/قتل/مات/توفي تحت/بسبب التعذيب"
        "|death/died/killed under torture|deaths due to/under torture|deaths/death under torture|death by torture"
        "|tortured to death",
        "arrest": "اعتقال/اعتقالات/توقيف -/تعسفي/تعسفية|arrests|arbitrary arrests|arrested",
        "detention": "احتجاز/احتجازات -/تعسفي/تعسفية|arbitrary detentions",
        "disappearance": "اختفاء/إخفاء -/قسري|~مختف/مخفي قسريا|enforced/forced disappearance/disappearances|forcibly"
        " disappeared",
        "abduction": "خطف/اختطاف -/مدنيين/المدنيين|abductions|kidnap|kidnapped|kidnappings|abducted",
        "release": "إفراج|إطلاق سراح|إخلاء سبيل|~أفرج عنه|releases|released",
        "displacement": "تهجير/تشريد/نزوح -/قسري|forced/forcible displacement/displacements/transfer",
        "siege": "حصار|siege|besiegement",
        "sexual_violence": "عنف جنسي|اغتصاب|rape|sexual assault/abuse",
    },
    "delivery": {
        "fixed_wing": "طيران/الطيران حربي -/ثابت|طيران ثابت الجناح|طائرة/طائرات حربية|طائرة/طائرات ثابتة الجناح"
        "|مقاتلة/مقاتلات -/حربية|warplane|warplanes|jets|fighter jet/jets|fixed wing -/aircraft/plane/warplane",
        "helicopter": "مروحي|مروحيات|حوامات|طيران مروحي|طائرة/طائرات مروحية|helicopters|chopper|choppers",
        "drone": "طيران مسير|طائرة/طائرات مسيرة|طائرة/طائرات -/مسيرة بدون/دون طيار|مسيرات|درونات|drones|UAVs"
        "|unmanned aircraft",
        "ground": "قصف أرضي/بري/مدفعي|أرضية|برية|من البر|أرض أرض|مدفعية|ground/land attack/based|ground shelling"
        "|artillery",
        "unknown": "غير محدد/محددة/معلومة/معروفة/معروف/معلوم|مجهولة|not specified/known",
    },
    "weapon": {
        "barrel": "برميل/براميل -/متفجر/متفجرة|برميلان/برميلين متفجران/متفجرين|barrel/barrels|barrel bombs|قصف"
        " برميلي",
        "barrel_gas": "برميل/براميل -/متفجر/متفجرة محمل/محملة/يحوي/تحوي/يحمل/تحمل ب/-"
        " غازات/غاز/بغازات/بغاز/الكلور/كلور -/سامة/سام/كلور/الكلور/كيميائية/كيميائي|barrel bomb/bombs loaded/filled"
        " with poison/toxic/chlorine gas/gases|chlorine/gas barrel/barrels -/bomb/bombs|براميل/برميل"
        " غاز/كلور/الكلور/كيميائي/كيميائية/كيماوي/كيماوية",
        "cluster": "ذخيرة/ذخائر/قنبلة/قنابل/قنبله/صاروخ/صواريخ/سلاح/أسلحة/قذيفة/قذائف/قصف عنقودي/عنقودية|عنقودية"
        "|cluster|cluster munitions/bombs/weapons/weapon/ammunition/rockets/bomblets",
        "incendiary": "ذخيرة/ذخائر/قنبلة/قنابل/سلاح/أسلحة/مواد/صواريخ/صاروخ حارق/حارقة|حارقة|فسفور|فوسفور/فسفور أبيض"
        "|قنابل فوسفورية/فسفورية/النابالم/نابالم|فوسفوري|incendiary -/weapon/weapons/munitions/bomb/bombs|white"
        " phosphorus|الفوسفور الحارق|نابالم حارق",
        "chemical": "سلاح/أسلحة/هجوم/قصف/صاروخ/صواريخ/قذائف/- كيميائي/كيماوي/كيميائية/كيماوية|غاز/غازات سام/سامة|غاز"
        " كلور/الكلور/سارين/السارين/خردل/الخردل/الأعصاب/أعصاب|كلورين|chemical -/weapons/agent/agents/attack"
        "|toxic/poison/poisonous gas/gases|nerve agent/gas|mustard gas|chlorine gas|sarin gas",
        "air_bomb": "غارات|غارة/ضربة/ضربات جوية|airstrikes|air strikes/raids|قنبلة/قنابل ملقاة من الجو/الطائرات"
        "|قنابل ملقاة جوا|قنابل/قنبلة طائرات|air dropped bombs|aerial bomb/bombs",
        "missile": "صاروخ/صواريخ -/أرض/جو أرض -/أرض|صاروخ/صواريخ"
        " فراغي/فراغية/موجه/موجهة/باليستي/باليستية/بالستي/بالستية/فيل/الفيل/بعيد/بعيدة -/المدى|قصف صاروخي/بالصواريخ"
        "|صاروخي|صاروخية|missiles|rockets|ballistic missile/missiles|guided missile/missiles|surface/air to surface"
        " missile/missiles|missile strike/attack|rocket attack/fire/shelling",
        "scud": "سكود|صاروخ/صواريخ -/من/أرض -/طراز/نوع/أرض سكود|scud|scuds|scud missiles",
        "nail_missile": "صاروخ/صواريخ مسماري/مسمارية|مسماري|nail missiles",
        "cylinder": "أسطوانة/أسطوانات -/متفجرة/غاز/غاز|جرة/جرار غاز -/متفجرة|gas cylinders|cylinder bombs|explosive"
        " cylinder",
        "artillery": "قذيفة/قذائف/قصف/سلاح مدفعي/مدفعية/المدفعية/مدفع|مدفعي|مدفعية -/ثقيلة/ميدانية|مدافع|قصف"
        " بالمدفعية -/الثقيلة|artillery|artillery shells/shelling/fire/bombardment/strike",
        "tank": "قذيفة/قذائف/قصف/نيران دبابة/دبابات/الدبابات|دبابات|قصف بالدبابات|tank|tanks|tank"
        " shell/shells/shelling",
        "mortar": "قذيفة/قذائف/قصف/- هاون/الهاون|هاونات|mortar|mortars|mortar shells/fire/shelling/attack|mortar"
        " round/rounds",
        "mlrs": "راجمة/راجمات -/صواريخ|صاروخ/صواريخ غراد/الغراد/جراد/راجمات/الراجمات/راجمة|غراد|راجمة|rocket"
        " launchers|grad rocket/rockets|multiple rocket launcher/launchers|multiple launch rocket system",
        "machine_gun": "رشاش/رشاشات ثقيل/ثقيلة/متوسط/متوسطة|مدفع/سلاح/أسلحة رشاش/رشاشة|رشاش|رشاشة|نيران رشاشات|رصاص"
        " رشاش/رشاشات|machine gun/guns|machinegun|heavy machine gun/guns",
        "gunfire": "سلاح فردي|أسلحة فردية|سلاح خفيف|أسلحة خفيفة|إطلاق نار/رصاص/النار/الرصاص|رصاص/رصاصة/رصاصات"
        " -/حي/حية/عشوائي|طلق/طلقة/طلقات/عيار/أعيرة ناري/نارية|بندقية|بنادق|كلاشينكوف|كلاشنكوف|مسدس|رميا بالرصاص"
        "|small arms|bullets|gunshot|gunshots|gun fire|shot|rifle|light weapon/weapons|small arms fire|live"
        " ammunition/fire",
        "sniper": "قناص|قناصة|قناصين|قنص|رصاص/رصاصة/طلقة/نيران/سلاح/بندقية قناص/قناصة/القناص/القناصة/قنص|sniper"
        "|snipers|sniper bullet/shot/gunfire",
        "landmine": "لغم/ألغام -/أرضي/أرضية/فردي/فردية|انفجار لغم/ألغام -/أرضي/أرضية|حقل ألغام|mines|landmines|land"
        " mines|mine explosion|landmine explosion|anti personnel mine/mines",
        "ied": "عبوة/عبوات -/ناسفة/لاصقة/متفجرة|انفجار عبوة -/ناسفة|IEDs|improvised explosive devices|roadside"
        " bomb/bombs|explosive device",
        "carbomb": "سيارة/سيارات/آلية/شاحنة/عربة مفخخة|مفخخات|تفجير/انفجار سيارة/سيارات مفخخة|car bombs|VBIED|SVBIED"
        "|vehicle bomb|car bombing|booby trapped car",
        "uxo": "مخلفات حرب/الحرب/ذخائر/قصف/القصف|مخلفات ذخائر غير/- منفجرة/-"
        "|ذخائر/ذخيرة/قذيفة/قذائف/قنبلة/قنابل/أجسام/جسم غير/لم منفجرة/منفجر/تنفجر|متفجرات من مخلفات الحرب|remnants"
        "|remnants of war|war remnants|explosive remnants|ERW|unexploded ordnance/ordnances/bomb/shell/munitions",
        "unknown": "غير محدد/معلوم/معروفة/معلومة/محددة|مجهولة|سلاح غير معروف/محدد/معلوم|سلاح مجهول|not"
        " known/specified|unspecified|unknown weapon",
    },
}  # fmt: skip
