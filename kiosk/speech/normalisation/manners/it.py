"""Italian: dodicesimo secolo, Luigi quattordicesimo, avanti Cristo."""

from __future__ import annotations

import re

from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.fraction_words import name_parts, say_noun_first
from kiosk.speech.normalisation.manner import Fraction, Manner, Rule, Unit, name_nouns
from kiosk.speech.normalisation.number_words import spell
from kiosk.speech.normalisation.roman import parse_roman

_MONTH_NAMES = (
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto"),
    *("settembre", "ottobre", "novembre", "dicembre"),
)
_WOMEN = re.compile(
    r"(?:Elisabetta|Maria|Isabella|Caterina|Giovanna|Margherita|Cristina|Anna|Vittoria|Cleopatra|Berenice|Bianca)$"
)
_PARTS = name_parts(
    "mezzo/mezzi un_terzo/terzi un_quarto/quarti un_quinto/quinti un_sesto/sesti un_settimo/settimi un_ottavo/ottavi"
    " un_nono/noni un_decimo/decimi - un_dodicesimo/dodicesimi - - - un_sedicesimo/sedicesimi"
) | {100: Unit("un centesimo", "centesimi")}
_HALVES = {"": "mezzo", "masculine": "mezzo", "feminine": "mezza"}


def _rank(number: int, form: str = "masculine") -> str:
    return spell(number, "it", f"spellout-ordinal-{form}")


def _say_marked(number: int, mark: str) -> str:
    return _rank(number, "feminine" if mark == "ª" else "masculine")


def _say_century(match: re.Match[str]) -> str:
    number = parse_roman(match["roman"])
    return _rank(number) if number else ""


def _say_reign(number: int, before: str) -> str:
    return _rank(number, "feminine" if _WOMEN.search(before) else "masculine")


def _say_date(day: int, month: str, year: str, _before: str) -> str:
    return f"{'primo' if day == 1 else spell(day, 'it')} {month} {year}"


def _say_hundreds(match: re.Match[str]) -> str:
    """Say "il Quattrocento" for '400, "anni sessanta" for '60."""
    number = int(match["number"])
    words = spell(number, "it")
    return words[:1].upper() + words[1:] if number >= 100 else words


def _say_hour(match: re.Match[str]) -> str:
    return (
        f"{spell(int(match['hour']), 'it')} e {spell(int(match['minute']), 'it')}"
        if int(match["minute"])
        else spell(int(match["hour"]), "it")
    )


def _say_fraction(fraction: Fraction, unit: Unit | None) -> str:
    return _SAY_NOUN_FIRST(fraction, unit).replace("una o", "un'o")


