"""A real Dovecot for tests: rootless, in one directory of its own, on free ports of loopback."""

import contextlib
import grp
import os
import pwd
import random
import shutil
import signal
import smtplib
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from servers.certificate import write_certificate
from servers.people import Peopled

from bot.shell.addresses import ImapAddress, Security

BINARY = Path("/usr/sbin/dovecot")
WHY_NOT = f"{BINARY} is absent: install dovecot-imapd and dovecot-lmtpd"
BELOW_THE_LENT = range(20_000, 32_000)
PASSWORD = "lösen"  # beyond ASCII on purpose

CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
instance_name = {folder.name}
listen = 127.0.0.1
protocols = imap lmtp
# one account runs everything: no step of Dovecot may ask for root
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
ssl = {ssl}
ssl_cert = <{folder}/tls.pem
ssl_key = <{folder}/tls.key
disable_plaintext_auth = no
auth_mechanisms = plain
auth_failure_delay = 0
mail_location = maildir:~/mail
mail_fsync = always
recipient_delimiter = +
passdb {{
  driver = passwd-file
  args = scheme=PLAIN {folder}/users
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={folder}/home/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
service anvil {{
  chroot =
  # a wrong password in a test must not slow the next login down
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
    ssl = {ssl}
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    port = {lmtp}
  }}
}}
"""


class Dovecot(Peopled):
    """Runs while its `with` block does. `users` are the addresses it serves, all with PASSWORD.

    It has STARTTLS on `imap_port` and TLS on `imaps_port` unless `tls` is false.
    """

    def __init__(self, users: Iterable[str], *, tls: bool = True) -> None:
        self._users = tuple(users)
        self._tls = tls

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="dovecot-"))
        self.cafile, _ = write_certificate(self.folder)
        lines = (f"{user}:{{PLAIN}}{PASSWORD}::::::\n" for user in self._users)
        (self.folder / "users").write_text("".join(lines), encoding="utf-8")
        self.imap_port, self.imaps_port, self.lmtp_port = _free_ports(3)
        self._configure()
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def start(self) -> None:
        """Start, and return when it answers."""
        root = {"user": "nobody", "group": "nogroup", "extra_groups": []} if _is_root() else {}
        self._process = subprocess.Popen(  # noqa: S603 - our own command line
            [BINARY, "-F", "-c", self.folder / "dovecot.conf"],
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            **root,
        )
        end = time.monotonic() + 10
        while not _answers(self.imap_port):
            if self._process.poll() is not None or time.monotonic() > end:
                self.stop()
                raise RuntimeError(self.log())
            time.sleep(0.01)  # a starting server gives no other sign

    def stop(self) -> None:
        """End it at once with all its processes: asked politely it takes a second."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(timeout=10)

    def log(self) -> str:
        """What it wrote down."""
        return (self.folder / "log").read_text(encoding="utf-8")

    def renumber(self) -> None:
        """Give every mailbox a new UIDVALIDITY, as a rebuilt index does."""
        self.stop()
        for pattern in ("dovecot-uid*", "dovecot.index*"):
            for known in self.folder.glob(f"home/*/mail/**/{pattern}"):
                known.unlink()
        time.sleep(1.1)  # Dovecot takes the new value from the clock's seconds
        self.start()

    def address(self, user: str, security: Security = "none") -> ImapAddress:
        """How the bot reaches a mailbox."""
        port = self.imaps_port if security == "tls" else self.imap_port
        return ImapAddress("127.0.0.1", port, security, user, lambda: PASSWORD, self.cafile)

    def deliver(self, to: str, raw: bytes) -> None:
        """Let a mail arrive now."""
        with smtplib.LMTP("127.0.0.1", self.lmtp_port) as door:
            door.sendmail("kund@example.org", [to], raw)

    def _configure(self) -> None:
        owner = pwd.getpwnam("nobody") if _is_root() else pwd.getpwuid(os.getuid())
        text = CONFIG.format(
            folder=self.folder,
            user=owner.pw_name,
            group=_group_name(owner.pw_gid),
            ssl="yes" if self._tls else "no",
            imap=self.imap_port,
            imaps=self.imaps_port if self._tls else 0,
            lmtp=self.lmtp_port,
        )
        (self.folder / "dovecot.conf").write_text(text, encoding="utf-8")
        if _is_root():
            for path in (self.folder, *self.folder.iterdir()):
                os.chown(path, owner.pw_uid, owner.pw_gid)


def _is_root() -> bool:
    return os.getuid() == 0


def _group_name(gid: int) -> str:
    return grp.getgrgid(gid).gr_name


def _free_ports(count: int) -> list[int]:
    """Free ports below those that the system lends out: after a restart they are still free."""
    with contextlib.ExitStack() as stack:
        found: list[int] = []
        for port in random.sample(BELOW_THE_LENT, len(BELOW_THE_LENT)):
            one = stack.enter_context(socket.socket())
            with contextlib.suppress(OSError):
                one.bind(("127.0.0.1", port))
                found.append(port)
            if len(found) == count:
                break
        return found


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1) as one:
        one.settimeout(5)
        return one.recv(1) == b"*"
    return False
