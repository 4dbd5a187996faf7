#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide's Python stack as a peer to measure against and to share a table with.

    DATABASE_URL=postgresql://postgres@127.0.0.1:5432/example guide_stack.py COMMAND ...

    create-tables | drop-tables            the schema that the guide's ORM model makes (not its SQL)
    bulk-create FILE.csv                   the guide's bulk_create: add_all, commit, refresh of each row
    add-all FILE.csv                       the same without the refresh
    mappings FILE.csv                      bulk_insert_mappings, the guide's "batch operation"
    search PATTERN [N]                     get_by_name_pattern, N times
    get ID [N] | get-email EMAIL [N]       one row, N times
    update ID FIELD VALUE [N]              update ... returning, N times
    list                                   get_all(active_only=False), a line of JSON each

Each command prints one line of JSON: what it did, how many, and the seconds it took (start-up and reading of the file
not counted). Runs on Debian's python3-sqlalchemy (1.4, with its compiled speed-ups) and python3-psycopg2.
"""
import csv, json, os, sys, time
from sqlalchemy import Boolean, Column, DateTime, BigInteger, String, create_engine, delete, func, select, update
from sqlalchemy.orm import declarative_base, sessionmaker
from sqlalchemy.pool import QueuePool

Base = declarative_base()


class Customer(Base):
    __tablename__ = "customer"
    id = Column(BigInteger, primary_key=True, index=True)
    name = Column(String(255), nullable=False)
    email = Column(String(255), unique=True, nullable=False, index=True)
    phone = Column(String(20), nullable=True)
    is_active = Column(Boolean, default=True, nullable=False)
    created_at = Column(DateTime(timezone=True), server_default=func.now(), nullable=False)
    updated_at = Column(DateTime(timezone=True), server_default=func.now(), onupdate=func.now(), nullable=False)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    command, args = sys.argv[1], sys.argv[2:]
    engine = create_engine(os.environ["DATABASE_URL"], poolclass=QueuePool, pool_size=10, max_overflow=20,
                           pool_pre_ping=True, pool_recycle=3600, future=True)
    session = sessionmaker(bind=engine, autocommit=False, autoflush=False, future=True)()
    rows = list(csv.DictReader(open(args[0], newline=""))) if command in ("bulk-create", "add-all", "mappings") else []
    times = int(args[-1]) if command in ("search", "get", "get-email", "update") and len(args) > 1 and args[-1].isdigit() \
        and not (command == "update" and len(args) == 3) else 1
    count = 0
    with engine.connect():
        pass
    start = time.perf_counter()
    if command == "create-tables":
        Base.metadata.create_all(engine)
    elif command == "drop-tables":
        Base.metadata.drop_all(engine)
    elif command in ("bulk-create", "add-all"):
        customers = [Customer(**row) for row in rows]
        session.add_all(customers)
        session.commit()
        if command == "bulk-create":
            for customer in customers:
                session.refresh(customer)
        count = len(customers)
    elif command == "mappings":
        session.bulk_insert_mappings(Customer, rows)
        session.commit()
        count = len(rows)
    elif command == "search":
        for _ in range(times):
            count = len(list(session.scalars(select(Customer).where(Customer.name.ilike(f"%{args[0]}%")))))
            session.rollback()
    elif command in ("get", "get-email"):
        for _ in range(times):
            where = Customer.id == int(args[0]) if command == "get" else Customer.email == args[0]
            count = 1 if session.scalar(select(Customer).where(where)) else 0
            session.rollback()
    elif command == "update":
        for _ in range(times):
            result = session.execute(update(Customer).where(Customer.id == int(args[0])).values(**{args[1]: args[2]})
                                     .execution_options(synchronize_session=False))
            count = result.rowcount
            session.commit()
    elif command == "list":
        for c in session.scalars(select(Customer).order_by(Customer.id)):
            print(json.dumps({"id": c.id, "name": c.name, "email": c.email, "phone": c.phone, "is_active": c.is_active,
                              "created_at": c.created_at and c.created_at.isoformat(),
                              "updated_at": c.updated_at and c.updated_at.isoformat()}, ensure_ascii=False))
            count += 1
    else:
        sys.exit(__doc__)
    print(json.dumps({"command": command, "count": count, "times": times, "seconds": round(time.perf_counter() - start, 6)}))


if __name__ == "__main__":
    main()
