"""Portuguese: século doze, Dom João sexto, Luís catorze, antes de Cristo."""

from __future__ import annotations

import re

from kiosk.speech.normalisation.figures import BLANK
from kiosk.speech.normalisation.fraction_words import name_parts, say_noun_first
from kiosk.speech.normalisation.manner import Manner, Rule, Unit, name_nouns
from kiosk.speech.normalisation.number_words import spell
from kiosk.speech.normalisation.roman import parse_roman

_LAST_ORDINAL = 10
_MONTH_NAMES = (
    *("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto"),
    *("setembro", "outubro", "novembro", "dezembro"),
)
_MONTHS = "|".join(_MONTH_NAMES)
_WOMEN = re.compile(
    r"(?:Isabel|Maria|Joana|Catarina|Ana|Cristina|Vitória|Victória|Margarida|Urraca|Cleópatra|Berenice|Elizabete|Carlota|Teresa)$"
)
_PARTS = name_parts(
    "um_meio/meios um_terço/terços um_quarto/quartos um_quinto/quintos um_sexto/sextos um_sétimo/sétimos um_oitavo/oitavos"
    " um_nono/nonos um_décimo/décimos"
) | {100: Unit("um centésimo", "centésimos")}
_HALVES = {"": "meio", "masculine": "meio", "feminine": "meia"}


def _say_reign(number: int, before: str = "") -> str:
    """Say João sexto, Maria primeira, but Luís catorze; centuries are said the same way."""
    if number <= _LAST_ORDINAL:
        form = "feminine" if _WOMEN.search(before) else "masculine"
        return spell(number, "pt", f"spellout-ordinal-{form}")
    return spell(number, "pt")


def _say_marked(number: int, mark: str) -> str:
    return spell(number, "pt", f"spellout-ordinal-{'feminine' if mark in 'ªa' else 'masculine'}")


def _say_century(match: re.Match[str]) -> str:
    number = parse_roman(match["roman"])
    return _say_reign(number) if number else ""


def _say_counted(match: re.Match[str]) -> str:
    """Say "vinte e uma mulheres", "duzentas pessoas": what a plural asks of its number."""
    number = int(re.sub(r"\D", "", match["it"]))
    form = (
        "feminine"
        if re.search("(?:as|dades|ções|sões|gens|mulheres|torres|naves)$", match["noun"])
        else "masculine"
    )
    words = spell(number, "pt", f"spellout-cardinal-{form}")
    return words if words != spell(number, "pt") else ""


def _say_date(day: int, month: str, year: str, _before: str) -> str:
    return f"{'primeiro' if day == 1 else spell(day, 'pt')} de {month} de {year}"


def _say_hour(match: re.Match[str]) -> str:
    hour = int(match["hour"])
    words = f"{spell(hour, 'pt', 'spellout-cardinal-feminine')} {'hora' if hour == 1 else 'horas'}"
    return f"{words} e {spell(int(match['minute']), 'pt')}" if int(match["minute"] or 0) else words


_CENTURY = rf"(?i:séculos?|séc\.|sécs\.){BLANK}"
_LINK = rf"(?:{BLANK}(?:e|ao?|ou){BLANK}|{BLANK}?-{BLANK}?)"
_RULES = (
    Rule(re.compile(rf"(?<!\w){_CENTURY}(?P<it>(?P<roman>[IVX]{{1,6}}))(?!\w)"), _say_century),
    Rule(
        re.compile(rf"(?<!\w){_CENTURY}[IVX\ue001]{{1,6}}{_LINK}(?P<it>(?P<roman>[IVX]{{1,6}}))(?!\w)"),
        _say_century,
    ),
    Rule(
        re.compile(rf"(?<!\w)(?P<it>sécs?\.)(?={BLANK}\ue001)"),
        lambda match: "séculos" if "s." in match["it"][2:] else "século",
    ),
    Rule(
        re.compile(
            rf"(?<![\w.,-])(?P<number>\d{{1,3}})°(?={BLANK}(?!(?:de|norte|sul|leste|oeste|centígrados|graus)\b)[a-z]{{2,}})"
        ),
        lambda match: _say_marked(int(match["number"]), "º"),
    ),
    Rule(re.compile(rf"(?<![\w.,-])(?P<it>1)(?={BLANK}de{BLANK}(?:{_MONTHS})\b)"), lambda _: "primeiro"),
    Rule(re.compile(rf"(?<![\w.,:])(?P<hour>[01]?\d|2[0-3]){BLANK}?h(?P<minute>[0-5]\d)?(?!\w)"), _say_hour),
    Rule(re.compile(rf"(?<!\w)D\.(?={BLANK}{_WOMEN.pattern.removesuffix('$')}\b)"), lambda _: "Dona"),
    Rule(re.compile(r"(?<!\w)S\.(?=[ \u00a0][AEIOUÁÉÍÓÚÂÊÔ])"), lambda _: "Santo"),
    Rule(
        re.compile(
            rf"(?<![\w.,:/-])(?P<it>(?:\d{{1,3}}(?:[. \u00a0]\d{{3}}){{1,3}}|\d{{1,3}}))(?={BLANK}(?P<noun>[a-záâãçéêíóôõú]{{2,20}}[aeo]s|[a-záâãçéêíóôõú]{{2,20}}(?:[dnrl]es|ões|gens))(?!\w))"
        ),
        _say_counted,
    ),
)


