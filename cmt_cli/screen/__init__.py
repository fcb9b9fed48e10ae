"""What a person sees, hears and types."""
