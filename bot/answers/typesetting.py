"""From a template and data to a tagged PDF, typeset in a process that may be ended at any time.

The process is kept for the next document, since starting one takes as long as typesetting a page,
and it is let go after a long one. A document that takes too long or too much memory ends it.
"""

import atexit
import json
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from bot.answers.typesetter import MADE, read_frame, write_frame

TEMPLATES: Final = Path(str(files("mail_templates")))
MOST_SECONDS: Final = 120.0
"""A thousand rows of each category take about a tenth of it."""
MOST_MEMORY: Final = 3 * 2**30
"""Bytes of address space, of which typst takes more than it uses."""
_LONG: Final = 200_000
"""Signs of data behind which the process is let go, with the memory that it took."""


class TypesettingError(Exception):
    """A document could not be typeset. The message names the template, never what it was to say."""


class Typesetter:
    """One child process, started when it is needed; one document at a time."""

    def __init__(self, most_seconds: float = MOST_SECONDS, most_memory: int = MOST_MEMORY) -> None:
        self._most_seconds = most_seconds
        self._most_memory = most_memory
        self._turn = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None

    def __call__(self, template: Path, data: str, root: Path) -> bytes:
        """The PDF; TypesettingError when there is none, and for what the child died of."""
        with self._turn:
            made = self._asked(json.dumps([str(template), str(root), data]).encode())
            if made is None or len(data) > _LONG:
                self._end()
        name = f"mail_templates/{template.relative_to(root)}"
        if made is None:
            raise TypesettingError(f"{name}: it took too long or too much memory")
        if not made.startswith(MADE):
            raise TypesettingError(name)
        return made.removeprefix(MADE)

    @property
    def is_running(self) -> bool:
        """Whether a child waits for the next document."""
        return self._child is not None and self._child.poll() is None

    def close(self) -> None:
        """End the child; a later document starts another."""
        with self._turn:
            self._end()

    def _asked(self, job: bytes) -> bytes | None:
        child = self._running()
        if child.stdin is None or child.stdout is None:
            raise RuntimeError("the child was started without pipes")
        too_late = threading.Timer(self._most_seconds, child.kill)
        too_late.start()
        try:
            write_frame(child.stdin, job)  # type: ignore[arg-type] # a pipe of bytes
            return read_frame(child.stdout)  # type: ignore[arg-type] # the same
        except OSError:
            return None
        finally:
            too_late.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self._end()
            script = Path(__file__).with_name("typesetter.py")
            self._child = subprocess.Popen(  # noqa: S603 - this very Python, our own file
                [sys.executable, "-I", str(script), str(self._most_memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        with suppress(OSError):
            child.communicate()


_SETTER: Final = Typesetter()
atexit.register(_SETTER.close)


def compile_typst(template: Path, data: Mapping[str, Any], root: Path = TEMPLATES) -> bytes:
    """A tagged PDF of a template below `root`, which is also the only folder that it may read.

    `data` is plain JSON matter. The template gets it as `sys.inputs.data`, as text that is read
    and never run. Equal data give equal bytes. Only typst's own typefaces are used, so that every
    machine sets the same page. Raises TypesettingError.
    """
    return _SETTER(template, json.dumps(data, ensure_ascii=False), root)
