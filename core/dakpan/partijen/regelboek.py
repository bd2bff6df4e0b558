"""Welke regels gelden voor deze financier op deze dag? Eén keer opgezocht en daarna bewaard."""

from collections.abc import Mapping
from datetime import date

from dakpan.partijen.tenant import GekozenRegelset, Tenant
from dakpan.regels.regels import Regels
from dakpan.regels.register import Register


class Regelboek:
    """De regels per financier en ingangsdatum, en per regelset zonder financier."""

    def __init__(self, register: Register, tenants: Mapping[str, Tenant]) -> None:
        self.register = register
        self.tenants = tenants
        self._van_regelset: dict[str, Regels] = {}
        self._van_tenant: dict[tuple[str, date], Regels] = {}

    def van_regelset(self, naam: str) -> Regels:
        """De regelset met alleen haar eigen parameters. ``KeyError`` als zij niet is geïnstalleerd."""
        if naam not in self._van_regelset:
            self._van_regelset[naam] = Regels(self.register.klasse(naam)())
        return self._van_regelset[naam]

    def van_tenant(self, slug: str, peildatum: date) -> Regels | None:
        """De regelset van een financier op een dag, met diens aanvullingen. None: nog geen op die dag."""
        tenant = self.tenants[slug]
        keuze = tenant.regelset_op(peildatum)
        if keuze is None:
            return None
        if (slug, keuze.vanaf) not in self._van_tenant:
            self._van_tenant[slug, keuze.vanaf] = self._maak(keuze)
        return self._van_tenant[slug, keuze.vanaf]

    def _maak(self, keuze: GekozenRegelset) -> Regels:
        if not keuze.aanvulling:
            return self.van_regelset(keuze.naam)
        klasse = self.register.klasse(keuze.naam)
        return Regels(klasse(klasse.eigen_parameters().aangevuld(keuze.aanvulling, keuze.plek.dieper("parameters"))))

    def controleer(self) -> None:
        """Laadt elke aanvulling van elke financier, zodat een fout bij de start blijkt en niet later."""
        for tenant in self.tenants.values():
            for keuze in tenant.regelsets:
                if keuze.aanvulling:
                    self.van_tenant(tenant.slug, keuze.vanaf)
