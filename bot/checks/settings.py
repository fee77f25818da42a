"""What the settings alone tell: secrets that are not there, companies without people."""

from collections.abc import Iterator

from bot.checks.remark import Remark, fault, note
from bot.config import ConfigError, Secret, Settings
from bot.core.vocabulary import Role

_WITHOUT = {
    Role.HANDLER: "nobody may approve, classify or post",
    Role.DECIDER: "nobody may refuse a request",
}


def look_at_secrets(settings: Settings) -> Iterator[Remark]:
    """Each secret is read once and thrown away."""
    for key, secret in _secrets(settings):
        for wrong in faults_of(secret):
            yield fault(f"{key}: {wrong}")


def faults_of(secret: Secret) -> list[str]:
    """Why a secret cannot be had, by its place; [] when it can."""
    try:
        secret.reveal()
    except ConfigError as error:
        return [f"{secret.place}: found {one.found}; write {one.write}" for one in error.faults]
    return []


def look_at_companies(settings: Settings) -> Iterator[Remark]:
    """A company needs people for every role, and a register that tells what it holds."""
    for key, company in settings.companies.items():
        held = {role for person in company.staff for role in person.roles}
        for role, effect in _WITHOUT.items():
            if role not in held:
                yield fault(
                    f'companies.{key}.staff: no one has the role "{role}", so {effect}; '
                    "add it to the roles of a person"
                )
        if not any(register.company == key for register in settings.registers.values()):
            yield fault(
                f"companies.{key}: no register belongs to it, so every answer would say that it "
                f'holds nothing; add one with company = "{key}" under [registers.<key>]'
            )


def look_at_receipt(settings: Settings) -> Iterator[Remark]:
    """The clock runs from the earliest stamp of our own servers."""
    for key, box in settings.mailboxes.items():
        if not box.receiving_hosts:
            yield note(
                f"mailboxes.{key}.receiving_hosts: none is named, so a mail that came late into "
                "the mailbox counts from that day; name the servers that take your mail in"
            )


def _secrets(settings: Settings) -> Iterator[tuple[str, Secret]]:
    for key, box in settings.mailboxes.items():
        yield f"mailboxes.{key}.password", box.password
    if settings.smtp.password is not None:
        yield "smtp.password", settings.smtp.password
