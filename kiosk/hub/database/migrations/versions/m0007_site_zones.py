"""In which time zone a site is, where a pack told it: its day begins at midnight there."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the column; a site whose pack was shown before has none until it is shown again."""
    op.add_column("pack_sites", sa.Column("timezone", sa.Text(), server_default="", nullable=False))
