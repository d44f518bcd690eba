"""Draws words of every language from lingua's models: sample_words.py MODELS OUT [TOKENS]. One JSON file per language: {word: occurrences}."""
import json
import os
import sys

from read_ngrams import read_counts, sample_words

models, out = sys.argv[1], sys.argv[2]
# Languages that have a script of their own need no model of letters.
alone = set("el th he hy ka ko gu pa bn ta te".split())
tokens = int(sys.argv[3]) if len(sys.argv) > 3 else 400_000
os.makedirs(out, exist_ok=True)
for language in sorted(os.listdir(models)):
    target = f"{out}/{language}.json"
    if language.startswith("_") or language in alone or os.path.exists(target):
        continue
    if not os.path.exists(f"{models}/{language}/fivegrams.json.br"):
        # Han and Hangul: only single characters are known.
        letters, levels = read_counts(models, language)
        words = {letters[int(code)]: round(share * tokens, 3) for code, share in zip(*levels[0])}
    else:
        words = sample_words(models, language, tokens, seed=1)
    json.dump(words, open(target, "w"), ensure_ascii=False)
    print(language, len(words), flush=True)
