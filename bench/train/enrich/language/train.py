"""Trains the model of letter sequences: train.py WORDS PACK OUT [--grams N] [--documents N]. See README.md."""
import argparse
import json
import os

import numpy as np
from numba import njit

from latin_serbian import latin_serbian
from letters import core, grams_of_words, groups, pack, runs, script_of, words_of
from real_texts import fold_of, folds, read_pack

tiny = 3e-7
part_of = {"Latin": 1.0, "Cyrillic": 0.2, "Arabic": 0.1, "Devanagari": 0.05, "Han": 0.02}
fewest_of = {"Latin": 2e-6, "Cyrillic": 2e-6, "Arabic": 1e-6, "Devanagari": 1e-6, "Han": 2e-6}
# Pairs that take each other's texts: what tells them apart counts more when sequences are chosen.
near = "bs-hr bs-sr-Latn hr-sr-Latn id-ms nb-nn da-nb da-nn cs-sk af-nl ca-es es-pt zu-xh st-tn sn-zu so-sw tl-id az-tr sl-hr bg-mk ru-uk be-uk be-ru mk-sr kk-mn bg-ru hi-mr fa-ur ar-fa et-fi lt-lv it-la da-sv nb-sv eo-es fr-en la-en".split()


# Where two write alike, news is mostly in one of them: Croatian and Serbian, Indonesian, Bokmål; Japanese without any Kana is rare.
prior_in_the_shadow = {"bs": 0.1, "ms": 0.15, "nn": 0.2, "sr-Latn": 0.1, "ja": 0.05}


def prior_of(language):
    """How often a language is drawn: the prior of the model."""
    return prior_in_the_shadow.get(language, 1.0 if language in core else 0.5)


def pairs_of(languages):
    for pair in near:
        for cut in range(len(pair)):
            one, other = pair[:cut], pair[cut + 1 :]
            if pair[cut] == "-" and one in languages and other in languages:
                yield languages.index(one), languages.index(other)


def read_words(folder, language):
    if language == "sr-Latn":
        return latin_serbian(json.load(open(f"{folder}/sr.json")))
    return json.load(open(f"{folder}/{language}.json"))


class Pool:
    """The words of all languages of a script with their sequences."""

    def __init__(self, folder, script):
        self.languages = groups[script]
        words, counts, self.starts = [], [], [0]
        for language in self.languages:
            own = {word: count for word, count in read_words(folder, language).items() if runs[script].fullmatch(word)}
            words += own
            counts += own.values()
            self.starts.append(len(words))
        self.lengths = np.array([len(word) for word in words])
        self.counts = np.array(counts, dtype=np.float64)
        self.keys, self.offsets = grams_of_words(*pack(words))

    def shares(self, fewest):
        """(keys, relative frequency of each by language), sequences that are rare everywhere left out."""
        found = []
        for number in range(len(self.languages)):
            first, last = self.starts[number], self.starts[number + 1]
            keys = self.keys[self.offsets[first] : self.offsets[last]]
            weights = np.repeat(self.counts[first:last], np.diff(self.offsets[first : last + 1]))
            unique, inverse = np.unique(keys, return_inverse=True)
            share = np.bincount(inverse, weights=weights)
            share /= share.sum()
            found.append((unique[share >= fewest], share[share >= fewest]))
        keys = np.unique(np.concatenate([one for one, _ in found]))
        table = np.zeros((len(keys), len(found)), dtype=np.float32)
        for number, (unique, share) in enumerate(found):
            table[np.searchsorted(keys, unique), number] = share
        return keys, table


def choose(keys, table, languages, size):
    """The sequences that say most about the language: information about all, and divergence of near pairs."""
    prior = np.array([1.0 if language.split("-")[0] in core and language != "sr-Latn" else 0.6 for language in languages])
    prior /= prior.sum()
    share = table + tiny
    worth = (share * np.log(share / (share @ prior)[:, None])) @ prior
    for one, other in pairs_of(languages):
        worth += 0.5 / len(languages) * (share[:, one] - share[:, other]) * np.log(share[:, one] / share[:, other])
    best = np.sort(np.argsort(-worth)[:size])
    return keys[best], table[best]


