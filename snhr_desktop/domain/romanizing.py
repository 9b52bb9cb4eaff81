"""How a name in Arabic is usually written in Latin letters: a suggestion for a person to correct, never a record.

Names that are common in Syria go by a list of usual spellings; any other word goes letter by letter, with an `a` where
a syllable needs one and Arabic writes none. Whoever knows how somebody writes their own name writes that instead.
"""

import unicodedata
from functools import cache

from snhr_desktop.domain.names import words

_COMMON = """
محمد Muhammad / أحمد Ahmad / محمود Mahmoud / خالد Khaled / علي Ali / عمر Omar / حسن Hasan / حسين Hussein /
إبراهيم Ibrahim / مصطفى Mustafa / يوسف Yousef / عيسى Issa / موسى Mousa / يحيى Yahya / زكريا Zakaria / سعيد Saeed /
سعد Saad / سامر Samer / سمير Samir / سالم Salem / سليم Salim / سليمان Suleiman / سلمان Salman / وليد Walid /
جمال Jamal / جميل Jamil / ياسر Yasser / ياسين Yasin / رائد Raed / عامر Amer / ماهر Maher / طارق Tareq /
طلال Talal / طه Taha / ظافر Zafer / ضياء Diaa / علاء Alaa / بهاء Bahaa / لؤي Louay / قصي Qusai / عدي Uday /
معاذ Muath / مؤيد Moayad / حذيفة Huthaifa / عثمان Othman / قاسم Qasem / غسان Ghassan / غيث Ghaith / نضال Nidal /
جهاد Jihad / زياد Ziad / إياد Iyad / أيمن Ayman / أنس Anas / أسامة Osama / أكرم Akram / بلال Bilal / بشار Bashar /
تيسير Tayseer / حاتم Hatem / حازم Hazem / حمزة Hamza / حمود Hammoud / حيدر Haidar / رضوان Radwan / رامي Rami /
رياض Riyad / شادي Shadi / صالح Saleh / صلاح Salah / عادل Adel / عارف Aref / عبود Abboud / عبده Abdo / عبدو Abdo /
عماد Imad / عمار Ammar / عدنان Adnan / فادي Fadi / فارس Fares / فؤاد Fouad / فراس Firas / فهد Fahd / فيصل Faisal /
فواز Fawaz / كمال Kamal / كريم Karim / مازن Mazen / ماجد Majed / مجد Majd / محي Muhi / مروان Marwan / معتز Mutaz /
معتصم Mutasim / منذر Munther / منير Munir / مهند Muhannad / ناصر Nasser / نادر Nader / نبيل Nabil / نجيب Najib /
نزار Nizar / نعيم Naim / هاني Hani / هشام Hisham / هيثم Haitham / وائل Wael / وسيم Wasim / شعبان Shaaban /
ربيع Rabie / جمعة Juma / جابر Jaber / جعفر Jaafar / فتحي Fathi / رأفت Raafat / إسحاق Ishaq / إسماعيل Ismail /
إدريس Idris / أيوب Ayyoub / داود Daoud / هارون Haroun / يعقوب Yaqoub / نوح Nouh / آدم Adam / عبدالله Abdullah /
عبيدة Ubaida / براء Baraa / مالك Malek / باسل Basel / باسم Basem / فاطمة Fatima / عائشة Aisha / خديجة Khadija /
مريم Maryam / زينب Zainab / آمنة Amna / أمينة Amina / سلمى Salma / سارة Sara / هدى Huda / مها Maha / سها Suha /
رؤى Ruaa / مايا Maya / هيا Haya / آية Aya / آلاء Alaa / دعاء Duaa / إسراء Israa / ولاء Walaa / هبة Hiba /
رنا Rana / رنيم Raneem / رهف Rahaf / ريم Reem / ريما Rima / نور Nour / نورا Noura / بتول Batoul / جميلة Jamila /
حنان Hanan / حلا Hala / خولة Khawla / رقية Ruqayya / سمية Sumaya / سعاد Suad / سمر Samar / سناء Sanaa /
شيماء Shaimaa / شهد Shahd / صفاء Safaa / عبير Abeer / غادة Ghada / لمى Lama / لينا Lina / ليلى Layla / منى Mona /
ندى Nada / نجوى Najwa / هاجر Hajar / هناء Hanaa / هند Hind / وفاء Wafaa / ياسمين Yasmin / إيمان Iman /
أسماء Asmaa / أمل Amal / بشرى Bushra / تسنيم Tasneem / جنى Jana / رغد Raghad / رزان Razan / روان Rawan /
كوثر Kawthar / ميساء Maysaa / بن bin / بنت bint / أبو Abu / أم Umm / آل Al / الدين al-Din / الله Allah /
الحسن al-Hasan / الحسين al-Hussein / شيخ Sheikh / عبد Abd
"""
_LETTERS = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ء": "", "ئ": "", "ؤ": "", "ب": "b", "ت": "t", "ث": "th",
    "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "th", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d",
    "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h",
    "ة": "a", "و": "w", "ي": "y", "ى": "a", "گ": "g", "پ": "p", "چ": "ch", "ڤ": "v",
}  # fmt: skip
_LONG = {"و": "ou", "ي": "i"}
"""What a half vowel is between or after consonants."""
_HALF = "وي"
_CARRIERS = "اأإآٱىة"
_ARTICLE, _SERVANT = "ال", "عبد"
_SERVANT_LATIN = "Abd"


