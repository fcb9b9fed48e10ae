"""Medicines and doses, as values. Amounts are milligrams as labels give them, times aware datetimes, units what one counts out."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

UNITS = ("tablet", "capsule", "sachet", "ml", "patch", "spray", "drop", "suppository", "lozenge", "injection", "unit")
REASONS = ("pain", "headache", "sleep", "stress", "low_mood", "ahead", "habit", "withdrawal", "other")
SOURCES = ("prescription", "over_the_counter", "unknown")
PAINKILLER, OTHER = "painkiller", "other"
CLOCK, NEEDED = "clock", "needed"
OPIOIDS = ("weak-opioid", "strong-opioid")
SEDATING = ("sedative", "gabapentinoid", "alcohol")
CLASSES = (
    "simple",
    "nsaid",
    *OPIOIDS,
    "triptan",
    "gabapentinoid",
    "antidepressant",
    "anticonvulsant",
    "topical",
    "sedative",
    "alcohol",
    "antidote",
    "caffeine",
    "antihistamine",
    "other",
)


class Component(NamedTuple):
    """One ingredient: milligrams in one unit, or in a whole dose."""

    ingredient: str
    mg: float


class Limit(NamedTuple):
    """What a label says of 24 hours: at most so many units, so many hours apart. `verified` False: no notice is computed from it."""

    units: float | None
    gap_hours: float | None
    verified: bool
    source: str
    checked_on: str


class Product(NamedTuple):
    """What a medicine is, as it stood when the person confirmed it. `components` None: contents unknown.

    `classes` are those of its ingredients, in the same order; where no milligrams are counted, that of the whole. `legal` maps a country to
    over_the_counter or prescription, or to unknown where it is sold and how was read nowhere. `rate` is what a patch gives, in micrograms
    an hour, and `wear_hours` how long it is worn; None for anything else. `verified` says whether contents were read in a source.
    """

    id: str | None
    name: str
    unit: str
    components: tuple[Component, ...] | None
    classes: tuple[str, ...]
    counts: str
    legal: dict[str, str]
    limit: Limit | None = None
    wear_hours: float | None = None
    verified: bool = False
    also: tuple[str, ...] = ()
    source: str = ""
    checked_on: str = ""
    rate: float | None = None


class Medicine(NamedTuple):
    """A medicine of this person: its product, whether it is taken by the clock or when needed, and the usual dose in units."""

    id: int
    product: Product
    kind: str | None = None
    usual: float | None = None


class Dose(NamedTuple):
    """What was taken at one time. `product` is a snapshot of the medicine `medicine_id`; `source` says whether this was prescribed."""

    id: int
    at: datetime
    day: date
    product: Product
    units: float
    reason: str | None = None
    reason_words: str | None = None
    pain: int | None = None
    urge: int | None = None
    after_pause: int | None = None
    source: str = "unknown"
    medicine_id: int | None = None

    @property
    def components(self) -> tuple[Component, ...] | None:
        """The ingredients of the whole dose; None when the contents are unknown."""
        if self.product.components is None:
            return None
        return tuple(Component(one.ingredient, one.mg * self.units) for one in self.product.components)


class Direction(NamedTuple):
    """What the label or prescriber says of a medicine, in their words and as numbers, from `since` on."""

    medicine: str
    text: str
    units: float | None
    times_a_day: float | None
    days: int | None
    since: date
    kind: str | None


CHOICES = ("take", "wait", "something_else", "talk", "open")
WENT = ("eased", "same", "stronger")


class Pause(NamedTuple):
    """A pause before a painkiller, and the person's own choice. `went` is how a wait went."""

    id: int
    at: datetime
    day: date
    medicine: str | None = None
    pain: int | None = None
    urge: int | None = None
    need: int | None = None
    about: str | None = None
    about_words: str | None = None
    urge_after: int | None = None
    choice: str | None = None
    wait_minutes: int | None = None
    went: str | None = None
    dose_id: int | None = None
