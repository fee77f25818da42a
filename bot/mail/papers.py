"""The files that a member of staff attached to a reply: what was found of a person."""

from dataclasses import dataclass
from typing import Final

from bot.mail.parts import tree

MOST: Final = 50
_MOST_BYTES: Final = 40_000_000


@dataclass(frozen=True)
class Paper:
    """One attached file: its name without folders, its content type, its bytes."""

    name: str
    content_type: str
    data: bytes


def papers_in(raw: bytes) -> tuple[Paper, ...]:
    """Every attached file of a mail, in its order; at most fifty.

    A picture that only stands in the text, such as the logo of a signature, is none.
    """
    top = tree(raw, [])
    found: list[Paper] = []
    for part in top.leaves():
        shown = part.disposition != "attachment" and part.headers.first("content-id")
        if part is top or shown or not (part.disposition == "attachment" or part.name):
            continue
        name = part.name or f"bilaga-{len(found) + 1}"
        found.append(Paper(name, part.kind, part.decoded(_MOST_BYTES)))
    return tuple(found[:MOST])
