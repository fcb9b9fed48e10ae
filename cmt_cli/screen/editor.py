"""The person's own editor. What it writes stands in the private folder, and so do its swap and temporary files."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from cmt_cli.base.faults import Fault, Signalled, Stopped, how_stopped
from cmt_cli.base.words import editor as words

FOLDER = "writing"
FILE = "words.txt"


class Editor(NamedTuple):
    """A command line such as `vim -n`, the folder it writes in, and the environment it is started with."""

    command: str
    home: Path
    environ: Mapping[str, str]

    @contextmanager
    def wrote(self, begin: str) -> Iterator[str | None]:
        """What was written, None when nothing was changed. The file stays until the words are stored, and goes afterwards.

        Raises Fault when the editor cannot be started or says it failed; a changed file then stays, and the Fault says where.
        """
        folder = self._folder()
        file = folder / FILE
        file.touch(0o600)
        file.write_text(begin, encoding="utf-8")
        began = file.read_bytes()
        try:
            self._run(file, began)
        except (KeyboardInterrupt, Signalled) as stop:
            raise Stopped(words.STOPPED_KEPT.format(path=file), how_stopped(stop)) from None
        written = file.read_bytes() if file.is_file() else began
        yield None if written == began else written.decode("utf-8", "surrogateescape")
        shutil.rmtree(folder, ignore_errors=True)

    def _folder(self) -> Path:
        parent = self.home / FOLDER
        try:
            parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return Path(tempfile.mkdtemp(dir=parent))
        except OSError as error:
            raise Fault(words.NO_FOLDER.format(path=parent, reason=error.strerror or "unknown")) from None

    def _run(self, file: Path, began: bytes) -> None:
        """Run the editor to its end. Ctrl-C is the editor's own while it is open."""
        usual = signal.signal(signal.SIGINT, lambda *_: None)  # not ignored: what is ignored here would be ignored in the editor too
        try:
            command = [*shlex.split(self.command), str(file)]
            ended = subprocess.run(command, env={**self.environ, "TMPDIR": str(file.parent)}, check=False)
        except (OSError, ValueError) as error:
            shutil.rmtree(file.parent, ignore_errors=True)
            reason = error.strerror if isinstance(error, OSError) else str(error)
            raise Fault(words.CANNOT_START.format(command=self.command, reason=reason or "unknown")) from None
        finally:
            signal.signal(signal.SIGINT, usual)
        if ended.returncode == os.EX_OK:
            return
        if file.is_file() and file.read_bytes() != began:
            raise Fault(words.FAILED_KEPT.format(command=self.command, code=ended.returncode, path=file))
        shutil.rmtree(file.parent, ignore_errors=True)
        raise Fault(words.FAILED.format(command=self.command, code=ended.returncode))
