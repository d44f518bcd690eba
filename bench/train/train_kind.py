"""Trains the model that tells articles from other pages: a linear model over words, then boosted trees over page features and its score.

Usage: train_kind.py PACK ROWS OUT   Gold are the page types of wcxb; pages of aeb and fundus are articles all. Figures are out-of-fold, on wcxb.
"""
import base64
import json
import sys

import lightgbm
import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

pack, source, out = sys.argv[1:4]
sys.path[:0] = [pack, __file__.rsplit('/', 1)[0]]
from train_body import pack_mean

TREES = dict(objective='binary', deterministic=True, force_col_wise=True, learning_rate=.04, num_leaves=8, min_data_in_leaf=8, feature_fraction=.4, bagging_fraction=.8, bagging_freq=1, lambda_l2=5, num_threads=2, verbose=-1, seed=7)
ROUNDS = 240
SEEDS = 2, 3
SLOTS = 1 << 14
pages = [json.loads(line) for line in open(source, encoding='utf8')]
gold = {g['id']: g for g in map(json.loads, open(f'{pack}/gold.jsonl', encoding='utf8'))}
rows = numpy.array([p['row'] for p in pages])
is_article = numpy.array([p['set'] != 'wcxb' or gold[p['id']]['type'] == 'article' for p in pages], int)
folds = numpy.array([p['fold'] for p in pages])
judged = numpy.array([p['set'] == 'wcxb' for p in pages])
weight = numpy.where(judged, 1., .5)
pointers = numpy.concatenate([[0], numpy.cumsum([len(p['slots']) for p in pages])])
values = numpy.concatenate([numpy.full(len(p['slots']), 1 / max(1, len(p['slots'])) ** .5, numpy.float32) for p in pages])
words = csr_matrix((values, numpy.concatenate([p['slots'] for p in pages]), pointers), shape=(len(pages), SLOTS))


def fit_words(chosen):
    model = LogisticRegression(C=3, max_iter=300, class_weight='balanced').fit(words[chosen], is_article[chosen], sample_weight=weight[chosen])
    scale = float(numpy.percentile(numpy.abs(model.coef_[0]), 99.95) / 127)
    whole = numpy.clip(numpy.rint(model.coef_[0] / scale), -127, 127).astype(numpy.int8)
    return {'weights': whole, 'scale': scale, 'bias': float(model.intercept_[0])}


def fit_trees(chosen):
    """Boosters that differ in their seed: the pages are few, and one booster alone says what its seed says."""
    seeds = ({**TREES, 'seed': seed, 'bagging_seed': seed, 'feature_fraction_seed': seed} for seed in SEEDS)
    return [lightgbm.train(settings, lightgbm.Dataset(rows[chosen], is_article[chosen], weight=weight[chosen]), ROUNDS) for settings in seeds]


def packed(linear, trees):
    return {'words': {**linear, 'weights': base64.b64encode(linear['weights'].tobytes()).decode()}, 'trees': pack_mean(trees)}


everything = numpy.ones(len(pages), bool)
linear = [fit_words(folds != fold) for fold in range(5)]
for fold, model in enumerate(linear):
    rows[folds == fold, -1] = words[folds == fold] @ model['weights'].astype(float) * model['scale'] + model['bias']
raw = numpy.zeros(len(pages))
for fold in range(5):
    rest = folds != fold
    trees = fit_trees(rest)
    raw[~rest] = numpy.mean([booster.predict(rows[~rest], raw_score=True) for booster in trees], axis=0)
    json.dump(packed(linear[fold], trees), open(f'{out}.fold{fold}.json', 'w'))
json.dump(packed(fit_words(everything), fit_trees(everything)), open(f'{out}.final.json', 'w'))
for limit in (-1, -.6, -.4, -.2, 0, .2, .4, .6, 1):
    said, truth = raw[judged] > limit, is_article[judged] == 1
    print(limit, 'precision', round(float((said & truth).sum() / said.sum()), 3), 'recall', round(float((said & truth).sum() / truth.sum()), 3), 'kept of aeb and fundus', round(float((raw[~judged] > limit).mean()), 3))
wrong = sorted((-r if a else r, p['id'], gold[p['id']].get('type')) for r, a, p in zip(raw, is_article, pages))[-25:]
print(wrong)