def _unit(one: str, many: str = "", form: str = "masculine") -> Unit:
    return Unit(one, many or f"{one}s", form=form)


MANNER = Manner(
    language="pt",
    decimal=",",
    groups=". \u00a0",
    point="vírgula",
    to="a",
    minus="menos",
    by="por",
    and_sign="e",
    own_rules=_RULES,
    reign_link="e|ou",
    ranked={
        "(?:G|g)uerra|(?:D|d)inastia|(?:R|r)epública|(?:C|c)ruzada|(?:L|l)egião|(?:E|e)dição": "feminine",
        "(?:M|m)ilénio|(?:M|m)ilênio|(?:C|c)oncílio|(?:C|c)ongresso|(?:C|c)onde|(?:D|d)uque|(?:C|c)entenário": "masculine",
    },
    months=_MONTH_NAMES,
    say_date=_say_date,
    ordinal_mark=r"\.?(?P<mark>º|ª|°(?![CF]))(?!\w)",
    say_marked=_say_marked,
    say_reign=_say_reign,
    counted="(?i:capítulo|tomo|volume|livro|ato|acto|cena|sala|parte|fase|tipo|figura)",
    eras_after={
        **dict.fromkeys(("a.C.", "a. C.", "AEC"), "antes de Cristo"),
        **dict.fromkeys(("d.C.", "d. C.", "EC"), "depois de Cristo"),
    },
    units={
        "mm": _unit("milímetro"),
        "cm": _unit("centímetro"),
        "m": _unit("metro"),
        "km": _unit("quilômetro"),
        "cm²": _unit("centímetro quadrado", "centímetros quadrados"),
        "m²": _unit("metro quadrado", "metros quadrados"),
        "km²": _unit("quilômetro quadrado", "quilômetros quadrados"),
        "m³": _unit("metro cúbico", "metros cúbicos"),
        "ha": _unit("hectare"),
        "g": _unit("grama"),
        "kg": _unit("quilograma"),
        "t": _unit("tonelada", form="feminine"),
        "l": _unit("litro"),
        "km/h": _unit("quilômetro por hora", "quilômetros por hora"),
        "%": _unit("por cento", "por cento"),
        "°C": _unit("grau Celsius", "graus Celsius"),
        "°": _unit("grau"),
        "min": _unit("minuto"),
        **name_nouns(
            "metro/metros quilómetro/quilómetros quilômetro/quilômetros centímetro/centímetros litro/litros pé/pés palmo/palmos"
            " ano/anos mês/meses dia/dias século/séculos homem/homens minuto/minutos hectare/hectares quilo/quilos degrau/degraus andar/andares"
        ),
        **name_nouns(
            "hora/horas polegada/polegadas milha/milhas légua/léguas vara/varas libra/libras onça/onças tonelada/toneladas"
            " semana/semanas pessoa/pessoas mulher/mulheres coluna/colunas sala/salas torre/torres jarda/jardas arroba/arrobas"
            " janela/janelas",
            "feminine",
        ),
    },
    magnitudes={
        "mil": Unit("mil", form=""),
        **dict.fromkeys(("M", "mi", "milhão", "milhões"), _unit("milhão", "milhões")),
        **dict.fromkeys(("bi", "bilhão", "bilhões"), _unit("bilhão", "bilhões")),
    },
    of=lambda noun: f"de {noun}",
    currencies={
        "R$": _unit("real", "reais"),
        "€": _unit("euro"),
        "$": _unit("dólar", "dólares"),
        "£": _unit("libra", form="feminine"),
        "₹": _unit("rupia", form="feminine"),
    },
    cents="{amount} {unit} e {cents}",
    say_fraction=say_noun_first(_PARTS, _HALVES, "pt", "e", lambda noun: f"de {noun}"),
    fraction_of="de|do|da|dos|das",
    telephone="telefone|tel|telem|telemóvel|fax|celular|ligue para|ligar para",
    plus="mais",
    time="{hour} e {minute}",
    full_hour="{hour} horas",
    short={
        "p. ex.": "por exemplo",
        "etc.": "et cetera",
        "aprox.": "aproximadamente",
        "Tel.": "Telefone",
        "tel.": "telefone",
        "Telem.": "Telemóvel",
        "Av.": "Avenida",
        "N. Sra.": "Nossa Senhora",
        "N.ª Sr.ª": "Nossa Senhora",
        "Sra.": "Senhora",
        "a.C.": "antes de Cristo",
        "a. C.": "antes de Cristo",
        "d.C.": "depois de Cristo",
        "d. C.": "depois de Cristo",
        "EUA": "Estados Unidos",
    },
    short_before_number={
        "n.º": "número",
        "nº": "número",
        "n.": "número",
        "c.": "cerca de",
        "ca.": "cerca de",
        "p.": "página",
        "cap.": "capítulo",
        "est.": "estampa",
        "~": "cerca de",
        "≈": "cerca de",
        "±": "mais ou menos",
        "†": "falecido em",
        "pág.": "página",
        "fig.": "figura",
        "vol.": "volume",
    },
    short_before_name={
        "Sr.": "Senhor",
        "Sra.": "Senhora",
        "D.": "Dom",
        "Dr.": "Doutor",
        "Dra.": "Doutora",
        "Sta.": "Santa",
        "Sto.": "Santo",
        "S.": "São",
        "Prof.": "Professor",
        "Pe.": "Padre",
        "R.": "Rua",
    },
)
