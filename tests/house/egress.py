"""What would leave this machine while the tests run: every connection and every name asked for.

Python tells its audit hooks of each before it happens. A hook cannot be taken back, so it is set
once a process and only listens.
"""

import ipaddress
import socket
import sys
from functools import cache

#: connections and look-ups off this machine, each as `event host`
seen: list[str] = []

#: a name that no server has to be asked for: RFC 6761, section 6.4
_NOWHERE = ".invalid"
_CONNECTIONS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg"})


def is_here(host: object) -> bool:
    """Whether a host, as a socket was given it, is this machine; a path in the file system is."""
    if not isinstance(host, str):
        return True
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        return host in {"", "localhost", socket.gethostname()}
    return ip.is_loopback or ip.is_unspecified


@cache
def listen() -> None:
    """Sets the hook, once."""
    sys.addaudithook(_hear)


def _hear(event: str, details: tuple[object, ...]) -> None:
    if event in _CONNECTIONS:
        address = details[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event == "socket.getaddrinfo" and not str(details[0]).endswith(_NOWHERE):
        host = details[0]
    else:
        return
    if not is_here(host):
        seen.append(f"{event} {host}")
