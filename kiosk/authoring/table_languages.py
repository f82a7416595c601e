"""What desks write for a language, and its BCP 47 tag."""

from __future__ import annotations

import re
import unicodedata

from kiosk.packs.names import LANGUAGE_TAG

# Tag: three-letter codes (ISO 639-2), English name, its own name, and names in languages of other desks. Folded.
_NAMES = {
    "af": "afr afrikaans",
    "ar": "ara arabic arabiska arabisch arabe arabisk العربية عربي arabia arabo",
    "az": "aze azerbaijani azərbaycanca azerbajdzjanska",
    "be": "bel belarusian беларуская vitryska",
    "bg": "bul bulgarian български bulgariska bulgarisch bulgare",
    "bn": "ben bengali bangla বাংলা",
    "bs": "bos bosnian bosanski bosniska",
    "ca": "cat catalan catala katalanska katalanisch",
    "cs": "ces cze cz czech cestina cesky tjeckiska tschechisch tcheque tsjekkisk tjekkisk",
    "cy": "cym wel welsh cymraeg walesiska",
    "da": "dan danish dansk danska danisch danois tanska dk",
    "de": "deu ger german deutsch tyska allemand tysk aleman tedesco duits saksa niemiecki",
    "el": "ell gre gr greek ελληνικα grekiska griechisch grec græsk gresk",
    "en": "eng english engelska englisch anglais engelsk ingles inglese engels englanti angielski british gb us",
    "eo": "epo esperanto",
    "es": "spa spanish espanol castellano spanska spanisch espagnol spansk spagnolo spaans espanja hiszpanski",
    "et": "est estonian eesti estniska estnisch estonien",
    "eu": "eus baq basque euskara baskiska",
    "fa": "fas per persian farsi فارسی persiska persisch",
    "fi": "fin finnish suomi finska finnisch finnois finsk finlandese fins",
    "fo": "fao faroese foroyskt farøisk",
    "fr": "fra fre french francais franska franzosisch fransk frances francese frans ranska francuski",
    "ga": "gle irish gaeilge iriska",
    "gl": "glg galician galego",
    "gu": "guj gujarati ગુજરાતી",
    "he": "heb hebrew hebreiska hebraisch hebreu עברית hebraisk ivrit",
    "hi": "hin hindi हिन्दी हिंदी",
    "hr": "hrv croatian hrvatski kroatiska kroatisch",
    "hu": "hun hungarian magyar ungerska ungarisch hongrois",
    "hy": "hye arm armenian հայերեն armeniska",
    "id": "ind indonesian bahasa indonesiska",
    "is": "isl ice icelandic islenska islandska islandisch",
    "it": "ita italian italiano italienska italienisch italien italiensk italiaans",
    "ja": "jpn jp japanese 日本語 japanska japanisch japonais japansk",
    "ka": "kat geo georgian ქართული",
    "kl": "kal greenlandic kalaallisut gronlandsk",
    "kn": "kan kannada ಕನ್ನಡ",
    "ko": "kor korean 한국어 koreanska koreanisch coreen",
    "ku": "kur kurdish kurdi kurdiska",
    "la": "lat latin latina",
    "lb": "ltz luxembourgish letzebuergesch",
    "lt": "lit lithuanian lietuviu litauiska litauisch",
    "lv": "lav latvian latviesu lettiska lettisch",
    "mk": "mkd mac macedonian македонски",
    "ml": "mal malayalam മലയാളം",
    "mr": "mar marathi मराठी",
    "mt": "mlt maltese malti",
    "nb": "nob bokmal norwegianbokmal norskbokmal",
    "ne": "nep nepali नेपाली",
    "nl": "nld dut dutch nederlands nederlandska hollandska niederlandisch neerlandais hollandsk flemish vlaams",
    "nn": "nno nynorsk norwegiannynorsk norsknynorsk",
    "no": "nor norwegian norsk norska norwegisch norvegien norja",
    "or": "ori odia oriya ଓଡ଼ିଆ",
    "pa": "pan punjabi ਪੰਜਾਬੀ",
    "pl": "pol polish polski polska polnisch polonais polsk",
    "pt": "por portuguese portugues portugisiska portugiesisch portugais portugisisk",
    "ro": "ron rum romanian romana rumanska rumanisch roumain",
    "ru": "rus russian русский ryska russisch russe russisk venaja",
    "se": "sme northernsami northernsaami davvisamegiella nordsamiska sami samiska saami",
    "sk": "slk slo slovak slovencina slovakiska slowakisch",
    "sl": "slv slovenian slovenscina slovenska slowenisch",
    "so": "som somali soomaali somaliska",
    "sq": "sqi alb albanian shqip albanska",
    "sr": "srp serbian српски srpski serbiska",
    "sv": "swe swedish svenska schwedisch suedois svensk sueco svedese zweeds ruotsi szwedzki",
    "sw": "swa swahili kiswahili",
    "ta": "tam tamil தமிழ்",
    "te": "tel telugu తెలుగు",
    "th": "tha thai ไทย thailandska",
    "ti": "tir tigrinya ትግርኛ",
    "tl": "tgl tagalog filipino",
    "tr": "tur turkish turkce turkiska turkisch turc tyrkisk",
    "uk": "ukr ukrainian українська ukrainska ukrainisch",
    "ur": "urd urdu اردو",
    "vi": "vie vietnamese tiengviet vietnamesiska",
    "yi": "yid yiddish ייִדיש jiddisch",
    "zh": "zho chi cn chinese 中文 汉语 漢語 kinesiska chinesisch chinois kinesisk mandarin",
    "zh-Hans": "simplifiedchinese chinesesimplified 简体中文",
    "zh-Hant": "traditionalchinese chinesetraditional 繁體中文",
}
# ISO 639-1, in pairs of letters: two letters that are none of these are no language, but mostly a country.
_TWO_LETTERS = re.findall(
    "[a-z]{2}",
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de "
    "dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id "
    "ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu "
    "lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu "
    "rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr "
    "ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ",
)
# Marks behind a language for another audience: "svKids", "sv-simple", "Svenska (barn)".
_AUDIENCES = {
    "children": "kids kid children child barn kinder enfants ninos bambini lapset born",
    "described": "described audiodescribed audiodescription audiodeskription audiodeskriptiv hörfassung syntolkning syntolkat"
    " synstolkning audiodescripcion audiodescricao audiodescrizione audiobeschrijving kuvailutulkkaus",
    "easy": "simple easy easyread plain lattlast leicht einfach facile facil",
}


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in decomposed if sign.isalnum() or unicodedata.category(sign) == "Mc")


