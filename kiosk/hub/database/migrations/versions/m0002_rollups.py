"""Rollups, from which reports are read."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "move_days",
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("from_stop", sa.Text(), nullable=False),
        sa.Column("to_stop", sa.Text(), nullable=False),
        sa.Column("moves", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("site", "day", "from_stop", "to_stop", name="pk_move_days"),
    )
    op.create_table(
        "stop_days",
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("stop", sa.Text(), nullable=False),
        sa.Column("stopped", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("held", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("glances", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("heard", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("heard_share_sum", sa.Float(), server_default="0", nullable=False),
        sa.Column("completed", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("capped", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("dwells", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("site", "day", "stop", name="pk_stop_days"),
    )
    op.create_table(
        "suggestion_days",
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("stop", sa.Text(), nullable=False),
        sa.Column("slot", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("shown", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("suggestions", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("taken", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("opened", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("site", "day", "stop", "slot", "shown", name="pk_suggestion_days"),
    )
    op.create_table(
        "tally_days",
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("one", sa.Text(), nullable=False),
        sa.Column("two", sa.Text(), nullable=False),
        sa.Column("three", sa.Text(), nullable=False),
        sa.Column("facts", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("amount", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("site", "day", "fact", "one", "two", "three", name="pk_tally_days"),
    )
    op.create_table(
        "telling_days",
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("stop", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("depth", sa.Text(), nullable=False),
        sa.Column("stopped", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("site", "day", "stop", "language", "depth", name="pk_telling_days"),
    )
    op.create_table(
        "visit_days",
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("hour", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("visits", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("minutes_sum", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("stops_sum", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("diligent_of", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("diligent", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("suggestions_shown", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("suggestions_taken", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("minutes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("site", "day", "hour", "language", name="pk_visit_days"),
    )
