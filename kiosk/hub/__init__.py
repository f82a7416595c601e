"""The operator's receiving server: idempotent ingest, reports with small counts hidden, pages."""
