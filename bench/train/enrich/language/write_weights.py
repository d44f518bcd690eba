"""Packs the trained models for the library: write_weights.py MODELS OUT.json; bench/train/models/pack-model.ts makes the model of it. Weights are rounded to a byte, sequences without any left out."""
import base64
import json
import sys

import brotli
import numpy as np

from letters import groups

models, out = sys.argv[1], sys.argv[2]
unit = 1 / 24
keys, counts, languages, weights, scripts, first = [], [], [], [], [], 0
for script, names in groups.items():
    model = np.load(f"{models}/{script}.npz")
    rounded = np.clip(np.round(model["weights"] / unit), -127, 127).astype(np.int8)
    row = np.repeat(np.arange(len(model["keys"])), np.diff(model["rows"]))
    row, of, rounded = row[rounded != 0], model["of"][rounded != 0], rounded[rounded != 0]
    keys.append(model["keys"][np.unique(row)])
    counts.append(np.unique(row, return_counts=True)[1])
    languages.append(of + first)
    weights.append(rounded)
    scripts.append({"name": script, "languages": names, "bias": [round(float(bias), 3) for bias in model["bias"]]})
    first += len(names)
keys, counts, languages, weights = map(np.concatenate, (keys, counts, languages, weights))
# Of two keys that fall together across scripts only the first is found; that is some thirty of 400,000.
order = np.argsort(keys, kind="stable")
starts = np.concatenate([[0], np.cumsum(counts)])
entries = np.concatenate([np.arange(starts[at], starts[at + 1]) for at in order])
packed, before = bytearray(), 0
for key in keys[order].tolist():
    difference, before = key - before, key
    while difference >= 128:
        packed.append(difference & 127 | 128)
        difference >>= 7
    packed.append(difference)
packed += counts[order].astype(np.uint8).tobytes() + languages[entries].astype(np.uint8).tobytes() + weights[entries].tobytes()
text = base64.b64encode(brotli.compress(bytes(packed), quality=11, lgwin=24)).decode()
print(f"{len(keys)} sequences, {len(weights)} weights, {len(packed)} bytes, {len(text)} characters")
with open(out, "w") as file:
    json.dump({"scripts": scripts, "sequences": len(keys), "entries": len(weights), "unit": unit, "packed": text}, file, ensure_ascii=False)
