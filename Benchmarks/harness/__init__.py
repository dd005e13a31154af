"""What every benchmark needs: running processes, data, tables of results. Python's standard library only."""
