import time

import pytest

from bot.classify.reader import read_text
from bot.core.vocabulary import Right, Road

_NEWSLETTER = "Veckans erbjudanden! Nyhetsbrev från Allkontor. Avprenumerera via länken."
_ORDER = "Orderbekräftelse 88213: 5 st toner TN-2420, leverans fredag. Faktura följer."


@pytest.mark.law("L02")
def test_the_shortest_access_request_needs_no_legal_word() -> None:
    """The words "vad vet ni om mig?" surely asks for access and nothing else."""
    reading = read_text("", "vad vet ni om mig?")
    assert (reading.road, reading.rights) == (Road.SURE, (Right.ACCESS,))
    assert reading.language == "sv"
    assert reading.because == ("vad vet ni om mig",)
    assert reading.only


@pytest.mark.law("L03")
def test_an_access_request_is_not_mistaken_for_the_objection_beside_it() -> None:
    """Both rights of one mail are found, whichever is said first."""
    reading = read_text("", "Sluta skicka reklam. Jag vill också ha ett registerutdrag.")
    assert reading.road is Road.SURE
    assert set(reading.rights) == {Right.ACCESS, Right.OBJECTION_MARKETING}


def test_stopping_the_mailings_is_no_access_request_and_no_erasure() -> None:
    """Stop the mailings and erase my data: two rights, and access is neither of them."""
    reading = read_text("", "Sluta skicka nyhetsbrev och radera mina uppgifter.")
    assert set(reading.rights) == {Right.OBJECTION_MARKETING, Right.ERASURE}


@pytest.mark.parametrize("quoted", [_NEWSLETTER, ""])
def test_a_bare_stop_stops_the_mailings(quoted: str) -> None:
    """A "STOPP" alone, or above a quoted newsletter, objects to marketing."""
    reading = read_text("SV: Veckans erbjudanden", "STOPP", quoted)
    assert (reading.road, reading.rights) == (Road.SURE, (Right.OBJECTION_MARKETING,))


def test_a_bare_stop_above_an_order_is_asked_about() -> None:
    """A "Stopp!" above an order confirmation may stop the order: a clerk looks."""
    assert read_text("SV: Order 88213", "Stopp!", _ORDER).road is not Road.SURE


def test_a_quotation_never_decides_by_itself() -> None:
    """Thanks above somebody's quoted request asks for nothing."""
    reading = read_text(
        "", "Tack, då ses vi på tisdag.", "Jag begär registerutdrag. Radera allt om mig."
    )
    assert reading.road is Road.NO


def test_the_subject_of_a_reply_makes_nothing_sure() -> None:
    """The subject of a reply may be another's words: alone it is only worth a look."""
    assert read_text("Sv: Begäran om registerutdrag", "Tack!").road is Road.PERHAPS
    assert read_text("Begäran om registerutdrag", "").road is Road.SURE


@pytest.mark.people("P18")
@pytest.mark.parametrize(
    "text",
    [
        "Inkasso AB begär enligt GDPR adress och telefon till gäldenären Kalle Ek.",
        "Polismyndigheten begär ut kunduppgifter om Kalle Ek i pågående förundersökning.",
        "Vi företräder Kalle Ek. Sänd alla personuppgifter ni har om vår klient, fullmakt bifogas.",
    ],
)
def test_who_asks_for_another_exercises_no_right_of_their_own(text: str) -> None:
    """Collectors, police and agents go to a human, and never as an access request."""
    assert read_text("", text).rights == (Right.HUMAN_ONLY,)


@pytest.mark.people("P18")
def test_the_dead_get_no_more_advertising_and_a_human_reads() -> None:
    """A widow's "sluta skicka reklam" is for a human, and stops the mailings."""
    reading = read_text("", "Min man dog i mars. Sluta skicka reklam till honom.")
    assert reading.rights == (Right.HUMAN_ONLY, Right.OBJECTION_MARKETING)


@pytest.mark.people("P27")
@pytest.mark.parametrize(
    ("text", "road"),
    [
        ("Vi har flyttat. Ny adress: Kyrkogatan 3, Mora.", Road.NO),
        ("Ny fakturaadress från 1 maj: Storgatan 5.", Road.NO),
        ("Ni har fel adress på mig, rätta det.", Road.SURE),
    ],
)
def test_a_new_address_is_ordinary_until_something_is_called_wrong(text: str, road: Road) -> None:
    """Moving house is an errand; calling what we hold wrong is a rectification."""
    assert read_text("", text).road is road


