"""The rehearsed visitor gives something back: a question in writing, a story aloud, and takes one word back."""

from __future__ import annotations

from kiosk.app.rehearsal.report import Details, expect
from kiosk.app.rehearsal.stage import Stage

# Found nowhere but where a message is; written on the keys of the screen, which begin with a capital.
QUESTION = ("Q", "u", "o", "i", "n", "s", "layer-signs", "?")
QUESTION_WORDS = "Quoins?"
SPOKEN_S = 1.5
PATIENCE_S = 20.0
TAKEN_BACK = "Never mind"


def may_talk_back(stage: Stage) -> bool:
    """Tell whether the site takes anything from visitors."""
    return bool(stage.read("talk", "kinds"))


def talk_back(stage: Stage) -> Details:
    """From a stop's page: write a question, send it; say a story, hear it, send it; send a third and take it back."""
    stop = stage.read("stop", "stop_id")
    stage.tap("talk-stop", page="talk")
    pictures = [stage.shoot("talk-back")]
    if "question" in stage.read("talk", "kinds") and len(stage.read("talk", "kinds")) > 1:
        stage.tap("choice-question")
    written = _write_question(stage)
    pictures.append(stage.shoot("talk-back-written"))
    stage.tap("talk-send")
    stage.let_run(0.3)
    expect(stage.read("talk", "step") == "sent", "the question", "sent", stage.read("talk", "step"))
    pictures.append(stage.shoot("talk-back-sent"))
    seconds = _say_story(stage, pictures) if stage.read("talk", "may_speak") else 0
    _take_back(stage)
    sent = len(stage.read("talk", "sent"))
    stage.tap("talk-done", page="stop")
    return {"stop": stop, "written": written, "spoken_s": seconds, "sent": sent, "pictures": pictures}


def _write_question(stage: Stage) -> str:
    """Write with the keys of the screen where they are Latin, else as with a keyboard."""
    if stage.shell.find("letter-Q") is not None:
        for key in QUESTION:
            stage.tap(key if key.startswith("layer-") else f"letter-{key}")
    else:
        stage.shell.models.talk.write(QUESTION_WORDS)
    written = str(stage.read("talk", "text"))
    expect(written == QUESTION_WORDS, "what the keys wrote", QUESTION_WORDS, written)
    return written


def _say_story(stage: Stage, pictures: list[str]) -> int:
    stage.tap("talk-again")
    if len(stage.read("talk", "kinds")) > 1:
        stage.tap(f"choice-{stage.read('talk', 'kinds')[1]}")
    stage.tap("talk-speak")
    stage.tap("speak-start")
    stage.let_run(SPOKEN_S)
    pictures.append(stage.shoot("talk-back-recording"))
    stage.tap("speak-stop")
    stage.wait(lambda: stage.read("note", "state") == "ready", PATIENCE_S, "the recording")
    seconds = int(stage.read("note", "seconds"))
    pictures.append(stage.shoot("talk-back-recorded"))
    stage.tap("speak-listen")
    stage.wait(lambda: stage.read("note", "state") == "ready", PATIENCE_S, "the recording heard again")
    stage.tap("talk-send")
    stage.wait(lambda: stage.read("talk", "step") == "sent", PATIENCE_S, "the recording sent")
    return seconds


def _take_back(stage: Stage) -> None:
    before = len(stage.read("talk", "sent"))
    stage.tap("talk-again")
    stage.shell.models.talk.write(TAKEN_BACK)
    stage.let_run(0.2)
    stage.tap("talk-send")
    stage.let_run(0.3)
    number = stage.read("talk", "sent")[0]["number"]
    stage.tap(f"take-back-{number}")
    stage.let_run(0.2)
    left = len(stage.read("talk", "sent"))
    expect(left == before, "messages after one was taken back", before, left)