_SAY_NOUN_FIRST = say_noun_first(_PARTS, _HALVES, "it", "e", lambda noun: f"di {noun}")
_CENTURY = r"(?i:secol[oi]|secc?\.|millenni[oi])"
_RULES = (
    Rule(re.compile(rf"(?<!\w)(?P<it>(?P<roman>[IVX]{{1,6}}))(?={BLANK}{_CENTURY}(?!\w))"), _say_century),
    Rule(
        re.compile(
            rf"(?<!\w)(?P<it>(?P<roman>[IVX]{{1,6}}))(?=(?:-|{BLANK}(?:(?:e|o|ed){BLANK}(?:il{BLANK}|l['’])?|al{BLANK}|all['’]))\ue001{{1,6}}{BLANK}{_CENTURY}(?!\w))"
        ),
        _say_century,
    ),
    Rule(re.compile(rf"(?<!\w){_CENTURY}{BLANK}(?P<it>(?P<roman>[IVX]{{1,6}}))(?!\w)"), _say_century),
    Rule(
        re.compile(
            rf"(?<!\w){_CENTURY}{BLANK}\ue001{{1,6}}(?:{BLANK}?-{BLANK}?|{BLANK}(?:e|o){BLANK})(?P<it>(?P<roman>[IVX]{{1,6}}))(?!\w)"
        ),
        _say_century,
    ),
    Rule(re.compile(rf"(?<!\w)secc\.(?={BLANK}\ue001)"), lambda _: "secoli"),
    Rule(re.compile(rf"(?<!\w)sec\.(?={BLANK}\ue001)"), lambda _: "secolo"),
    Rule(re.compile(r"(?<!\w)['’](?P<number>[2-9]00|[1-9]0)(?!\w)(?![.,]\d)"), _say_hundreds),
    Rule(
        re.compile(r"(?<=[lL]['’])(?P<number>[2-9]00)(?!\w)(?![.,]\d)"),
        _say_hundreds,
    ),
    Rule(
        re.compile(rf"\b[oO]re{BLANK}(?P<it>(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d))(?!\w)"),
        _say_hour,
    ),
    Rule(
        re.compile(r"(?<=\ue001)-(?P<it>(?P<hour>[01]?\d|2[0-3])[.:](?P<minute>[0-5]\d))(?!\w)"),
        _say_hour,
    ),
    Rule(re.compile(rf"(?<![\w.,:/-])1{BLANK}(?P<noun>ora|oncia)\b"), lambda match: f"un'{match['noun']}"),
    Rule(
        re.compile(
            rf"(?<![\w.,-])(?P<number>\d{{1,3}})°(?={BLANK}(?!(?:di|nord|sud|est|ovest|circa|gradi|celsius)\b)[a-z]{{2,}})"
        ),
        lambda match: _rank(int(match["number"])),
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,-])(?P<number>\d{{1,2}})a(?={BLANK}(?:guerra|sala|edizione|dinastia|crociata|fase|parte)\b)"
        ),
        lambda match: _rank(int(match["number"]), "feminine"),
    ),
    Rule(re.compile(rf"(?<![\w.,-])(?P<it>1°?)(?={BLANK}(?:{'|'.join(_MONTH_NAMES)})\b)"), lambda _: "primo"),
    Rule(
        re.compile(r"(?<!\w)S\.(?=[ \u00a0]S[bcdfgklmnpqrtvz][^\W\d_]{1,30}[^a\W]\b)"),
        lambda _: "Santo",
    ),
    Rule(re.compile(r"(?<!\w)S\.[ \u00a0](?=[AEIOUÀÈÉÌÒÙ][^\W\d_]{1,30})"), lambda _: "Sant'"),
    Rule(re.compile(r"(?<=\d)[ \u00a0](?P<it>ca?\.)(?=[,;) ]|$)"), lambda _: "circa"),
    Rule(re.compile(r"(?<=\ue001[ \u00a0])sec\."), lambda _: "secolo"),
    Rule(re.compile(r"(?<!\w)S\.(?=[ \u00a0][A-ZÀ-Ý][^\W\d_]{1,30}a\b)"), lambda _: "Santa"),
)


def _unit(one: str, many: str, form: str = "masculine") -> Unit:
    return Unit(one, many, form=form)


