"""Where a mailbox and its map part ways: every sentence says what is wrong and what to do."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

from bot.registers.mails.archive import Archive
from bot.registers.maps.archive_map import MailboxMap
from bot.registers.records import RegisterUnavailable


def archive_faults(
    register: str, box: MailboxMap, opening: Callable[[], AbstractContextManager[Archive]]
) -> list[str]:
    """All that `rightsbot check` says of one mailbox as a register; empty when all is well."""
    where = f"registers.{register}"
    sentences = list(_silences(where, box))
    try:
        with opening() as archive:
            there = archive.folders()
            sentences += _named_folders(where, box, there)
            sentences += _unread_folders(where, box, archive, there)
            if box.writable and not archive.expunges:
                sentences.append(
                    f"{where}: the server does not offer UIDPLUS, so the bot cannot take single "
                    "mails away and people are asked to; set writable = false"
                )
            for folder in box.reads(there):
                archive.state(folder)
    except RegisterUnavailable as silence:
        sentences.append(
            f"{silence}; see that host, port, security, user and password in [{where}] are right, "
            "and that the account may open every folder"
        )
    return sentences


def _silences(where: str, box: MailboxMap) -> Iterator[str]:
    """What the map does not say and an erasure needs."""
    if not box.writable:
        return
    if box.bookkeeping is None:
        yield (
            f"{where}: nobody has said which mails are bookkeeping, so each erasure asks people "
            f"about every mail; add [{where}.bookkeeping]"
        )
    if box.own_kept_by is None:
        yield (
            f'{where}: nobody has said why mail in "{box.own_folder}" is kept, so each erasure '
            "asks people about it; set own_kept_by to a purpose"
        )


def _named_folders(where: str, box: MailboxMap, there: tuple[str, ...]) -> Iterator[str]:
    bookkeeping = box.bookkeeping.folders if box.bookkeeping else ()
    named = {"folders": box.folders, "impersonal": box.impersonal, "bookkeeping": bookkeeping}
    for key, names in named.items():
        for name in names:
            if name not in there:
                yield f'{where}.{key}: there is no folder "{name}"; mend the name or take it out'
    if box.own_folder not in there:
        yield (
            f'{where}: there is no folder "{box.own_folder}"; `rightsbot check` makes it where '
            "the mailbox is also under [mailboxes], else set own_folder"
        )


def _unread_folders(
    where: str, box: MailboxMap, archive: Archive, there: tuple[str, ...]
) -> Iterator[str]:
    """A folder that is not searched and holds mail: what lies there would be in no answer (P15)."""
    for name in there:
        if name in box.reads(there) or name in box.impersonal:
            continue
        if any(True for _ in archive.envelopes(name)):
            yield (
                f'{where}: the folder "{name}" holds mail and is not searched; add it to folders, '
                "or to impersonal if it holds nobody's data"
            )
