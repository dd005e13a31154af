"""One file a benchmark. `ALL` is the order in which they run and are shown."""

from jobs import register_import, register_import_postgres

ALL = [
    register_import.RegisterImport,
    register_import_postgres.RegisterImportPostgres,
]
