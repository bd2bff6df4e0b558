"""Het arbeidsdeskundig rapport en de onderzoeksrapportage."""
