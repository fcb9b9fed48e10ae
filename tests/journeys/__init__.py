"""Whole journeys in a pseudo-terminal."""
