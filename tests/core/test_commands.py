"""Which words staff may answer with, and that nothing else runs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.command_words import Change
from bot.core.commands import (
    COMMANDS,
    RIGHT_WORDS,
    Command,
    Misread,
    Verb,
    command_words,
    meant,
    parse,
    readme_table,
)
from bot.core.vocabulary import Extension, Refusal, Right, Role


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("GODKÄNN", Verb.APPROVE),
        ("approve", Verb.APPROVE),
        ("Godkänn!", Verb.APPROVE),
        ("godkann.", Verb.APPROVE),
        ("GÖR OM", Verb.REDO),
        ("gor  om", Verb.REDO),
        ("Redo", Verb.REDO),
        ("HÄV", Verb.LIFT),
        ("hav.", Verb.LIFT),
        ("Lift", Verb.LIFT),
        ("ID VISAT", Verb.ID_SHOWN),
        ("id_visat", Verb.ID_SHOWN),
        ("ID shown!", Verb.ID_SHOWN),
        ("SPAR", Verb.CHECKED),
        ("checked", Verb.CHECKED),
        ("POSTAT", Verb.POSTED),
        ("posted", Verb.POSTED),
        ("STATUS", Verb.STATUS),
        ("Status?", Verb.STATUS),
        ("STATUS 17", Verb.STATUS),
        ("HJÄLP", Verb.HELP),
        ("hjalp!", Verb.HELP),
        ("?", Verb.HELP),
        ("*GODKÄNN*", Verb.APPROVE),
        ('"GODKÄNN"', Verb.APPROVE),
        (unicodedata.normalize("NFD", "GODKÄNN"), Verb.APPROVE),
    ],
)
def test_a_word_is_taken_in_any_dress(text: str, verb: Verb) -> None:
    """Swedish or English, any case, with or without dots and full stops."""
    assert parse(text) == Command(verb)


@pytest.mark.parametrize(
    "text",
    [
        "Hej,\n\nGODKÄNN\n\nMvh Anna",
        "\n\n  GODKÄNN  \n/Anna",
        "Hi\nGODKÄNN",
        "GODKÄNN\nGODKÄNN",
        "GODKÄNN\n\nAnna Berg\nAllkontor\n026-10 98 77",
    ],
)
def test_a_greeting_and_a_name_do_no_harm(text: str) -> None:
    """A line of greeting before and a signature after are passed over."""
    assert parse(text) == Command(Verb.APPROVE)


@pytest.mark.parametrize(
    "text",
    [
        "GODKÄNN\nAVSLÅ OGRUNDAD",
        "GODKÄNN AVSLÅ",
        "GODKÄNN\n\nfast jag postade aldrig, POSTAT var fel",
        "AVSLÅ OGRUNDAD\ngör om",
        "KLASSA TILLGÅNG\nKLAR",
        "AVSLÅ GODKÄNN",
        "GODKÄNN\nmen rätta kontakt först",
        "KLASSA RÄTTA\nRÄTTA KONTAKT",
        "STATUS GODKÄNN",
        "FÖRLÄNG MÅNGA 4 000 mejl\nAVSLÅ OGRUNDAD",
        "RÄTTA KONTAKT\n08-1 -> 08-2\nGODKÄNN",
        "KLAR ringde kunden\nKLASSA RADERING",
        "AVSLÅ LAGKRAV Fakturan sparas.\nKLAR allt annat raderat",
    ],
)
def test_two_words_stop_the_whole_mail(text: str) -> None:
    """Nothing half runs: whoever names two commands is asked which."""
    assert parse(text) is Misread.TWO_WORDS


@pytest.mark.parametrize(
    "text",
    [
        "ok",
        "Ja",
        "Jag godkänner",
        "GODKÄNNER",
        "GODKÄND",
        "gödkänn",
        "Tack!\nGODKÄNN",
        "Ska jag skriva GODKÄNN?",
        "GÖR",
        "avslag",
        "förlängning",
        "rättat",
        "koden",
        "ID",
        "👍",
    ],
)
def test_a_word_is_exact_or_none(text: str) -> None:
    """What is nearly a command, or stands later, is no command."""
    assert parse(text) is Misread.UNKNOWN


@pytest.mark.parametrize("text", ["", " \n\t\n", "Hej!", "Hej\n\n"])
def test_nothing_written_is_nothing_done(text: str) -> None:
    """An empty reply, or a greeting alone."""
    assert parse(text) is Misread.EMPTY


@pytest.mark.parametrize(
    "text",
    [
        *("GODKÄNN inte", "GODKÄNN men vänta", "GÖR OM allt", "POSTAT nej", "HÄV inte"),
        *("ID VISAT av frun", "SPAR stämmer ej"),
    ],
)
def test_a_word_with_a_but_is_no_command(text: str) -> None:
    """`GODKÄNN inte` must never send anything."""
    assert parse(text) is Misread.WRONG_ARGUMENT


@pytest.mark.parametrize(
    "text",
    [
        *("AVSLÅ", "KLASSA", "KLAR", "klar.", "Refuse:", "FÖRLÄNG", "RÄTTA", "KOD", "Code:"),
        *("RÄTTA KONTAKT", "KLAR\nringde kunden"),
    ],
)
def test_a_word_that_needs_another_says_so(text: str) -> None:
    """The argument stands on the same line."""
    assert parse(text) is Misread.MISSING_ARGUMENT


@pytest.mark.parametrize(
    "text",
    [
        *(
            "AVSLÅ jobbig",
            "AVSLÅ OGRUNDAD ORIMLIG",
            "KLASSA tillgångar",
            "KLASSA VANLIGT, RADERING",
        ),
        *("FÖRLÄNG SEMESTER", "FÖRLÄNG 30 dagar", "RÄTTA adress", "RÄTTA KONTAKT gatan är fel"),
        *("KOD hon ringde", "KOD 12", "AVSLÅ inte OGRUNDAD"),
    ],
)
def test_an_argument_outside_the_closed_list_is_refused(text: str) -> None:
    """No ground and no right is guessed."""
    assert parse(text) is Misread.WRONG_ARGUMENT


@pytest.mark.people("P22")
@pytest.mark.parametrize("ground", Refusal)
def test_each_ground_is_taken(ground: Refusal) -> None:
    """In any case and with either word for no."""
    for text in (f"AVSLÅ {ground}", f"avsla {ground.lower()}.", f"Refuse <{ground}>"):
        assert parse(text) == Command(Verb.REFUSE, ground=ground)


@pytest.mark.parametrize("word", ["andras rätt", "ANDRAS_RÄTT", "andras_ratt", "Andras ratt"])
def test_the_ground_of_others_may_be_spelt_with_its_dots(word: str) -> None:
    """The underscore and the missing dots are ours, not the clerk's."""
    assert parse(f"AVSLÅ {word}") == Command(Verb.REFUSE, ground=Refusal.OTHERS_RIGHTS)


