"""Fits the temperature of the scores by length on answers out of fold: calibrate.py MODELS. Prints the two numbers for `calibrate.ts` and the reliability by length."""
import sys

import numpy as np

from letters import groups


def read(folder):
    for script, languages in groups.items():
        made = np.load(f"{folder}/{script}-scores.npz")
        gold, plain = made["gold"], np.array([language.split("-")[0] for language in languages])
        yield made["scores"].astype(np.float64), made["letters"], plain[None, :] == gold[:, None]


def chances(scores, letters, one, growth):
    scaled = scores / (one * np.maximum(1, letters) ** growth)[:, None]
    scaled = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    return scaled / scaled.sum(axis=1, keepdims=True)


parts = list(read(sys.argv[1]))
letters = np.concatenate([part[1] for part in parts])


def loss(one, growth, chosen=slice(None)):
    right = np.concatenate([(chances(scores, length, one, growth) * gold).sum(axis=1) for scores, length, gold in parts])
    return -np.log(np.maximum(right[chosen], 1e-4)).mean()


best = min(((loss(one, growth), one, growth) for one in np.arange(0.1, 1.6, 0.05) for growth in np.arange(0, 0.75, 0.05)))
print("loss %.4f  temperatureOfOneLetter %.2f  growth %.2f  (without: %.4f)" % (*best, loss(1.0, 0.0)))
sure, hit = [], []
for scores, length, gold in parts:
    chance = chances(scores, length, *best[1:])
    top = chance.argmax(axis=1)
    sure.append(chance.max(axis=1))
    hit.append(gold[np.arange(len(top)), top])
sure, hit = np.concatenate(sure), np.concatenate(hit)
for low, high in ((0, 15), (15, 40), (40, 100), (100, 300), (300, 10_000)):
    of = (letters >= low) & (letters < high)
    error = 0.0
    for bin_low in np.arange(0, 1, 0.1):
        inside = of & (sure > bin_low) & (sure <= bin_low + 0.1)
        error += abs(sure[inside].sum() - hit[inside].sum())
    print("letters %5d-%5d  texts %5d  right %.4f  confidence %.4f  expected calibration error %.4f" % (low, high, of.sum(), hit[of].mean(), sure[of].mean(), error / of.sum()))
