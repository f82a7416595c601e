"""Describes the view-models in kiosk/screens to qmllint, as Qt itself sees them.

pyside6-metaobjectdump guesses from the source text and stumbles over lambdas; here each module is
imported and asked for its meta-objects, in the form that qmltyperegistrar reads.
"""

from __future__ import annotations

import ast
import importlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import PySide6
from PySide6.QtCore import QByteArray, QMetaMethod, QMetaObject, QObject

from tests.house.repository import HOUSE, find_nodes, list_files

MODULE = "HeritageKiosk"
QT = Path(PySide6.__file__).parent / "Qt"
# Qt's own types that view-models inherit from or hand out.
FOREIGN = ("core", "gui", "multimedia", "qml", "quick")
DECORATORS = {
    "QmlElement": ("QML.Element", "auto"),
    "QmlAnonymous": ("QML.Element", "anonymous"),
    "QmlSingleton": ("QML.Singleton", "true"),
    "QmlUncreatable": ("QML.Creatable", "false"),
}


def write_types(folder: Path) -> None:
    """Write ``folder/HeritageKiosk`` with the qmldir and the qmltypes of every decorated class."""
    module = folder / MODULE
    module.mkdir(parents=True, exist_ok=True)
    metatypes = module / "metatypes.json"
    classes = [describe_class(kind, marks) for kind, marks in find_classes()]
    metatypes.write_text(json.dumps([{"classes": classes, "inputFile": "screens.h", "outputRevision": 69}]))
    foreign = ",".join(str(QT / "metatypes" / f"qt6{name}_metatypes.json") for name in FOREIGN)
    types = module / f"{MODULE}.qmltypes"
    subprocess.run(
        [QT / "libexec" / "qmltyperegistrar", metatypes, f"--foreign-types={foreign}", "--generate-qmltypes", types,
         "--import-name", MODULE, "--major-version", "1", "--minor-version", "0", "-o", module / "registration.cpp"],
        check=True,
    )  # fmt: skip
    (module / "qmldir").write_text(
        f"module {MODULE}\ntypeinfo {types.name}\ndepends QtQuick\n", encoding="utf-8"
    )


def find_classes() -> Iterator[tuple[type[QObject], list[tuple[str, str]]]]:
    """Yield each class that QML sees, with what its decorators say."""
    for path in list_files(".py", under="kiosk/screens"):
        for node in find_nodes(path, ast.ClassDef):
            names = [ast.unparse(decorator).partition("(")[0] for decorator in node.decorator_list]
            marks = [DECORATORS[name] for name in names if name in DECORATORS]
            if marks:
                module = ".".join(path.relative_to(HOUSE).with_suffix("").parts)
                yield getattr(importlib.import_module(module), node.name), marks


def describe_class(kind: type[QObject], marks: list[tuple[str, str]]) -> dict[str, Any]:
    """Return a class as an entry of Qt's metatypes file."""
    meta: QMetaObject = vars(kind)["staticMetaObject"]  # PySide's type information leaves it out
    parent = meta.superClass()
    methods = [meta.method(index) for index in range(meta.methodOffset(), meta.methodCount())]
    return {
        "className": meta.className(),
        "qualifiedClassName": meta.className(),
        "object": True,
        "classInfos": [{"name": name, "value": value} for name, value in marks],
        "superClasses": [{"access": "public", "name": parent.className() if parent else "QObject"}],
        "properties": [
            _describe_property(meta, index) for index in range(meta.propertyOffset(), meta.propertyCount())
        ],
        "signals": [
            _describe_method(one) for one in methods if one.methodType() == QMetaMethod.MethodType.Signal
        ],
        "slots": [
            _describe_method(one) for one in methods if one.methodType() == QMetaMethod.MethodType.Slot
        ],
    }


def _describe_property(meta: QMetaObject, index: int) -> dict[str, Any]:
    one = meta.property(index)
    described: dict[str, Any] = {
        "name": _text(one.name()),
        "type": _text(one.typeName()),
        "read": _text(one.name()),
        "index": index - meta.propertyOffset(),
        "constant": one.isConstant(),
        "final": False,
        "required": one.isRequired(),
        "scriptable": True,
        "stored": True,
        "user": False,
        "designable": True,
    }
    if one.isWritable():
        described["write"] = f"set_{_text(one.name())}"
    if one.hasNotifySignal():
        described["notify"] = _text(one.notifySignal().name())
    return described


def _describe_method(one: QMetaMethod) -> dict[str, Any]:
    names = [_text(name) for name in one.parameterNames()]
    kinds = [_text(kind) for kind in one.parameterTypes()]
    return {
        "access": "public",
        "name": _text(one.name()),
        "returnType": _text(one.returnMetaType().name()),
        "arguments": [
            {"name": name or f"argument{position}", "type": kind}
            for position, (name, kind) in enumerate(zip(names, kinds, strict=True))
        ],
    }


def _text(name: object) -> str:
    """Qt hands out names as str, bytes or QByteArray, whatever its type information says."""
    if isinstance(name, QByteArray):
        name = name.data()
    return bytes(name).decode() if isinstance(name, bytes | bytearray | memoryview) else str(name)
