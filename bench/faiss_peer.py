"""The peer outside .NET: FAISS flat indexes over the same vectors, one thread, one query at a time.

    dotnet run -c Release --project bench/Benchmarks -- vectors QUESTIONS FOLDER   # writes the vectors
    python3 bench/faiss_peer.py FOLDER                                             # reads them

Prints microseconds a query (median, mean) and how often the first of 8 results is the true nearest above a floor. IndexBinaryFlat finds by
signs alone; its 64 best are compared as floats, as its users do.
"""
import sys
import time

import faiss
import numpy

DIMENSIONS = 256
MOST = 8
FLOORS = (0.6, 0.7, 0.8, 0.92)


def read(path):
    return numpy.fromfile(path, dtype=numpy.float32).reshape(-1, DIMENSIONS)


def timed(search, queries):
    micros, first = [], []
    for row in range(len(queries)):
        start = time.perf_counter()
        first.append(search(queries[row:row + 1]))
        micros.append((time.perf_counter() - start) * 1e6)
    return numpy.median(micros), numpy.mean(micros), numpy.array(first)


def report(name, search, queries, nearest):
    median, mean, first = timed(search, queries)
    found = []
    for floor in FLOORS:
        above = nearest >= floor + 1e-5
        found.append(f"{floor}: {100 * numpy.mean(first[above] >= nearest[above] - 1e-5):.2f} %" if above.any() else f"{floor}: none")
    print(f"  {name}: {median:.0f} / {mean:.0f} us (p50 / mean), found {', '.join(found)}")


def signs_then_floats(index, held, query):
    _, rows = index.search(numpy.packbits(query > 0, axis=1), 64)
    return float((held[rows[0]] @ query[0]).max())


def byte_search(index, held, query):
    _, rows = index.search(query, MOST)
    return float((held[rows[0]] @ query[0]).max())


def main(folder):
    faiss.omp_set_num_threads(1)
    print(f"faiss {faiss.__version__}")
    for name in ("clustered", "questions"):
        everything, queries = read(f"{folder}/{name}.held.f32"), read(f"{folder}/{name}.queries.f32")[:300]
        for size in (10_000, 100_000):
            held = everything[:size]
            floats, signs = faiss.IndexFlatIP(DIMENSIONS), faiss.IndexBinaryFlat(DIMENSIONS)
            codes = faiss.IndexScalarQuantizer(DIMENSIONS, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT)
            floats.add(held)
            signs.add(numpy.packbits(held > 0, axis=1))
            codes.train(held)
            codes.add(held)
            nearest = floats.search(queries, 1)[0][:, 0]
            print(f"{name}, {len(held)} held")
            report("IndexFlatIP", lambda q: float(floats.search(q, MOST)[0][0, 0]), queries, nearest)
            report("IndexScalarQuantizer 8 bit", lambda q: byte_search(codes, held, q), queries, nearest)
            report("IndexBinaryFlat + 64 floats", lambda q: signs_then_floats(signs, held, q), queries, nearest)


if __name__ == "__main__":
    main(sys.argv[1])
