"""Boosted trees in the form that TreeEnsemble.cs reads: every tree complete to the same depth."""
import json
import struct

import numpy as np


def pack(model, depth):
    inner = (1 << depth) - 1
    thresholds, leaves, columns = [], [], []
    for text in model.get_dump(dump_format="json"):
        threshold, column, leaf = np.zeros(inner, np.float32), np.zeros(inner, np.uint8), np.zeros(inner + 1, np.float32)

        def walk(node, at, level):
            if "leaf" in node and level == depth:
                leaf[at - inner] = node["leaf"]
            elif "leaf" in node:
                walk(node, 2 * at + 1, level + 1)
                walk(node, 2 * at + 2, level + 1)
            else:
                children = {c["nodeid"]: c for c in node["children"]}
                threshold[at], column[at] = node["split_condition"], int(node["split"][1:])
                walk(children[node["yes"]], 2 * at + 1, level + 1)
                walk(children[node["no"]], 2 * at + 2, level + 1)

        walk(json.loads(text), 0, 0)
        thresholds.append(threshold)
        leaves.append(leaf)
        columns.append(column)
    data = struct.pack("<ii", depth, len(leaves)) + b"".join(np.concatenate(part).tobytes() for part in (thresholds, leaves, columns))
    return data + b"\0" * (-len(data) % 4)
