"""Hindi: तेरह सौ अड़सठ, बारहवीं सदी, ईसा पूर्व; years are counted in hundreds, numbers in lakhs and crores."""

from __future__ import annotations

from kiosk.speech.normalisation.fraction_words import name_parts, say_part
from kiosk.speech.normalisation.manner import Fraction, Manner, Unit, name_nouns
from kiosk.speech.normalisation.number_words import spell

# These ordinals are not the number with an ending.
_IRREGULAR = {1: "पहल", 2: "दूसर", 3: "तीसर", 4: "चौथ", 6: "छठ"}
_ENDINGS = {
    **dict.fromkeys(("वाँ", "वां", "ला", "रा", "था", "ठा"), "ा"),
    **dict.fromkeys(("वें", "वे", "ले", "रे", "थे", "ठे"), "े"),
    **dict.fromkeys(("वीं", "वी", "ली", "री", "थी", "ठी"), "ी"),
}
_REIGNS = ("प्रथम", "द्वितीय", "तृतीय", "चतुर्थ", "पंचम", "षष्ठ", "सप्तम", "अष्टम", "नवम", "दशम")
_HUNDREDS = range(1100, 2000)


def _say_year(year: int) -> str:
    if year not in _HUNDREDS:
        return spell(year, "hi")
    hundreds, rest = divmod(year, 100)
    return " ".join(filter(None, (spell(hundreds, "hi"), "सौ", spell(rest, "hi") if rest else "")))


def _say_marked(number: int, mark: str) -> str:
    if number in _IRREGULAR:
        return _IRREGULAR[number] + _ENDINGS[mark]
    return spell(number, "hi") + mark if mark.startswith("व") else ""


def _say_fraction(fraction: Fraction, unit: Unit | None) -> str:
    """Say one and a half, two and a quarter and so on, each of which has its own word."""
    noun = "" if unit is None else (unit.many or unit.one) if fraction.whole else unit.one
    whole, part = fraction.whole, (fraction.over, fraction.under)
    own = {(1, 2): _say_half(whole), (1, 4): _say_quarter(whole), (3, 4): f"पौने {spell(whole + 1, 'hi')}"}
    if whole and part in own:
        words = own[part]
    else:
        words = (
            say_part(_PARTS, fraction, "hi")
            or f"{spell(fraction.over, 'hi')} बटा {spell(fraction.under, 'hi')}"
        )
        words = f"{spell(whole, 'hi')} और {words}" if whole else words
    return f"{words} {noun}".rstrip()


def _say_half(whole: int) -> str:
    return {1: "डेढ़", 2: "ढाई"}.get(whole) or f"साढ़े {spell(whole, 'hi')}"


def _say_quarter(whole: int) -> str:
    return "सवा" if whole == 1 else f"सवा {spell(whole, 'hi')}"


def _say_reign(number: int, _before: str) -> str:
    return _REIGNS[number - 1] if number <= len(_REIGNS) else spell(number, "hi") + "वें"


def _say_date(day: int, month: str, year: str, _before: str) -> str:
    return f"{spell(day, 'hi')} {month} {year}"


_PARTS = name_parts("आधा/आधे एक_तिहाई/तिहाई एक_चौथाई/चौथाई")
_MONTH_NAMES = (
    *("जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"),
)

