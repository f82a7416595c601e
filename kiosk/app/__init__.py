"""The roof: composition, command line, settings, logging, doctor. The only place that names concrete classes."""
