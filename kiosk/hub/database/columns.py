"""What the tables are made of: one register of tables, and columns that both databases understand."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import BigInteger, Column, LargeBinary, MetaData
from sqlalchemy.dialects import postgresql
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

METADATA: Final = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)


class HexId(TypeDecorator[str]):
    """A device's or an incarnation's id: 32 hex digits in Python, 16 bytes (PostgreSQL: uuid) in the database."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the database's own type."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.UUID(as_uuid=False))
        return dialect.type_descriptor(LargeBinary(16))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        """Return the 32 hex digits as the database takes them."""
        if value is None or dialect.name == "postgresql":
            return value
        return bytes.fromhex(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:
        """Return 32 hex digits."""
        if value is None:
            return None
        return str(value).replace("-", "") if dialect.name == "postgresql" else bytes(value).hex()


def moment(name: str, *, optional: bool = False) -> Column[int]:
    """Return a column of a moment: UTC in ms since 1970, by the clock of the hub."""
    return Column(name, BigInteger, nullable=optional)
