"""The view-models of one shell, made together and joined by their signals."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from kiosk.screens.attention_watch import AttentionWatch
from kiosk.screens.attract import Attract
from kiosk.screens.browse import Browse
from kiosk.screens.captions import Captions
from kiosk.screens.expectations import Expectations
from kiosk.screens.film_show import FilmShow
from kiosk.screens.going_on import GoingOn
from kiosk.screens.guide_ready import GuideReady
from kiosk.screens.keepsake import Keepsake
from kiosk.screens.letters import Letters
from kiosk.screens.look import Look
from kiosk.screens.media_index import MediaIndex
from kiosk.screens.narration_bar import NarrationBar
from kiosk.screens.nearby_sites import NearbySites
from kiosk.screens.number_pad import NumberPad
from kiosk.screens.page_turn import PageTurn
from kiosk.screens.pass_brought import PassBrought
from kiosk.screens.pass_paper import PassPaper
from kiosk.screens.pass_to_take import PassToTake
from kiosk.screens.place_guide import PlaceGuide
from kiosk.screens.quiz import Quiz
from kiosk.screens.rooms import Rooms
from kiosk.screens.scan_view import ScanView
from kiosk.screens.self_voice import SelfVoice
from kiosk.screens.sign_show import SignShow
from kiosk.screens.site_plan import SitePlan
from kiosk.screens.sound_show import SoundShow
from kiosk.screens.spoken_note import SpokenNote
from kiosk.screens.staff_door import StaffDoor
from kiosk.screens.stop_choice import StopChoice
from kiosk.screens.stop_page import StopPage
from kiosk.screens.study_consent import StudyConsent
from kiosk.screens.suggestions import Suggestions
from kiosk.screens.talk_back import TalkBack
from kiosk.screens.ticket_entry import TicketEntry
from kiosk.screens.tour_followed import TourFollowed
from kiosk.screens.tour_page import TourPage
from kiosk.screens.visit_flow import VisitFlow
from kiosk.screens.visitor_voices import VisitorVoices
from kiosk.screens.visitor_wishes import VisitorWishes
from kiosk.screens.voice_wishes import VoiceWishes
from kiosk.screens.voucher_offer import VoucherOffer
from kiosk.screens.wish_dialogue import WishDialogue
from kiosk.screens.wording import Wording


@dataclass(frozen=True, slots=True)
class Models:
    """What QML sees of the app, each as a singleton of the module ``HeritageKiosk``."""

    wording: Wording
    media: MediaIndex
    look: Look
    flow: VisitFlow
    ready: GuideReady
    turn: PageTurn
    stop: StopPage
    wishes: VoiceWishes
    bar: NarrationBar
    going_on: GoingOn
    captions: Captions
    film: FilmShow
    sign: SignShow
    sound: SoundShow
    choice: StopChoice
    scan: ScanView
    pad: NumberPad
    browse: Browse
    nearby: NearbySites
    letters: Letters
    note: SpokenNote
    talk: TalkBack
    voices: VisitorVoices
    plan: SitePlan
    place: PlaceGuide
    keepsake: Keepsake
    attract: Attract
    attention: AttentionWatch
    door: StaffDoor
    self_voice: SelfVoice
    pass_brought: PassBrought
    pass_to_take: PassToTake
    pass_paper: PassPaper
    ticket: TicketEntry
    voucher: VoucherOffer
    study: StudyConsent
    suggestions: Suggestions
    dialogue: WishDialogue
    expectations: Expectations
    followed: TourFollowed
    tour: TourPage
    quiz: Quiz

    def forget(self) -> None:
        """Leave nothing of a visit in any page."""
        self.film.close()
        self.sound.close()
        self.voices.close()
        self.talk.forget()
        self.sign.forget()
        self.bar.silence()
        # After those that go on when it falls silent. The last page is read too: it ends with the journey.
        self.self_voice.hush()
        self.wishes.forget()
        self.going_on.forget()
        self.captions.forget()
        self.stop.forget()
        self.choice.forget()
        self.scan.forget()
        self.pad.forget_visitor()
        self.browse.forget()
        self.nearby.forget()
        self.ticket.forget()
        self.suggestions.forget()
        self.expectations.forget()
        self.tour.forget()
        self.followed.forget()
        self.quiz.forget()

    def close(self) -> None:
        """Stop the voice, the camera and the clock."""
        self.self_voice.close()
        self.attention.close()
        self.turn.close()
        self.place.close()
        self.ticket.close()
        self.expectations.forget()
        self.tour.forget()
        self.scan.close()
        self.film.close()
        self.sound.close()
        self.voices.close()
        self.talk.forget()
        self.sign.close()
        self.captions.close()
        self.going_on.close()
        self.bar.close()
        self.wording.close()


def make_models(
    rooms: Rooms,
    *,
    theme: str,
    reduced_motion: bool,
    language: str,
    translations: Path,
    self_voicing: str = "offer",
) -> Models:
    """Make the view-models over ``rooms``. ``translations`` is the folder of the interface's compiled words.

    ``self_voicing`` is off, offer or on: whether the screen can be read aloud, or is from the first touch.
    """
    wording = Wording(translations)
    media = MediaIndex(rooms.library)
    look = Look(theme, reduced_motion=reduced_motion)
    look.set_language(language)
    flow = VisitFlow(rooms, look, media, language)
    ready = GuideReady(rooms, flow)
    turn = PageTurn(rooms, flow)
    stop = StopPage(rooms, media)
    wishes = VoiceWishes(rooms, flow)
    bar = NarrationBar(rooms, flow, stop, wishes)
    going_on = GoingOn(rooms, flow, stop, wishes)
    film = FilmShow(rooms, flow, stop, bar)
    sound = SoundShow(rooms, flow, stop, bar)
    choice = StopChoice(rooms, flow, media)
    scan = ScanView(rooms, flow, choice)
    scan.recognised.connect(bar.expect_tick)
    scan.recognised.connect(turn.hold)
    attention = AttentionWatch(rooms, flow, bar, film, sound)
    scan.noticed.connect(attention.touched)
    # After the touch has done what it was meant for: what it would take away stays until then.
    attention.seen.connect(going_on.hold, Qt.ConnectionType.QueuedConnection)
    self_voice = SelfVoice(rooms, flow, look, self_voicing)
    self_voice.spoke.connect(attention.spoken_to)
    attention.asked.connect(self_voice.read_question)
    self_voice.spoke.connect(going_on.begin_anew)
    pad = NumberPad(rooms, flow, media)
    self_voice.switched.connect(pad.be_spoken)
    note = SpokenNote(rooms)
    self_voice.switched.connect(note.be_spoken)
    self_voice.switched.connect(stop.describe_first)
    captions = Captions(rooms, flow, stop, bar)
    visitor_wishes = VisitorWishes(look, wishes, captions, stop, self_voice)
    pass_brought = PassBrought(rooms, flow, visitor_wishes)
    scan.add_paper(pass_brought)
    pass_to_take = PassToTake(rooms, flow, visitor_wishes, pass_brought)
    ticket = TicketEntry(rooms, flow)
    nearby = NearbySites(rooms, flow)
    scan.add_paper(ticket)
    dialogue = WishDialogue(rooms, flow, media, stop)
    followed = TourFollowed(rooms, flow, media)
    return Models(
        wording=wording,
        media=media,
        look=look,
        flow=flow,
        ready=ready,
        turn=turn,
        stop=stop,
        wishes=wishes,
        bar=bar,
        going_on=going_on,
        captions=captions,
        film=film,
        sign=SignShow(rooms, flow, stop),
        sound=sound,
        choice=choice,
        scan=scan,
        pad=pad,
        browse=Browse(rooms, flow, media, nearby),
        nearby=nearby,
        letters=Letters(flow),
        note=note,
        talk=TalkBack(rooms, flow, note, bar),
        voices=VisitorVoices(rooms, flow, stop),
        plan=SitePlan(rooms, flow, media),
        place=PlaceGuide(rooms, flow, media),
        keepsake=Keepsake(rooms, flow, media),
        attract=Attract(rooms, media, wording, language),
        attention=attention,
        door=StaffDoor(rooms, flow),
        self_voice=self_voice,
        pass_brought=pass_brought,
        pass_to_take=pass_to_take,
        pass_paper=PassPaper(rooms, flow, pass_to_take),
        ticket=ticket,
        voucher=VoucherOffer(rooms, flow),
        study=StudyConsent(rooms, flow),
        suggestions=Suggestions(rooms, flow, media),
        dialogue=dialogue,
        expectations=Expectations(rooms, flow),
        followed=followed,
        tour=TourPage(rooms, flow, media, dialogue, followed, stop),
        quiz=Quiz(flow, stop, followed),
    )
