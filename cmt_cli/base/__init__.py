"""What every room stands on: record types, times, the YAML reader, words, faults."""
