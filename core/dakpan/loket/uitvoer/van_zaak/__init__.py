"""De lijsten van één zaak om mee te nemen: voor wie haar ziet, met wat hij op haar pagina's leest."""
