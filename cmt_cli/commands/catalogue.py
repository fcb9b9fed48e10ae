"""The catalogue of medicines, read from content/medicines.yaml, and as a rule from a copy of it that is quicker to read.

Reading the YAML, with the reader it needs, costs about as much as importing typer, the floor of every command (65 ms where the other
costs in docs/architecture.md were measured): too much for every medicine a person logs for the first time. So the first reading leaves a
copy as JSON beside the settings, which costs about a twentieth of that to read and never loads the reader. It holds nothing of the
person. It is made anew when the YAML's size or time, or the program's version, is another; where it cannot be kept, the YAML is read
again. A medicine the person already has is found among theirs, and this file is not imported at all.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from cmt_cli import __version__
from cmt_cli.base.faults import Fault
from cmt_cli.base.medicine import Component, Limit, Product
from cmt_cli.base.words import catalogue as words
from cmt_cli.env import Env

FILE = "medicines.yaml"
COPY = "medicines.json"


class Known(NamedTuple):
    """The products, and by each name of an ingredient the name it goes by here and its class."""

    products: tuple[Product, ...]
    ingredients: dict[str, tuple[str, str]]


def catalogue(env: Env) -> tuple[Product, ...]:
    """Every product there is. Raises Fault when the file cannot be used."""
    return known(env).products


def classes_of(env: Env, ingredients: Sequence[str]) -> tuple[str, ...]:
    """The class of each ingredient, by any of its names; an empty text for one nobody knows."""
    names = known(env).ingredients
    return tuple(names.get(_plain(one), ("", ""))[1] for one in ingredients)


def ingredients_of(env: Env, ingredients: Sequence[str]) -> tuple[str, ...]:
    """The name each ingredient goes by here, so that acetaminophen adds up with paracetamol; as it was given when nobody knows it."""
    names = known(env).ingredients
    return tuple(names.get(_plain(one), (one, ""))[0] for one in ingredients)


def known(env: Env) -> Known:
    """What the catalogue knows, from the copy where that is of this file. Raises Fault when the file cannot be used."""
    path = env.content / FILE
    mark = _mark(path)
    copied = _copied(env.home / COPY, mark)
    if copied:
        return copied
    read = read_file(path)
    _copy(env.home, mark, read)
    return read


def read_file(path: Path) -> Known:
    """What a file of medicines says. Raises Fault with its first problem."""
    from cmt_cli.base.reader import load
    from cmt_cli.clinical.catalogue_read import read_catalogue

    fields, problems = load(path)
    read = read_catalogue(fields) if fields else None
    if read is None:
        found = list(dict.fromkeys(problems.found))
        raise Fault(words.CANNOT_USE.format(problem=found[0], more=len(found) - 1))
    names = {_plain(name): (one.names[0], one.kind) for one in read.ingredients for name in one.names}
    return Known(read.products, names)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _mark(path: Path) -> list[object]:
    """What the copy must have been made of."""
    with suppress(OSError):
        stat = path.stat()
        return [__version__, stat.st_size, stat.st_mtime_ns]
    return []


def _copied(path: Path, mark: list[object]) -> Known | None:
    """The copy, when there is a whole one and it was made of this file."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        values = json.loads(path.read_bytes())
        if mark and values["of"] == mark:
            names = {name: (first, kind) for name, (first, kind) in values["ingredients"].items()}
            return Known(tuple(_product(one) for one in values["products"]), names)
    return None


def _product(values: list[Any]) -> Product:
    product = Product(*values)
    components = None if product.components is None else tuple(Component(*one) for one in product.components)
    limit = Limit(*product.limit) if product.limit else None
    return product._replace(components=components, limit=limit, classes=tuple(product.classes), also=tuple(product.also))


def _copy(home: Path, mark: list[object], read: Known) -> None:
    """Keep the copy, whole or not at all, in a folder that is there. Where it cannot be kept the file is simply read again."""
    written = home / f"{COPY}.{os.getpid()}.new"
    if not mark or not home.is_dir():
        return
    with suppress(OSError):
        with os.fdopen(os.open(written, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
            file.write(json.dumps({"of": mark, "ingredients": read.ingredients, "products": read.products}, separators=(",", ":")))
        written.replace(home / COPY)
    with suppress(OSError):
        written.unlink(missing_ok=True)
