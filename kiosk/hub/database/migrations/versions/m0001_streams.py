"""Streams of facts; tables of the hub before revisions are carried over."""

import sqlalchemy as sa
from alembic import op

from kiosk.hub.database.columns import HexId
from kiosk.hub.database.first_schema import carry_over, find_first_schema, set_aside

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables, and fill them with what a hub from before revisions left."""
    connection = op.get_bind()
    first = find_first_schema(connection)
    if first:
        set_aside(connection)
    make_tables()
    if first:
        carry_over(connection)


def make_tables() -> None:
    """Make the tables."""
    op.create_table(
        "counted_streams",
        sa.Column("device", HexId(), nullable=False),
        sa.Column("incarnation", HexId(), nullable=False),
        sa.Column("counted_through", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("device", "incarnation", name="pk_counted_streams"),
    )
    op.create_table(
        "facts",
        sa.Column("device", HexId(), nullable=False),
        sa.Column("incarnation", HexId(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("arrived_on", sa.Date(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("site", sa.Text(), nullable=True),
        sa.Column("hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("device", "incarnation", "seq", "arrived_on", name="pk_facts"),
        postgresql_partition_by="RANGE (arrived_on)",
    )
    op.create_table(
        "quarantine",
        sa.Column("device", HexId(), nullable=False),
        sa.Column("incarnation", HexId(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("device", "incarnation", "seq", name="pk_quarantine"),
    )
    op.create_table(
        "streams",
        sa.Column("device", HexId(), nullable=False),
        sa.Column("incarnation", HexId(), nullable=False),
        sa.Column("acked_through", sa.BigInteger(), nullable=False),
        sa.Column("head_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("first_seen_at", sa.BigInteger(), nullable=False),
        sa.Column("last_seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("device", "incarnation", name="pk_streams"),
    )
