"""The visitor's window: opened over injected rooms, closed leaving no timer, thread or player behind."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSize, QUrl, Slot
from PySide6.QtQuick import QQuickItem, QQuickView

from kiosk.model.errors import KioskError
from kiosk.screens import camera_preview, film_picture, typesetting  # QML types, registered by this
from kiosk.screens.engine import KioskEngine
from kiosk.screens.fonts import load_fonts
from kiosk.screens.hand import find_item, lay_out, reveal, tap_item
from kiosk.screens.icon_images import IconImages
from kiosk.screens.models import Models, make_models
from kiosk.screens.pack_images import PackImages
from kiosk.screens.pass_images import PassImages
from kiosk.screens.rooms import Rooms
from kiosk.screens.staff.models import StaffModels, make_staff_models  # types now or never: ADR 0089

__all__ = ["QML_TYPES", "Shell", "ShellOptions", "open_shell"]

QML_TYPES = (camera_preview.CameraPreview, film_picture.FilmPicture, typesetting.Typesetting)
HOUSE = Path(__file__).parents[2]
MAIN = Path(__file__).parent / "visitor" / "Main.qml"


@dataclass(frozen=True, slots=True)
class ShellOptions:
    """How the window is opened.

    Attributes:
        width_px: Its width; with ``full_screen`` only until the screen's own is known.
        height_px: Its height.
        full_screen: Whether it fills the screen, as on a kiosk.
        theme: The site's light: gallery, outdoors or contrast.
        reduced_motion: Whether nothing moves.
        preview: What is said over every page all the time, where the content is not signed; "" else.
        self_voicing: Whether the screen can be read aloud: off, offer, or on (every visit begins so).
        language: The language spoken before a visitor has chosen one.
        translations: Folder of the compiled translations (``kiosk_<language>.qm``).
        icons: Folder of the app's icons.
        fonts: Folder of fonts that a bundle carries; empty or absent where the system has them.
    """

    width_px: int = 1280
    height_px: int = 800
    full_screen: bool = False
    theme: str = "gallery"
    reduced_motion: bool = False
    preview: str = ""
    self_voicing: str = "offer"
    language: str = "en"
    translations: Path = HOUSE / "build" / "translations"
    icons: Path = HOUSE / "assets" / "icons"
    fonts: Path = HOUSE / "assets" / "fonts"


class Shell(QObject):
    """One window with its pages. Lives on the interface thread."""

    def __init__(self, rooms: Rooms, options: ShellOptions) -> None:
        super().__init__()
        load_fonts(options.fonts)
        self.models: Models = make_models(
            rooms,
            theme=options.theme,
            reduced_motion=options.reduced_motion,
            language=options.language,
            translations=options.translations,
            self_voicing=options.self_voicing,
        )
        self._rooms = rooms
        self._engine = KioskEngine(self.models)
        self._engine.addImageProvider("pack", PackImages(self.models.media.find_bytes))
        self._engine.addImageProvider("pass", PassImages(lambda: self.models.pass_to_take.text))
        self._engine.addImageProvider("voucher", PassImages(lambda: self.models.voucher.text))
        self._engine.addImageProvider("icon", IconImages(options.icons))
        self.models.flow.language_chosen.connect(self._speak)
        self.models.flow.stop_opened.connect(self._open_stop)
        self.models.flow.ended.connect(self._end)
        self.models.door.asked.connect(self._open_staff)
        self.models.door.left.connect(self._leave_staff)
        self.models.door.content_changed.connect(self._renew)
        self._speak(options.language)
        self.window = QQuickView(self._engine, None)  # type: ignore[call-overload]  # the stub forgets that a window needs no parent
        self.window.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.window.resize(options.width_px, options.height_px)
        self.window.installEventFilter(self.models.attention)
        self.models.self_voice.watch(self.window)
        self.window.setInitialProperties({"preview": options.preview})
        self.window.setSource(QUrl.fromLocalFile(str(MAIN)))
        _check(self.window)
        if options.full_screen:
            self.window.showFullScreen()
        else:
            self.window.show()

    @property
    def page(self) -> str:
        """Name of the page that is shown (see :class:`VisitFlow`)."""
        return self.models.flow.shown

    def resize(self, width_px: int, height_px: int) -> None:
        """Give the window another size."""
        self.window.resize(QSize(width_px, height_px))

    def find(self, object_name: str) -> QQuickItem | None:
        """Return the visible item of this ``objectName``, or None."""
        return find_item(self.window.contentItem(), object_name)

    def tap(self, object_name: str) -> None:
        """Touch an item in its middle as a finger would, scrolling it into view first.

        Raises:
            LookupError: No visible item has that name.
        """
        lay_out(self.window.contentItem())
        item = self.find(object_name)
        if item is None:
            raise LookupError(f"nothing to touch is called {object_name!r} on page {self.page!r}")
        reveal(item)
        tap_item(self.window, item)

    def grab(self, path: Path) -> None:
        """Save what is shown as a PNG.

        Raises:
            KioskError: ``screens.not-saved`` when the file cannot be written.
        """
        if not self.window.grabWindow().save(str(path)):
            raise KioskError(
                "The screen was not saved",
                thing=str(path),
                found="a place that cannot be written",
                remedy="Choose another folder",
                code="screens.not-saved",
            )

    def close(self) -> None:
        """Close the window; no timer, thread or voice of it goes on."""
        self.models.close()
        if self._engine.staff is not None:
            self._engine.staff.pages.close()
            self.window.removeEventFilter(self._engine.staff.pages)
        self.window.removeEventFilter(self.models.attention)
        self.window.close()
        self.window.setSource(QUrl())
        self.window.deleteLater()
        self._engine.deleteLater()
        QCoreApplication.sendPostedEvents(
            None, 52
        )  # deferred deletes happen now, while all parts still stand

    @Slot(str)
    def _speak(self, language: str) -> None:
        self.models.wording.switch(language)
        self.models.look.set_language(language)
        self._engine.retranslate()

    @Slot(str)
    def _open_stop(self, stop_id: str) -> None:
        journey = self.models.flow.journey
        if journey is not None:
            self.models.stop.load(stop_id, journey)

    @property
    def staff(self) -> StaffModels | None:
        """The staff's view-models; None until somebody has asked for their pages."""
        return self._engine.staff

    @Slot()
    def _open_staff(self) -> None:
        """Make what the staff's pages need, the first time, and lock it."""
        assert self._rooms.staff is not None
        self.models.self_voice.forget()  # what staff type and see is read to nobody
        if self._engine.staff is None:
            self._engine.staff = make_staff_models(self._rooms, self._rooms.staff, self.models)
            self._engine.staff.pages.language_chosen.connect(self._speak)
        self._engine.staff.pages.open()
        self.window.installEventFilter(self._engine.staff.pages)
        self.models.look.show_staff(True)

    @Slot()
    def _leave_staff(self) -> None:
        """Stand anew before the next visitor, in the site's own look."""
        assert self._engine.staff is not None
        self.window.removeEventFilter(self._engine.staff.pages)
        self.models.look.show_staff(False)
        self.models.flow.refresh()
        self.models.attract.refresh()

    @Slot()
    def _renew(self) -> None:
        """Show the content that is installed now; a visit under way keeps its pages, and so do staff."""
        self.models.media.forget()
        if not self.models.door.is_open:
            self.models.flow.refresh()
            self.models.attract.refresh()

    @Slot(str)
    def _end(self, _reason: str) -> None:
        self.models.forget()


def open_shell(rooms: Rooms, options: ShellOptions | None = None) -> Shell:
    """Open the visitor's window over ``rooms``. The caller has made the QGuiApplication.

    Raises:
        KioskError: ``screens.pages-broken`` when the pages cannot be loaded (an incomplete installation).
    """
    return Shell(rooms, options or ShellOptions())


def _check(window: QQuickView) -> None:
    if window.status() == QQuickView.Status.Error:
        first = window.errors()[0].toString() if window.errors() else "no reason given"
        raise KioskError(
            "The pages were not loaded",
            thing=str(MAIN),
            found=first,
            remedy="Install the program again",
            code="screens.pages-broken",
        )
