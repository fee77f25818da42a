"""May we answer this mail, and what is it? Pure: the mail, its reading and what we know of it."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from bot.core.vocabulary import Right, Road, Verdict
from bot.mail.codes import normalise, says_code, says_not_me
from bot.mail.shapes import Attachment, IncomingMail, Reading

# letters to many; a form on a web page or a shop program may also send without one of these
_TO_MANY: Final = (
    "list-",
    "mailing-list",
    "feedback-id",
    "x-campaign",
    "x-mailchimp",
    "Precedence",
)
_SEALED: Final = frozenset({"encrypted body", "tnef body"})
_PAPER: Final = ("application/pdf", "application/msword", "application/vnd.", "application/rtf")
_DEVICES: Final = ("kopiator", "skrivare", "skann", "scan", "copier", "printer", "fax")
_SMALLEST_SCAN: Final = 20_000
_PREFIXES: Final = ("re:", "sv:", "vs:", "aw:")


@dataclass(frozen=True)
class Known:
    """What the house knows of a mail when it judges it. All addresses lower case.

    `own_addresses` are the mailboxes, `command_words` the casefolded first words of the staff's
    commands. `answers_prompt`: its thread names a prompt that we sent to staff; `answers_matter`:
    a mail that we sent to a requester. `holds_code`: its new text or subject holds an open code.
    """

    own_addresses: frozenset[str] = frozenset()
    staff: frozenset[str] = frozenset()
    command_words: frozenset[str] = frozenset()
    answers_prompt: bool = False
    answers_matter: bool = False
    holds_code: bool = False


@dataclass(frozen=True)
class Judgement:
    """What one mail is. `rights` has the main one first and is empty unless request or unsure.

    `why` holds our reasons, those against answering included; `because` the mail's own words.
    """

    verdict: Verdict
    rights: tuple[Right, ...] = ()
    may_answer: bool = False
    why: tuple[str, ...] = ()
    because: tuple[str, ...] = field(default=())


def judge(mail: IncomingMail, reading: Reading, known: Known) -> Judgement:
    """What a mail is, by the first of these that fits.

    unreadable - bounce - machine - command - reply - request, unsure or ordinary by its reading.
    """
    allowed, against = may_answer(mail, known.own_addresses, known.staff)
    verdict, reason = _verdict(mail, reading, known)
    read = verdict in (Verdict.REQUEST, Verdict.UNSURE)
    if known.answers_prompt and mail.sender not in known.staff:
        against = (*against, "answers a prompt to staff, but is from nobody of them")
    return Judgement(
        verdict=verdict,
        rights=reading.rights if read else (),
        may_answer=allowed,
        why=(reason, *against),
        because=reading.because if read else (),
    )


def may_answer(
    mail: IncomingMail, own_addresses: AbstractSet[str], staff: AbstractSet[str] = frozenset()
) -> tuple[bool, tuple[str, ...]]:
    """Whether an answer of ours may go to the sender of a mail, and every reason against it.

    - no sender: nobody to answer
    - invalid address: nobody that a server could find
    - bounce: an answer to a delivery report is a loop (RFC 5321, section 6.1)
    - machine: the mail says that a program wrote it (RFC 3834, section 2)
    - no-reply: nobody reads there
    - bulk: a letter to many, or the sender's program asks for no automatic answer
    - own address: one of our mailboxes, or a copier in its domain; people there are answered
    """
    invalid = "invalid sender address" in mail.problems
    reasons = {
        "no sender": mail.sender is None and not invalid,
        "invalid address": invalid,
        "bounce": mail.bounce is not None,
        "machine": bool(mail.machine_signals),
        "no-reply": "no-reply sender" in mail.bulk_signals,
        "bulk": any(signal != "no-reply sender" for signal in mail.bulk_signals),
        "own address": mail.sender in own_addresses
        or (mail.sender not in staff and _is_copier(mail, own_addresses)),
    }
    against = tuple(reason for reason, holds in reasons.items() if holds)
    return not against, against


def _verdict(mail: IncomingMail, reading: Reading, known: Known) -> tuple[Verdict, str]:
    """The verdict and the reason for it."""
    sealed = _SEALED.intersection(mail.problems)
    if _is_empty(mail) or (sealed and mail.sender is None):
        return Verdict.UNREADABLE, "nothing can be read"
    if mail.bounce is not None:
        return Verdict.BOUNCE, "delivery report"
    if mail.machine_signals:
        return Verdict.MACHINE, "; ".join(mail.machine_signals)
    if command := _command(mail, known):
        return Verdict.COMMAND, command
    if reply := _reply(mail, known):
        return Verdict.REPLY, reply
    return _by_reading(mail, reading, known)


def _by_reading(mail: IncomingMail, reading: Reading, known: Known) -> tuple[Verdict, str]:
    if reading.road is Road.SURE:
        return Verdict.REQUEST, "its own words"
    if reading.road is Road.PERHAPS:
        many = [signal for signal in mail.bulk_signals if signal.startswith(_TO_MANY)]
        if many:
            return Verdict.MACHINE, f"letter to many: {many[0]}"
        return Verdict.UNSURE, "its own words, but not surely"
    sealed = [problem for problem in mail.problems if problem in _SEALED]
    if sealed:
        return Verdict.UNSURE, sealed[0]
    if _is_paper(mail, known):
        return Verdict.UNSURE, "only paper to read"
    return Verdict.ORDINARY, "nothing in it exercises a right"


def _command(mail: IncomingMail, known: Known) -> str:
    if mail.sender is None or mail.sender not in known.staff:
        return ""
    if known.answers_prompt:
        return "staff answer a prompt"
    words = mail.new_text.split(maxsplit=1)
    first = words[0].casefold().strip("*_.,:;!?\"'”>") if words else ""
    return "a staff word" if first in known.command_words else ""


def _reply(mail: IncomingMail, known: Known) -> str:
    subject = mail.subject
    while subject.casefold().startswith(_PREFIXES):
        subject = subject.partition(":")[2].strip()
    if known.holds_code:
        return "an open code"
    if says_code(mail.new_text) or says_code(subject) or normalise(mail.new_text):
        return "a code"
    if says_not_me(mail.new_text) or says_not_me(subject):
        return "says that it was somebody else"
    return "answers a mail of ours" if known.answers_matter else ""


def _is_empty(mail: IncomingMail) -> bool:
    return not (mail.sender or mail.subject or mail.text.strip() or mail.attachments)


def _is_copier(mail: IncomingMail, own_addresses: AbstractSet[str]) -> bool:
    """Whether a device in our own domain sent this: by its name, or because it sends a page."""
    name, _, domain = (mail.sender or "").rpartition("@")
    if not domain or domain not in {own.rpartition("@")[2] for own in own_addresses}:
        return False
    return any(word in name for word in _DEVICES) or any(map(_may_be_page, mail.attachments))


def _is_paper(mail: IncomingMail, known: Known) -> bool:
    """Whether what the writer wants stands on a scanned page alone, as when the copier sends it."""
    if not any(map(_may_be_page, mail.attachments)):
        return False
    copier = mail.sender not in known.staff and _is_copier(mail, known.own_addresses)
    return copier or not (mail.text.strip() or mail.subject)


def _may_be_page(item: Attachment) -> bool:
    if item.content_type.startswith(("image/", "application/octet-stream")):
        return item.size > _SMALLEST_SCAN
    return item.content_type.startswith(_PAPER)
