"""Trains the model that tells articles from other pages.

Usage: train_kind.py PACK ROWS OUT   Gold are the page types of wcxb; pages of aeb and fundus are articles all. Figures are out-of-fold, on wcxb.
"""
import json
import sys

import lightgbm
import numpy

pack, source, out = sys.argv[1:4]
sys.path[:0] = [pack, __file__.rsplit('/', 1)[0]]
from train_body import pack_trees

TREES = dict(objective='binary', deterministic=True, force_col_wise=True, learning_rate=.04, num_leaves=8, min_data_in_leaf=8, feature_fraction=.4, bagging_fraction=.8, bagging_freq=1, lambda_l2=5, num_threads=2, verbose=-1, seed=7)
ROUNDS = 180
pages = [json.loads(line) for line in open(source, encoding='utf8')]
gold = {g['id']: g for g in map(json.loads, open(f'{pack}/gold.jsonl', encoding='utf8'))}
rows = numpy.array([p['row'] for p in pages])
is_article = numpy.array([p['set'] != 'wcxb' or gold[p['id']]['type'] == 'article' for p in pages], int)
folds = numpy.array([p['fold'] for p in pages])
judged = numpy.array([p['set'] == 'wcxb' for p in pages])
weight = numpy.where(judged, 1., .5)
raw = numpy.zeros(len(pages))
for fold in range(5):
    rest = folds != fold
    model = lightgbm.train(TREES, lightgbm.Dataset(rows[rest], is_article[rest], weight=weight[rest]), ROUNDS)
    raw[~rest] = model.predict(rows[~rest], raw_score=True)
    json.dump({'trees': pack_trees(model)}, open(f'{out}.fold{fold}.json', 'w'))
json.dump({'trees': pack_trees(lightgbm.train(TREES, lightgbm.Dataset(rows, is_article, weight=weight), ROUNDS))}, open(f'{out}.final.json', 'w'))
for limit in (-1.5, -1, -.6, -.2, 0, .3, .6, 1, 1.5, 2):
    said, truth = raw[judged] > limit, is_article[judged] == 1
    print(limit, 'precision', round(float((said & truth).sum() / said.sum()), 3), 'recall', round(float((said & truth).sum() / truth.sum()), 3), 'kept of aeb and fundus', round(float((raw[~judged] > limit).mean()), 3))
wrong = sorted((-r if a else r, p['id'], gold[p['id']].get('type')) for r, a, p in zip(raw, is_article, pages))[-25:]
print(wrong)
