"""Rival of the judgement bench: SMAA-2 in numpy, vectorised over draws.

Reads JSON `{"low": [[..]], "likely": [[..]], "high": [[..]], "draws": n, "chunk": n, "runs": n}`, options by criteria, all
values from 0 to 1. Weights are uniform on the simplex, values triangular. Prints JSON: seconds of processor time of
every run, rank acceptabilities, central weights and pairwise shares.
"""

import json
import sys
import time

import numpy as np


def smaa(low, likely, high, draws, chunk, seed):
    options, n = low.shape
    random = np.random.default_rng(seed)
    ranks = np.zeros((options, options))
    beats = np.zeros((options, options))
    central = np.zeros((options, n))
    width = high - low
    turn = (likely - low) / width
    left = width * (likely - low)
    right = width * (high - likely)
    every = np.arange(options)
    for begin in range(0, draws, chunk):
        count = min(chunk, draws - begin)
        weights = random.dirichlet(np.ones(n), count)
        u = random.random((count, options, n))
        values = np.where(u < turn, low + np.sqrt(u * left), high - np.sqrt((1 - u) * right))
        totals = np.einsum("dok,dk->do", values, weights)
        order = np.argsort(-totals, axis=1)
        np.add.at(ranks, (order, np.broadcast_to(every, order.shape)), 1)
        np.add.at(central, order[:, 0], weights)
        beats += (totals[:, :, None] > totals[:, None, :]).sum(axis=0)
    firsts = ranks[:, 0]
    with np.errstate(invalid="ignore", divide="ignore"):
        centres = central / firsts[:, None]
    return ranks / draws, np.where(firsts[:, None] > 0, centres, -1), beats / draws


given = json.load(open(sys.argv[1], encoding="ascii"))
arrays = [np.array(given[name], dtype=float) for name in ("low", "likely", "high")]
seconds = []
for run in range(given["runs"]):
    start = time.process_time()
    ranks, central, beats = smaa(*arrays, given["draws"], given["chunk"], run)
    seconds.append(time.process_time() - start)
print(
    json.dumps(
        {
            "numpy": np.__version__,
            "seconds": seconds,
            "ranks": ranks.tolist(),
            "central": central.tolist(),
            "beats": beats.tolist(),
        }
    )
)
