"""Facts that come again under another incarnation."""

import sqlalchemy as sa
from alembic import op

from kiosk.hub.database.columns import HexId

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "restarted_devices",
        sa.Column("device", HexId(), nullable=False),
        sa.Column("repeats", sa.BigInteger(), nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("device", name="pk_restarted_devices"),
    )
    op.create_table(
        "fact_ids",
        sa.Column("device", HexId(), nullable=False),
        sa.Column("fact_id", sa.LargeBinary(length=8), nullable=False),
        sa.PrimaryKeyConstraint("device", "fact_id", name="pk_fact_ids"),
    )
