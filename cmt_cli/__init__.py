"""cmt: Compassionate Mind Training in the terminal, for people who live with pain and painkillers."""

__version__ = "0.1.0"
