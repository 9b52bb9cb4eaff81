"""Words of lists of offices and other bodies: each stands for its term, or for a wider one, or is asked of a person."""

import csv
import re
import unicodedata
from pathlib import Path

import pytest

from snhr_desktop import paths
from snhr_desktop.domain.vocabularies import VOCABULARIES, Term, adopt, vocabulary
from snhr_desktop.domain.vocabularies.finding import find_term
from snhr_desktop.exchange.conversion.terms import code_of, key_of, own_words, words_about
from snhr_desktop.exchange.conversion.written import written
from snhr_desktop.i18n import ENGLISH, Message

REFERENCE = paths.root().parent / "shared" / "reference" / "vocabulary_en_ar.csv"
SAID = {
    ("party", "regime"): "قوات النظام|القوات الحكومية|قوات حكومية|القوات الحكومية السورية|قوات الأسد|جيش النظام"
    "|طيران النظام الحربي|الطيران السوري|مليشيات النظام|ميليشيات النظام|حواجز النظام|الأجهزة الأمنية السورية|الفرقة"
    " الرابعة|قوات الدفاع الوطني|Syrian government forces|government forces|Assad forces|Syrian Air Force|مدفعية"
    " قوات النظام",
    ("party", "russia"): "الطيران الروسي|القوات الروسية|قوات روسيه|الطيران الحربي الروسي|طائرات روسية|سلاح الجو"
    " الروسي|الاحتلال الروسي|روسي|Russian warplanes|Russian Air Force|Russian aircraft|Russian military|القوات"
    " الجوية الروسية",
    ("party", "iran_militias"): "الميليشيات الإيرانية|مليشيات ايرانية|ميليشيا حزب الله اللبناني|الحرس الثوري"
    " الإيراني|IRGC",
    ("party", "isis"): "داعش|تنظيم الدولة الإسلامية|تنظيم الدولة الاسلامية في العراق والشام|خلايا تنظيم داعش|ISIS"
    " (Daesh)",
    ("party", "hts"): "هيئة تحرير الشام|هيئه تحرير الشام|Hayat Tahrir al-Sham (HTS)|Hay'at Tahrir al-Sham",
    ("party", "nusra"): "جبهة النصرة|تنظيم جبهة النصرة|Jabhat al-Nusra|Nusra Front",
    ("party", "opposition"): "فصائل المعارضة المسلحة|المعارضة المسلحة|فصائل المعارضة|الجيش السوري الحر|armed"
    " opposition factions",
    ("party", "sna"): "الجيش الوطني|الجيش الوطني السوري|Syrian National Army (SNA)",
    ("party", "sdf"): "قسد|قوات سوريا الديمقراطية (قسد)|قوات سورية الديموقراطية|Syrian Democratic Forces / SDF",
    ("party", "self_mgmt"): "وحدات حماية الشعب الكردية|الأسايش|قوات الإدارة الذاتية الكردية|YPG",
    ("party", "coalition"): "التحالف الدولي|طيران التحالف الدولي|قوات التحالف|القوات الأمريكية|US-led Coalition"
    "|coalition forces",
    ("party", "turkish_border"): "القوات التركية|حرس الحدود التركي|الجندرما التركية|الجيش التركي|Turkish border"
    " guards",
    ("party", "unidentified"): "جهات مجهولة|جهة مجهولة الهوية|مجهولون|مسلحون مجهولون|جهات لم نتمكن من تحديدها|جهة"
    " غير محددة|لم تحدد الجهة|unknown gunmen|Unidentified groups|not identified",
    ("violation", "killing"): "قتل|القتل|مقتل مدنيين|قتلى|مجزرة|مجازر|massacre|killings",
    ("violation", "extrajudicial"): "القتل خارج نطاق القانون|إعدام ميداني|إعدامات ميدانية|extra-judicial killing"
    "|summary execution",
    ("violation", "vital_attack"): "حادثة اعتداء على مركز حيوي مدني|اعتداء على مراكز حيوية|استهداف مراكز حيوية"
    "|attacks on vital facilities",
    ("violation", "indiscriminate"): "القصف العشوائي|قصف عشوائي|indiscriminate shelling",
    ("violation", "prohibited_weapon"): "ذخائر عنقودية|هجوم كيميائي|هجوم كيماوي|استخدام أسلحة كيميائية|قنابل عنقودية"
    "|use of chemical weapons",
    ("violation", "torture_death"): "الموت تحت التعذيب|قتل تحت التعذيب|قُتل بسبب التعذيب|قضى تحت التعذيب|وفاة بسبب"
    " التعذيب|died under torture",
    ("violation", "arrest"): "اعتقال تعسفي|الاعتقال التعسفي|اعتقالات تعسفيه|اعتقال|توقيف تعسفي|arbitrary arrests",
    ("violation", "detention"): "احتجاز تعسفي|احتجاز",
    ("violation", "disappearance"): "إخفاء قسري|الإخفاء القسري|اختفاء قسري|الاختفاء القسرى|forced disappearance",
    ("violation", "abduction"): "خطف|اختطاف|kidnapping",
    ("violation", "displacement"): "تهجير قسري|التشريد القسري|نزوح قسري|forced displacement",
    ("violation", "injury"): "إصابة|إصابات|جرح|جرحى مدنيين|injuries",
    ("violation", "double_tap"): "هجوم جوي مزدوج|هجوم مزدوج|غارة مزدوجة|Double-strike|double-tap strike",
    ("violation", "release"): "إفراج|إطلاق سراح|إخلاء سبيل",
    ("violation", "siege"): "حصار|حصار المدنيين",
    ("violation", "sexual_violence"): "عنف جنسي|اغتصاب|rape",
    ("weapon", "barrel"): "برميل متفجر|براميل متفجرة|البراميل المتفجرة|براميل متفجره|برميلين متفجرين|قصف بالبراميل"
    " المتفجرة|barrel bombs",
    ("weapon", "barrel_gas"): "برميل محمل بغازات سامة|براميل محملة بغاز الكلور|براميل الكلور|chlorine barrel bombs",
    ("weapon", "cluster"): "ذخائر عنقودية|ذخيرة عنقودية|الذخائر العنقودية|قنابل عنقودية|قنبلة عنقوديه|صواريخ عنقودية"
    "|هجوم بذخائر عنقودية|cluster munitions|cluster bombs",
    ("weapon", "incendiary"): "ذخائر حارقة|أسلحة حارقة|قنابل فوسفورية|فوسفور أبيض|incendiary weapons|white"
    " phosphorus",
    ("weapon", "chemical"): "أسلحة كيميائية|سلاح كيماوي|غاز السارين|غازات سامة|غاز الكلور|chlorine gas|chemical"
    " weapons",
    ("weapon", "missile"): "صاروخ|صواريخ|صواريخ أرض-أرض|صاروخ أرض أرض|صواريخ ارض - ارض|صواريخ فراغية|قصف صاروخي"
    "|rockets|missiles",
    ("weapon", "artillery"): "مدفعية|المدفعية|قصف مدفعي|قذائف مدفعية|قذائف المدفعية|قصف بالمدفعية الثقيلة|artillery"
    " shelling",
    ("weapon", "tank"): "دبابة|دبابات|قذيفة دبابة|قذائف الدبابات",
    ("weapon", "mortar"): "هاون|قذائف هاون|قذيفه هاون|إصابة بقذيفة هاون|mortar shells",
    ("weapon", "mlrs"): "راجمة صواريخ|راجمات صواريخ|صواريخ غراد|Grad rockets",
    ("weapon", "machine_gun"): "رشاش ثقيل|رشاشات ثقيلة|أسلحة رشاشة|heavy machine gun",
    ("weapon", "gunfire"): "سلاح فردي|أسلحة فردية|رصاص حي|طلق ناري|إطلاق رصاص|small arms|gunshot|أعيرة نارية",
    ("weapon", "sniper"): "قناص|القناصة|رصاص قناص|رصاصة قناص|sniper fire",
    ("weapon", "landmine"): "لغم|ألغام أرضية|انفجار لغم أرضي|landmines",
    ("weapon", "ied"): "عبوة ناسفة|عبوات ناسفة|انفجار عبوة ناسفة|IEDs",
    ("weapon", "carbomb"): "سيارة مفخخة|سيارات مفخخه|تفجير سيارة مفخخة|VBIED",
    ("weapon", "uxo"): "مخلفات ذخائر غير منفجرة|مخلفات الحرب|ذخائر غير منفجرة|unexploded ordnance",
    ("weapon", "unknown"): "غير معلوم|غير محدد|not known",
    ("delivery", "fixed_wing"): "طيران حربي|الطيران الحربي|طائرات حربية|طيران ثابت الجناح|warplanes",
    ("delivery", "helicopter"): "طيران مروحي|الطائرات المروحية|مروحيات|helicopters",
    ("delivery", "drone"): "طائرة مسيّرة|طائرات مسيرة|طائرة بدون طيار|drones",
    ("age_group", "child"): "طفل|طفلة|الطفلة|أطفال|طفله|دون 18|رضيعة|girl|children",
    ("age_group", "adult"): "بالغ|رجل|امرأة|نساء|سيدة|woman|adults",
    ("sex", "female"): "أنثى|انثى|إناث|أنثي|نساء|امراة|females|بنات",
    ("sex", "male"): "ذكر|ذكور|رجال|males",
    ("civil_status", "civilian"): "مدني|مدنية|المدنيين|civilians",
    ("civil_status", "armed"): "مسلح|مقاتلين|عسكريين|جندي|combatants",
    ("occupation", "medical"): "طبيب أسنان|طبيبة|كادر طبي|الكوادر الطبية|أطباء|ممرضة|health worker",
    ("occupation", "media"): "صحافي|مواطن صحفي|ناشط إعلامي|مصورون|citizen journalist",
    ("occupation", "civil_defence"): "متطوع في الدفاع المدني|عناصر الدفاع المدني|civil defense volunteer",
    ("outcome", "killed"): "قُتل|قتلت|مقتول|استشهدت|وفيات|لقي حتفه|killed|fatalities",
    ("outcome", "injured"): "جريح|جرحى|مصابة|إصابات|أُصيبت|wounded|injuries",
    ("outcome", "suffocated"): "إصابة باختناق|حالة اختناق|مختنقين|suffocation",
    ("outcome", "disappeared"): "مختفٍ قسريًا|مختفٍ قسرياً|مختفي قسريا|مختفية قسرياً|مخفي قسرياً|إخفاء قسري|forcibly"
    " disappeared",
    ("outcome", "died_torture"): "قضى تحت التعذيب|قتل تحت التعذيب|موت تحت التعذيب|توفيت بسبب التعذيب|death under"
    " torture",
    ("outcome", "detained"): "معتقل / محتجز|معتقلين|قيد الاعتقال|in custody",
    ("case_state", "disappeared"): "مختفٍ قسريًا|إخفاء قسري|مختفي|enforced disappearance",
    ("case_state", "died_torture"): "قتل تحت التعذيب|موت تحت التعذيب|مات جراء التعذيب",
    ("circumstances", "checkpoint"): "حاجز|على الحاجز|حاجز أمني|at a checkpoint",
    ("circumstances", "raid"): "مداهمة منزل|مداهمة المنزل|اقتحام منزله|home raid",
    ("facility_type", "school"): "مدرسة|المدارس|مدرسه ابتدائية|primary school",
    ("facility_type", "hospital"): "مشفى|مستشفى|مشفى ميداني|مشافي|field hospital",
    ("facility_type", "medical_facility"): "نقطة طبية|مركز صحي|مستوصف|نقاط طبية|medical point",
    ("facility_type", "mosque"): "مسجد|جامع|مساجد|الجوامع|mosques",
    ("facility_type", "market"): "سوق|سوق شعبي|أسواق|popular market",
    ("facility_type", "shelter"): "مركز إيواء|مأوى للنازحين|مراكز ايواء",
    ("facility_type", "bakery"): "فرن|أفران|مخبز آلي|bakeries",
    ("facility_type", "idp_camp"): "مخيم|مخيم نازحين|مخيمات النازحين|IDP camp",
    ("facility_type", "civil_defence"): "مركز دفاع مدني|مركز الدفاع المدني|civil defence center",
    ("damage", "total"): "دمار كامل|تدمير كلي|مدمرة بالكامل|completely destroyed",
    ("damage", "partial"): "دمار جزئي|تدمير جزئي",
    ("source_type", "eyewitness"): "شاهد عيان|شهود عيان|شاهدة|witnesses",
    ("source_type", "family"): "ذوو الضحية|ذوي الضحايا|أهالي الضحايا|relatives|Victim’s family",
    ("source_type", "photo_video"): "صور ومقاطع مصوّرة|صور وفيديو|مقطع فيديو|photos and videos",
    ("source_type", "open_source"): "نُشرت عبر الإنترنت|مصادر مفتوحة|وسائل التواصل الاجتماعي|social media",
    ("status", "rejected"): "مرفوض|مرفوض / مكرر|مكرر",
}  # fmt: skip
ASKED = {
    "weapon": "قصف جوي|القصف الجوي|قصف|قذيفة|قذائف|قنبلة|bomb|أسلحة ثقيلة|طيران حربي|غير معروف (صاروخ)|براميل"
    " وصواريخ|انتحاري",
    "violation": "قصف|القصف|قصف جوي|shelling|تحت التعذيب|انتهاك|هجوم|attack",
    "delivery": "قصف جوي|طيران|جوي|aircraft",
    "outcome": "تعذيب|تحت التعذيب|torture|لم يقتل|ناجية|survivor|قتل أو أصيب|قتيل/جريح|خطف",
    "case_state": "تعذيب|تحت التعذيب|مفقود|missing|مجهول المصير|قتل",
    "party": "القوات|التنظيم|قوات الحلف السوري الروسي|النظام وروسيا|روسيا أو النظام|روسيا / النظام|القوات الكردية"
    "|الدولة|الأجهزة الأمنية|فصائل مسلحة|القاعدة|Al-Qaeda|الميليشيات",
    "facility_type": "مركز|منشأة|مقر|منزل|مبنى سكني|مأوى|facility",
    "age_group": "شاب|فتاة|18|-18",
    "sex": "طفل|child|شخص",
    "attribution": "هجوم مشترك",
    "damage": "مدمر|دمار|damage",
}  # fmt: skip
"""What is wider than any term of its vocabulary, or may mean several."""
OF_LIST = {
    "perpetrator": "party", "attribution": "attribution", "violation": "violation", "weapon": "weapon",
    "facility_category": "facility_category", "facility_type": "facility_type", "damage": "damage",
    "victim_status": "outcome", "source_type": "source_type", "verification": "status",
}  # fmt: skip
ELSEWHERE = {
    ("perpetrator", "sna"): "opposition", ("violation", "massacre"): "killing",
    ("facility_type", "medical_facility"): "hospital",
}  # fmt: skip
"""Terms of the reference, of whose words some stand for another of ours: the wider one, or that of a hospital."""
NONE_OF_OURS = {
    ("perpetrator", "alliance"), ("perpetrator", "extremist"), ("weapon", "fixed_wing"), ("weapon", "helicopter"),
    ("weapon", "drone"), ("damage", "out_of_service"), ("verification", "toll_open"), ("verification", "not_violation"),
}  # fmt: skip
"""Those that another field keeps, and groups, which no record names."""


