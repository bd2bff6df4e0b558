"""Het coachingsplan: doelen met tussendoelen, activiteiten en uren, in versies die bewaard blijven."""
