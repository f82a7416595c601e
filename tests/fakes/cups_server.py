"""A CUPS of one's own, with a till's printer that prints into a file: the real scheduler, and nothing of the machine's.

Needs Debian's ``cups`` and ``cups-filters``, and root: the scheduler gives its filters away to another account.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

PRINTER = "receipt"
_PROGRAMS = ("cupsd", "lpadmin", "cupsdisable", "cupsenable")
_PATIENCE_S = 15.0
_FILES = """
ServerRoot {root}/etc
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/state
TempDir {root}/spool/tmp
ServerBin /usr/lib/cups
DataDir /usr/share/cups
ErrorLog {root}/log/error
AccessLog {root}/log/access
PageLog {root}/log/page
FileDevice Yes
User lp
Group lp
SystemGroup root
"""
# As Debian delivers it: what was printed is kept.
_SERVER = """
Listen {root}/sock
Browsing No
WebInterface No
DefaultAuthType Basic
<Location />
  Order allow,deny
</Location>
<Policy default>
  <Limit Cancel-Job Hold-Job Release-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit CUPS-Add-Modify-Printer CUPS-Delete-Printer CUPS-Set-Default Pause-Printer Resume-Printer>
    AuthType Default
    Require user @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
_SIZES = (
    ("X58MMY210MM", 164.4, 595.3),
    ("X80MMY200MM", 226.8, 566.9),
    ("A6", 297.6, 419.5),
    ("A4", 595.3, 841.9),
)


def find_missing() -> str:
    """Return what is not there of what it takes, "" where all is."""
    missing = [program for program in _PROGRAMS if shutil.which(program) is None]
    if os.geteuid() != 0:
        missing.append("root")
    return ", ".join(missing)


class CupsServer:
    """A context manager; ends the server that it started, and nobody else's.

    Attributes:
        root: All of the server's files.
        socket: Where it listens.
    """

    def __init__(self) -> None:
        self._parts = ExitStack()
        self.root = Path()
        self.socket = Path()

    def __enter__(self) -> CupsServer:
        with ExitStack() as parts:
            self.root = Path(parts.enter_context(tempfile.TemporaryDirectory(prefix="kc-")))
            self.socket = self.root / "sock"
            self._make_folders()
            server = subprocess.Popen(
                [
                    "cupsd",
                    "-f",
                    "-c",
                    str(self.root / "etc/cupsd.conf"),
                    "-s",
                    str(self.root / "etc/files.conf"),
                ],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            parts.callback(server.wait)
            parts.callback(server.terminate)
            deadline = time.monotonic() + _PATIENCE_S
            while not self.socket.exists():
                if time.monotonic() > deadline or server.poll() is not None:
                    raise RuntimeError("CUPS does not start")
                time.sleep(0.02)
            self._run(
                "lpadmin", "-p", PRINTER, "-E", "-v", f"file://{self.tray}", "-P", str(self.root / "p.ppd")
            )
            self._parts = parts.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._parts.close()

    @property
    def tray(self) -> Path:
        """Where the newest paper comes out."""
        return self.root / "out" / "paper.pdf"

    def make_default(self) -> None:
        """Make the printer the machine's default."""
        self._run("lpadmin", "-d", PRINTER)

    def hold(self) -> None:
        """Stop the printer."""
        self._run("cupsdisable", PRINTER)

    def go_on(self) -> None:
        """Let it print again."""
        self._run("cupsenable", PRINTER)

    def load(self, size: str) -> None:
        """Make another paper the usual one."""
        self._run("lpadmin", "-p", PRINTER, "-o", f"PageSize={size}")

    def _run(self, *words: str) -> None:
        environment = os.environ | {"CUPS_SERVER": str(self.socket)}
        subprocess.run(words, env=environment, check=True, capture_output=True, timeout=_PATIENCE_S)

    def _make_folders(self) -> None:
        self.root.chmod(0o755)
        for name in ("etc/ppd", "spool/tmp", "cache", "state", "out", "log"):
            (self.root / name).mkdir(parents=True)
        for name, mode in (("spool", 0o710), ("spool/tmp", 0o1770)):
            shutil.chown(self.root / name, "root", "lp")
            (self.root / name).chmod(mode)
        (self.root / "etc/files.conf").write_text(_FILES.format(root=self.root))
        (self.root / "etc/cupsd.conf").write_text(_SERVER.format(root=self.root))
        (self.root / "p.ppd").write_text(_describe_printer())


def _describe_printer() -> str:
    """Return the description of a printer that takes a PDF as CUPS' own filter has made it ready."""
    lines = ['*PPD-Adobe: "4.3"', '*FormatVersion: "4.3"', '*FileVersion: "1.0"', "*LanguageVersion: English"]
    lines += ["*LanguageEncoding: ISOLatin1", '*PCFileName: "PASS.PPD"', '*Product: "(Pass)"']
    lines += ['*Manufacturer: "Test"', '*ModelName: "Receipt"', '*ShortNickName: "Receipt"']
    lines += ['*NickName: "Receipt"', '*PSVersion: "(3010.000) 0"', '*LanguageLevel: "3"']
    lines += [
        "*ColorDevice: False",
        "*DefaultColorSpace: Gray",
        "*FileSystem: False",
        "*DefaultFont: Courier",
    ]
    lines += ['*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"']
    for menu in ("PageSize", "PageRegion"):
        lines += [f"*OpenUI *{menu}: PickOne", f"*OrderDependency: 10 AnySetup *{menu}"]
        lines += [f"*Default{menu}: X80MMY200MM"]
        lines += [f'*{menu} {name}: "<</PageSize[{w} {h}]>>setpagedevice"' for name, w, h in _SIZES]
        lines += [f"*CloseUI: *{menu}"]
    lines += ["*DefaultImageableArea: X80MMY200MM", "*DefaultPaperDimension: X80MMY200MM"]
    for name, width, height in _SIZES:
        lines += [f'*ImageableArea {name}: "11 0 {width - 11:.1f} {height}"']
        lines += [f'*PaperDimension {name}: "{width} {height}"']
    return "\n".join(lines) + "\n"
