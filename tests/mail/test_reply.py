import time

import pytest

from bot.mail.reply import split

NEW = "Ja, jag vill ha allt ni har om mig."

OLDER = {
    "gmail sv": "Den fre 5 juni 2026 kl 12:22 skrev Allkontor <info@allkontor.example>:\n> avslå",
    "gmail sv, wrapped": (
        "Den fre 5 juni 2026 kl 12:22 skrev Allkontor Teknisk Service <\n"
        "info.gavle@allkontor.example>:\n\n> avslå"
    ),
    "gmail sv, three lines": (
        "Den fre 5 juni 2026 kl 12:22 skrev\nAllkontor Teknisk Service i Gävle\n"
        "<info.gavle@allkontor.example>:\n> avslå"
    ),
    "thunderbird sv": "Den 2026-06-05 kl. 12:22, skrev Allkontor:\n> avslå",
    "apple sv": "5 juni 2026 kl. 12:22 skrev Allkontor <info.gavle@allkontor.example>:\n\n> avslå",
    "apple sv, not marked": "5 juni 2026 kl. 12:22 skrev Allkontor:\n\navslå",
    "på": "På fre 5 juni 2026 kl. 12:22 skrev Allkontor:\n> avslå",
    "name first": "Allkontor <info.gavle@allkontor.example> skrev den 5 juni:\n> avslå",
    "gmail en": "On Fri, 5 Jun 2026 at 12:22, Maja <maja@example.com> wrote:\n> avslå",
    "apple en, not marked": "On 5 Jun 2026, at 12:22, Allkontor wrote:\n\navslå",
    "norwegian": "fre. 5. juni 2026 kl. 12:22 skrev Maja <maja@example.com>:\n> avslå",
    "danish": "Den fre. 5. jun. 2026 kl. 12.22 skrev Maja <maja@example.com>:\n> avslå",
    "german": "Am Fr., 5. Juni 2026 um 12:22 Uhr schrieb Maja <maja@example.com>:\n> avslå",
    "outlook sv": (
        "Från: Allkontor <info.gavle@allkontor.example>\nSkickat: den 5 juni 2026 12:22\n"
        "Till: Maja Ek\nÄmne: SV: Registerutdrag\n\navslå"
    ),
    "outlook sv, ruled": (
        "________________________________\nFrån: Allkontor <info.gavle@allkontor.example>\n"
        "Skickat: den 5 juni 2026 12:22\nTill: Maja Ek\nÄmne: SV: Registerutdrag\n\navslå"
    ),
    "outlook sv, bold": (
        "*Från:* Allkontor <info.gavle@allkontor.example>\n*Skickat:* den 5 juni 2026 12:22\n"
        "*Till:* Maja Ek\n*Kopia:* Bo\n*Ämne:* SV: Registerutdrag\n\navslå"
    ),
    "apple forward": (
        "Vidarebefordrat brev:\n\nFrån: Allkontor\nÄmne: Registerutdrag\nDatum: 5 juni\navslå"
    ),
    "with a date": (
        "Från: Allkontor <info.gavle@allkontor.example>\nDatum: fredag 5 juni 2026\n"
        "Till: Maja\nÄmne: Registerutdrag\navslå"
    ),
    "outlook en": (
        "From: Allkontor <info@allkontor.example>\nSent: Friday, 5 June 2026 12:22\n"
        "To: Maja\nSubject: RE: x\n\navslå"
    ),
    "outlook de": (
        "Von: Allkontor\nGesendet: Freitag, 5. Juni 2026 12:22\nAn: Maja\nBetreff: x\n\navslå"
    ),
    "outlook no": "Fra: Allkontor\nSendt: fredag 5. juni 2026 12:22\nTil: Maja\nEmne: x\n\navslå",
    "ursprungligt": "-----Ursprungligt meddelande-----\nFrån: Allkontor\navslå",
    "original": "-----Original Message-----\nFrom: Allkontor\navslå",
    "forwarded": "---------- Forwarded message ---------\navslå",
    "vidarebefordrat": "-------- Vidarebefordrat meddelande --------\navslå",
    "our mark": "--- Skriv ovanför den här raden ---\navslå",
    "our mark, en": "## Write above this line ##\navslå",
    "phone": "Skickat från min iPhone\n\n> avslå",
    "phone, en": "Sent from my Galaxy\n> avslå",
    "outlook for": "Hämta Outlook för iOS<https://aka.example/o0ukef>\n> avslå",
    "signature": "-- \nMaja Ek\navslå",
    "signature, bare": "--\nMaja Ek\navslå",
    "marked alone": "> avslå\n>\n> mer",
}


@pytest.mark.parametrize("older", OLDER.values(), ids=OLDER)
def test_what_stands_below_the_reply_is_quoted(older: str) -> None:
    """However a mail program sets the older mail apart, the new words are whole and alone."""
    new, quoted = split(f"{NEW}\n\n{older}\n")
    assert new == NEW
    assert quoted.split() == older.split()


def test_a_reply_between_quotations_is_new() -> None:
    """Answers written between the quoted lines are all kept, in their order."""
    asked = "Den 5 juni skrev Allkontor:\n> Vilken gata?\n"
    new, quoted = split(f"{asked}Storgatan 1\n> Vilken ort?\nMora\n")
    assert new == "Storgatan 1\nMora"
    assert quoted == f"{asked}> Vilken ort?"


def test_a_reply_below_the_quotation_is_new() -> None:
    """Who writes at the bottom, under a phone's line and a signature, is heard too."""
    text = "Skickat från min iPhone\n\n-- \nMaja\n\nDen 5 juni skrev Allkontor:\n> frågan\n\nKOD 3"
    assert split(text)[0] == "KOD 3"


@pytest.mark.parametrize(
    "text",
    [
        "Den 3 februari skrev jag till er och fick inget svar:\njag vill ha ett registerutdrag.",
        "Från: Maja Ek\nTill: Allkontor\nDatum: 5 mars\nÄmne: Begäran\n\nJag vill se allt.",
        "--\nJag vill ha ett registerutdrag.",
        "Det här gäller:\n1. mitt namn\n2. min adress:\nStorgatan 1",
        "Skickat från min mejl för en månad sedan, men ni har inte svarat på min begäran ännu.",
        "__________\nAnmälan\n__________\nMaja Ek",
    ],
)
def test_a_letter_that_only_looks_like_a_quotation_stays_whole(text: str) -> None:
    """A formal letter's head, a sentence with 'skrev jag', a ruled form: all of it is new."""
    assert split(text) == (text.strip(), "")


@pytest.mark.parametrize(
    "pattern",
    [
        "On ",
        "On \n",
        "Den ",
        "Den 3 skrev\n",
        "Den 3 skrev x:\n",
        "Från:\n",
        "__________\n",
        "\n",
        "a\n",
        "> \n",
        "--\n",
        " ",
        "1:11 skrev\n",
    ],
)
def test_hostile_text_takes_linear_time(pattern: str) -> None:
    """200 kB made to hang a reply trimmer is split in half a second of work."""
    text = (pattern * 200_000)[:200_000]
    begun = time.thread_time()
    split(text)
    assert time.thread_time() - begun < 0.5