@pytest.mark.people("P22")
@pytest.mark.parametrize(
    ("text", "ground", "reasons"),
    [
        (
            "AVSLÅ LAGKRAV Fakturan sparas till 2033.",
            Refusal.LEGAL_DUTY,
            "Fakturan sparas till 2033.",
        ),
        ("avsla stämmer: adressen är rätt", Refusal.ACCURATE, "adressen är rätt"),
        ("Refuse no_ground - nothing\nin it", Refusal.NO_GROUND, "nothing\nin it"),
        ("AVSLÅ TVINGANDE SKÄL\n\nTvist.\n\nMvh\nAnna Berg", Refusal.COMPELLING, "Tvist."),
        (
            "AVSLÅ Rättsanspråk\nVi kan inte godkänna.\nStatus: tvist\n/Bo",
            Refusal.LEGAL_CLAIMS,
            None,
        ),
        ("AVSLÅ EJ PORTABELT Koden är vår.", Refusal.NOT_PORTABLE, "Koden är vår."),
        ("AVSLÅ sekretess Sekretess gäller", Refusal.SECRECY, "Sekretess gäller"),
    ],
)
def test_a_refusal_has_its_reasons_in_own_words(
    text: str, ground: Refusal, reasons: str | None
) -> None:
    """On the same line or below, other commands' words among them, the farewell left out."""
    below = "Vi kan inte godkänna.\nStatus: tvist" if reasons is None else reasons
    assert parse(text) == Command(Verb.REFUSE, ground=ground, text=below)


