"""Kleine, vaste waardetypen die het hele huis deelt; geen ervan kan een verkeerde waarde bevatten."""