_TAGS = {_fold(name): tag for tag, names in reversed(_NAMES.items()) for name in names.split()}
_AUDIENCE_OF = {word: audience for audience, words in _AUDIENCES.items() for word in words.split()}


def find_language(text: str) -> str:
    """Return the tag for what a desk wrote; "" where nobody can know."""
    if LANGUAGE_TAG.fullmatch(text) and _is_language(text):
        return text
    folded = _fold(text)
    if folded in _TAGS:
        return _TAGS[folded]
    return _mend_tag(text) or _find_within(text)


def _is_language(tag: str) -> bool:
    language = tag.partition("-")[0]
    return language in _TWO_LETTERS if len(language) == 2 else language not in _TAGS


def split_audience(text: str) -> tuple[str, str]:
    """Return the tag and the audience of a mark such as ``svKids``; both "" where it is none."""
    apart = re.sub(r"(?<=[a-zåäö])(?=[A-Z])", " ", text)
    words = re.findall(r"\w+", apart)
    if len(words) < 2:
        return "", ""
    audience = _AUDIENCE_OF.get(_fold(words[-1]), "")
    language = find_language(" ".join(words[:-1])) if audience else ""
    return (language, audience) if language else ("", "")


def _mend_tag(text: str) -> str:
    """Return a tag whose capitals or hyphens are off: EN, en_gb, zh-hant."""
    parts = re.split(r"[-_ ]", text.strip().lower())
    if not parts or not re.fullmatch(r"[a-z]{2,3}", parts[0]):
        return ""
    language = _TAGS.get(parts[0], parts[0])
    if not _is_language(language):
        return ""
    rest = [
        part.title() if len(part) == 4 else part.upper() if len(part) == 2 else part for part in parts[1:]
    ]
    tag = "-".join([language.partition("-")[0], *rest])
    return tag if LANGUAGE_TAG.fullmatch(tag) else ""


def _find_within(text: str) -> str:
    """Return the one language named in "English (EN)", "en - English" or "Svensk tekst"."""
    found = {
        tag for word in re.findall(r"[^\W\d_]+", text) if (tag := _TAGS.get(_fold(word)) or _own_tag(word))
    }
    return found.pop() if len(found) == 1 else ""


def _own_tag(word: str) -> str:
    return word.lower() if word.lower() in _TWO_LETTERS and word.isupper() else ""
