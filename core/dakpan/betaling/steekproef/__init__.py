"""Een steekproef uit gedeclareerde activiteiten: trekken, regel voor regel nakijken, en afsluiten."""
