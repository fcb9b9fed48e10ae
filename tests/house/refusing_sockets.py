"""Refuse every way to a network: connect, bind, getaddrinfo, and any family but AF_UNIX (asyncio makes itself a socketpair of that)."""

from __future__ import annotations

import socket


class Refused(BaseException):
    """Nothing in the program catches this."""


def no(*_: object, **__: object) -> None:
    raise Refused("a network socket")


def only_unix(make):
    def init(self, family=-1, *args, **options):
        if family != socket.AF_UNIX:
            no()
        make(self, family, *args, **options)

    return init


def refuse(put=setattr):
    """`put` sets an attribute; a test gives monkeypatch's own, so that it is taken back."""
    put(socket.socket, "__init__", only_unix(socket.socket.__init__))
    for name in ("connect", "connect_ex", "bind", "sendto"):
        put(socket.socket, name, no)
    for name in ("getaddrinfo", "gethostbyname", "gethostbyaddr", "create_connection"):
        put(socket, name, no)
