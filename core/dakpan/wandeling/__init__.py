"""De wandeling: handelingen die meer dan één huis raken, elk in één geheel."""
