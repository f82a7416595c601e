"""German: dreizehnhundertachtundsechzig, im zwölften Jahrhundert, Ludwig der Vierzehnte, vor Christus."""

from __future__ import annotations

from kiosk.speech.normalisation.manner import Manner, Unit, name_nouns
from kiosk.speech.normalisation.manners.de_figures import MONTHS, RULES, say_date, say_fraction, say_year
from kiosk.speech.normalisation.manners.de_names import say_reign


def _unit(one: str, many: str = "", form: str = "masculine") -> Unit:
    return Unit(one, many or one, form=form)


MANNER = Manner(
    language="de",
    decimal=",",
    groups=". \u00a0’'",
    point="Komma",
    says_decimals_by_digit=True,
    to="bis",
    minus="minus",
    by="mal",
    and_sign="und",
    ordinal="spellout-ordinal",
    own_rules=RULES,
    say_year=say_year,
    say_reign=say_reign,
    reign_link="und|oder",
    months=MONTHS,
    say_date=say_date,
    roman_dot=True,
    counted="(?:Kapitel|Teil|Band|Buch|Akt|Szene|Saal|Raum|Phase|Typ|Klasse|Tafel|Abschnitt|Weltkrieg)",
    eras_after={
        **dict.fromkeys(("v. Chr.", "v.Chr.", "v. Chr"), "vor Christus"),
        **dict.fromkeys(("n. Chr.", "n.Chr.", "n. Chr"), "nach Christus"),
        **dict.fromkeys(("v. u. Z.", "v.u.Z."), "vor unserer Zeitrechnung"),
        **dict.fromkeys(("n. u. Z.", "n.u.Z.", "u. Z."), "unserer Zeitrechnung"),
        "d. H.": "der Hidschra",
    },
    units={
        "mm": _unit("Millimeter"),
        "cm": _unit("Zentimeter"),
        "m": _unit("Meter"),
        "km": _unit("Kilometer"),
        "cm²": _unit("Quadratzentimeter"),
        "m²": _unit("Quadratmeter"),
        "qm": _unit("Quadratmeter"),
        "km²": _unit("Quadratkilometer"),
        "m³": _unit("Kubikmeter"),
        "ha": _unit("Hektar"),
        "g": _unit("Gramm", form="neuter"),
        "kg": _unit("Kilogramm", form="neuter"),
        "t": _unit("Tonne", "Tonnen", "feminine"),
        "l": _unit("Liter"),
        "km/h": _unit("Kilometer pro Stunde"),
        "%": _unit("Prozent", form="neuter"),
        "°C": _unit("Grad Celsius"),
        "°": _unit("Grad"),
        "PS": _unit("PS"),
        "Std.": _unit("Stunde", "Stunden", "feminine"),
        "Min.": _unit("Minute", "Minuten", "feminine"),
        **dict.fromkeys(("Ft.", "ft"), _unit("Fuß")),
        **name_nouns(
            "Meter Kilometer Zentimeter Millimeter Liter Hektar Zoll Fuß Morgen Zentner Tag/Tage Monat/Monate Turm/Türme"
            " Mann/Männer Soldat/Soldaten Stein/Steine Raum/Räume Saal/Säle"
        ),
        **name_nouns(
            "Stunde/Stunden Minute/Minuten Sekunde/Sekunden Woche/Wochen Tonne/Tonnen Meile/Meilen Elle/Ellen Unze/Unzen"
            " Person/Personen Frau/Frauen Säule/Säulen Figur/Figuren Stufe/Stufen Kanone/Kanonen Mark Seemeile/Seemeilen",
            "feminine",
        ),
        **name_nouns(
            "Jahr/Jahre Jahrhundert/Jahrhunderte Jahrtausend/Jahrtausende Pfund Kilogramm Kilo Gramm Prozent Fenster Haus/Häuser"
            " Kind/Kinder Bild/Bilder Schiff/Schiffe Zimmer",
            "neuter",
        ),
    },
    magnitudes={
        "Tausend": _unit("Tausend"),
        **dict.fromkeys(
            ("Mio.", "Mio", "Mill.", "Million", "Millionen"), _unit("Million", "Millionen", "feminine")
        ),
        **dict.fromkeys(
            ("Mrd.", "Mrd", "Milliarde", "Milliarden"), _unit("Milliarde", "Milliarden", "feminine")
        ),
    },
    currencies={
        "€": _unit("Euro"),
        "$": _unit("Dollar"),
        "£": _unit("Pfund", form="neuter"),
        "₹": _unit("Rupie", "Rupien", "feminine"),
        "DM": _unit("D-Mark", form="feminine"),
    },
    cents="{amount} {unit} {cents}",
    say_fraction=say_fraction,
    fraction_of="der|des|aller|von",
    telephone="telefon|tel|fon|fax|mobil|handy|ruf|rufnummer|anruf unter",
    plus="plus",
    time="{hour} Uhr {minute}",
    full_hour="{hour} Uhr",
    short={
        "z. B.": "zum Beispiel",
        "z.B.": "zum Beispiel",
        "d. h.": "das heißt",
        "d.h.": "das heißt",
        "u. a.": "unter anderem",
        "u.a.": "unter anderem",
        "usw.": "und so weiter",
        **dict.fromkeys(("d. Ä.", "d.Ä."), "der Ältere"),
        **dict.fromkeys(("d. J.", "d.J."), "der Jüngere"),
        "erm.": "ermäßigt",
        "bzw.": "beziehungsweise",
        "etc.": "et cetera",
        "sog.": "sogenannte",
        "v. Chr.": "vor Christus",
        "n. Chr.": "nach Christus",
        "Jh.": "Jahrhundert",
        "Jhs.": "Jahrhunderts",
        "Jt.": "Jahrtausend",
        "Dyn.": "Dynastie",
        "Tel.": "Telefon",
        "u.v.m.": "und vieles mehr",
        "u. v. m.": "und vieles mehr",
        "Str.": "Straße",
        "OG": "Obergeschoss",
        "EG": "Erdgeschoss",
        "UG": "Untergeschoss",
        "Jhdt.": "Jahrhundert",
    },
    short_before_number={
        "Nr.": "Nummer",
        "ca.": "zirka",
        "S.": "Seite",
        "Abb.": "Abbildung",
        "Bd.": "Band",
        "Kap.": "Kapitel",
        "Inv.-Nr.": "Inventarnummer",
        "geb.": "geboren",
        "gest.": "gestorben",
        "*": "geboren",
        "†": "gestorben",
        "~": "etwa",
        "≈": "etwa",
        "±": "plus minus",
        "um ca.": "um zirka",
        "reg.": "regierte",
        "Taf.": "Tafel",
        "H.": "Höhe",
        "B.": "Breite",
        "T.": "Tiefe",
    },
    short_before_name={
        "St.": "Sankt",
        "Hl.": "Heilige",
        "hl.": "heilige",
        "Dr.": "Doktor",
        "Prof.": "Professor",
        "Hr.": "Herr",
        "Fr.": "Frau",
    },
)
