"""De factuur: van gegevens naar een elektronische factuur in UBL."""
