"""Letters that only people may take, questions in general, and requests that are taken back.

Beside what `test_letters` knows, a letter names its `concerns`, its `topics`, whether it
`withdraws`, and in `may` what can be read in it as well.
"""

import json
from collections import Counter
from pathlib import Path

import pytest

from bot.classify.concerns import GRAVEST_FIRST
from bot.classify.reader import read_text
from bot.core.vocabulary import Concern, Right, Road, Topic
from bot.mail.shapes import Reading

_HERE = Path(__file__).parent


def _letters(*patterns: str) -> list[dict[str, object]]:
    files = sorted(file for pattern in patterns for file in _HERE.glob(pattern))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


_LETTERS = _letters("concerns_*.jsonl", "rights_*.jsonl")
_EVERY = _letters("*.jsonl")
_ORDINARY = [letter for letter in _LETTERS if letter["road"] == Road.NO]


def _read(letter: dict[str, object]) -> Reading:
    return read_text(str(letter["subject"]), str(letter["body"]))


def _of(letter: dict[str, object], key: str) -> list[str]:
    words = letter.get(key, [])
    assert isinstance(words, list)
    return [str(word) for word in words]


@pytest.mark.law("L77")
@pytest.mark.people("P18")
@pytest.mark.parametrize("letter", _LETTERS, ids=[str(letter["id"]) for letter in _LETTERS])
def test_a_letter_is_known_for_what_it_is(letter: dict[str, object]) -> None:
    """Its road, its main right and the others, why it is for people, its topics, what it undoes."""
    reading = _read(letter)
    may = set(_of(letter, "may"))
    rights = [right.value for right in reading.rights]
    concerns = {concern.value for concern in reading.concerns}
    assert reading.road == letter["road"], reading
    assert rights[:1] == _of(letter, "rights")[:1], reading
    assert set(rights) - may == set(_of(letter, "rights")) - may, reading
    assert concerns - may == set(_of(letter, "concerns")) - may, reading
    assert {topic.value for topic in reading.topics} == set(_of(letter, "topics")), reading
    assert reading.withdraws == bool(letter.get("withdraws", False)), reading


def test_every_concern_and_topic_is_met_in_both_our_languages() -> None:
    """At least sixty letters of concern, each concern and topic in Swedish and in English."""
    for language in ("sv", "en"):
        letters = _letters(f"concerns_{language}.jsonl", f"rights_{language}.jsonl")
        assert {word for letter in letters for word in _of(letter, "concerns")} == set(Concern)
        assert {word for letter in letters for word in _of(letter, "topics")} == set(Topic)
        assert any(letter.get("withdraws") for letter in letters)
    assert sum(bool(letter.get("concerns")) for letter in _LETTERS) >= 60


def test_daily_business_raises_no_concern() -> None:
    """Courts that order folders, a wife who fetches toner, a withdrawn order: ordinary mail."""
    assert len(_ORDINARY) >= 25
    for letter in _ORDINARY:
        reading = _read(letter)
        said = (reading.concerns, reading.topics, reading.withdraws, reading.regrets)
        assert said == ((), (), False, False), letter["id"]


@pytest.mark.law("L77")
def test_what_is_for_people_always_says_why() -> None:
    """In every letter we have: a concern if and only if the rights name a person's work."""
    for letter in _EVERY:
        reading = _read(letter)
        assert bool(reading.concerns) == (Right.HUMAN_ONLY in reading.rights), letter["id"]
        assert list(reading.concerns) == sorted(reading.concerns, key=GRAVEST_FIRST.index)
        assert not reading.topics or Right.PRIVACY_QUESTION in reading.rights, letter["id"]


def test_every_concern_has_its_place_in_the_order_of_gravity() -> None:
    """None is forgotten, and who is in danger comes first."""
    assert Counter(GRAVEST_FIRST) == Counter(Concern)
    assert GRAVEST_FIRST[0] is Concern.PROTECTED


def test_every_right_is_sure_in_several_styles() -> None:
    """Plain, formal and short letters in both languages: three or more for each right."""
    for language in ("sv", "en"):
        letters = _letters(f"rights_{language}.jsonl", f"concerns_{language}.jsonl")
        main = Counter(_of(letter, "rights")[0] for letter in letters if letter["road"] == "sure")
        assert set(main) == set(Right)
        assert min(main.values()) >= 3


@pytest.mark.law("L22")
@pytest.mark.parametrize(
    ("text", "rights"),
    [
        ("Era idioter! Radera mina uppgifter!", (Right.ERASURE,)),
        ("Radera mina uppgifter, annars stämmer jag er!", (Right.ERASURE, Right.HUMAN_ONLY)),
        ("Delete my data, you clowns.", (Right.ERASURE,)),
        ("Delete my data or you will hear from my lawyers.", (Right.ERASURE, Right.HUMAN_ONLY)),
    ],
)
def test_rudeness_is_no_threat(text: str, rights: tuple[Right, ...]) -> None:
    """Only a court, a lawyer or violence brings a person in, behind what is asked for."""
    reading = read_text("", text)
    assert reading.rights == rights
    assert reading.concerns == ((Concern.THREAT,) if len(rights) > 1 else ())


