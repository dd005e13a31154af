"""One file a benchmark. `ALL` is the order in which they run and are shown."""

from jobs import (
    api, follow_up, milk, night, register_import, register_import_postgres, rush, sampling, selection, status,
)

ALL = [
    register_import.RegisterImport,
    register_import_postgres.RegisterImportPostgres,
    selection.Selection,
    milk.Milk,
    status.Status,
    night.Night,
    sampling.Sampling,
    api.API,
    follow_up.FollowUp,
    follow_up.Country,
    rush.Rush,
]
