"""Rival of the cascade bench: the formulas of Diem et al. (2022) in scipy, one scenario at a time.

Reads `n m`, then n lines `sector outside_revenue outside_purchases`, m lines `from to volume essential`, then the firms
that are to fail. All firms are updated at once from healthy down, both legs to the stop rule. Prints JSON with seconds
of processor time a scenario and the losses, so that both sides can be compared.
"""

import json
import sys
import time

import numpy as np
import scipy.sparse as sp


def read(path):
    with open(path, encoding="ascii") as file:
        n, m, k = map(int, file.readline().split())
        nodes = np.loadtxt([file.readline() for _ in range(n)])
        links = np.loadtxt([file.readline() for _ in range(m)])
        firms = [int(file.readline()) for _ in range(k)]
    return n, nodes, links, firms


class Economy:
    def __init__(self, n, nodes, links):
        self.n = n
        self.sector = nodes[:, 0].astype(int)
        i, j, volume, essential = links[:, 0].astype(int), links[:, 1].astype(int), links[:, 2], links[:, 3] > 0
        self.r = nodes[:, 1] + np.bincount(i, volume, n)
        c = nodes[:, 2] + np.bincount(j, volume, n)
        self.up = sp.csr_matrix((volume / self.r[i], (i, j)), shape=(n, n))
        self.linear = sp.csr_matrix(
            (volume[~essential] / c[j[~essential]], (j[~essential], i[~essential])), shape=(n, n)
        )
        sectors = self.sector.max() + 1
        key = j[essential] * sectors + self.sector[i[essential]]
        names, group = np.unique(key, return_inverse=True)
        total = np.bincount(group, volume[essential])
        self.groups = sp.csr_matrix(
            (volume[essential] / total[group], (group, i[essential])), shape=(len(names), n)
        )
        self.customer, self.first = np.unique(names // sectors, return_index=True)
        self.sectors = sectors

    def shortage(self, lost):
        left = np.bincount(self.sector, self.r * (1 - lost), self.sectors)
        market = left[self.sector]
        felt = lost * self.r / np.maximum(market, np.maximum(self.r, 1e-300))
        worst = self.linear @ felt
        if len(self.first):
            essential = np.maximum.reduceat(self.groups @ felt, self.first)
            worst[self.customer] = np.maximum(worst[self.customer], essential)
        return np.minimum(worst, 1.0)

    def run(self, firm, stop):
        own = np.zeros(self.n)
        own[firm] = 1
        down, up = own.copy(), own.copy()
        while True:
            following = np.maximum(own, self.shortage(down))
            moved = np.max(following - down)
            down = following
            if moved < stop:
                break
        while True:
            following = np.maximum(own, self.up @ up)
            moved = np.max(following - up)
            up = following
            if moved < stop:
                break
        return self.r @ np.maximum(down, up) / self.r.sum()


if __name__ == "__main__":
    n, nodes, links, firms = read(sys.argv[1])
    stop = float(sys.argv[2])
    economy = Economy(n, nodes, links)
    each = None
    for _ in range(3):
        # The least of three runs: other work on the machine only ever adds.
        start = time.process_time()
        losses = [float(economy.run(firm, stop)) for firm in firms]
        took = (time.process_time() - start) / len(firms)
        each = took if each is None else min(each, took)
    print(json.dumps({"scipy": __import__("scipy").__version__, "each": each, "losses": losses}))
