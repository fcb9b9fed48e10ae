"""`python -m cmt_cli` and the installed `cmt`."""

from __future__ import annotations

import sys


def run() -> None:
    """Run one command and end with its exit code."""
    from cmt_cli.main import main

    sys.exit(main())


if __name__ == "__main__":
    run()
