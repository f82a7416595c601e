"""Stories, words said beside them and other sounds, in any order a visitor's hands may find: never two at once."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.model.errors import KioskError
from kiosk.narration.asides import Asides
from kiosk.narration.other_sounds import OtherSounds
from tests.fakes.fake_player import FakePlayer
from tests.fakes.narration_room import NarrationRoom
from tests.fakes.stories import chain_of_three, make_recording
from tests.fakes.tones import write_tone

SOUND_MS = 1_500
ACTS = (
    *("tell", "speak", "pause", "resume", "stop", "back"),
    *("sound", "loop", "pause-sound", "resume-sound", "leave-sound"),
    *("say", "say-two", "tick", "hush", "unplug", "break"),
)


class Hands:
    """A visitor who does anything at any time, and an ear for every player."""

    def __init__(self, folder: Path) -> None:
        self.room = NarrationRoom(folder)
        recording = make_recording()
        self.room.keep(recording.sha256)
        self.story = chain_of_three(recording)
        self.sound_player = FakePlayer(self.room.clock, SOUND_MS)
        self.short_player = FakePlayer(self.room.clock)
        self.sounds = OtherSounds(self.room.narrator, self.sound_player)
        self.asides = Asides(self.room.narrator, self.room.speech, self.room.background, self.short_player)
        self.bell = write_tone(folder / "bell.wav", 100)
        self.heard_at_once = 0
        self.room.clock.add(self._listen)

    def do(self, act: str) -> None:
        narrator, sounds, asides = self.room.narrator, self.sounds, self.asides
        {
            "tell": lambda: narrator.tell(self.story),
            "speak": lambda: narrator.tell(self.story.otherwise or self.story),
            "pause": narrator.pause,
            "resume": narrator.resume,
            "stop": narrator.stop,
            "back": narrator.back,
            "sound": lambda: sounds.open(self.bell, self),
            "loop": lambda: sounds.open(self.bell, self, loops=True),
            "pause-sound": sounds.pause,
            "resume-sound": sounds.resume,
            "leave-sound": sounds.stop,
            "say": lambda: asides.say("1", "en"),
            "say-two": lambda: asides.say("1", "en", lambda: asides.say("2", "en")),
            "tick": asides.tick,
            "hush": asides.hush,
            "unplug": self._unplug,
            "break": self._break,
        }[act]()

    def sound_stood_still(self) -> None: ...
    def sound_unplugged(self) -> None: ...
    def sound_plugged_in(self) -> None: ...
    def sound_went_on(self) -> None: ...
    def sound_over(self) -> None: ...
    def sound_unplayable(self, error: KioskError) -> None: ...

    def _unplug(self) -> None:
        for player in (self.room.player, self.sound_player, self.short_player):
            player.lose_output()

    def _break(self) -> None:
        for player in (self.room.player, self.sound_player):
            player.fail_at_ms = player.position_ms + 20 if player.is_playing else None

    def _listen(self, _ms: int) -> None:
        players = (self.room.player, self.sound_player, self.short_player)
        self.heard_at_once = max(self.heard_at_once, sum(player.is_playing for player in players))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.sampled_from((0, 10, 120, 700, 1_600))), max_size=25))
def test_there_are_never_two_sounds(acts: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        hands = Hands(Path(folder))
        for act, wait_ms in acts:
            hands.do(act)
            hands.room.run(wait_ms)
        hands.room.run(5_000)
        assert hands.heard_at_once <= 1
