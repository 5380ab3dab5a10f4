"""Rivals of the structure bench: igraph (C) and networkx on the same network.

Reads `n m start end sources runs`, then m lines `from to amount`. Prints JSON: seconds of processor time of every run
by task, and the answers to compare. `sources` is of how many nodes networkx measures betweenness, 0 for not at all;
igraph takes all nodes, or none when argument 2 is `quick`.
"""

import json
import sys
import time

import igraph
import networkx


def timed(runs, work):
    seconds, answer = [], None
    while len(seconds) < runs or (runs > 1 and sum(seconds) < 1):
        start = time.process_time()
        answer = work()
        seconds.append(time.process_time() - start)
    return seconds, answer


with open(sys.argv[1], encoding="ascii") as file:
    n, m, start, end, sources, runs = map(int, file.readline().split())
    rows = [tuple(map(int, file.readline().split())) for _ in range(m)]
quick = sys.argv[2] == "quick"
edges = [(a, b) for a, b, _ in rows]
amounts = [c for _, _, c in rows]
seconds, answers = {}, {}


def measure(task, count, work, keep=lambda answer: answer):
    seconds[task], answer = timed(count, work)
    answers[task] = keep(answer)


directed = igraph.Graph(n=n, edges=edges, directed=True)
plain = igraph.Graph(n=n, edges=edges)
if not quick:
    measure("betweenness", 1, lambda: plain.betweenness(directed=False))
measure("pageRank", runs, lambda: directed.pagerank(weights=amounts, implementation="prpack"))
measure(
    "cuts",
    runs,
    lambda: (plain.articulation_points(), plain.bridges()),
    lambda answer: [sorted(answer[0]), len(answer[1])],
)
# -1 is the root, -2 what it does not reach.
measure("dominators", runs, lambda: directed.dominator(end, mode="in"))
measure("flow", runs, lambda: directed.maxflow(start, end, capacity=amounts), lambda flow: flow.value)
measure("cores", runs, lambda: plain.coreness())

seconds_x, answers_x = {}, {}
graph = networkx.Graph(edges)
network = networkx.DiGraph()
network.add_weighted_edges_from(rows)
if sources > 0:
    seconds_x["betweenness"], _ = timed(
        1, lambda: networkx.betweenness_centrality(graph, k=sources, normalized=False, seed=1)
    )
seconds_x["pageRank"], _ = timed(1, lambda: networkx.pagerank(network, tol=1e-10, max_iter=500))
seconds_x["cuts"], _ = timed(
    1, lambda: (list(networkx.articulation_points(graph)), list(networkx.bridges(graph)))
)
back = network.reverse()
seconds_x["dominators"], _ = timed(1, lambda: networkx.immediate_dominators(back, end))

print(
    json.dumps(
        {
            "igraph": {"version": igraph.__version__, "seconds": seconds},
            "networkx": {"version": networkx.__version__, "seconds": seconds_x},
            "answers": answers,
        }
    ).replace("NaN", "-1")
)
