"""A process of its own that typesets: whatever happens in it, the bot goes on.

Run as a script by `typesetting`, with the length of the memory that it may take as its argument. It
reads jobs and writes what came of each: a frame is its length in eight bytes, and then so many. It
ends with its input. It imports nothing of ours, so that it starts in a blink.
"""

import json
import resource
import struct
import sys
from typing import BinaryIO, Final

import typst

MADE: Final = b"+"
REFUSED: Final = b"-"
_LENGTH: Final = struct.Struct(">Q")


def read_frame(pipe: BinaryIO) -> bytes | None:
    """The next frame; None when the pipe has ended, in the middle of one too."""
    length = pipe.read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        return None
    wanted = _LENGTH.unpack(length)[0]
    content = pipe.read(wanted)
    return content if len(content) == wanted else None


def write_frame(pipe: BinaryIO, content: bytes) -> None:
    """Write one frame, and let it go at once."""
    pipe.write(_LENGTH.pack(len(content)))
    pipe.write(content)
    pipe.flush()


def _typeset(job: bytes) -> bytes:
    template, root, data = json.loads(job)
    try:
        made = typst.compile(
            template,
            root=root,
            format="pdf",
            ignore_system_fonts=True,
            sys_inputs={"data": data},
            pdf_tags=True,
        )
    except (typst.TypstError, UnicodeEncodeError):
        # both quote what they stumbled on, which may be a person's
        return REFUSED
    return MADE + bytes(made)


def _serve(most_memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (most_memory, most_memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    while (job := read_frame(sys.stdin.buffer)) is not None:
        write_frame(sys.stdout.buffer, _typeset(job))


if __name__ == "__main__":
    _serve(int(sys.argv[1]))
