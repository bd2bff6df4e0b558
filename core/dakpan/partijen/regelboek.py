"""Welke regels gelden voor deze financier op deze dag? Eén keer opgezocht en daarna bewaard."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from dakpan.invoer.toml import Plek
from dakpan.partijen.tenant import GekozenRegelset, Tenant
from dakpan.partijen.waarden.inhoud import GEEN, EigenWaarden
from dakpan.regels.parameters.parameters import Parameters
from dakpan.regels.regels import Regels
from dakpan.regels.register import Register

TEN_HOOGSTE = 500


class Regelboek:
    """De regels per financier en ingangsdatum, en per regelset zonder financier."""

    def __init__(self, register: Register, tenants: Mapping[str, Tenant]) -> None:
        self.register = register
        self.tenants = tenants
        self._van_regelset: dict[str, Regels] = {}
        self._van_tenant: dict[tuple[str, date, tuple[UUID, ...]], Regels] = {}

    def van_regelset(self, naam: str) -> Regels:
        """De regelset met alleen haar eigen parameters. ``KeyError`` als zij niet is geïnstalleerd."""
        if naam not in self._van_regelset:
            self._van_regelset[naam] = Regels(self.register.klasse(naam)())
        return self._van_regelset[naam]

    def van_tenant(self, slug: str, peildatum: date, eigen: EigenWaarden = GEEN) -> Regels | None:
        """De regelset van een financier op een dag, met diens aanvullingen. None: nog geen op die dag.

        ``eigen``: wat hij in het loket zelf invulde, bovenop zijn bestand.
        """
        keuze = self.tenants[slug].regelset_op(peildatum)
        if keuze is None:
            return None
        sleutel = (slug, keuze.vanaf, eigen.stand)
        if sleutel not in self._van_tenant:
            if len(self._van_tenant) >= TEN_HOOGSTE:
                self._van_tenant.clear()  # elke andere waarde is een nieuwe stand; de oude zijn zo weer gemaakt
            self._van_tenant[sleutel] = self._maak(keuze, slug, eigen)
        return self._van_tenant[sleutel]

    def _maak(self, keuze: GekozenRegelset, slug: str, eigen: EigenWaarden) -> Regels:
        if not keuze.aanvulling and not eigen.van(keuze.naam):
            return self.van_regelset(keuze.naam)
        samen = self.uit_bestand(keuze).aangevuld(eigen.van(keuze.naam), Plek(slug, "eigen waarden"), wijkt=True)
        return Regels(self.register.klasse(keuze.naam)(samen))

    def uit_bestand(self, keuze: GekozenRegelset) -> Parameters:
        """Wat het pakket en het bestand van de financier geven.

        Kwam daar later ook in wat hij zelf invulde, dan gaat dit voor: anders viel met dat bestand elke pagina stil.
        """
        eigen = self.register.klasse(keuze.naam).eigen_parameters()
        return eigen.aangevuld(keuze.aanvulling, keuze.plek.dieper("parameters"))

    def weiger_wat_er_al_staat(self, keuze: GekozenRegelset, eigen: EigenWaarden) -> None:
        """``OngeldigBestand`` als pakket of bestand een van deze waarden op dezelfde dag zelf al geeft."""
        self.uit_bestand(keuze).aangevuld(eigen.van(keuze.naam), Plek(keuze.naam, "eigen waarden"))

    def controleer(self) -> None:
        """Laadt elke aanvulling van elke financier, zodat een fout bij de start blijkt en niet later."""
        for tenant in self.tenants.values():
            for keuze in tenant.regelsets:
                if keuze.aanvulling:
                    self.van_tenant(tenant.slug, keuze.vanaf)