def _plain(word: str) -> str:
    """The word without its marks and tatweel."""
    composed = unicodedata.normalize("NFC", word.replace("\u0640", ""))
    return "".join(letter for letter in composed if not unicodedata.combining(letter))


_USUAL = {_plain(pair.split()[0]): pair.split()[1] for pair in _COMMON.replace("\n", " ").split("/")}
_UNSEATED = str.maketrans("أإآٱ", "اااا")
_BARE = {arabic.translate(_UNSEATED): latin for arabic, latin in _USUAL.items()}


def romanized(name: str) -> str:
    """The usual Latin spelling of a name in Arabic; blank where it holds anything but Arabic letters."""
    parts = [_plain(word) for word in name.split()]
    if not parts or not all(letter in _LETTERS for word in parts for letter in word):
        return ""
    return " ".join(_word(word, before) for before, word in zip(["", *parts], parts, strict=False) if word)


@cache
def usual_names() -> frozenset[str]:
    """The folded words of names that are common in Syria, in both scripts."""
    return frozenset(word for pair in _USUAL.items() for name in pair for word in words(name)) - {"", *words("al الله")}


def _word(word: str, before: str) -> str:
    if word == _SERVANT:
        return _SERVANT_LATIN
    usual = _USUAL.get(word) or _BARE.get(word.translate(_UNSEATED))
    if usual:
        return usual
    if word.startswith(_SERVANT + _ARTICLE) and len(word) > len(_SERVANT + _ARTICLE) + 1:
        return f"{_SERVANT_LATIN} {_word(word.removeprefix(_SERVANT), _SERVANT)}"
    if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1:
        rest = word.removeprefix(_ARTICLE)
        return f"al-{_USUAL.get(rest) or _spelled(rest)}"
    return _spelled(word)


def _spelled(word: str) -> str:
    """Letter by letter, with an `a` where a syllable needs one."""
    text, run = "", list[str]()
    for at in range(len(word) + 1):
        vowel = _vowel(word, at) if at < len(word) else ""
        if at < len(word) and not vowel:
            run.append(_LETTERS[word[at]])
            continue
        text += _consonants([sound for sound in run if sound], bool(text), at == len(word)) + vowel
        run.clear()
    text = text.replace("aa", "a")
    return text[:1].upper() + text[1:]


def _vowel(word: str, at: int) -> str:
    """The vowel that a letter writes, or nothing: a half vowel is one between consonants and at the end."""
    letter, after = word[at], word[at + 1 : at + 2]
    if letter in _CARRIERS:
        return "i" if letter == "إ" else "a"
    if letter == "ع" and at == 0:
        return "" if after and after in _CARRIERS else "a"
    half = letter in _LONG and at > 0 and not _vowel(word, at - 1)
    return _LONG[letter] if half and (not after or after not in _HALF + _CARRIERS) else ""


def _consonants(run: list[str], after_vowel: bool, last: bool) -> str:
    """Consonants in a row with the short vowels between them: Ba-kr, Rah-man, Dar-w(ish), (A)-mar."""
    open_ = after_vowel and not (last and len(run) == 2)
    spoken = ""
    for at, sound in enumerate(run, 1):
        spoken += sound
        if at == len(run):
            break
        spoken += "" if open_ else "a"  # what follows a vowel closes its syllable
        open_ = not open_
    return spoken
