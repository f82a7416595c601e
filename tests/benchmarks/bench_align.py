"""How truly ``kiosk pack align`` finds when words begin: against voices whose times are known, clean and made worse."""

from __future__ import annotations

import csv
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from kiosk.authoring.aligning.aligner import align
from kiosk.authoring.aligning.reference import speak_reference
from kiosk.authoring.aligning.spectra import Spectra, find_moment_ms, read_spectra
from kiosk.packs.recordings import open_recording
from kiosk.packs.sound.resampling import Samples
from kiosk.speech.pyttsx_engine import PyttsxEngine
from kiosk.speech.ranked_speech import RankedSpeech
from kiosk.speech.speech import Speech
from tests.benchmarks.altered_sound import add_music, add_noise, insert_silence, put_into_hall
from tests.benchmarks.known_voices import KnownRecording, join, list_demo_recordings, make_other_voice
from tests.house.repository import HOUSE

EVERY = 4
PEOPLE = HOUSE.parent / "shared" / "data" / "museums" / "kronan"
# Its recording tells another text than the one beside it.
MISLABELLED = "kronan-ty-1.mp3"
LONG_PAUSE_FRAMES = 25
OTHER_TEXTS = {
    "sv": "Skeppet byggdes i Stockholm och sjönk efter en kort strid. Vraket ligger på djupt vatten, och leran har skyddat det.",
    "de": "Das Schiff wurde in Stockholm gebaut und sank nach einem kurzen Kampf. Der Schlamm hat das Holz gut erhalten.",
    "fr": "Le navire fut construit dans la capitale et coula après un bref combat. La vase a protégé le bois pendant des siècles.",
    "ar": "بنيت السفينة في العاصمة وغرقت بعد معركة قصيرة. وقد حفظ الطين خشبها قرونا طويلة في قاع البحر.",
    "ta": "இந்தக் கப்பல் தலைநகரில் கட்டப்பட்டது. ஒரு சிறிய போருக்குப் பிறகு அது கடலில் மூழ்கியது.",
}
Row = tuple[str, float, str, float | None]


def measure() -> Iterator[Row]:
    """Yield the rows: goal, measured, unit, floor."""
    speech = RankedSpeech([PyttsxEngine()])
    try:
        yield from _measure_demo(speech)
        yield from _measure_others(speech)
        yield from _measure_people(speech)
        yield from _measure_long(speech)
    finally:
        speech.close()


def _measure_demo(speech: Speech) -> Iterator[Row]:
    english = list(list_demo_recordings(speech, "en", EVERY))
    hindi = list(list_demo_recordings(speech, "hi", EVERY))
    yield from _measure("English, Kokoro's own times", english, lambda one: one.sound)
    yield from _measure("Hindi, Kokoro's own times", hindi, lambda one: one.sound)
    yield from _measure("English, noise 10 dB below", english, lambda one: add_noise(one.sound, 10))
    yield from _measure(
        "English, music 10 dB below", english, lambda one: add_music(one.sound, one.rate_hz, 10)
    )
    yield from _measure(
        "English, a hall of 1.2 s", english, lambda one: put_into_hall(one.sound, one.rate_hz, 1.2)
    )
    yield from _measure(
        "English, a pause of 3 s within a sentence", [_pause(one) for one in english], lambda one: one.sound
    )


def _measure(
    name: str, recordings: list[KnownRecording], alter: Callable[[KnownRecording], Samples]
) -> Iterator[Row]:
    errors: list[float] = []
    fits = []
    for one in recordings:
        alignment = one.align(alter(one))
        errors += one.measure_errors(alignment)
        fits.append(alignment.fit)
    yield f"{name}: word starts, median (least fit {min(fits):.3f})", float(np.median(errors)), "ms", None
    yield f"{name}: word starts, p95 (goal 150)", float(np.percentile(errors, 95)), "ms", None


def _pause(one: KnownRecording) -> KnownRecording:
    at_ms = sorted(one.begins_ms.values())[len(one.begins_ms) // 2] - 20
    sound = insert_silence(one.sound, one.rate_hz, at_ms, 3_000)
    begins = {place: ms + 3_000 * (ms >= at_ms) for place, ms in one.begins_ms.items()}
    return KnownRecording(one.name, sound, one.rate_hz, one.text, one.reference, begins)


def _measure_others(speech: Speech) -> Iterator[Row]:
    for language, text in OTHER_TEXTS.items():
        one = make_other_voice(speech, text, language, rate=1.2, higher=1.125)
        yield from _measure(
            f"{language}, a quicker and smaller eSpeak NG, noise 20 dB below",
            [one],
            lambda one: add_noise(one.sound, 20),
        )


def _measure_people(speech: Speech) -> Iterator[Row]:
    if not PEOPLE.is_dir():
        return
    distances: list[float] = []
    with (PEOPLE / "stops.csv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table):
            if row["audio_file"] and row["audio_file"] != MISLABELLED:
                distances += _compare_with_pauses(
                    PEOPLE / "media" / row["audio_file"], row["text"], row["language"], speech
                )
    near = float(np.mean([distance <= 60 for distance in distances]) * 100)
    name = f"people in sv, en, de: {len(distances)} sentences, begun where a pause ends"
    yield f"{name}, median", float(np.median(distances)), "ms", None
    yield f"{name}, within 60 ms", near, "%", None


def _compare_with_pauses(path: Path, text: str, language: str, speech: Speech) -> list[float]:
    """Return how far the beginning of each sentence but the first is from the end of the nearest long pause."""
    reference = speak_reference(text, lambda sentence: speech.synthesise(sentence, language))
    with open_recording(path) as reader:
        spectra = read_spectra(reader.blocks(), reader.rate_hz)
    begins = {word.start: word.start_ms for word in align(spectra, reference).words}
    ends_ms = _list_pause_ends(spectra)
    return [float(np.abs(ends_ms - begins[one.words[0].start]).min()) for one in reference[1:]]


def _list_pause_ends(spectra: Spectra) -> np.ndarray:
    quiet, loud = np.percentile(spectra.levels, (5, 95))
    is_quiet = np.convolve(spectra.levels, np.ones(3) / 3, "same") <= quiet + 0.4 * (loud - quiet)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], is_quiet, [0]])))
    begins, ends = edges[::2], edges[1::2]
    return np.array([find_moment_ms(int(end)) for end in ends[ends - begins >= LONG_PAUSE_FRAMES]])


def _measure_long(speech: Speech) -> Iterator[Row]:
    whole = join(list(list_demo_recordings(speech, "en")))
    minutes = len(whole.sound) / whole.rate_hz / 60
    before_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun_s = time.process_time()
    errors = whole.measure_errors(whole.align())
    spent_s = time.process_time() - begun_s
    grown_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kib
    name = f"{minutes:.0f} minutes in one recording"
    yield f"{name}: word starts, p95 (goal 150)", float(np.percentile(errors, 95)), "ms", None
    yield f"{name}: processor time a second of sound", spent_s / (minutes * 60) * 1000, "ms", None
    yield f"{name}: memory a minute", grown_kib / 1024 / minutes, "MiB", None
