"""Registers that are no tables: mailboxes, and what only people can look in."""

from pydantic import Field

from bot.config.secret import WHERE, Secret
from bot.registers.by_people import PeopleMap
from bot.registers.maps.archive_map import MailboxMap

__all__ = ["ArchivedMailbox", "PeopleMap"]


class ArchivedMailbox(MailboxMap):
    """A mailbox whose mails are searched, and the password of its account."""

    password: Secret = Field(description=WHERE)
