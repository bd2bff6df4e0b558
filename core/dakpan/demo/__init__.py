"""De demonstratie: verzonnen mensen, werkgevers en organisaties, en twee kwartalen werk."""
