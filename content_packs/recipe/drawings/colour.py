"""The one palette of all drawings: stones and leaves as ramps from shadow to light."""

from __future__ import annotations

from dataclasses import dataclass, replace

NIGHT = "#191b3d"
INDIGO = "#2b2b5e"
VIOLET = "#5a3d6e"
ROSE = "#b45a62"
CORAL = "#e0845a"
GOLD = "#f7bf72"
LIGHT = "#ffe6b0"
PLUM = "#34162c"
INK = "#1c1026"
LEVELS = 11


def mix(first: str, second: str, share: float) -> str:
    """The colour a share (0..1) of the way from the first `#rrggbb` to the second."""
    channels = []
    for at in (1, 3, 5):
        low, high = int(first[at : at + 2], 16), int(second[at : at + 2], 16)
        channels.append(round(low + (high - low) * share))
    return "#" + "".join(f"{max(0, min(255, channel)):02x}" for channel in channels)


@dataclass(frozen=True)
class Stuff:
    """A material: its colours from deepest shadow to full light, and how much haze lies before it."""

    ramp: tuple[str, ...]
    haze: float = 0.0
    haze_colour: str = ROSE
    levels: int = LEVELS

    def at(self, light: float) -> str:
        """Its colour under so much light (0..1), in flat steps as a printer's blocks would give."""
        step = round(max(0.0, min(1.0, light)) * self.levels) / self.levels
        place = step * (len(self.ramp) - 1)
        low = min(int(place), len(self.ramp) - 2)
        colour = mix(self.ramp[low], self.ramp[low + 1], place - low)
        return mix(colour, self.haze_colour, self.haze) if self.haze else colour

    def hazed(self, haze: float, colour: str = ROSE) -> Stuff:
        """The same stuff seen from afar through so much (0..1) coloured air."""
        return replace(self, haze=haze, haze_colour=colour)


SANDSTONE = Stuff(("#43192f", "#6d2733", "#9a3d36", "#c75d3e", "#e88d54", "#f9c07f"))
BUFF = Stuff(("#57303f", "#875046", "#b97b54", "#dca871", "#f3d09a", "#fde6bd"))
MARBLE = Stuff(("#65557c", "#94809a", "#c3abab", "#ead3bb", "#faeacf", "#fff8e8"))
RUBBLE = Stuff(("#3b2036", "#5d363f", "#85534a", "#ae795a", "#d2a172", "#efc793"))
IRON = Stuff(("#14111f", "#211d31", "#372f42", "#5d4a55", "#93716a", "#e2b08a"))
LEAF = Stuff(("#10211f", "#18302a", "#24453a", "#3d5f40", "#6c7f45", "#b3a257"))
LAWN = Stuff(("#152a28", "#20402f", "#335a39", "#587441", "#8f904c", "#c9b15f"))
PAVING = Stuff(("#4a2b3f", "#704650", "#9a6a5c", "#c3946c", "#e3bd88", "#f6dcae"))
