"""How this visitor reads and hears, gathered from the parts that keep it, and handed to them again from a pass."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.model.content import Depth
from kiosk.passes.visit_pass import AccessWishes
from kiosk.screens.captions import Captions
from kiosk.screens.look import TEXT_SCALES, Look
from kiosk.screens.self_voice import SelfVoice
from kiosk.screens.stop_page import StopPage
from kiosk.screens.voice_wishes import VoiceWishes


@dataclass(frozen=True, slots=True)
class VisitorWishes:
    """The parts that keep a visitor's wishes."""

    look: Look
    voice: VoiceWishes
    captions: Captions
    stop: StopPage
    self_voice: SelfVoice

    def gather(self) -> AccessWishes:
        """Return how this visitor reads and hears now."""
        return AccessWishes(
            text_percent=round(self.look.text_scale_now * 10) * 10,
            high_contrast=self.look.is_high_contrast,
            captions=str(self.captions.mode_now),
            self_voicing=self.self_voice.is_on,
            description=self.self_voice.is_on,
            goes_on=self.voice.wants_more,
            speed_percent=round(self.voice.rate * 100),
        )

    def set_before_visit(self, access: AccessWishes, depth: Depth) -> None:
        """Set what the pages before a visit show already."""
        self.look.choose_text_scale(
            min(TEXT_SCALES, key=lambda scale: abs(scale * 100 - access.text_percent))
        )
        if access.high_contrast:
            self.look.choose_theme("contrast")
        if access.self_voicing and not self.self_voice.is_on:
            self.self_voice.toggle()
        self.stop.describe_first(access.description)
        self.stop.prefer_depth(depth)
        self.captions.choose(access.captions)

    def set_in_visit(self, access: AccessWishes) -> None:
        """Set what is recorded as this visit's: it has to be under way."""
        self.voice.choose_rate(access.speed_percent / 100)
        self.voice.choose_going_on(access.goes_on)
