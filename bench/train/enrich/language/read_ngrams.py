"""Counts of letter sequences out of the language models that lingua ships (Apache-2.0), and words drawn from them.

The models hold P(last letter | letters before) for sequences of one to five letters, lower-cased, over runs of letters, complete
(no rare sequence was dropped). Multiplying along the chain gives joint frequencies; what a sequence has too few of on its left or right
is how often it begins or ends a word. So the models hold a word-wise Markov chain of order four with word boundaries, from which words can be drawn.
"""
import json
from collections import Counter

import brotli
import numpy as np

orders = ["unigrams", "bigrams", "trigrams", "quadrigrams", "fivegrams"]
rounding = 1e-13
longest = 24


def read_counts(folder, language):
    """(letters, levels): each level is (codes ascending, joint frequencies); a code holds the numbers of its letters, base 1024."""
    letters, levels = {}, []
    for order, name in enumerate(orders):
        try:
            packed = open(f"{folder}/{language}/{name}.json.br", "rb").read()
        except FileNotFoundError:
            break
        fractions = json.loads(brotli.decompress(packed))["ngrams"]
        shares, sizes = np.empty(len(fractions)), np.empty(len(fractions), dtype=np.int64)
        for at, (fraction, grams) in enumerate(fractions.items()):
            above, _, below = fraction.partition("/")
            shares[at] = int(above) / int(below)
            sizes[at] = (len(grams) + 1) // (order + 2)
        points = np.frombuffer("".join(fractions.values()).replace(" ", "").encode("utf-32-le"), dtype=np.uint32)
        if order == 0:
            letters = {int(point): number + 1 for number, point in enumerate(sorted(set(points.tolist())))}
            numbers = np.zeros(max(letters) + 1, dtype=np.int64)
            numbers[list(letters)] = list(letters.values())
        columns = numbers[points].reshape(-1, order + 1)
        codes = np.zeros(len(columns), dtype=np.int64)
        for column in range(order + 1):
            codes = codes * 1024 + columns[:, column]
        shares = np.repeat(shares, sizes)
        if order:
            above_codes, above_shares = levels[order - 1]
            shares = shares * above_shares[np.searchsorted(above_codes, codes // 1024)]
        ascending = np.argsort(codes, kind="stable")
        levels.append((codes[ascending], shares[ascending]))
    return {number: chr(point) for point, number in letters.items()}, levels


def take_away(level, codes, shares):
    """The frequencies of a level less those of longer sequences, named by the part they share with it."""
    own_codes, own_shares = level
    at = np.searchsorted(own_codes, codes)
    left = own_shares - np.bincount(at, weights=shares, minlength=len(own_codes))
    return np.where(left > rounding, left, 0.0)


def chain_of(level_before, whole_before, level, begins):
    """How to go on from a sequence: (sequences before, their frequencies in `whole_before`, where each starts in `codes`, codes, cumulated shares)."""
    before = level[0] // 1024
    first = np.searchsorted(before, level_before[0])
    total = np.concatenate([[0.0], np.cumsum(begins)])
    return level_before[0], whole_before, first, level[0], total


def draw_next(chain, states, chance):
    """The next letter of each state, 0 for the end of the word."""
    known, whole, first, codes, total = chain
    at = np.searchsorted(known, states)
    sure = np.minimum(at, len(known) - 1)
    start = total[first[sure]]
    position = np.searchsorted(total, start + chance.random(len(states)) * whole[sure], side="right") - 1
    last = np.append(first[1:], len(codes))[sure]
    goes_on = (known[sure] == states) & (position < last) & (whole[sure] > 0)
    return np.where(goes_on, codes[np.minimum(position, len(codes) - 1)] % 1024, 0)


def sample_words(folder, language, tokens, seed):
    """Words with their number of occurrences among `tokens` drawn."""
    letters, levels = read_counts(folder, language)
    chance = np.random.default_rng([seed, *language.encode()])
    begins = [take_away(levels[n], levels[n + 1][0] % 1024 ** (n + 1), levels[n + 1][1]) for n in range(4)]
    chains = [chain_of(levels[n - 1], begins[n - 1], levels[n], begins[n]) for n in (1, 2, 3)]
    inner = chain_of(levels[3], levels[3][1], levels[4], levels[4][1])
    states = chance.choice(levels[0][0], size=tokens, p=begins[0] / begins[0].sum())
    word = np.zeros((tokens, longest), dtype=np.int16)
    word[:, 0] = states
    going = np.arange(tokens)
    for place in range(1, longest):
        # The fifth letter would need sequences of six to know that four began the word: the inner chain stands in.
        chain = chains[place - 1] if place < 4 else inner
        drawn = draw_next(chain, states, chance)
        going, states, drawn = going[drawn > 0], states[drawn > 0], drawn[drawn > 0]
        word[going, place] = drawn
        states = (states * 1024 + drawn) % 1024**4 if place >= 4 else states * 1024 + drawn
    points = np.zeros(max(letters) + 1, dtype=np.uint32)
    points[list(letters)] = [ord(letter) for letter in letters.values()]
    return dict(Counter(points[word].view(f"<U{longest}").ravel().tolist()))
