"""What a person is told in a pause before they choose: what is in the log, and one kind line."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import timedelta
from math import fsum

from cmt_cli.base.medicine import Dose, Medicine
from cmt_cli.base.times import spoken
from cmt_cli.base.words import pause as words
from cmt_cli.base.words.session import OWN_IN_HEAD
from cmt_cli.clinical.returning import strongest
from cmt_cli.commands.contents import shown_name
from cmt_cli.commands.med import counted
from cmt_cli.commands.noticing import grams
from cmt_cli.env import Env
from cmt_cli.store import medicines, sessions, thoughts

PAUSE_CARD, CARD_DAYS = "pause-card", (16, 6)
DAY = timedelta(hours=24)


def in_the_log(env: Env, connection: sqlite3.Connection, medicine: Medicine | None) -> list[str]:
    """When a medicine was last logged, and what 24 hours add up to; nothing where none is named."""
    if medicine is None:
        return []
    name = shown_name(env, medicine.product)
    last = medicines.latest_of(connection, medicine.product.name)
    said = words.LAST.format(name=name, when=spoken(last.at)) if last else words.NOT_LOGGED.format(name=name)
    return [said, _in_24_hours(medicine, medicines.since_moment(connection, env.now() - DAY), hidden=env.settings.hide_names)]


def kind_line(connection: sqlite3.Connection) -> str:
    """Their pause card, else their best reply, else the programme's."""
    on = sessions.started(connection)
    for day in CARD_DAYS if on else ():
        card = sessions.recalled(connection, on.programme, day, PAUSE_CARD) if on else None
        if card and card.strip() and card != OWN_IN_HEAD:
            return card
    best = strongest(thoughts.all_of(connection), 1)
    return best[0].text if best else words.KIND_LINES


def _in_24_hours(medicine: Medicine, doses: Sequence[Dose], *, hidden: bool) -> str:
    """The ingredients of a medicine, summed over all doses; of a patch, and where its contents are unknown, its own units."""
    own = [dose.units for dose in doses if dose.product.name == medicine.product.name]
    if not medicine.product.components or medicine.product.rate is not None:
        return words.IN_24.format(amounts=counted(medicine.product, fsum(own))) if own else words.NOTHING_IN_24
    held = [one for dose in doses for one in dose.components or ()]
    sums = {one.ingredient: fsum(other.mg for other in held if other.ingredient == one.ingredient) for one in medicine.product.components}
    said = [grams(mg) if hidden else words.AMOUNT.format(ingredient=name, mg=grams(mg)) for name, mg in sums.items() if mg]
    unknown = any(dose.components is None for dose in doses)
    if said:
        return (words.AT_LEAST_IN_24 if unknown else words.IN_24).format(amounts=", ".join(said))
    return words.UNKNOWN_IN_24 if unknown else words.NOTHING_IN_24
