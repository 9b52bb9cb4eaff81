"""Names are heard across the scripts, and between the ways to write them in Latin letters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.names import words
from snhr_desktop.domain.sounds import arabic_of, latin_sound
from tests.builders import HOSTILE_TEXTS

SPELLED = {
    line.split()[0]: line.split()[1:]
    for line in """
    محمد Muhammad Mohammed Mohamad Mohamed Mhamad Moh'd Mhd
    أحمد Ahmad Ahmed
    محمود Mahmoud Mahmud
    خالد Khaled Khalid
    علي Ali Aly
    عمر Omar Umar Omer
    حسن Hasan Hassan
    حسين Hussein Husain Hosein Hussain Hosin
    إبراهيم Ibrahim Ebrahim
    مصطفى Mustafa Moustafa Mostapha
    يوسف Yousef Yusuf Youssef Joseph Yosef
    عيسى Issa Isa Eissa Essa
    موسى Mousa Musa Moussa
    يحيى Yahya Yehia Yahia Yehya
    زكريا Zakaria Zakariya Zakarya
    سعيد Said Saeed Saied
    عبدالرحمن Abdulrahman Abdelrahman Abdurrahman
    عبدالله Abdullah Abdallah
    وليد Walid Waleed
    جمال Jamal Gamal Djamal
    ياسر Yaser Yasir Yasser
    ياسين Yasin Yaseen Yassin
    رائد Raed Raid Ra'ed
    عامر Amer Amir
    سامر Samer Samir
    ماهر Maher Mahir
    طارق Tariq Tarek Tareq
    طلال Talal
    ظافر Dhafer Zafer Zafir
    ضياء Diaa Dia Diyaa Dhiaa Ziya
    علاء Alaa Ala Ala'
    بهاء Bahaa Baha
    طه Taha Tahah
    لؤي Louay Luay Loay Louai Loai
    قصي Qusai Kusay Qusay Kousai
    عدي Uday Oday Odai
    معاذ Muath Moaz Mouaz Muadh
    مؤيد Moayad Muayyad Mouayad
    حذيفة Huthaifa Hodhayfa Huzaifa Houzaifa
    عثمان Othman Uthman Osman
    ذكرى Zikra Thikra Dhikra
    قاسم Qasim Kassem Qasem
    غسان Ghassan
    غيث Ghaith Ghayth
    نضال Nidal Nedal Nidhal
    جهاد Jihad Jehad
    زياد Ziad Ziyad Zeyad
    إياد Iyad Eyad Ayad
    أيمن Ayman Aiman Eymen
    أنس Anas
    أسامة Osama Usama Ousama Osamah
    أكرم Akram
    بلال Bilal Belal
    بشار Bashar
    تيسير Tayseer Taysir
    حاتم Hatem Hatim
    رضوان Radwan Redwan Ridwan
    رامي Rami Ramy
    شادي Shadi Shady Chadi
    صالح Saleh Salih
    فيصل Faisal Faysal Feisal
    فواز Fawaz Fawwaz
    كمال Kamal Kemal
    مازن Mazen Mazin
    معتصم Mutasim Moatasem Mouatassem
    نزار Nizar Nezar
    هشام Hisham Hesham Hicham
    وائل Wael Wail
    فاطمة Fatima Fatimah Fatema Fatma
    عائشة Aisha Aysha Ayesha Aicha Aishah
    خديجة Khadija Khadijah Khadeja
    مريم Mariam Maryam Mariyam Meryem
    زينب Zainab Zaynab Zeinab
    آمنة Amna Amina Amneh Aminah
    سلمى Salma Selma
    سارة Sara Sarah
    هدى Huda Hoda Houda
    مها Maha
    سها Suha Soha Souha
    رؤى Ruaa Roua Rua
    مايا Maya
    هيا Haya
    آية Aya Ayah
    آلاء Alaa Ala'a
    دعاء Doaa Duaa Dua
    إسراء Israa Isra Esraa
    ولاء Walaa Wala
    هبة Hiba Heba Hibah
    رنا Rana
    رنيم Raneem Ranim
    ريم Reem Rim
    نور Nour Noor Nur
    بتول Batoul Batool
    جميلة Jamila Gamila Jameela Jamilah
    حنان Hanan
    خولة Khawla Khaula Khawlah
    رقية Ruqayya Rukaya Roqaya
    سمية Sumaya Sumayya Soumaya
    شيماء Shaimaa Shayma Shaima
    صفاء Safaa Safa
    عبير Abir Abeer
    غادة Ghada
    لمى Lama
    ليلى Layla Leila Laila
    منى Mona Muna
    ندى Nada
    هاجر Hajar Hager
    ياسمين Yasmin Yasmine Jasmin
    نعمة Nima Neama Nimat
    رأفت Raafat Rafat
    إسحاق Ishaq Is'haq Ishak
    فتحي Fathi Fathy
    جعفر Jaafar Jafar
    شعبان Shaaban Shaban
    ربيع Rabie Rabi
    جمعة Jumaa Juma Jomaa
    عبده Abdo Abdou
""".strip().splitlines()
}
"""Usual Latin spellings of names that are common in Syria, as lists of victims and press write them."""


@pytest.mark.parametrize("arabic", SPELLED)
def test_every_usual_spelling_is_heard(arabic: str) -> None:
    said = "".join(words(arabic))
    assert [one for one in SPELLED[arabic] if not arabic_of("".join(words(one))).fullmatch(said)] == []


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Salim", "سلام"), ("Salim", "إسلام"), ("Hasan", "حسين"), ("Jamal", "جميل"), ("Nasser", "عناصر"),
        ("Ahmad", "محمد"), ("Omar", "عامر"), ("All", "علي"), ("Syria", "سارة"), ("Sham", "هشام"), ("Said", "سعد"),
        ("Idlib", "إدلب ال"), ("Near", "نور"), ("Street", "سترة"), ("Attack", "عتيق"), ("Market", "مرقد"),
    ],
)  # fmt: skip
def test_other_words_are_not(latin: str, arabic: str) -> None:
    assert not arabic_of("".join(words(latin))).fullmatch("".join(words(arabic)))


@pytest.mark.parametrize("spellings", [
    "Mustafa Moustapha Mostafa", "Aisha Aysha Ayesha Aicha", "Issa Isa Eissa Essa", "Yahya Yehia Yahia Yehya",
    "Omar Umar", "Imad Emad", "Louay Luay Loay", "Qusai Kusay", "Salma Selma Salmah", "Zikra Zekra", "Hiba Heba Hibah",
])  # fmt: skip
def test_latin_spellings_sound_alike(spellings: str) -> None:
    assert len({latin_sound("".join(words(one))) for one in spellings.split()}) == 1


@pytest.mark.parametrize("pair", ["Omar Amer", "Issa Asem", "Maha Mahir", "Aya Ola"])
def test_latin_names_that_sound_otherwise(pair: str) -> None:
    one, other = pair.split()
    assert latin_sound(one.casefold()) != latin_sound(other.casefold())


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_words_are_only_letters(text: str) -> None:
    for word in words(text):
        assert isinstance(arabic_of(word), re.Pattern)
        assert isinstance(latin_sound(word), str)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=30))
def test_any_latin_word_has_a_pattern(word: str) -> None:
    assert arabic_of(word).fullmatch("") is None
    assert set(latin_sound(word)) <= set("abcdefghijklmnopqrstuvwxyzç")
