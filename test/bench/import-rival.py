"""Rival of the import bench: what Python's standard library needs to read a file, and to store the rows of a table.

`table FILE DATABASE`: csv.reader into one table of text in SQLite (WAL, synchronous FULL, one transaction). Nothing is
checked, linked, signed or encrypted. `statements FILE`: json.load alone; nothing is checked or stored. Prints JSON:
seconds of processor time, most memory in MB, rows.
"""

import csv
import json
import resource
import sqlite3
import sys
import time


def table(path, database):
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.reader(file, delimiter=";")
        header = next(reader)
        store = sqlite3.connect(database)
        store.execute("PRAGMA journal_mode = WAL")
        store.execute("PRAGMA synchronous = FULL")
        store.execute("CREATE TABLE holding (%s)" % ", ".join('"%s" TEXT' % name for name in header))
        with store:
            store.executemany("INSERT INTO holding VALUES (%s)" % ", ".join("?" * len(header)), reader)
        (rows,) = store.execute("SELECT count(*) FROM holding").fetchone()
        store.close()
        return rows


def statements(path):
    with open(path, encoding="utf-8") as file:
        return len(json.load(file))


def peak():
    # Not ru_maxrss: a new process inherits the peak of the one that started it.
    with open("/proc/self/status", encoding="ascii") as file:
        for line in file:
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


before = time.process_time()
count = table(*sys.argv[2:]) if sys.argv[1] == "table" else statements(sys.argv[2])
print(json.dumps({"seconds": time.process_time() - before, "rss": peak(), "rows": count}))
