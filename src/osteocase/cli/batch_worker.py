"""``python -m osteocase.cli.batch_worker``: a worker process of ``osteocase batch`` with all kinds of output."""

from __future__ import annotations

from osteocase.batch import serve
from osteocase.cli.batch_products import PRODUCTS

if __name__ == "__main__":
    serve(PRODUCTS)