def test_an_order_beside_a_request_is_said() -> None:
    """A request with an order in the same mail is sure, and not only a request."""
    reading = read_text(
        "Order", "5 st toner till fredag, faktura som vanligt. PS radera mina uppgifter efteråt."
    )
    assert Right.ERASURE in reading.rights
    assert not reading.only


def test_a_mail_with_another_errand_is_not_only_a_request() -> None:
    """An errand in its own sentence keeps the mail where the clerks see it."""
    assert not read_text("", "Registerutdrag tack. Kan ni boka ett möte på tisdag?").only
    assert read_text("", "Hej! Jag vill ha ett registerutdrag. Tack på förhand, Anna").only


def test_a_reminder_is_known() -> None:
    """The words of an unanswered request set `reminder`."""
    assert read_text("", "Jag har inte fått svar på min begäran om registerutdrag.").reminder
    assert not read_text("", "Jag vill ha ett registerutdrag.").reminder


@pytest.mark.law("L04")
@pytest.mark.parametrize(
    "text", ["ta bort mig", "How do I delete my account?", "mitt konto, avsluta det"]
)
def test_what_may_be_a_request_is_looked_at(text: str) -> None:
    """Short or roundabout words are neither acted on nor dropped."""
    assert read_text("", text).road is Road.PERHAPS


def test_our_own_notice_quoted_at_us_is_no_request() -> None:
    """The sentences of a privacy notice speak to the reader; nobody exercises a right in them."""
    notice = (
        "Du har rätt att begära en bekräftelse om vi behandlar personuppgifter som rör dig. "
        "Du har även rätt att när som helst motsätta dig direktmarknadsföring. "
        "Under vissa omständigheter har du rätt att få dina personuppgifter raderade."
    )
    assert read_text("", notice).road is Road.NO


@pytest.mark.parametrize("text", ["", " \n\t", "12345 !!! ???", "\u200b\u200b", "😀😀"])
def test_nothing_readable_is_no_request_in_no_language(text: str) -> None:
    """Empty, invisible and wordless mails are read without fault."""
    reading = read_text("", text)
    assert (reading.road, reading.language) == (Road.NO, "und")


def test_invisible_signs_hide_no_request() -> None:
    """Zero-width signs, full-width letters and missing dots over å and ä change nothing."""
    assert read_text("", "rad\u200bera mina upp\u00adgifter").rights == (Right.ERASURE,)
    assert read_text("", "ｕｎｓｕｂｓｃｒｉｂｅ").rights == (Right.OBJECTION_MARKETING,)
    assert read_text("", "pa er lista star jag, ta bort mig fran er lista").rights == (
        Right.OBJECTION_MARKETING,
    )


@pytest.mark.parametrize(
    "piece",
    [
        "radera mina uppgifter ",
        "a" * 100_000,
        "allt allt allt ",
        "artikel 15 15 15 ",
        "uppgifter om mig på mig ",
        "?!.\n",
        "((((((",
        "å\u0301\u0301\u0301",
        "- rad:\n- ",
        "ta ta ta bort inte inte ",
        "jag tar tillbaka min begäran om mina ",
        "jag är vem vilka min man hans uppgifter ",
        "f.d.",
    ],
)
def test_no_text_takes_the_reader_long(piece: str) -> None:
    """Two hundred kilobytes of the worst text take no minutes: a quadratic reader would.

    Half a second on an idle machine; the bound leaves a busy one room.
    """
    read_text("", "värm upp, what is this")
    text = (piece * (200_000 // len(piece) + 1))[:200_000]
    began = time.process_time()
    read_text(text, text, text)
    assert time.process_time() - began < 5


def test_a_request_at_either_end_of_a_long_mail_is_seen() -> None:
    """Only the middle of an endless mail goes unread."""
    filling = "Lorem ipsum dolor sit amet. " * 5_000
    assert read_text("", "Radera mina uppgifter. " + filling).rights == (Right.ERASURE,)
    assert read_text("", filling + " Radera mina uppgifter.").rights == (Right.ERASURE,)
