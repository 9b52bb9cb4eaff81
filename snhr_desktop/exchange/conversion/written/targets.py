"""What was hit, and how badly."""

from collections.abc import Mapping

TARGETS: Mapping[str, Mapping[str, str]] = {
    "facility_category": {
        "medical": "طبية|طبي|منشآت طبية|مراكز طبية|medical facilities",
        "educational": "تربوية|تعليمية|مراكز/منشآت/مؤسسات تربوية/تعليمية|educational facilities",
        "worship": "دينية|دور عبادة/العبادة|مراكز/منشآت دينية|religious -/facilities|vital religious facilities",
        "communal": "مربعات سكانية",
        "infrastructure": "بنية تحتية|بنى تحتية|infrastructures",
        "cultural": "ثقافية|مراكز ثقافية|cultural facilities",
        "insignia": "شارات إنسانية -/خاصة|humanitarian insignia",
        "camps": "مخيمات -/نازحين/لاجئين/النازحين/اللاجئين|IDP/refugee -/refugee camps|idp and refugee camps",
        "diplomatic": "سفارات|بعثات دبلوماسية|diplomatic missions|embassies",
    },
    "facility_type": {
        "school": "مدرسة/مدارس -/ابتدائية/إعدادية/ثانوية/تعليم|ثانوية|ابتدائية|إعدادية|مدرسة تعليم أساسي|schools"
        "|primary/secondary/high/elementary school/schools",
        "kindergarten": "روضة/رياض/روضات -/أطفال/الأطفال|kindergartens|nursery school",
        "institute": "معاهد|معهد تعليمي/تربوي/شرعي|institutes",
        "university": "جامعات|كلية|كليات|universities|faculty|college",
        "orphanage": "دار/دور أيتام/الأيتام|ميتم|مياتم|orphanages",
        "medical_facility": "منشأة/منشآت/نقطة/نقاط/مركز/مراكز/وحدة طبي/طبية/صحي/صحية|مستوصفات|عيادات|صيدلية|صيدليات"
        "|بنك دم/الدم|مركز غسيل كلى|مختبر طبي|medical/health"
        " point/points/center/centre/centers/centres/facilities/facility/post|clinics|pharmacy|pharmacies|blood bank"
        "|dispensaries",
        "hospital": "مشفى/مستشفى/مشافي/مستشفيات/مشاف -/ميداني/ميدانية/عام/عامة/خاص/تخصصي/الأطفال"
        "|field/central/national hospital/hospitals|hospitals",
        "ambulance": "سيارة/سيارات/آلية/آليات/عربة إسعاف|ambulances|ambulance vehicle/car",
        "drug_factory": "معمل/مصنع/معامل أدوية/الأدوية/دوائي|pharmaceutical factory/plants",
        "mosque": "مساجد|جوامع|مصليات|mosques",
        "church": "كنائس|churches",
        "shrine": "مقام|ضريح|مزار|مقامات|أضرحة|shrines|tomb",
        "market": "سوق/أسواق -/شعبي/شعبية/الهال/خضار/الخضار/عامة/عام/تجاري/تجارية|markets|marketplace"
        "|popular/vegetable/local market|market place|bazaar",
        "shelter": "مأوى/مآوي نازحين/للنازحين/النازحين|مركز/مراكز إيواء -/نازحين/للنازحين/النازحين|IDP/displaced"
        " shelter/shelters|shelter for idps/displaced|collective shelter/shelters|displacement shelter",
        "garden": "حديقة|حدائق|حدائق عامة|public park|park|parks|gardens",
        "bakery": "أفران|مخابز|فرن/مخبز آلي|bakeries|oven",
        "power": "محطة/محطات/مركز/محولة/شبكة/شركة كهرباء/الكهرباء/كهربائية/توليد/تحويل -/كهرباء/كهربائية/الكهرباء"
        "|electricity/power station/stations/plant/plants/substation/transformer",
        "water": "محطة/محطات/خزان/خزانات/مضخة/بئر/آبار/شبكة/منشأة/مؤسسة ماء/مياه/المياه/مائية/شرب|محطة ضخ|محطات ضخ"
        "|water station/plant/tanks/pump/facilities/pumping/network/well -/station",
        "bridge": "جسور|معابر|معبر/جسر حدودي/نهري|bridges|bridge crossing|border/river crossing",
        "official": "مقر/مبنى/مبان/دائرة/مؤسسة/مقرات حكومي/حكومية/خدمي/رسمي -/رسمي|مجالس محلية|بلدية|مجلس"
        " مدينة/المدينة|local councils|government building/office/headquarters|official headquarter|town hall"
        "|municipality",
        "service_vehicle": "سيارة/سيارات/آلية/آليات/مركبة خدمية/خدمة/خدمات|service vehicles|service car",
        "civil_defence": "مركز/مقر/مراكز دفاع/الدفاع مدني/المدني|مركز/مقر الخوذ البيضاء|civil defence/defense"
        " center/centre/centers/centres/headquarters",
        "industrial": "منشآت/منشأة صناعية|معامل|مصانع|factories|industrial plant/plants/facilities/area",
        "bus_station": "كراجات|كراج انطلاق|مركز/محطة انطلاق -/حافلات/الحافلات|محطة حافلات|bus/transport"
        " stations/terminal|bus station/stop",
        "grain": "صومعة|صوامع حبوب/الحبوب|مطاحن|مطحنة حبوب|silo|silos|grain silos|flour mill|mills",
        "archaeological": "موقع/مواقع/مبنى/معلم أثري/أثرية|متاحف|قلاع|archaeological/archeological/heritage"
        " site/sites|museums|citadel|castle",
        "red_crescent": "مقر/آلية/سيارة/مركز/- هلال/للهلال/الهلال أحمر/الأحمر -/السوري/العربي|red crescent"
        " -/center/centre/vehicle/office",
        "int_org": "مقر/مقرات/مكتب منظمة/منظمات دولية|international organisation/organization -/premises|UN"
        " office/premises",
        "idp_camp": "مخيمات|مخيم/مخيمات نازحين/للنازحين/النازحين/لاجئين/للاجئين/مهجرين/المهجرين|camps"
        "|idp/idps/refugee/displacement/displaced camp/camps|camp for displaced/idps",
        "embassy": "سفارة|سفارات|قنصلية|قنصليات|بعثة دبلوماسية|embassies|consulate|diplomatic mission",
        "other": "أخرى|غير ذلك|other|others",
    },
    "damage": {
        "none": "بدون/دون/لا أضرار/ضرر|لا يوجد أضرار/ضرر|لا توجد أضرار|not damaged|undamaged",
        "minor": "أضرار -/مادية بسيطة/طفيفة/خفيفة|ضرر بسيط/طفيف|minor/slight/light -/material damage/damages",
        "moderate": "أضرار -/مادية متوسطة|ضرر متوسط|moderate/medium -/material damage/damages",
        "severe": "أضرار -/مادية كبيرة/جسيمة/بالغة|ضرر كبير|severe/major/heavy/serious -/material damage/damages"
        "|severely damaged",
        "partial": "تدمير/دمار/هدم جزئي|مدمر/مدمرة جزئيا|partially destroyed|partial -/destruction",
        "near_total": "تدمير/دمار شبه كامل/كلي/تام|near/almost total -/destruction|nearly totally destroyed|almost"
        " completely destroyed",
        "total": "تدمير/دمار كامل/كلي/تام|مدمر/مدمرة بالكامل/كليا/كلي/كاملا|total -/destruction"
        "|totally/completely/fully destroyed|complete destruction",
        "unknown": "غير محدد/معروفة/محددة/معلومة|not known/specified",
    },
}  # fmt: skip
