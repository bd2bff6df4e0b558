"""De rekening waarvan een financier betaalt, het factuuradres, en de organisatie die het krijgt."""
