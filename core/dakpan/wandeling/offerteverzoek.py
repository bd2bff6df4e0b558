"""Een offerteverzoek terugnemen met wat eruit volgt: de organisatie leest de zaak niet meer, en beiden horen het."""

from dakpan.dossier.berichten import Aanleiding, stuur_aan
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.ontdelen import neem_uit_de_deling
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.huisberichten import Huisnieuws, laat_weten
from dakpan.partijen.huistabellen import Huissoort
from dakpan.plan.tables import Offerteverzoek
from dakpan.plan.terugnemen import neem_verzoek_terug
from dakpan.wandeling.ontvangers import van_de_financier, van_de_organisatie


@gebruiksgeval("Offerteverzoek teruggenomen")
def neem_terug(handeling: Handeling, zaak: Zaak, reden: str, versie: int | None = None) -> Offerteverzoek:
    """Neemt terug. De organisatie hoort het buiten de zaak om, want die ziet zij niet meer; bij de financier hoort wie
    de zaak behandelt het.
    """
    aan_haar = van_de_organisatie(handeling, zaak)
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
