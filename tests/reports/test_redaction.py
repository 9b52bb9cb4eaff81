"""Names that may not be printed are found however they are written, and little else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snhr_desktop.domain.places import built_in
from snhr_desktop.reports.redaction import WITHHELD, Hidden, Redaction
from tests.builders import HOSTILE_TEXTS

W = WITHHELD


def called_so(name: str) -> list[str]:
    """The names in both languages of the places that are called so."""
    return [spelled for one in built_in().named(name) for spelled in (one.name_ar, one.name_en)]


CHILD = ("سلمى الحاج خليل", "Salma Haj Khalil", "مصطفى")
HIDE = Redaction(
    Hidden(
        persons=(
            CHILD,
            ("عبد الرحمن قاسم", ""),
            ("علي", "Said"),
            ("عمر",),
            ("سارة", ""),
            ("آية",),
            ("نور",),
            ("أمل صلاح الدين",),
            ("Rashid Nadir",),
        ),
        phrases=("Hidden Heron", "+963 944 000 111", "witness@example.org"),
        kept=("مصطفى حسن العبد الله", "Salma Street Hospital"),
        places=called_so,
        near=frozenset({"سراقب"}),
    )
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("قُتلت سلمى الحاج خليل هناك", f"قُتلت {W} هناك"),
        ("وقُتلت سَلْمَى مع أبيها", f"وقُتلت {W} مع أبيها"),
        ("ولسلمى أخ، وبسلمى", f"ول{W} أخ، وب{W}"),
        ("ســلــمــى", W),
        ("سلمي وحدها", f"{W} وحدها"),
        ("سلمى مصطفى الحاج خليل", f"{W} الحاج {W}"),
        ("آل خليل وبيت الخليل", f"آل {W} وبيت {W}"),
        ("لعائلة الحاج خليل", f"لعائلة الحاج {W}"),
        ("سلمى\u200fالحاج\nخليل", W),
        ("(سلمى)، «سلمى»؛ سلمى.", f"({W})، «{W}»؛ {W}."),
        ("Salma’s shoes, SALMA, the Khalils", f"{W}’s shoes, {W}, the {W}s"),
        ("little Salma, Salmah, Selma and Moustapha", f"little {W}, {W}, {W} and {W}"),
        ("salma", W),
        (
            "Omar, Ali, Aya, Sarah, Nour and Noor in Syria. Near one More",
            f"{W}, {W}, {W}, {W}, {W} and {W} in Syria. Near one More",
        ),
        ("عبدالرحمن وعبد الرحمن وعبدُ الرَّحمن", f"{W} و{W} و{W}"),
        ("Abdulrahman, Abd al-Rahman, Abdel Rahman, ʿAbd ar-Raḥmān", f"{W}, {W}, {W}, {W}"),
        ("قاسم وقاسماً", f"{W} وقاسماً"),
        ("جلس علي على الأرض وعلى يمينه", f"جلس {W} على الأرض وعلى يمينه"),
        ("Said said so", f"{W} said so"),
        ("فقدنا الأمل وأمل", f"فقدنا الأمل و{W}"),
        ("صلاح الدين", W),
        ("مصطفى حسن العبد الله قال", "مصطفى حسن العبد الله قال"),
        ("in Salma Street Hospital", "in Salma Street Hospital"),
        ("قرب خان الشيخ خليل", f"قرب خان الشيخ {W}"),
        ("hidden heron saw it; Heron", f"{W} saw it; Heron"),
        ("00963944000111 or 963 944 000 111", f"{W} or {W}"),
        ("see https://t.me/somebody/12, @somebody", f"see {W}, {W}"),
        ("call 963944123456, 944 123 456 or + 963 944 123 456", f"call {W}, {W} or {W}"),
        ("٩٦٣٩٤٤١٢٣٤٥٦ و٩٤٤ ١٢٣ ٤٥٦", f"{W} و{W}"),
        ("هاتف: ٩٤٤ ١٢٣ ٤٥٦، 90 532 123 45 67", f"هاتف: {W}، {W}"),
        ("0944–123–457, 0944‑123‑456, 0944/123458, 0944 - 123 - 459", f"{W}, {W}, {W}, {W}"),
        ("٠٩٤٤–١٢٣–٤٥٩، ۰۹۴۴۱۲۳۴۵۶، tel.0944123456 و0944123456م", f"{W}، {W}، tel.{W} و{W}م"),
        ("Lat: 35.9876; Long: 36.1234; N35.9876 E36.1234; 35 59 12 N 36 07 44 E", f"{W}; {W}; {W}; {W}"),
        ("خط العرض 35.9876 وخط الطول: 36.1234", f"{W} و{W}"),
        ("tel:944, mailto:a@b.org and ?q=x%40y.org", f"{W}, {W} and ?q={W}"),
        ("at 35.8123 N, 36.6123 E; (35.81, 36.62)", f"at {W}; ({W})"),
        ("36.62، 35.81", W),
        ("35°48'44.3\"N 36°37'02\"E", W),
        ("٣٥٫٨١٢٣، ٣٦٫٦١٢٣ و٣٥٫٨١، ٣٦٫٦٢", f"{W} و{W}"),
        ("36S YD 12345 67890 or 8G5GRJ6X+2V", f"{W} or {W}"),
        ("youtube.com/watch?v=1, youtu.be/a, wa.me/963, telegram.me/x.", f"{W}, {W}, {W}, {W}."),
        ("on syrian-archive.org and Telegram: grey_falcon", f"on {W} and {W}"),
        ("35,9876 36,1234; snhr.eu; @ab; تلغرام falcon", f"{W}; {W}; {W}; {W}"),
        ("واتساب: somebody1، فيسبوك: صفحة", f"{W}، {W}"),
    ],
)
def test_what_is_taken_out(text: str, shown: str) -> None:
    assert HIDE(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "At 14:30 on Thursday 22 March 2018 fixed-wing aircraft that we believe were Russian attacked the market.",
        "عند الساعة 14:30 من يوم الخميس 22 آذار 2018 أغار طيران ثابت الجناح على سوق الخضار في معرة النعمان.",
        "من أية جهة، A7 and AA",
        "IDL-2018-00042: 1,109 killed, 12.5 % of 3.14",
        "2018-03-22 14:30, 22.03.2018, 12.50, 36.62 % and 1 200 000 of 2011 2012 2013; report M171112",
        "in 2017. Later and/or M4/M5 at 16.30, 900 people, 963 killed, 90 of 100",
        "36 hours, 45.5 km; 7.62 mm and 12.7 mm, 3.5 %, 4.2 %, AK-47, a 500 kg bomb, 2018/2019",
        "",
    ],
)
def test_what_stays(text: str) -> None:
    assert HIDE(text) == text


TWO_WORDS = Redaction(
    Hidden(
        persons=(("عبد الله",), ("نور الدين",), ("هبة الله حسن",), ("Salaheddine Abdullah",), ("رامي",)),
        places=called_so,
    )
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Abdullah, seven, and Abdallah, Abd Allah, Abdulla", f"{W}, seven, and {W}, {W}, {W}"),
        ("عبدالله وعبد الله ولعبد الله", f"{W} و{W} ول{W}"),
        ("Noureddine, Nour Eddin, Nuraldin, Nour al-Din", f"{W}, {W}, {W}, {W}"),
        ("نورالدين ونور الدين", f"{W} و{W}"),
        ("Hibatallah, Hibatullah", f"{W}, {W}"),
        ("صلاح الدين وصلاحالدين", f"{W} و{W}"),
        ("Rami was ten; the village of Rami, Jobar", f"{W} was ten; the village of Rami, Jobar"),
        ("في بلدة رامي قُتل رامي", f"في بلدة رامي قُتل {W}"),
        ("Ra\u00admi, ر\u200dامي", f"{W}, {W}"),
    ],
)
def test_names_of_two_words_and_names_of_villages(text: str, shown: str) -> None:
    assert TWO_WORDS(text) == shown


ONE_SCRIPT = Redaction(
    Hidden(
        persons=(
            ("Fatima Al-Khalid",), ("Sumaya",), ("Abdulrahman",), ("Aisha Yousef",),
            ("عيسى مها",), ("إبراهيم",), ("لؤي طه",), ("يحيى علاء الدين",), ("عائشة",), ("ذكرى جمال",),
        ),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("قُتلت فاطمة الخالد مع أختها", f"قُتلت {W} مع أختها"),
        ("وفاطمة وسُمَيّة وعبد الرحمن", f"و{W} و{W} و{W}"),
        ("عائشة ويوسف", f"{W} و{W}"),
        ("Issa, Essa and Maha; Louay, Luay and Taha", f"{W}, {W} and {W}; {W}, {W} and {W}"),
        ("Yahya, Yehia, Alaa, Ayesha", f"{W}, {W}, {W}, {W}"),
        ("Zikra, Dhikra, Gamal and Jamal", f"{W}, {W}, {W} and {W}"),
        ("Aysha Youssef", W),
        ("Brahim and Ibrahim", f"{W} and {W}"),
        ("فطام وفطوم والفاطمة وسماء", "فطام وفطوم والفاطمة وسماء"),
        ("Asking Mother, Lee and Lay there; Yes", "Asking Mother, Lee and Lay there; Yes"),
    ],
)
def test_a_name_recorded_in_one_script_is_heard_in_the_other(text: str, shown: str) -> None:
    assert ONE_SCRIPT(text) == shown


def test_the_name_of_a_place_stays() -> None:
    hide = Redaction(Hidden(persons=(("نعمان سراقب",),), places=called_so, near=frozenset({"سراقب"})))
    assert hide("من معرة النعمان إلى سراقب") == "من معرة النعمان إلى سراقب"
    assert hide("بمعرة النعمان") == "بمعرة النعمان"
    assert hide("قال نعمان") == f"قال {W}"


@pytest.mark.parametrize("text", HOSTILE_TEXTS)
def test_hostile_text_is_left_as_it_is(text: str) -> None:
    assert HIDE(text) == text


@given(st.text(max_size=60), st.text(alphabet="ابتسلمىعليخ ", max_size=20), st.text(max_size=60))
def test_nothing_stops_it_and_twice_is_once(before: str, name: str, after: str) -> None:
    hide = Redaction(Hidden(persons=((name,), CHILD), phrases=(after,)))
    shown = hide(f"{before} سلمى {after}")
    assert "سلمى" not in shown.split()
    assert hide(shown) == shown
