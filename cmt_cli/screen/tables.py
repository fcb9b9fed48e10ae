"""Lists: a table on a wide terminal, labelled records for a listener or a narrow one, tab-separated records in a pipe."""

from __future__ import annotations

from collections.abc import Sequence

from cmt_cli.base.text import one_line
from cmt_cli.screen.output import Output

NARROWEST_TABLE = 70


def show_records(
    out: Output,
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    records: Sequence[Sequence[object]] | None = None,
    words_from: int | None = None,
) -> None:
    """Show rows under their columns.

    `records` are the same for a pipe, where they differ. Columns from `words_from` on hold words, and stand in lines under a table.
    """
    if out.accessible or (out.width and out.width < NARROWEST_TABLE):
        for row in rows:
            out.labelled(list(zip(columns, row, strict=True)))
    elif not out.width:
        for record in records or rows:
            out.record(record)
    else:
        numbers = len(columns) if words_from is None else words_from
        _table(out, columns[:numbers], [row[:numbers] for row in rows])
        for row in rows:
            said = list(zip(columns[numbers:], row[numbers:], strict=True))
            if any(value is not None for _, value in said):
                out.labelled([(columns[0], row[0]), *said])


def _table(out: Output, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=out.out, width=out.terminal_width, no_color=not out.color, color_system=None, highlight=False)
    style = box.SIMPLE_HEAD if console.encoding.startswith("utf") else box.ASCII2
    table = Table(box=style, header_style="bold" if out.color else "", pad_edge=False, padding=(0, 1, 0, 0))
    used = [index for index in range(len(columns)) if any(row[index] is not None for row in rows)]
    for index in used:
        numbers = all(isinstance(row[index], int | float | None) for row in rows)
        table.add_column(columns[index], overflow="fold", justify="right" if numbers else "left")
    for row in rows:
        table.add_row(*(Text("" if row[index] is None else one_line(str(row[index]))) for index in used))
    console.print(table)
