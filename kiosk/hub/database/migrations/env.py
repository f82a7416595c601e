"""Runs the steps on the connection, and in the transaction, of whoever asks (Alembic's own door)."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
