"""Wat er op de terminal staat als de demonstratie opent: waar zij is, en als wie u kunt meespelen."""

from collections.abc import Iterator

from dakpan.demo.spelers import Speler, Spelers
from dakpan.partijen.tenantbestanden import meegeleverde_map


def welkomstekst(adres: str) -> str:
    """Het adres, het wachtwoord en van elke rol één account."""
    spelers = Spelers.bij(meegeleverde_map().joinpath("demo"))
    gekozen = list(een_per_rol(spelers))
    breedte = max(len(een.email) for een in gekozen)
    regels = [f"  {een.email:<{breedte}}  {een.doet}" for een in gekozen]
    return "\n".join(
        [
            "",
            f"Dakpan is open op {adres}",
            "Alles is verzonnen. Stoppen: Ctrl-C. Opnieuw beginnen: dakpan demo --opnieuw",
            "",
            f"Meld u aan met het wachtwoord '{spelers.wachtwoord}', of kies iemand op de eerste pagina:",
            "",
            *regels,
            "",
            f"Er zijn {len(spelers.personen)} accounts, bij {len(spelers.organisaties)} organisaties "
            f"en {len(spelers.financiers)} financiers.",
        ]
    )


def een_per_rol(spelers: Spelers) -> Iterator[Speler]:
    """Wie van de eerste organisatie is allemaal, en bij een financier van elke rol de eerste; vier ogen met twee."""
    eerste = spelers.organisaties[0]["code"]
    gezien: set[str] = set()
    for een in spelers.personen:
        rollen = {een.doet for lid in een.leden if lid.financier}
        if een.werkt_voor(eerste) or rollen - gezien:
            gezien |= rollen
            yield een
