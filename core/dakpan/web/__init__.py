"""Het web: schermen op de server gemaakt, die zonder JavaScript werken."""