MANNER = Manner(
    language="it",
    decimal=",",
    groups=". \u00a0",
    point="virgola",
    to="a",
    minus="meno",
    by="per",
    and_sign="e",
    own_rules=_RULES,
    reign_link="e|o",
    ranked={
        "metà|(?:G|g)uerra|(?:D|d)inastia|(?:R|r)epubblica|(?:C|c)rociata|(?:L|l)egione|(?:E|e)dizione": "feminine",
        "(?:C|c)oncilio|(?:C|c)ongresso|(?:R|r)eggimento|(?:C|c)entenario": "masculine",
    },
    months=_MONTH_NAMES,
    say_date=_say_date,
    ordinal_mark=rf"(?P<mark>º|ª|°(?!{BLANK}?[CF]))(?!\w)",
    say_marked=_say_marked,
    say_reign=_say_reign,
    counted="(?i:capitolo|tomo|volume|libro|atto|scena|sala|parte|fase|tipo|tavola|figura)",
    eras_before={"a.C.": "avanti Cristo", "d.C.": "dopo Cristo"},
    eras_after={
        **dict.fromkeys(("a.C.", "a. C.", "a.e.v."), "avanti Cristo"),
        **dict.fromkeys(("d.C.", "d. C.", "e.v."), "dopo Cristo"),
        "dell'Egira": "dell'Egira",
    },
    units={
        "mm": _unit("millimetro", "millimetri"),
        "cm": _unit("centimetro", "centimetri"),
        "m": _unit("metro", "metri"),
        "km": _unit("chilometro", "chilometri"),
        "cm²": _unit("centimetro quadrato", "centimetri quadrati"),
        "m²": _unit("metro quadrato", "metri quadrati"),
        "mq": _unit("metro quadrato", "metri quadrati"),
        "km²": _unit("chilometro quadrato", "chilometri quadrati"),
        "m³": _unit("metro cubo", "metri cubi"),
        "ha": _unit("ettaro", "ettari"),
        "g": _unit("grammo", "grammi"),
        "kg": _unit("chilogrammo", "chilogrammi"),
        "t": _unit("tonnellata", "tonnellate", "feminine"),
        "l": _unit("litro", "litri"),
        "km/h": _unit("chilometro all'ora", "chilometri all'ora"),
        "%": _unit("per cento", "per cento"),
        "°C": _unit("grado Celsius", "gradi Celsius"),
        "kmq": _unit("chilometro quadrato", "chilometri quadrati"),
        "mc": _unit("metro cubo", "metri cubi"),
        "min": _unit("minuto", "minuti"),
        **name_nouns(
            "metro/metri chilometro/chilometri centimetro/centimetri litro/litri pollice/pollici piede/piedi miglio/miglia"
            " anno/anni mese/mesi giorno/giorni secolo/secoli minuto/minuti ettaro/ettari chilo/chili uomo/uomini braccio/braccia"
            " palmo/palmi gradino/gradini"
        ),
        **name_nouns(
            "ora/ore libbra/libbre oncia/once lega/leghe tonnellata/tonnellate settimana/settimane persona/persone donna/donne"
            " colonna/colonne sala/sale torre/torri iarda/iarde statua/statue finestra/finestre",
            "feminine",
        ),
        "°": _unit("grado", "gradi"),
    },
    magnitudes={
        "mila": Unit("mila", form=""),
        **dict.fromkeys(("mln", "mln.", "milione", "milioni", "Mio"), _unit("milione", "milioni")),
        **dict.fromkeys(("mld", "mld.", "miliardo", "miliardi", "Mrd"), _unit("miliardo", "miliardi")),
    },
    of=lambda noun: f"di {noun}",
    currencies={
        "€": _unit("euro", "euro"),
        "$": _unit("dollaro", "dollari"),
        "£": _unit("sterlina", "sterline", "feminine"),
        "₹": _unit("rupia", "rupie", "feminine"),
    },
    cents="{amount} {unit} e {cents}",
    say_fraction=_say_fraction,
    fraction_of="di|del|della|dei|delle|dell",
    telephone="telefono|tel|fax|cell|cellulare|chiamare il",
    plus="più",
    time="{hour} e {minute}",
    full_hour="{hour}",
    short={
        "ecc.": "eccetera",
        "Tel.": "Telefono",
        "tel.": "telefono",
        "secc.": "secoli",
        "sec.": "secolo",
        "V.le": "Viale",
        "P.za": "Piazza",
        "es.": "esempio",
        "a.C.": "avanti Cristo",
        "d.C.": "dopo Cristo",
    },
    short_before_number={
        "n.": "numero",
        "n°": "numero",
        "nº": "numero",
        "c.": "circa",
        "ca.": "circa",
        "ca": "circa",
        "nn.": "numeri",
        "cap.": "capitolo",
        "tav.": "tavola",
        "inv.": "inventario",
        "pag.": "pagina",
        "p.": "pagina",
        "~": "circa",
        "≈": "circa",
        "±": "più o meno",
        "†": "morto nel",
        "pp.": "pagine",
        "fig.": "figura",
        "vol.": "volume",
    },
    short_before_name={
        "S.": "San",
        "Ss.": "Santi",
        "SS.": "Santi",
        "Sig.": "Signor",
        "sig.": "signor",
        "Dott.": "Dottor",
        "dott.": "dottor",
        "Prof.": "Professor",
        "prof.": "professor",
        "ing.": "ingegner",
        "arch.": "architetto",
    },
)
