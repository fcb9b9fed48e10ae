"""Lists: a table on a wide terminal, labelled records for a listener or a narrow one, tab-separated records in a pipe."""

from __future__ import annotations

from collections.abc import Sequence

from cmt_cli.screen.output import Output

NARROWEST_TABLE = 70


def show_records(
    out: Output, columns: Sequence[str], rows: Sequence[Sequence[object]], records: Sequence[Sequence[object]] | None = None
) -> None:
    """Show rows under their columns. `records` are the same for a pipe, where they differ. Empty columns are left out of a table."""
    if out.accessible or (out.width and out.width < NARROWEST_TABLE):
        for row in rows:
            out.labelled(list(zip(columns, row, strict=True)))
    elif not out.width:
        for record in records or rows:
            out.record(record)
    else:
        _table(out, columns, rows)


def _table(out: Output, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from cmt_cli.base.text import one_line

    console = Console(file=out.out, width=out.width, no_color=not out.color, color_system=None, highlight=False)
    table = Table(box=box.SIMPLE_HEAD if console.encoding.startswith("utf") else box.ASCII2, header_style="bold" if out.color else "")
    used = [index for index in range(len(columns)) if any(row[index] is not None for row in rows)]
    for index in used:
        table.add_column(columns[index], overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if row[index] is None else one_line(str(row[index]))) for index in used))
    console.print(table)