MANNER = Manner(
    language="hi",
    decimal=".",
    groups=",",
    point="दशमलव",
    says_decimals_by_digit=True,
    to="से",
    minus="ऋण",
    by="गुणा",
    and_sign="और",
    months=_MONTH_NAMES,
    say_date=_say_date,
    say_year=_say_year,
    ordinal_mark=rf"(?:-|[ \u00a0](?=व))?(?P<mark>{'|'.join(_ENDINGS)})(?![\u0900-\u0963])",
    say_marked=_say_marked,
    say_reign=_say_reign,
    eras_before={"ई.पू.": "ईसा पूर्व", "ई. पू.": "ईसा पूर्व", "ई.": "ईस्वी", "हि.": "हिजरी"},
    eras_after={
        "ई.पू.": "ईसा पूर्व",
        "ई. पू.": "ईसा पूर्व",
        "ई॰पू॰": "ईसा पूर्व",
        "ईपू": "ईसा पूर्व",
        "ई.": "ईस्वी",
        "ई॰": "ईस्वी",
        "हि.": "हिजरी",
        "वि.सं.": "विक्रम संवत",
    },
    units={
        "मि.मी.": Unit("मिलीमीटर"),
        "से.मी.": Unit("सेंटीमीटर"),
        "सेमी": Unit("सेंटीमीटर"),
        "मी.": Unit("मीटर"),
        "मी": Unit("मीटर"),
        "कि.मी.": Unit("किलोमीटर"),
        "किमी": Unit("किलोमीटर"),
        "मी²": Unit("वर्ग मीटर"),
        "वर्ग किमी": Unit("वर्ग किलोमीटर"),
        "वर्ग मी": Unit("वर्ग मीटर"),
        **dict.fromkeys(("किमी/घंटा", "कि.मी./घंटा", "किमी/घं."), Unit("किलोमीटर प्रति घंटा")),
        "फ़ी.": Unit("फ़ीट"),
        **name_nouns("घंटा/घंटे मिनट इंच फ़ुट फुट फ़ीट फीट मील मीटर किलोमीटर लीटर एकड़ गज"),
        "वर्ग मी.": Unit("वर्ग मीटर"),
        "वर्ग कि.मी.": Unit("वर्ग किलोमीटर"),
        "हे.": Unit("हेक्टेयर"),
        "कि.ग्रा.": Unit("किलोग्राम"),
        "किग्रा": Unit("किलोग्राम"),
        "कि.मी./घं.": Unit("किलोमीटर प्रति घंटा"),
        "mm": Unit("मिलीमीटर"),
        "cm": Unit("सेंटीमीटर"),
        "m": Unit("मीटर"),
        "km": Unit("किलोमीटर"),
        "m²": Unit("वर्ग मीटर"),
        "km²": Unit("वर्ग किलोमीटर"),
        "kg": Unit("किलोग्राम"),
        "%": Unit("प्रतिशत"),
        "°C": Unit("डिग्री सेल्सियस"),
        "°से.": Unit("डिग्री सेल्सियस"),
        "°": Unit("अंश"),
    },
    magnitudes={word: Unit(word, form="") for word in ("हज़ार", "हजार", "हज़ार", "लाख", "करोड़", "करोड़", "अरब")},
    currencies={
        "₹": Unit("रुपया", "रुपये"),
        "रु.": Unit("रुपया", "रुपये"),
        "रु": Unit("रुपया", "रुपये"),
        "$": Unit("डॉलर"),
        "£": Unit("पाउंड"),
        "€": Unit("यूरो"),
    },
    cents="{amount} {unit} {cents} पैसे",
    say_fraction=_say_fraction,
    telephone="दूरभाष|फ़ोन|फोन|टेलीफ़ोन|टेलीफोन|मोबाइल|संपर्क|tel|phone",
    plus="प्लस",
    time="{hour} बजकर {minute} मिनट",
    full_hour="{hour} बजे",
    time_after=r"[ \u00a0]बजे",
    short={
        "डॉ.": "डॉक्टर",
        "डॉ॰": "डॉक्टर",
        "प्रो.": "प्रोफ़ेसर",
        "पं.": "पंडित",
        "श्री.": "श्री",
        "कु.": "कुमारी",
        "स्व.": "स्वर्गीय",
        "ई.पू.": "ईसा पूर्व",
    },
    short_before_number={
        "नं.": "नंबर",
        "क्र.": "क्रमांक",
        "पृ.": "पृष्ठ",
        "सं.": "संख्या",
        "ल.": "लगभग",
        "~": "लगभग",
        "≈": "लगभग",
    },
)
