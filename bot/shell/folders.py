"""The names of a mailbox's folders: as people see them, and as its server wants them."""

from imapclient import IMAPClient, imap_utf7

#: what is listed and holds no mail (RFC 3501 section 7.2.2, RFC 5258 section 3)
_NO_FOLDER = {rb"\noselect", rb"\nonexistent"}


def folder_names(client: IMAPClient) -> dict[str, bytes]:
    """Every folder that can hold mail: its readable name, and the server's own.

    The client leaves names alone (`folder_encode = False`): one that is no modified UTF-7 (RFC
    3501 section 5.1.3) must not hide the others, and is called by its bytes.
    """
    names: dict[str, bytes] = {}
    for flags, _, name in client.list_folders():
        if not _NO_FOLDER.intersection(flag.lower() for flag in flags):
            # imapclient makes a number of a name in digits, and nothing of the name NIL
            own = name if isinstance(name, bytes) else str(name or "NIL").encode()
            names[readable(own)] = own
    return names


def readable(raw: bytes) -> str:
    """A folder's name as people see it."""
    try:
        name = str(imap_utf7.decode(raw))
    except UnicodeError:
        return raw.decode("latin-1")
    return name if imap_utf7.encode(name) == raw else raw.decode("latin-1")
