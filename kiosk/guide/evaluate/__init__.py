"""How good suggestions and tours are, tried on visits that were not learnt from."""
