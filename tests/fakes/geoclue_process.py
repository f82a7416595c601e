"""A GeoClue of our own on the bus that is named: a walk to the north, a metre a second; or, with ``deny``, a refusal.

Run by the system's Python, which has Debian's python3-dbus and python3-gi; the guide's own needs neither.
Usage: ``python3 geoclue_process.py ADDRESS [deny]``; it says ``ready`` when it can be asked.
"""

from __future__ import annotations

import sys
import time
from typing import Any

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NAME = "org.freedesktop.GeoClue2"
ROOT = "/org/freedesktop/GeoClue2"
CLIENT = f"{ROOT}/Client/1"
METRE_DEG = 0.000009
IS_DENYING = sys.argv[2:] == ["deny"]


class Thing(dbus.service.Object):  # type: ignore[misc]  # of a package without types
    """An object whose properties can be asked for and set."""

    def __init__(self, bus: Any, path: str, **properties: Any) -> None:
        super().__init__(bus, path)
        self.properties = properties

    @dbus.service.method("org.freedesktop.DBus.Properties", in_signature="ss", out_signature="v")
    def Get(self, _interface: str, name: str) -> Any:  # noqa: N802  D-Bus's own name
        return self.properties[name]

    @dbus.service.method("org.freedesktop.DBus.Properties", in_signature="ssv")
    def Set(self, _interface: str, name: str, value: Any) -> None:  # noqa: N802  D-Bus's own name
        self.properties[name] = value


class Manager(Thing):
    """Hands out the one client."""

    @dbus.service.method(f"{NAME}.Manager", out_signature="o")
    def GetClient(self) -> Any:  # noqa: N802  GeoClue's own name
        return dbus.ObjectPath(CLIENT)


class Client(Thing):
    """Walks while it is started."""

    steps = 0
    timer = 0

    @dbus.service.method(f"{NAME}.Client")
    def Start(self) -> None:  # noqa: N802  GeoClue's own name
        if IS_DENYING:
            raise dbus.DBusException("not allowed", name="org.freedesktop.DBus.Error.AccessDenied")
        self.timer = GLib.timeout_add(100, self._step)

    @dbus.service.method(f"{NAME}.Client")
    def Stop(self) -> None:  # noqa: N802  GeoClue's own name
        if self.timer:
            GLib.source_remove(self.timer)
        self.timer = 0

    @dbus.service.signal(f"{NAME}.Client", signature="oo")
    def LocationUpdated(self, before: Any, now: Any) -> None:  # noqa: N802  GeoClue's own name
        """Tell that there is another location."""

    def _step(self) -> bool:
        self.steps += 1
        path = dbus.ObjectPath(f"{CLIENT}/Location/{self.steps}")
        when = dbus.Struct((dbus.UInt64(time.time()), dbus.UInt64(0)), signature="tt")
        unknown = -sys.float_info.max
        Thing(
            self.connection,
            path,
            Latitude=28.5245 + self.steps * METRE_DEG,
            Longitude=77.1855,
            Accuracy=6.0,
            Altitude=unknown,
            Speed=1.0,
            Heading=0.0,
            Timestamp=when,
        )
        before, self.properties["Location"] = self.properties["Location"], path
        self.LocationUpdated(before, path)
        return True


def main() -> None:
    """Serve until killed."""
    DBusGMainLoop(set_as_default=True)
    bus = dbus.bus.BusConnection(sys.argv[1])
    name = dbus.service.BusName(NAME, bus)
    things = [
        Manager(bus, f"{ROOT}/Manager", AvailableAccuracyLevel=dbus.UInt32(8)),
        Client(bus, CLIENT, Location=dbus.ObjectPath("/")),
    ]
    print("ready", name.get_name(), len(things), flush=True)
    GLib.MainLoop().run()


if __name__ == "__main__":
    main()