def spellings(word: str) -> set[str]:
    """A word as careless hands and old systems have it."""
    found = {word, f" {word} ", word.upper(), f"{word}.", word.replace("س", "س\u0640")}
    found |= {word.replace(one, other) for one, other in (("ة", "ه"), ("أ", "ا"), ("إ", "ا"), ("ى", "ي"))}
    return {*found, unicodedata.normalize("NFD", word), f"\u200f{word}\u200e"}


@pytest.mark.parametrize(("name", "code"), SAID, ids=":".join)
def test_a_word_of_a_list_stands_for_its_term_however_it_is_spelled(name: str, code: str) -> None:
    known = own_words(name)
    words = {spelled for word in SAID[name, code].split("|") for spelled in spellings(word)}
    assert {word: code_of(word, known) for word in words} == dict.fromkeys(words, code)


@pytest.mark.parametrize("name", ASKED)
def test_a_word_that_is_wider_than_our_terms_or_may_be_several_is_asked(name: str) -> None:
    words = ASKED[name].split("|")
    assert {word: code_of(word, own_words(name)) for word in words} == dict.fromkeys(words)


@pytest.mark.parametrize("name", VOCABULARIES)
def test_no_word_of_a_list_takes_the_place_of_another_or_of_what_a_term_is_called(name: str) -> None:
    known = own_words(name)
    assert {word: (known[key_of(word)], code) for word, code in written(name) if known[key_of(word)] != code} == {}
    assert {code for _, code in written(name)} <= set(vocabulary(name))