@pytest.mark.law("L13")
@pytest.mark.people("P22")
@pytest.mark.parametrize(
    ("text", "extension"),
    [
        ("FÖRLÄNG KOMPLICERAT Tre arkiv ska läsas.", Extension.COMPLEX),
        ("förläng MÅNGA\nTre arkiv ska läsas.", Extension.NUMBER),
        ("Forlang manga: Tre arkiv ska läsas.\nMed vänlig hälsning\nAnna", Extension.NUMBER),
        ("EXTEND complex, Tre arkiv ska läsas.", Extension.COMPLEX),
        ("extend NUMBER\n\nTre arkiv ska läsas.", Extension.NUMBER),
    ],
)
def test_an_extension_has_a_closed_reason_and_own_words(text: str, extension: Extension) -> None:
    """Two reasons and no third; what it is here is said beside it."""
    assert parse(text) == Command(Verb.EXTEND, extension=extension, text="Tre arkiv ska läsas.")


@pytest.mark.law("L42")
@pytest.mark.law("L46")
def test_a_correction_says_what_kind_and_each_old_and_new_value() -> None:
    """Contact data or other data, a change a line, the signature passed over."""
    text = "RÄTTA KONTAKT\nanna@a.example -> anna@b.example\n08-1 → 08-2\n\nBo Ek\nAllkontor"
    read = parse(text)
    assert isinstance(read, Command)
    assert (read.verb, read.contact) == (Verb.CORRECT, True)
    assert read.changes == (Change("anna@a.example", "anna@b.example"), Change("08-1", "08-2"))
    other = parse("correct data: Storgatan 1 till Storgatan 2")
    assert isinstance(other, Command)
    assert (other.contact, other.changes) == (False, (Change("Storgatan 1", "Storgatan 2"),))


@pytest.mark.people("P21")
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("KOD KX7P-22MD", "KX7P-22MD"),
        ("kod: kx7p 22md.", "kx7p 22md"),
        ("CODE:KX7P–22MD", "KX7P–22MD"),
        ("Kod K X 7 P 2 2 M D", "K X 7 P 2 2 M D"),
    ],
)
def test_a_code_told_by_phone_is_taken_as_it_was_typed(text: str, code: str) -> None:
    """Which code it is, the ledger knows; here it only looks like one."""
    assert parse(text) == Command(Verb.CODE, code=code)


@pytest.mark.parametrize("right", Right)
def test_every_right_can_be_classified_by_each_of_its_words(right: Right) -> None:
    """Swedish and English, with and without dots."""
    for word in RIGHT_WORDS[right]:
        bare = word.translate(str.maketrans("ÅÄÖ", "AAO"))
        for text in (f"KLASSA {word}", f"classify {word.lower()}!", f"klassa: {bare}"):
            assert parse(text) == Command(Verb.CLASSIFY, rights=(right,))


@pytest.mark.law("L03")
@pytest.mark.parametrize(
    "text",
    ["KLASSA radering och tillgång", "KLASSA radering, tillgång", "CLASSIFY erasure and access"],
)
def test_a_mail_may_be_classified_as_several_rights(text: str) -> None:
    """All rights of one mail, the first one first."""
    assert parse(text) == Command(Verb.CLASSIFY, rights=(Right.ERASURE, Right.ACCESS))


@pytest.mark.people("P27")
@pytest.mark.parametrize("text", ["KLASSA VANLIGT", "klassa vanligt.", "CLASSIFY ordinary"])
def test_an_ordinary_mail_is_one_without_rights(text: str) -> None:
    """The word for what is not ours."""
    assert parse(text) == Command(Verb.CLASSIFY, rights=())


def test_what_was_done_is_told_in_free_words() -> None:
    """Also when one of the words is itself a command's."""
    assert parse("KLAR ringde kunden, brev postat.") == Command(
        Verb.DONE, text="ringde kunden, brev postat"
    )
    below = parse("KLAR raderat i arkivet\nKlart också i pärmarna.\n\nMvh Bo Ek")
    assert below == Command(Verb.DONE, text="raderat i arkivet\nKlart också i pärmarna")


