"""Tickets."""

import sqlalchemy as sa
from alembic import op

from kiosk.hub.database.columns import HexId

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "ticket_issues",
        sa.Column("site", sa.Text(), nullable=False),
        sa.Column("key_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("product", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("days", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("party", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("price_class", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("first_serial", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last_serial", sa.Integer(), nullable=False),
        sa.Column("issue", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), server_default="", nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            *("site", "key_id", "product", "first_day", "days", "party", "price_class", "first_serial"),
            name="pk_ticket_issues",
        ),
        sa.UniqueConstraint("issue", name="uq_ticket_issues_issue"),
    )
    op.create_table(
        "redemptions",
        sa.Column("mark", sa.LargeBinary(length=16), nullable=False),
        sa.Column("device", HexId(), nullable=False),
        sa.Column("site", sa.Text(), nullable=True),
        sa.Column("redeemed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("mark", "device", name="pk_redemptions"),
    )
    op.create_index("ix_redemptions_site_redeemed_at", "redemptions", ["site", "redeemed_at"], unique=False)
    op.create_table(
        "spent_tickets",
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("mark", sa.LargeBinary(length=16), nullable=False),
        sa.Column("site", sa.Text(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), server_default="", nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_spent_tickets"),
        sa.UniqueConstraint("mark", name="uq_spent_tickets_mark"),
    )
    op.create_index("ix_spent_tickets_last_day", "spent_tickets", ["last_day"], unique=False)