@pytest.mark.parametrize("name", VOCABULARIES)
def test_a_wider_word_finds_its_term_for_whoever_types_and_tells_what_a_column_is_about(name: str) -> None:
    for code, term in vocabulary(name).items():
        for word in term.wider:
            assert code_of(word, own_words(name)) is None
            assert key_of(word) in words_about(name)
            assert find_term(word, vocabulary(name).values(), ENGLISH), code


def test_what_an_office_calls_a_term_of_its_own_goes_before_the_words_of_lists() -> None:
    air, jar = (
        Term("idl_air", Message("قصف جوي"), own=True),
        Term("idl_jar", Message("Jar"), also=("برميل متفجر كبير",), own=True),
    )
    adopt({"weapon": [air, jar, Term("idl_rounds", Message("رصاص حي"), own=True)]})
    try:
        known = own_words("weapon")
        assert [code_of(word, known) for word in ("القصف الجوي", "برميل متفجر كبير", "رصاص حي", "رصاصة")] == [
            "idl_air", "idl_jar", "idl_rounds", "gunfire",
        ]  # fmt: skip
    finally:
        adopt({})


def _parts(text: str) -> set[str]:
    return {part.strip() for part in re.split(r"\s*/\s*|\(.*?\)|\[.*?\]|—.*|…", text) if part.strip()}


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the reference terms are not on this machine")
def test_every_term_of_the_reference_is_known_in_both_languages() -> None:
    unknown = []
    for row in csv.DictReader(Path(REFERENCE).read_text("utf-8").splitlines()):
        name, term = OF_LIST.get(row["list"]), (row["list"], row["code"])
        if name and term not in NONE_OF_OURS:
            fits = {code_of(part, own_words(name)) for text in (row["en"], row["ar"]) for part in _parts(text)}
            unknown += [term] if not fits & {row["code"], ELSEWHERE.get(term)} else []
            unknown += [term] if fits - {row["code"], ELSEWHERE.get(term), None} else []
    assert unknown == []
