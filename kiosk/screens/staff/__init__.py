"""The staff's pages and their view-models. Pages and objects come into being when somebody asks for them."""
