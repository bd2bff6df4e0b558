"""De werkgever vult zijn deel van de aanvraag zelf in, via een link."""