def test_a_printed_reservation_is_no_threat() -> None:
    """Form letters reserve the right to go to court; that alone changes nothing."""
    text = "Jag begär registerutdrag. Annars förbehåller jag mig rätten att gå till domstol."
    assert read_text("", text).rights == (Right.ACCESS,)


@pytest.mark.law("L66")
def test_a_direct_transfer_is_for_a_person_and_a_file_is_not() -> None:
    """Art. 20(2): what goes straight to somebody else is looked at; a file to her is made."""
    direct = read_text("", "Överför mina uppgifter direkt till min nya leverantör.")
    assert direct.rights == (Right.PORTABILITY, Right.HUMAN_ONLY)
    assert direct.concerns == (Concern.TRANSFER,)
    assert read_text("", "Skicka mina uppgifter som csv direkt till mig.").concerns == ()


@pytest.mark.people("P05")
@pytest.mark.parametrize(
    "text",
    [
        "Jag har flyttat. Ny adress: Kyrkogatan 3.",
        "Vi har separerat, så dela fakturan på två.",
        "Min exman hämtar tonern på fredag.",
    ],
)
def test_a_parting_alone_is_nobody_elses_business(text: str) -> None:
    """Beside a wish, a separation silences every automatic mail; in business it is nothing."""
    assert read_text("", text).road is Road.NO
    beside = read_text("", f"{text} Min f.d. får inte veta något. Vad har ni sparat om mig?")
    assert beside.concerns == (Concern.PROTECTED,)
    assert set(beside.rights) == {Right.HUMAN_ONLY, Right.ACCESS}


@pytest.mark.law("L88")
def test_a_question_about_ones_own_data_is_access() -> None:
    """EDPB 01/2022 paragraph 51: "how long do you keep mine" asks for the writer's own period."""
    assert read_text("", "Hur länge sparar ni kunduppgifter?").topics == (Topic.RETENTION,)
    own = read_text("", "Hur länge sparar ni mina uppgifter?")
    assert (own.rights, own.topics) == ((Right.ACCESS,), ())


def test_a_second_question_keeps_the_first_for_a_person() -> None:
    """Approved facts answer a mail only where they answer all of it."""
    text = "Hur länge sparar ni kunduppgifter?"
    assert read_text("", f"{text} Och varför frågade ni efter min ålder?").topics == ()
    assert read_text("", f"{text} Har ni ett dataskyddsombud?").topics == ()
    assert read_text("", f"{text} Och har ni toner i lager?").topics == (Topic.RETENTION,)


@pytest.mark.people("P12")
def test_taking_back_names_what_is_taken_back_and_is_never_sure() -> None:
    """It opens nothing by itself, and what is asked beside it is not read as taken back."""
    back = read_text("", "Jag tar tillbaka min begäran om radering.")
    assert (back.road, back.rights, back.withdraws) == (Road.PERHAPS, (Right.ERASURE,), True)
    both = read_text("", "Jag tar tillbaka min begäran om radering. Skicka ett registerutdrag.")
    assert (both.road, both.rights, both.withdraws) == (Road.PERHAPS, (Right.ERASURE,), True)
    assert back.because == both.because == ("tar tillbaka min begäran",)


@pytest.mark.people("P05")
def test_who_is_in_danger_has_a_person_take_it_back_for_her() -> None:
    """The notice of a withdrawal goes to every address on file: never by itself."""
    reading = read_text("", "Jag drar tillbaka min begäran. Min exman får inte veta något.")
    assert (reading.rights, reading.concerns) == ((Right.HUMAN_ONLY,), (Concern.PROTECTED,))
    assert not reading.withdraws


@pytest.mark.people("P28")
def test_in_a_matter_a_threat_needs_no_right_beside_it() -> None:
    """A reply that speaks of lawyers or of the man she left is for people; a stranger's is not."""
    threat, parting = "Skynda er, annars hör ni från min advokat.", "Vi har separerat sedan sist."
    assert read_text("Sv: Ärende", threat, in_matter=True).concerns == (Concern.THREAT,)
    assert read_text("Sv: Ärende", parting, in_matter=True).concerns == (Concern.PROTECTED,)
    assert read_text("", threat).concerns == read_text("", parting).concerns == ()


@pytest.mark.people("P12")
@pytest.mark.parametrize(
    "subject", ["Sv: Jag tar tillbaka min begäran", "Re: I withdraw my request"]
)
def test_the_subject_of_a_reply_takes_nothing_back(subject: str) -> None:
    """It may be somebody else's words."""
    assert not read_text(subject, "Tack!").withdraws


@pytest.mark.people("P12")
@pytest.mark.parametrize(
    ("subject", "text", "regrets"),
    [
        ("", "ÅNGRA", True),
        ("", "Hej!\n*Ångra!*\n/Siv", True),
        ("Sv: Din begäran", "undo", True),
        ("ÅNGRA", "", True),
        ("Sv: ÅNGRA", "", False),
        ("ÅNGRA", "Jag vill ha fem pärmar.", False),
        ("", "Jag ångrar mig, skicka två i stället.", False),
        ("", "Kan man ångra ett köp?", False),
        ("", "", False),
    ],
)
def test_the_word_alone_undoes(subject: str, text: str, *, regrets: bool) -> None:
    """ÅNGRA or UNDO alone on a line, or as all that the mail says; never inside a sentence."""
    assert read_text(subject, text).regrets is regrets
