"""The letters of our own keys, by script: what a visitor without a keyboard writes and searches with.

Layers: ``base`` the letters, ``shift`` those needed less (capitals; vowels that begin a word), ``accents`` and
``capital-accents`` where a script has them, ``signs`` digits and punctuation. Rows stand as on the keyboards people know: an Arabic keyboard begins at the
left too. No row has more than eleven keys, so that each is wide enough on the narrowest screen.
"""

from __future__ import annotations

from typing import Final

from kiosk.model.language import primary

LATIN, DEVANAGARI, ARABIC = "latin", "devanagari", "arabic"
TAGS: Final = {LATIN: "en", DEVANAGARI: "hi", ARABIC: "ar"}
"""A language of each script, for its fonts."""

_SCRIPTS: Final = {
    **dict.fromkeys(("hi", "mr", "ne", "sa", "kok", "mai", "bho"), DEVANAGARI),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb"), ARABIC),
}
_PLAIN_SIGNS: Final = (
    "1 2 3 4 5 6 7 8 9 0",
    ". , ? ! ' \" : ; - _",
    "( ) / & @ # % + = *",
    "€ £ $ ₹ ° « » „ “ ”",
)

_LAYERS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    LATIN: {
        "base": ("q w e r t y u i o p", "a s d f g h j k l '", "z x c v b n m , . ?"),
        "shift": ("Q W E R T Y U I O P", "A S D F G H J K L '", "Z X C V B N M , . ?"),
        "accents": (
            "á à â ä ã å ā ă ą æ",
            "é è ê ë ē ę ě í ì î",
            "ï ī ó ò ô ö õ ø ō œ",
            "ú ù û ü ū ů ý ÿ ç č",
            "ñ ń ś š ș ß ź ž ż ł",
        ),
        "capital-accents": (
            "Á À Â Ä Ã Å Ā Ă Ą Æ",
            "É È Ê Ë Ē Ę Ě Í Ì Î",
            "Ï Ī Ó Ò Ô Ö Õ Ø Ō Œ",
            "Ú Ù Û Ü Ū Ů Ý Ÿ Ç Č",
            "Ñ Ń Ś Š Ș ẞ Ź Ž Ż Ł",
        ),
        "signs": _PLAIN_SIGNS,
    },
    DEVANAGARI: {
        "base": (
            "ा ि ी ु ू े ै ो ौ ं ्",
            "क ख ग घ ङ च छ ज झ ञ ट",
            "ठ ड ढ ण त थ द ध न प फ",
            "ब भ म य र ल व श ष स ह",
        ),
        "shift": (
            "अ आ इ ई उ ऊ ए ऐ ओ औ ऋ",
            "ँ ः ृ ़ ॉ ॅ ऑ ऍ ऽ ॐ ळ",
            "क्ष त्र ज्ञ श्र ड़ ढ़ ज़ फ़ क़ ख़ ग़",
            "। , ? ! ' \" : - ( ) /",
        ),
        "signs": ("० १ २ ३ ४ ५ ६ ७ ८ ९", *_PLAIN_SIGNS),
    },
    ARABIC: {
        "base": (
            "ض ص ث ق ف غ ع ه خ ح ج",
            "ش س ي ب ل ا ت ن م ك ط",
            "ذ د ز ر و ة ى ظ ، . ؟",
            "أ إ آ ء ئ ؤ لا",
        ),
        "shift": (
            "پ چ ژ گ ک ی ں ٹ ڈ ڑ ے",
            "َ ُ ِ ّ ْ ً ٌ ٍ ٰ ٱ ـ",
            "ہ ھ ۃ ۀ ڤ ڭ ې ۍ",
        ),
        "signs": ("٠ ١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩", "، ؛ ؟ . ! : \" - ( )", *_PLAIN_SIGNS[:1], *_PLAIN_SIGNS[2:]),
    },
}  # fmt: skip
_FACES: Final = {
    LATIN: {
        "base": "a b c",
        "shift": "A B C",
        "accents": "á ç ñ",
        "capital-accents": "Á Ç Ñ",
        "signs": "1 2 ?",
    },
    DEVANAGARI: {"base": "क ख ग", "shift": "अ आ इ", "signs": "१ २ ?"},
    ARABIC: {"base": "ا ب ت", "shift": "پ چ َ", "signs": "١ ٢ ؟"},
}
_OWN_NAMES: Final = {LATIN: "Abc", DEVANAGARI: "हिन्दी", ARABIC: "عربي"}
_COMBINING: Final = ("\u0900", "\u0903"), ("\u093a", "\u094f"), ("\u064b", "\u0670")


def find_script(language: str) -> str:
    """Return the script whose letters a language is written with here; Latin for those whose keys we do not have."""
    return _SCRIPTS.get(primary(language), LATIN)


def list_layers(script: str) -> tuple[str, ...]:
    """Return the layers of a script, ``base`` first."""
    return tuple(_LAYERS[script])


def list_ways(script: str, layer: str) -> tuple[str, ...]:
    """Return the layers that keys lead to from ``layer``: to what is rare only from what is next to it."""
    rare = () if layer in ("shift", "accents") else ("capital-accents",)
    return tuple(other for other in list_layers(script) if other != layer and other not in rare)


def get_rows(script: str, layer: str) -> tuple[tuple[str, ...], ...]:
    """Return the keys of a layer, row by row: what each writes."""
    return tuple(tuple(row.split(" ")) for row in _LAYERS[script][layer])


def get_face(script: str, layer: str) -> str:
    """Return what stands on the key that leads to a layer: some of its letters."""
    return _FACES[script][layer]


def get_own_name(script: str) -> str:
    """Return what stands on the key that leads to a script, in its own letters."""
    return _OWN_NAMES[script]


def show_key(sign: str) -> str:
    """Return what stands on a letter's key: a mark stands on a dotted circle, as it would on a letter."""
    is_mark = any(first <= sign[:1] <= last for first, last in _COMBINING)
    return f"\u25cc{sign}" if is_mark and sign not in ("\u0904", "\u093d") else sign
