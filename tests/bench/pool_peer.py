#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks connections out of SQLAlchemy's QueuePool and in again, with the guide's options.

    DATABASE_URL=postgresql://... pool_peer.py TIMES [--no-ping]

Prints one line of JSON: how many, and the seconds it took.
"""
import json
import os
import sys
import time

from sqlalchemy import create_engine
from sqlalchemy.pool import QueuePool


def main():
    times = int(sys.argv[1])
    engine = create_engine(os.environ["DATABASE_URL"], poolclass=QueuePool, pool_size=10, max_overflow=20,
                           pool_pre_ping="--no-ping" not in sys.argv, pool_recycle=3600, future=True)
    engine.raw_connection().close()
    start = time.perf_counter()
    for _ in range(times):
        engine.raw_connection().close()
    print(json.dumps({"times": times, "seconds": round(time.perf_counter() - start, 6)}))


if __name__ == "__main__":
    main()
