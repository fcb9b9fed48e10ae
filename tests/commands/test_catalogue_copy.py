"""The catalogue is read from its YAML once, and from then on from a copy, which is only ever as good as the file it was made of."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from cmt_cli.base.faults import Fault
from cmt_cli.commands.catalogue import COPY, FILE, catalogue, classes_of, ingredients_of
from cmt_cli.env import content_folder


@dataclass
class Folders:
    home: Path
    content: Path


@pytest.fixture
def env(tmp_path):
    for name in ("home", "content"):
        (tmp_path / name).mkdir()
    shutil.copy2(content_folder() / FILE, tmp_path / "content" / FILE)
    return Folders(tmp_path / "home", tmp_path / "content")


def test_the_copy_says_what_the_file_says_and_is_private(env):
    read = catalogue(env)
    assert [path.name for path in env.home.iterdir()] == [COPY]
    assert stat.S_IMODE((env.home / COPY).stat().st_mode) == 0o600
    assert catalogue(env) == read
    assert {type(one) for one in catalogue(env)} == {type(read[0])}


def test_once_there_is_a_copy_the_reader_is_never_loaded(env):
    catalogue(env)
    look = (
        "import sys; from pathlib import Path; from types import SimpleNamespace as S; from cmt_cli.commands.catalogue import catalogue\n"
        "from cmt_cli.clinical.catalogue import find\n"
        "print(find(catalogue(S(home=Path(sys.argv[1]), content=Path(sys.argv[2]))), 'zapain').match.name, 'yaml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", look, env.home, env.content], capture_output=True, text=True, check=True)
    assert done.stdout == "co-codamol 30/500 False\n"


def test_a_changed_file_is_read_anew(env):
    catalogue(env)
    path = env.content / FILE
    path.write_text(path.read_text().replace("name: paracetamol 500 mg", "name: paracetamol 500 mm"))
    assert any(one.name == "paracetamol 500 mm" for one in catalogue(env))
    os.utime(path, (1, 1))
    assert any(one.name == "paracetamol 500 mm" for one in catalogue(env))


@pytest.mark.parametrize("left", [b"", b"{}", b"[]", b"\xff", b'{"of": 1}', b'{"of": null, "ingredients": {}, "products": [[1]]}'])
def test_a_broken_copy_is_made_anew(env, left):
    read = catalogue(env)
    whole = (env.home / COPY).read_bytes()
    (env.home / COPY).write_bytes(left)
    assert catalogue(env) == read
    assert (env.home / COPY).read_bytes() == whole


def test_a_copy_with_a_broken_product_is_made_anew(env):
    read = catalogue(env)
    values = json.loads((env.home / COPY).read_text())
    for broken in ([1], None, [*values["products"][0][:3], 7, *values["products"][0][4:]]):
        (env.home / COPY).write_text(json.dumps({**values, "products": [broken]}))
        assert catalogue(env) == read


def test_where_nothing_can_be_kept_the_file_is_read_and_nothing_is_left(env):
    env.home.rmdir()
    assert catalogue(env)
    assert not env.home.exists()
    env.home.mkdir()
    (env.home / COPY).mkdir()
    assert catalogue(env)
    assert [path.name for path in env.home.iterdir()] == [COPY]


def test_a_file_with_a_problem_is_told_with_its_place(env):
    (env.content / FILE).write_text("checked_on: soon\n")
    with pytest.raises(Fault) as fault:
        catalogue(env)
    assert f"{FILE}:1:13" in fault.value.sentence
    (env.content / FILE).unlink()
    with pytest.raises(Fault) as fault:
        catalogue(env)
    assert FILE in fault.value.sentence


def test_an_ingredient_is_known_by_any_of_its_names(env):
    assert classes_of(env, ["Acetaminophen", " codeine ", "sawdust"]) == ("simple", "weak-opioid", "")
    assert ingredients_of(env, ["APAP", "mefenamic  acid", "sawdust"]) == ("paracetamol", "mefenamic acid", "sawdust")
