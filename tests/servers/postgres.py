"""A PostgreSQL server of its own, below a test's folder, on a socket that nobody else sees."""

import os
import pwd
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Self


def _programs() -> Path | None:
    """Where initdb and pg_ctl lie: on the path, or where Debian keeps them, the newest first."""
    on_path = shutil.which("initdb")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    return Path(on_path).parent if on_path else next((one.parent for one in debian), None)


PROGRAMS = _programs()
WHY_NOT = (
    "needs PostgreSQL: apt-get install postgresql"
    if PROGRAMS is None
    else "needs the driver psycopg: pip install 'psycopg[binary]'"
    if find_spec("psycopg") is None
    else ""
)
"""What is missing here; empty where nothing is."""

_SETTINGS = "-c listen_addresses='' -c fsync=off -c unix_socket_directories='{folder}'"


class Postgres:
    """Runs as a user without rights, since the server refuses to run as root."""

    def __enter__(self) -> Self:
        # a socket's path may be 107 bytes long: a test's own folder is deeper than that
        self.folder = Path(tempfile.mkdtemp(prefix="pg"))
        self._user = pwd.getpwnam("nobody") if os.getuid() == 0 else None
        if self._user is not None:
            os.chown(self.folder, self._user.pw_uid, self._user.pw_gid)
        data = str(self.folder / "data")
        self._run("initdb", "-D", data, "-U", "shop", "--auth=trust", "-E", "UTF8", "--locale=C")
        settings = _SETTINGS.format(folder=self.folder)
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", data, "-w", "-o", settings, "-l", log, "start")
        return self

    def __exit__(self, *_: object) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")
        shutil.rmtree(self.folder)

    @property
    def url(self) -> str:
        """The SQLAlchemy URL of its one database."""
        return f"postgresql+psycopg://shop@/postgres?host={self.folder}"

    def _run(self, program: str, *words: str) -> None:
        if PROGRAMS is None:
            raise RuntimeError(WHY_NOT)
        subprocess.run(  # noqa: S603 - the server's own programs
            [str(PROGRAMS / program), *words],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self.folder,
            user=self._user.pw_uid if self._user else None,
            group=self._user.pw_gid if self._user else None,
            extra_groups=[] if self._user else None,
        )