def test_no_spelling_means_two_things() -> None:
    """Each first word leads to one verb, and each word for a right to one right."""
    spellings = [word for row in COMMANDS for word in row.spellings]
    rights = [word for words in RIGHT_WORDS.values() for word in words]
    assert len(set(spellings)) == len(spellings)
    assert len(set(rights)) == len(rights)
    assert {row.verb for row in COMMANDS} == set(Verb)
    assert RIGHT_WORDS.keys() == set(Right)


@pytest.mark.people("P22")
def test_refusing_extending_and_lifting_need_a_decider() -> None:
    """A handler may do all else."""
    deciding = {row.verb for row in COMMANDS if row.who is Role.DECIDER}
    assert deciding == {Verb.REFUSE, Verb.LEAVE_OUT, Verb.EXTEND, Verb.LIFT}


@pytest.mark.parametrize(
    ("text", "verb"),
    [("Hej\nAVSLÅ jobbig", Verb.REFUSE), ("GODKÄNN inte", Verb.APPROVE), ("ok", None), ("", None)],
)
def test_a_refused_text_still_tells_what_was_meant(text: str, verb: Verb | None) -> None:
    """So that the answer can say what that very word needs."""
    assert meant(text) is verb


def test_first_words_are_known_without_reading_the_whole() -> None:
    """What makes a mail meant as a command, casefolded, with its plain spellings."""
    assert {"godkänn", "godkann", "gör", "gor", "avsla", "klassa", "id", "?"} <= command_words()
    assert all(word == word.casefold() for word in command_words())


def test_the_table_for_the_readme_has_a_row_a_word() -> None:
    """Markdown, a row a command, each cell whole."""
    lines = readme_table().splitlines()
    assert len(lines) == 2 + len(COMMANDS)
    assert {line.count("|") for line in lines} == {5}
    assert "`AVSLÅ <grund> <skäl>`" in readme_table()


@given(st.text(max_size=400))
def test_any_text_is_read_and_none_breaks_the_reader(text: str) -> None:
    """What comes out is a command or the reason why not."""
    assert isinstance(parse(text), Command | Misread)


def test_a_very_long_text_is_read_in_one_sweep() -> None:
    """A megabyte of signature costs nothing that grows with its square."""
    assert parse("GODKÄNN\n" + "gör o " * 200_000) == Command(Verb.APPROVE)
    for text in ("AVSLÅ LAGKRAV ", "AVSLÅ LAGKRAV\nmvh ", "KLAR x\n", "RÄTTA KONTAKT a till "):
        assert isinstance(parse(text + "aa " * 300_000 + "-"), Command | Misread)


@pytest.mark.people("P20")
@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("MASKERA 3,7-9", (3, 7, 8, 9)),
        ("maskera 3, 7–9", (3, 7, 8, 9)),
        ("Mask 3 och 7", (3, 7)),
        ("MASKERA 12", (12,)),
    ],
)
def test_rows_are_masked_by_their_numbers(text: str, numbers: tuple[int, ...]) -> None:
    """One, several, or from one to another."""
    assert parse(text) == Command(Verb.MASK, numbers=numbers)


@pytest.mark.parametrize(
    "text",
    ["MASKERA", "MASKERA alla", "MASKERA 9-7", "MASKERA 3 kanske", "MASKERA 1-9999", "MASKERA 0"],
)
def test_numbers_that_are_none_mask_nothing(text: str) -> None:
    """Half a list, or a list with words in it, is asked for again."""
    assert isinstance(parse(text), Misread)


@pytest.mark.law("L40")
def test_a_row_is_left_out_on_one_of_three_grounds() -> None:
    """Others' rights, secrecy and drafts are said of single rows; the rest is said of a request."""
    said = parse("UTELÄMNA 4 ANDRAS_RÄTT handlar bara om en kollega")
    assert said == Command(
        Verb.LEAVE_OUT,
        ground=Refusal.OTHERS_RIGHTS,
        text="handlar bara om en kollega",
        numbers=(4,),
    )
    assert parse("UTELÄMNA 4 ORIMLIG") is Misread.WRONG_ARGUMENT
    assert parse("UTELÄMNA 4") is Misread.WRONG_ARGUMENT
