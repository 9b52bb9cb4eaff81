"""To whom, and what became of them."""

from collections.abc import Mapping

PEOPLE: Mapping[str, Mapping[str, str]] = {
    "sex": {
        "female": "إناث|انثي|امرأة|مرأة|نساء|سيدات|بنات|فتيات|مؤنث|females|women|girls",
        "male": "ذكور|رجال|صبيان|شبان|مذكر|males|men|boys",
    },
    "age_group": {
        "child": "طفلات|رضع|دون/تحت سن/- 18 -/عاما/سنة/عام|أقل من 18 -/عاما/سنة/عام|دون/تحت سن/- الثامنة عشرة/عشر"
        "|أطفال دون 18 -/عاما|children|kid|kids|minors|infants|baby|babies|newborn|under/below -/age 18 -/years|boy"
        "|boys|girl|girls|toddler",
        "adult": "رجل|رجال|امرأة|نساء|سيدة|سيدات|~مسن|فوق سن/- 18 -/عاما/سنة/عام|أكثر من 18 -/عاما/سنة/عام|adults"
        "|man|men|woman|women|grown up|elderly|over/above -/age 18 -/years",
    },
    "civil_status": {
        "civilian": "civilians|non combatant|non combatants|noncombatant",
        "armed": "~مجند|جندي|جنود|جندية|ضابط|ضباط|fighters|combatants|soldiers|armed person/men/persons|military"
        " -/personnel|militant|militants",
        "unknown": "غير محدد/محددة|لم يحدد/تحدد|not specified/known/determined|undetermined|unspecified|unclear",
    },
    "occupation": {
        "medical": "أطباء|صيادلة|~طبيب أسنان|~جراح|قابلة|قابلات|~مخبري|فني تخدير/أشعة|عامل/عاملة/عاملو صحي/صحية"
        "|كادر/كوادر/طاقم/طواقم طبي/طبية|doctors|nurses|paramedics|pharmacists|surgeon|dentist|midwife|physician"
        "|medic|medics|health/medical -/care worker/workers/staff",
        "media": "~صحافي|~مواطن صحفي|~ناشط إعلامي|~مصور صحفي|كادر/كوادر إعلامي/إعلامية|media|journalists|reporter"
        "|reporters|cameraman|correspondent|photographers|media workers|media activist/activists|citizen"
        " journalist/journalists|photojournalist",
        "civil_defence": "عنصر/عناصر/متطوع/متطوعة/متطوعو/كوادر/كادر -/في -/ال/من دفاع/الدفاع مدني/المدني|civil"
        " defence/defense -/worker/workers/volunteer/volunteers/member/members/staff|rescue worker/workers|white"
        " helmet|rescuers",
        "red_crescent": "عنصر/عناصر/متطوع/متطوعة/متطوعو/كوادر/كادر -/في هلال/الهلال أحمر/الأحمر -/السوري/العربي|red"
        " crescent -/volunteer/volunteers/worker/workers/staff/member",
        "relief": "عامل/عاملة/عاملو/عاملون/عمال/متطوع/متطوعة/موظف/موظفة -/في"
        " إغاثة/إنساني/إنسانية/إغاثي/إغاثية/الإغاثة|humanitarian -/workers|relief/aid worker/workers|NGO"
        " worker/staff",
        "teacher": "أستاذ/أستاذة/مدرس/مدرسة/معلم/معلمة مدرسة|أساتذة|معلمو|teachers|school teacher|schoolteacher",
        "student": "طلاب|طلبة|تلاميذ|~طالب جامعي|طالبة جامعية|~طالب مدرسة|students|pupils|school/university"
        " student/students|schoolchild|schoolchildren|schoolboy|schoolgirl",
        "other": "أخرى|غير ذلك|other",
    },
    "outcome": {
        "killed": "~مقتول|قتلوا|قتل/استشهد/توفي متأثرا/متأثرة بجراحه/بجراحها/بإصابته/بإصابتها|استشهدت/توفيت/قتلت"
        " متأثرة بجراحها|قضى نحبه|قضت نحبها|لقي حتفه|لقيت حتفها|وفيات|شهداء|شهيدات|killed|death|deaths|fatality"
        "|fatalities|fatal|martyrs|died of/from wounds/injuries|succumbed to injuries/wounds",
        "injured": "إصابات|جروح|~جريح|~جرح|إصابة/جروح/جراح بليغة/خطيرة/خطرة/طفيفة/متوسطة/خفيفة|أصيب بجروح|أصيبت"
        " بجروح|injury|injuries|seriously/critically/lightly/slightly wounded/injured",
        "suffocated": "إصابة/إصابات/حالة/حالات باختناق/اختناق/بالاختناق|~مصاب باختناق/بالاختناق|suffocated"
        "|asphyxiation|asphyxiated|suffocation symptoms/case/cases|suffocating",
        "died_torture": "~مات/توفي/قضى/قتل/استشهد تحت/بسبب/جراء التعذيب|موت/قتل/وفاة تحت/بسبب/جراء التعذيب"
        "|death/died under/from/by torture|death due to torture|died because of torture|killed by/under torture",
        "missing": "~مفقود|~فقد|missing person/persons|lost",
        "detained": "قيد/رهن الاعتقال/الاحتجاز/التوقيف|~معتقل|detainee|detainees|in detention/custody|arrest"
        "|prisoner|detention",
        "disappeared": "اختفاء/إخفاء قسري|~مختف/مخفي قسريا|~مختفي|forced/enforced disappearance|forcibly/forced"
        " disappeared",
        "released": "~تم الإفراج عنه|تم إطلاق سراحه/سراحها/سراحهم|~خرج من السجن/المعتقل/الاعتقال|إطلاق سراح|إخلاء"
        " سبيل|~مطلق سراحه|release|set free|freed|liberated",
        "unharmed": "~سالم|~نجا|نجت|لم يصب|لم تصب|دون/بدون إصابة/إصابات/أذى|not injured/harmed/hurt|unharmed"
        "|uninjured|safe",
    },
    "case_state": {
        "arrested": "قيد/رهن الاحتجاز/التوقيف/الاعتقال|في السجن/المعتقل/الاعتقال|detainee|detention|in prison/jail"
        "|still in prison|jailed|held",
        "abducted": "خطف|abduction|kidnap",
        "disappeared": "إخفاء/اختفاء قسري|إخفاء|~مختفي|forced/enforced disappearance|forcibly/forced disappeared",
        "transferred": "~نقل|تم نقله/نقلها/تحويله/تحويلها|~منقول|transfer|transferred",
        "released": "~مطلق سراحه|إطلاق سراح|تم إخلاء سبيله/سبيلها|~خرج من السجن/المعتقل/الاعتقال|خرجت من"
        " السجن/المعتقل/الاعتقال|release|liberated",
        "died": "~متوفي|توفيت/توفي/مات/ماتت في السجن/المعتقل/الاعتقال/الاحتجاز|وفاة في السجن/المعتقل/الاحتجاز|died"
        " in detention/custody/prison|death in detention/custody/prison",
        "died_torture": "موت/قتل/وفاة تحت/بسبب/جراء التعذيب|~مات/توفي/قضى/قتل/استشهد تحت/بسبب/جراء التعذيب"
        "|death/died under/from/by torture|death due to torture|died because of torture",
        "revealed": "كشف/معرفة مصيره/مصيرها|~معروف المصير|fate known",
    },
    "circumstances": {
        "checkpoint": "-/على/عند/من حاجز/الحاجز/حواجز/حاجزا -/أمني/عسكري/طيار/تفتيش/للنظام|checkpoints|at -/a"
        " checkpoint",
        "raid": "مداهمات|مداهمة -/المنزل/منزل/منزله/منزلها/البيت/بيته|اقتحام المنزل/منزل/منزله/منزلها/البيت"
        "|house/home raid|raids",
        "summons": "استدعاء أمني|بعد استدعائه/استدعائها|summon|summonsed",
        "border": "معبر/المعبر حدودي/الحدودي|على الحدود/المعبر|-/في/من مطار -/دمشق/حلب -/الدولي|border|at -/the"
        " border/airport",
        "street": "من/في الشارع/السوق/شارع|أسواق|in -/the street/market|from the street",
        "work": "من/في/مكان/- عمل/العمل/عمله/عملها/الجامعة/جامعة|مكان العمل|workplace|at work|university",
        "protest": "خلال/أثناء/في مظاهرة/المظاهرة/تظاهرة/اعتصام/مظاهرات|مظاهرات|demonstration|protests"
        "|demonstrations",
        "other": "أخرى|غير ذلك|other",
        "unknown": "غير محدد/محددة/معلوم/معروفة|مجهولة|not known/specified",
    },
}  # fmt: skip
