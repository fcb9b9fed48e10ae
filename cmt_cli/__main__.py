"""`python -m cmt_cli` and the installed `cmt`."""

from __future__ import annotations

import sys


def run() -> None:
    """Run one command and end with its exit code."""
    try:
        from cmt_cli.main import main

        sys.exit(main())
    except KeyboardInterrupt:  # before the program was far enough to say more
        from cmt_cli.base.words.desk import STOPPED

        sys.stderr.write(f"{STOPPED}\n")
        sys.exit(130)


if __name__ == "__main__":
    run()
