"""A PostgreSQL server of its own for one test, where the machine has one; else nothing."""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY_ELSE = "postgres"


def _binaries() -> Path | None:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return found[-1].parent if found else None


@contextmanager
def server() -> Iterator[str | None]:
    """The URL of an empty database on a socket of its own; None where there is no PostgreSQL."""
    binaries = _binaries()
    if binaries is None or importlib.util.find_spec("psycopg") is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    # the server refuses to run as root
    user = {"user": _NOBODY_ELSE} if os.geteuid() == 0 else {}
    if user:
        shutil.chown(folder, _NOBODY_ELSE)
    data = folder / "data"

    def run(*words: str | Path) -> None:
        subprocess.run(  # type: ignore[call-overload] # noqa: S603 - the server's own programs
            [*words], check=True, capture_output=True, **user
        )

    control = (binaries / "pg_ctl", "-D", data, "-w")
    try:
        run(
            binaries / "initdb", "-D", data, "-A", "trust", "-U", "owner", "-E", "UTF8", "--no-sync"
        )
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
        run(*control, "-o", options, "-l", folder / "log", "start")
        try:
            yield f"postgresql+psycopg://owner@/postgres?host={folder}"
        finally:
            run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
