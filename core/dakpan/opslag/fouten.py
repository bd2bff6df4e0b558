"""Waarom een handeling niet doorgaat."""

from uuid import UUID


class NietGevonden(LookupError):
    """Bestaat niet, of is van een ander: van buiten zijn die twee gelijk."""

    def __init__(self) -> None:
        super().__init__("Deze pagina of zaak bestaat niet, of is niet van u.")


class GeenRecht(Exception):
    """De zaak is wel van u, maar deze handeling hoort bij een ander recht. ``recht`` noemt welk."""

    def __init__(self, recht: str) -> None:
        naam = recht.replace("_", " ")
        super().__init__(f"Hiervoor is het recht '{naam}' nodig. Vraag het aan wie uw medewerkers beheert.")
        self.recht = recht


class InArchief(GeenRecht):
    """De zaak ligt in het archief van de eigen organisatie, en de vrager mag daar niet in kijken."""

    def __init__(self) -> None:
        super().__init__("archief_inzien")


class Gewijzigd(Exception):
    """Iemand anders was u voor. Wat u typte blijft staan; kies wat er moet gelden."""

    def __init__(self) -> None:
        super().__init__(
            "Iemand anders heeft dit intussen gewijzigd. Hieronder staat wat u invulde; "
            "vergelijk het met wat er nu is opgeslagen en sla het zo nodig opnieuw op."
        )


class Wachtfout(Exception):
    """Een opdracht aan de database zonder vrager of zonder filter: een fout in de code, nooit van een gebruiker."""


class VreemdeRij(Wachtfout):
    """Een rij van een ander, of van de verkeerde kant, was bijna opgeslagen."""

    def __init__(self, tabel: str, id_: UUID | None) -> None:
        super().__init__(f"rij {id_} van {tabel} is niet van de vrager")
