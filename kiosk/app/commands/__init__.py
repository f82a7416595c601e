"""One module a command: ``add_arguments`` and ``run``. Loaded only when asked for."""
