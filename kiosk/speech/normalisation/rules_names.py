"""Rules for what stands beside names: rulers' numerals, and words written short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kiosk.speech.normalisation import figures
from kiosk.speech.normalisation.manner import Manner, Rule
from kiosk.speech.normalisation.roman import parse_roman
from kiosk.speech.normalisation.rules_years import join
from kiosk.speech.normalisation.signs import DONE, NAME

_CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĚĢĪĶĻŁŃŅŇŐŒŘŚŠŤŪŮŰŹŻŽ"
_NO_CAPITALS = "\u0600-\u06ff\u0900-\u0dff"  # Arabic and the scripts of India
_WORD = rf"[{_CAPITALS}][^\W\d_]{{2,30}}"
# A single I, V or X is a letter or a word unless a ruler's name stands before it.
_RULERS = re.compile(
    r"Alexander|Alexandre|Alexandro|Alessandro|Alfonso|Afonso|Alfred|Albert|Alberto|Anne|Benedict"
    r"|Bahadur|Carl|Carlo|Carlos|Catherine|Charles|Christian|Christina|Clement|Clemens|Constantine"
    r"|Darius|Edmund|Eduard|Edward|Elisabeth|Elizabeth|Enrico|Enrique|Erik|Ernst|Felipe|Ferdinand"
    r"|Ferdinando|Fernando|Filip|Filipe|Filippo|Francesco|Francis|Francisco|François|Franz|Frederick"
    r"|Frederik|Fredrik|Friedrich|George|Georges|Georg|Gregory|Gustav|Guillaume|Guglielmo|Haakon"
    r"|Harald|Heinrich|Henri|Henrique|Henry|Isabel|Isabella|James|Jaime|Jean|Joan|Joseph|José|Johan"
    r"|Johann|John|João|Juan|Jorge|Karl|Katharina|Konrad|Leo|Leopold|Leopoldo|Louis|Lothar|Ludvig"
    r"|Ludwig|Luigi|Luis|Luís|Manuel|Maria|Mary|Maximilian|Mehmed|Murad|Napoleon|Napoleone|Napoleón"
    r"|Napoléon|Nicholas|Nikolaus|Olav|Oscar|Otto|Paul|Paulo|Pedro|Peter|Philip|Philipp|Philippe|Pie"
    r"|Pierre|Pietro|Pio|Pius|Ptolemy|Ramesses|Ramses|Richard|Robert|Rudolf|Selim|Seti|Sigismund"
    r"|Stephen|Suleiman|Theodosius|Thutmose|Umberto|Urban|Victor|Vittorio|Wenceslas|Wilhelm|William"
    r"|Xerxes|Akbar|Alam|Chandragupta|Kumaragupta|Kulottunga|Mahendravarman|Narasimhavarman|Pulakeshin"
    r"|Elisabet|Elisabetta|Elizabete|Élisabeth|Isabelle|Kristina|Christine|Margareta|Margrethe|Margherita|Ulrika"
    r"|Catalina|Caterina|Catarina|Ana|Juana|Giovanna|Joana|Carlota|Fadrique|Ordoño|Ramiro|Sancho|Jacques|Henrik|Erich"
    r"|Kasimir|Bonifaz|Gregor|Benedikt|Albrecht|Adolf|Sverker|Valdemar|Birger|Magnus|Vladislav|Ramsès|Ramsés|Séthi"
    r"|Leo|Leone|Léon|León|Leão|Julius|Giulio|Jules|Julio|Júlio|Gregorio|Grégoire|Gregório|Benedetto|Benoît|Benedicto"
    r"|Bento|Clemente|Clément|Innocent|Innocenzo|Inocencio|Paolo|Pablo|Sixtus|Sisto|Sixte|Sixto|Nicola|Nicolas|Nicolás"
    r"|Ottone|Othon|Otón|Corrado|Conrad|Conrado|Guillermo|Guilherme|Eduardo|Édouard|Edoardo|Ricardo|Riccardo|Miguel"
    r"|Eugene|Boniface|Adrian|Malcolm|David|Robert|Duncan|Kenneth|Mahmud|Ahmed|Osman|Mustafa|Amenhotep|Cleopatra"
    r"|Artaxerxes|Cyrus|Cambyses|Antiochus|Seleucus|Justinian|Basil|Josef|Joseph|Erik|Humberto|Amadeo"
    r"|Rajaraja|Rajendra|Skandagupta|Vijayaditya|Vikramaditya"
)
_HIGHEST_REIGN = 39
"""Higher numerals have letters that stand for other things: XL, CD, DC."""

_NEAR = 60
"""Characters before a name in which its titles and a preposition stand."""

_INSCRIBED = range(1000, 2100)


def make_name_rules(manner: Manner) -> Iterator[Rule]:
    """Yield the rules in the order in which they are tried."""
    yield from _make_short_rules(manner)
    if manner.counted:
        yield _counted(manner)
    if manner.ranked:
        yield _ranked(manner)
    if manner.say_reign:
        yield _reign(manner)
        if manner.reign_link:
            yield _next_reign(manner)
    yield _inscribed_year(manner)


def _make_short_rules(manner: Manner) -> Iterator[Rule]:
    if manner.short_before_number:
        yield _short(manner.short_before_number, rf"(?={figures.BLANK}?(?:[\d{DONE}]|[IVX]{{1,6}}(?!\w)))")
    if manner.short_before_name:
        yield _short(manner.short_before_name, rf"(?=[ \u00a0-]?[{_CAPITALS}{NAME}])")
    if manner.short:
        yield _short(manner.short, r"(?!\w)")
    if manner.and_sign:
        yield Rule(re.compile(r"(?<=[\s\ue001])&(?=\s)"), lambda _: manner.and_sign)


def _short(words: Mapping[str, str], after: str) -> Rule:
    def say(match: re.Match[str]) -> str:
        return words[match[0].replace("\u00a0", " ")]

    return Rule(re.compile(rf"(?<![\w.])(?:{join(words)}){after}"), say)


def _counted(manner: Manner) -> Rule:
    pattern = re.compile(
        rf"(?:\b(?:{manner.counted}){figures.BLANK}|{DONE}{figures.BLANK}(?=\w\w))(?P<it>[IVXLC]{{1,8}})(?!\w)(?![.']\w)"
    )

    def say(match: re.Match[str]) -> str:
        number = parse_roman(match["it"])
        return manner.count(number) if number else ""

    return Rule(pattern, say)


def _reign(manner: Manner) -> Rule:
    dot = r"\.?" if manner.roman_dot else ""
    pattern = re.compile(
        rf"(?P<name>{_WORD}|{NAME}|[{_NO_CAPITALS}]){figures.BLANK}(?P<it>(?P<roman>[IVX]{{1,7}}){dot})(?!\w)(?!['’](?!s))"
    )

    def say(match: re.Match[str]) -> str:
        number = parse_roman(match["roman"])
        is_plain = len(match["roman"]) == 1 and not _is_ruler(match["name"])
        if not 0 < number <= _HIGHEST_REIGN or is_plain or manner.say_reign is None:
            return ""
        return manner.say_reign(number, _look_back(match))

    return Rule(pattern, say)


def _next_reign(manner: Manner) -> Rule:
    """Say the second numeral of "Louis XIV and XV"."""
    dot = r"\.?" if manner.roman_dot else ""
    said = rf"{figures.BLANK}{DONE}{{1,8}}(?:,{figures.BLANK}{DONE}{{1,8}}){{0,3}}"
    link = rf"(?:,?{figures.BLANK}(?:{manner.reign_link}|{DONE})|,){figures.BLANK}"
    pattern = re.compile(
        rf"(?P<name>{_WORD}|{NAME}){said}{link}(?P<it>(?P<roman>[IVX]{{1,7}}){dot})(?!\w)(?!['’](?!s))"
    )

    def say(match: re.Match[str]) -> str:
        number = parse_roman(match["roman"])
        is_plain = len(match["roman"]) == 1 and not _is_ruler(match["name"])
        if not 0 < number <= _HIGHEST_REIGN or is_plain or manner.say_reign is None:
            return ""
        return manner.say_reign(number, _look_back(match))

    return Rule(pattern, say)


def _is_ruler(name: str) -> bool:
    return bool(_RULERS.fullmatch(name) or _RULERS.fullmatch(name.removesuffix("s")))  # Karls V.


def _look_back(match: re.Match[str]) -> str:
    """Return the ruler's name and what stands before it."""
    return match.string[max(0, match.start() - _NEAR) : match.end("name")]


def _ranked(manner: Manner) -> Rule:
    """Say the numeral before a noun as its ordinal: "la XVIII dinastía", "II Guerra Mundial"."""
    dot = r"\.?" if manner.roman_dot else ""
    pattern = re.compile(
        rf"(?<![\w.-])(?P<it>(?P<roman>[IVX]{{1,7}}){dot}){figures.BLANK}(?P<noun>{'|'.join(manner.ranked)})(?!\w)"
    )

    def say(match: re.Match[str]) -> str:
        number = parse_roman(match["roman"])
        form = next(form for noun, form in manner.ranked.items() if re.fullmatch(noun, match["noun"]))
        return manner.rank(number, form) if 0 < number <= _HIGHEST_REIGN else ""

    return Rule(pattern, say)


def _inscribed_year(manner: Manner) -> Rule:
    pattern = re.compile(r"(?<![\w.-])M[MDCLXVI]{3,14}(?![\w-])")

    def say(match: re.Match[str]) -> str:
        year = parse_roman(match[0])
        return manner.date(year) if year in _INSCRIBED else ""

    return Rule(pattern, say)