@njit(cache=True)
def draw(total, first, last, chance):
    """A word between two places of the cumulated counts."""
    low, high = total[first], total[last]
    return min(np.searchsorted(total, low + chance * (high - low), side="right") - 1, last - 1)


@njit(cache=True)
def train(rows, of, weights, bias, squares, bias_squares, grams, offsets, total, long_total, starts, prior, documents, rate, noise, seed):
    """Multinomial logistic regression by AdaGrad over documents of one to thirty words. Sequence f has the weights rows[f] to rows[f + 1], of the languages `of`."""
    np.random.seed(seed)
    languages = len(starts) - 1
    features = np.empty(30 * 160, dtype=np.int64)
    scores = np.empty(languages)
    loss = 0.0
    prior_total = np.concatenate((np.zeros(1), np.cumsum(prior)))
    for document in range(documents):
        language = min(np.searchsorted(prior_total, np.random.random() * prior_total[-1], side="right") - 1, languages - 1)
        kind = np.random.random()
        if kind < 0.5:
            words = 2 if kind < 0.3 else 1 if kind < 0.4 else 3
        else:
            words = 4 + int(np.random.random() ** 2 * 20)
        use_long = kind < 0.36 or (kind > 0.4 and kind < 0.45)
        count = 0
        for _ in range(words):
            other = language
            if words > 2 and np.random.random() < noise:
                other = int(np.random.random() * languages)
            word = draw(long_total, starts[other], starts[other + 1], np.random.random()) if use_long else draw(total, starts[other], starts[other + 1], np.random.random())
            for at in range(offsets[word], offsets[word + 1]):
                if grams[at] >= 0 and count < len(features):
                    features[count] = grams[at]
                    count += 1
        loss += learn(rows, of, weights, bias, squares, bias_squares, features[:count], language, scores, rate)
    return loss / documents


@njit(cache=True)
def learn(rows, of, weights, bias, squares, bias_squares, features, language, scores, rate):
    """One step over one document; returns its loss."""
    scores[:] = bias
    for feature in features:
        for at in range(rows[feature], rows[feature + 1]):
            scores[of[at]] += weights[at]
    scores -= scores.max()
    scores[:] = np.exp(scores)
    scores /= scores.sum()
    loss = -np.log(max(scores[language], 1e-12))
    if scores[language] > 0.999:
        return loss
    scores[language] -= 1.0
    for other in range(len(scores)):
        bias_squares[other] += scores[other] * scores[other]
        bias[other] -= rate * 0.1 * scores[other] / np.sqrt(bias_squares[other])
    for feature in features:
        for at in range(rows[feature], rows[feature + 1]):
            gradient = scores[of[at]]
            if abs(gradient) > 1e-4:
                squares[at] += gradient * gradient
                weights[at] -= rate * gradient / np.sqrt(squares[at])
    return loss


@njit(cache=True)
def score(rows, of, weights, bias, grams, offsets, out):
    for text in range(len(offsets) - 1):
        out[text] = bias
        for at in range(offsets[text], offsets[text + 1]):
            if grams[at] >= 0:
                for entry in range(rows[grams[at]], rows[grams[at] + 1]):
                    out[text, of[entry]] += weights[entry]


def places(keys, grams):
    """The row of each key, -1 for a sequence outside the model."""
    at = np.minimum(np.searchsorted(keys, grams), len(keys) - 1)
    return np.where(keys[at] == grams, at, -1).astype(np.int32)


