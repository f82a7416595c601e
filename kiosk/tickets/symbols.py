"""The signs of a typed code: 32 of them, none that looks like another, and a last one that notices typing errors.

Crockford's base 32 has no I, L, O or U. Whoever reads them from paper meant 1, 1, 0 and V. The check symbol
makes a weighted sum over GF(32) zero. Its weights are 17 different powers of a generator: one wrong symbol
changes the sum, and so does any swap of two different ones, neighbours or not.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import xor
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 17
MAX_TYPED: Final = 64
"""No more signs than this are looked at, spaces and dashes included."""

_LOOK_ALIKES: Final = {"O": "0", "I": "1", "L": "1", "U": "V"}
_BETWEEN: Final = frozenset(" \t\r\n-._/")
_GROUPS: Final = (4, 8, 12)
_VALUES: Final = {sign: value for value, sign in enumerate(ALPHABET)}
# x^5 + x^2 + 1 is primitive: the powers of x are all the 31 values that are not 0, one after the other.
_POLYNOMIAL: Final = 0b100101


def _double(value: int) -> int:
    return (value << 1) ^ _POLYNOMIAL if value & 16 else value << 1


def _powers_from(value: int, count: int) -> list[int]:
    powers = [value]
    while len(powers) < count:
        powers.append(_double(powers[-1]))
    return powers


def _multiply_all(weight: int) -> tuple[int, ...]:
    """Return the products of ``weight`` with every value."""
    powers = _powers_from(weight, 5)
    return tuple(_add(powers[bit] for bit in range(5) if value >> bit & 1) for value in range(32))


def _add(values: Iterable[int]) -> int:
    return reduce(xor, values, 0)


# The check symbol stands last and has the weight 1, so that it is the sum of all others.
_PRODUCTS: Final = tuple(_multiply_all(weight) for weight in reversed(_powers_from(1, LENGTH)))


def fold_typed(typed: str) -> str | None:
    """Return what was typed as symbols: upper case, look-alikes forgiven, spaces and dashes left out.

    Digits of every script count. None where something in it can be no symbol, or where it is absurdly long.
    """
    if len(typed) > MAX_TYPED:
        return None
    symbols = [_fold_sign(sign) for sign in unicodedata.normalize("NFKC", typed)]
    return None if None in symbols else "".join(filter(None, symbols))


def _fold_sign(sign: str) -> str | None:
    """Return the symbol that a sign means, "" for one that stands between symbols, None for any other."""
    if sign in _BETWEEN or unicodedata.category(sign) in ("Pd", "Zs", "Cf"):
        return ""
    if sign.isdecimal():
        return str(unicodedata.digit(sign))
    upper = sign.upper()
    upper = _LOOK_ALIKES.get(upper, upper)
    return upper if upper in _VALUES else None


def format_symbols(values: Sequence[int]) -> str:
    """Return 16 values (0 to 31) and their check symbol as 17 symbols."""
    check = _add(products[value] for products, value in zip(_PRODUCTS, values, strict=False))
    return "".join(ALPHABET[value] for value in (*values, check))


def parse_symbols(symbols: str) -> tuple[int, ...] | None:
    """Return the 16 values before the check symbol; None where it says that something was mistyped."""
    if len(symbols) != LENGTH or any(symbol not in _VALUES for symbol in symbols):
        return None
    values = [_VALUES[symbol] for symbol in symbols]
    if _add(products[value] for products, value in zip(_PRODUCTS, values, strict=True)):
        return None
    return tuple(values[:-1])


def format_grouped(symbols: str) -> str:
    """Return a code as people read it, ``4F7K-09TZ-M2QX-B8D1V``; one that is not whole yet, as far as it goes."""
    starts = (0, *_GROUPS)
    groups = (symbols[start:end] for start, end in zip(starts, (*_GROUPS, None), strict=True))
    return "-".join(filter(None, groups))
