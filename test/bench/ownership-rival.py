"""Rival of the ownership bench: scipy sparse for integrated ownership, a plain fixed point for control.

Reads `n m owners`, then m lines `holder held share`, then the owners whose rows are wanted. Prints JSON with seconds
of processor time by task and check sums. Sparse LU (SuperLU) is tried in a child with a time limit; the repeated sparse product
x = b + x W is what remains where LU fills up.
"""

import json
import multiprocessing
import sys
import time

import numpy as np
import scipy.sparse as sp
import scipy.sparse.linalg as spl


def read(path):
    with open(path, encoding="ascii") as file:
        n, m, k = map(int, file.readline().split())
        data = np.loadtxt([file.readline() for _ in range(m)])
        owners = [int(file.readline()) for _ in range(k)]
    return n, data[:, 0].astype(int), data[:, 1].astype(int), data[:, 2], owners


def by_lu(n, holder, held, share, owners, out):
    start = time.process_time()
    w = sp.csc_matrix((share, (holder, held)), shape=(n, n))
    lu = spl.splu(sp.identity(n, format="csc") - w)
    total = 0.0
    for owner in owners:
        unit = np.zeros(n)
        unit[owner] = 1
        total += lu.solve(unit, trans="T").sum() - 1
    out.put((time.process_time() - start, total))


def by_product(n, holder, held, share, owners):
    start = time.process_time()
    w = sp.csr_matrix((share, (held, holder)), shape=(n, n))
    total = 0.0
    for owner in owners:
        term = np.zeros(n)
        term[owner] = 1
        for _ in range(10000):
            term = w @ term
            total += term.sum()
            if term.max() < 1e-14:
                break
    return time.process_time() - start, total


def control(n, holder, held, share):
    """All controlling pairs by the definition, on dictionaries."""
    start = time.process_time()
    ticks = np.rint(share * 1e12).astype(np.int64).tolist()
    rows = [[] for _ in range(n)]
    for i, j, t in zip(holder.tolist(), held.tolist(), ticks):
        if i != j:
            rows[i].append((j, t))
    pairs = 0
    for root in range(n):
        votes, inside, queue = {}, {root}, [root]
        while queue:
            for j, t in rows[queue.pop()]:
                votes[j] = votes.get(j, 0) + t
                if votes[j] > 500_000_000_000 and j not in inside:
                    inside.add(j)
                    queue.append(j)
        pairs += len(inside) - 1
    return time.process_time() - start, pairs


if __name__ == "__main__":
    n, holder, held, share, owners = read(sys.argv[1])
    limit = float(sys.argv[2])
    answer = {"scipy": __import__("scipy").__version__}
    out = multiprocessing.Queue()
    child = multiprocessing.Process(target=by_lu, args=(n, holder, held, share, owners, out))
    child.start()
    try:
        answer["lu"], answer["luSum"] = out.get(timeout=limit)
    except Exception:
        answer["lu"] = None
    child.kill()
    child.join()
    answer["product"], answer["productSum"] = by_product(n, holder, held, share, owners)
    answer["control"], answer["controlPairs"] = control(n, holder, held, share)
    print(json.dumps(answer))
