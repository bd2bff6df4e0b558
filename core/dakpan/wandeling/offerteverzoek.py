"""Een offerteverzoek terugnemen met wat eruit volgt: de organisatie leest de zaak niet meer, en beiden horen het."""

from dakpan.dossier.berichten import Aanleiding, stuur_aan
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.ontdelen import neem_uit_de_deling, wie_schreven
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen import leden
from dakpan.partijen.huisberichten import Huisnieuws, laat_weten
from dakpan.partijen.huistabellen import Huissoort
from dakpan.partijen.leden import Ontvanger
from dakpan.plan.tables import Coachingsplan, Offerte, Offerteverzoek
from dakpan.plan.terugnemen import neem_verzoek_terug
from dakpan.wandeling.ontvangers import van_de_financier, van_de_organisatie


@gebruiksgeval("Offerteverzoek teruggenomen")
def neem_terug(handeling: Handeling, zaak: Zaak, reden: str, versie: int | None = None) -> Offerteverzoek:
    """Neemt terug. De organisatie hoort het buiten de zaak om, want die ziet zij niet meer; bij de financier hoort wie
    de zaak behandelt het.
    """
    aan_haar = _bij_de_organisatie(handeling, zaak)
    verzoek = neem_verzoek_terug(handeling, zaak, reden, versie)
    van = handeling.regelboek.tenants[zaak.tenant_id].naam
    waarom = verzoek.waarom_terug
    tekst = (
        f"Dag,\n\n{van} neemt een offerteverzoek terug (zaak {zaak.nummer}). De zaak staat niet meer bij u, en een "
        f"offerte in concept is vervallen. De reden: {waarom}\n"
    )
    over = f"{van}, {zaak.nummer}: {waarom}"
    nieuws = Huisnieuws(Huissoort.OFFERTEVERZOEK_TERUG, verzoek.id, over=over, brief=lambda: tekst)
    laat_weten(handeling.sessie, nieuws, aan_haar, handeling.nu)
    zelf = Aanleiding.bij(Berichtsoort.OFFERTEVERZOEK_TERUG, zaak, verzoek.id)
    behandelaars = [een for een in van_de_financier(handeling, zaak) if een.id != handeling.vrager.lidmaatschap_id]
    stuur_aan(handeling, zelf, behandelaars)
    neem_uit_de_deling(handeling, zaak, houdt=frozenset({Offerteverzoek}))
    return verzoek


def _bij_de_organisatie(handeling: Handeling, zaak: Zaak) -> list[Ontvanger]:
    """Wie er anders over de zaak hoort, en wie aan de offerte of het plan schreef: van hem vervalt er iets."""
    aan = van_de_organisatie(handeling, zaak)
    if zaak.organisatie_id is None:
        return aan
    schrijvers = wie_schreven(handeling, zaak, Offerte.__tablename__, Coachingsplan.__tablename__)
    erbij = leden.met_account(handeling.sessie, zaak.organisatie_id, schrijvers)
    return list(dict.fromkeys([*aan, *erbij]))
