"""Hoe heet iemand in dit huis? Zoals wie hem uitnodigde hem noemt, en anders zoals zijn account heet."""

from sqlalchemy import func

from dakpan.partijen.tables import Account, Lidmaatschap

# Zoals ``Lidmaatschap.heet``, om op te vragen en op te ordenen; wie dit gebruikt verbindt Lidmaatschap met Account.
HEET = func.coalesce(Lidmaatschap.naam, Account.naam)
