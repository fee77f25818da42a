"""A server that says its lines and then hangs, for what no real server does on demand."""

import contextlib
import socket
import threading
from typing import Self


class Silent:
    """Answers each line of the first caller with the next of `lines`, then never again.

    The first of `lines` is the greeting. `heard` holds what the caller sent.
    """

    def __init__(self, *lines: bytes) -> None:
        self._lines = lines
        self.heard: list[bytes] = []

    def __enter__(self) -> Self:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._talk)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()

    def _talk(self) -> None:
        with contextlib.suppress(OSError):
            caller, _ = self._socket.accept()
            with caller, caller.makefile("rb") as lines:
                for number, answer in enumerate(self._lines):
                    if number:
                        self.heard.append(lines.readline())
                    tag = self.heard[-1].split()[0] if self.heard else b""
                    caller.sendall(answer.replace(b"TAG", tag) + b"\r\n")
                self._over.wait()
