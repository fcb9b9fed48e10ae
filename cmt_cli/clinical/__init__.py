"""What is worked out about a person's record: pure, without a clock."""
