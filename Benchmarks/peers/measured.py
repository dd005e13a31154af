"""The peers' clock: starting Python and importing the libraries is not counted against them."""

import time
from contextlib import contextmanager


@contextmanager
def measured():
    start = time.perf_counter()
    yield
    print(f"measured {time.perf_counter() - start:.6f}")
