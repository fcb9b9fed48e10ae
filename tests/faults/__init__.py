"""Slow tests that kill and break things; run by `make faults`."""