class Texts:
    """Cases of the pack that belong to a script."""

    def __init__(self, pack_folder, script):
        rows = read_pack(pack_folder)
        fold = fold_of(rows)
        mine = [at for at, row in enumerate(rows) if row["lang"] in groups[script] and script_of(row["text"]) == script]
        self.gold = [rows[at] for at in mine]
        self.fold = fold[mine]
        parts = [words_of(row["text"], script) for row in self.gold]
        self.words = np.array([len(part) for part in parts])
        self.letters = np.array([sum(map(len, part)) for part in parts])
        self.first_word = np.concatenate([[0], np.cumsum(self.words)])
        self.keys, self.word_ends = grams_of_words(*pack([word for part in parts for word in part]))
        self.offsets = self.word_ends[self.first_word]

    def rates(self, keys, rows, of, weights, bias, languages, verbose=0):
        out = np.empty((len(self.gold), len(languages)), dtype=np.float32)
        score(rows, of, weights, bias, places(keys, self.keys), self.offsets, out)
        return self.compare(out, languages, verbose)

    def compare(self, out, languages, verbose=0):
        self.scores = out
        answers = [languages[at].split("-")[0] for at in out.argmax(axis=1)]
        right, seen, confused = {}, {}, {}
        for row, answer in zip(self.gold, answers):
            for of in ("all", "core") if row["lang"] in core else ("all",):
                name = f"{of} {row['kind']}"
                seen[name] = seen.get(name, 0) + 1
                right[name] = right.get(name, 0) + (answer == row["lang"])
                if answer != row["lang"]:
                    confused.setdefault(name, {}).setdefault(f"{row['lang']}>{answer}", []).append(row["id"])
        line = {name: f"{seen[name] - right[name]}/{seen[name]}" for name in sorted(seen)}
        for name in sorted(confused)[:] if verbose else []:
            print("  ", name, sorted(((len(ids), pair) for pair, ids in confused[name].items()), reverse=True)[:verbose])
        return line


def prepare(folder, script, size, cache):
    """The words of a script as numbers of chosen sequences, and the naive weights to begin with; kept in a file for the next run."""
    file = f"{cache}/{script}-{size}.npz"
    if not os.path.exists(file):
        pool = Pool(folder, script)
        keys, table = choose(*pool.shares(fewest_of[script]), pool.languages, size)
        row, of = np.nonzero(table)
        rows = np.searchsorted(row, np.arange(len(keys) + 1))
        np.savez(file, keys=keys, rows=rows, of=of.astype(np.uint8), share=table[row, of], grams=places(keys, pool.keys), offsets=pool.offsets, starts=pool.starts, lengths=pool.lengths, counts=pool.counts)
    return dict(np.load(file))


def fit(made, script, documents, texts, prior, seed=1, noise=0.07, rate=0.1):
    languages = groups[script]
    keys, rows, of = made["keys"], made["rows"], made["of"]
    weights = (0.25 * np.log(made["share"] / tiny + 1)).astype(np.float32)
    bias = np.zeros(len(languages))
    print(script, "sequences", len(keys), "weights", len(weights), flush=True)
    if texts:
        print("  naive", texts.rates(keys, rows, of, weights, bias, languages), flush=True)
    squares = np.full(weights.shape, 1.0, dtype=np.float32)
    bias_squares = np.full(len(languages), 1.0)
    total = np.concatenate([[0.0], np.cumsum(made["counts"])])
    long_total = np.concatenate([[0.0], np.cumsum(np.where(made["lengths"] >= (1 if script == "Han" else 5), made["counts"], 0.0))])
    for round_number in range(4):
        loss = train(rows, of, weights, bias, squares, bias_squares, made["grams"], made["offsets"], total, long_total, made["starts"], prior, documents // 4, rate * (1 - 0.22 * round_number), noise, seed + round_number)
        print("  loss %.4f" % loss, texts.rates(keys, rows, of, weights, bias, languages, 8 if round_number == 3 else 0) if texts else "", flush=True)
    return dict(languages=languages, keys=keys, rows=rows, of=of, weights=weights, bias=bias)


@njit(cache=True)
def train_on_texts(rows, of, weights, bias, squares, bias_squares, grams, first_word, word_ends, language_of, by_language, starts, prior, documents, rate, seed):
    """As `train`, over spans of real texts; `by_language` lists the texts, those of a language from `starts` on."""
    np.random.seed(seed)
    scores = np.empty(len(starts) - 1)
    features = np.empty(8000, dtype=np.int64)
    prior_total = np.concatenate((np.zeros(1), np.cumsum(prior)))
    loss = 0.0
    for _ in range(documents):
        language = min(np.searchsorted(prior_total, np.random.random() * prior_total[-1], side="right") - 1, len(starts) - 2)
        if starts[language] == starts[language + 1]:
            continue
        text = by_language[starts[language] + int(np.random.random() * (starts[language + 1] - starts[language]))]
        first, last = first_word[text], first_word[text + 1]
        if last - first > 2 and np.random.random() < 0.7:
            size = min(last - first, 1 + int(np.random.random() ** 2 * 25))
            first += int(np.random.random() * (last - first - size + 1))
            last = first + size
        count = 0
        for at in range(word_ends[first], word_ends[last]):
            if grams[at] >= 0 and count < len(features):
                features[count] = grams[at]
                count += 1
        loss += learn(rows, of, weights, bias, squares, bias_squares, features[:count], language, scores, rate)
    return loss / documents


def refine(model, made, script, texts, chosen, prior, steps, rate, seed):
    """The model after more documents, every second of them out of the `chosen` texts; weights of its own."""
    rows, of = model["rows"], model["of"]
    weights, bias = model["weights"].copy(), model["bias"].copy()
    squares, bias_squares = np.full(weights.shape, 4.0, dtype=np.float32), np.full(len(bias), 50.0)
    total = np.concatenate([[0.0], np.cumsum(made["counts"])])
    long_total = np.concatenate([[0.0], np.cumsum(np.where(made["lengths"] >= (1 if script == "Han" else 5), made["counts"], 0.0))])
    languages = groups[script]
    language_of = np.array([languages.index(row["lang"]) for row in texts.gold])
    by_language = np.array([at for at in np.argsort(language_of, kind="stable") if chosen[at]])
    starts = np.searchsorted(language_of[by_language], np.arange(len(languages) + 1))
    grams = places(model["keys"], texts.keys)
    for step in range(steps):
        now = rate * (1 - step / steps)
        train_on_texts(rows, of, weights, bias, squares, bias_squares, grams, texts.first_word, texts.word_ends, language_of, by_language, starts, prior, 3000, now, seed + step)
        train(rows, of, weights, bias, squares, bias_squares, made["grams"], made["offsets"], total, long_total, made["starts"], prior, 3000, now, 0.07, seed + step)
    return dict(model, weights=weights, bias=bias)


def cross_fit(model, made, script, texts, prior, steps, rate):
    """Scores of every text by a model that was refined without its fold."""
    out = np.empty((len(texts.gold), len(model["languages"])), dtype=np.float32)
    for fold in range(folds):
        refined = refine(model, made, script, texts, texts.fold != fold, prior, steps, rate, 100)
        texts.rates(refined["keys"], refined["rows"], refined["of"], refined["weights"], refined["bias"], refined["languages"])
        out[texts.fold == fold] = texts.scores[texts.fold == fold]
    return out


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("words")
    options.add_argument("pack")
    options.add_argument("out")
    options.add_argument("--grams", type=int, default=300_000)
    options.add_argument("--documents", type=int, default=3_000_000)
    options.add_argument("--scripts", default="Latin,Cyrillic,Arabic,Devanagari,Han")
    options.add_argument("--rate", type=float, default=0.1)
    options.add_argument("--refine", type=int, default=40, help="rounds of 3,000 real and 3,000 drawn documents")
    options.add_argument("--refine-rate", type=float, default=0.05)
    given = options.parse_args()
    os.makedirs(given.out, exist_ok=True)
    for script in given.scripts.split(","):
        texts = Texts(given.pack, script)
        size = int(given.grams * part_of[script])
        made = prepare(given.words, script, size, given.words)
        prior = np.array([prior_of(language) for language in groups[script]])
        base = f"{given.out}/{script}-{size}-{given.documents}.npz"
        if not os.path.exists(base):
            np.savez(base, **fit(made, script, int(given.documents * part_of[script]), texts, prior, rate=given.rate))
        model = dict(np.load(base))
        model["languages"] = groups[script]
        steps = max(4, int(given.refine * part_of[script] ** 0.5))
        scores = cross_fit(model, made, script, texts, prior, steps, given.refine_rate)
        print(script, "out of fold", texts.compare(scores, groups[script], 9), flush=True)
        np.savez(f"{given.out}/{script}-scores.npz", scores=scores, gold=[row["lang"] for row in texts.gold], kind=[row["kind"] for row in texts.gold], id=[row["id"] for row in texts.gold], letters=texts.letters)
        final = refine(model, made, script, texts, np.ones(len(texts.gold), dtype=bool), prior, steps, given.refine_rate, 100)
        np.savez(f"{given.out}/{script}.npz", **final)
