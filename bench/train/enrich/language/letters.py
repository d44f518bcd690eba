"""Words of a text and hashes of their letter sequences, exactly as `libs/enrich/src/language/score-words.ts` makes them."""
import re
import unicodedata

import numpy as np
from numba import njit

# The scripts that several languages share, with the languages the model tells apart. `sr-Latn` is Serbian in Latin letters, transliterated.
groups = {
    "Latin": "af az bs ca cs cy da de en eo es et eu fi fr ga hr hu id is it la lg lt lv mi ms nb nl nn pl pt ro sk sl sn so sq sr-Latn st sv sw tl tn tr ts vi xh yo zu".split(),
    "Cyrillic": "be bg kk mk mn ru sr uk".split(),
    "Arabic": "ar fa ur".split(),
    "Devanagari": "hi mr".split(),
    "Han": "zh ja".split(),
}
core = set("ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv ta th tr uk ur vi zh".split())
runs = {
    "Latin": re.compile(r"[a-zªºß-öø-ɏɐ-ʯḀ-ỿﬀ-ﬆ]+"),
    "Cyrillic": re.compile(r"[Ѐ-ԯᲀ-ᲈⷠ-ⷿꙀ-ꚟ]+"),
    "Arabic": re.compile(r"[ء-يٮ-ۓەۮۯۺ-ۿݐ-ݿ]+"),
    "Devanagari": re.compile(r"[ऄ-हऽॐक़-ॡॲ-ॿ]+"),
    "Han": re.compile(r"[一-鿿]"),
}
kana = re.compile(r"[ぁ-ヿ]")
longest_word = 30
longest_gram = 5
boundary = 95
key_bits = 30


def lower(text):
    return unicodedata.normalize("NFC", text.replace("İ", "i")).lower()


def words_of(text, script):
    return [word[:longest_word] for word in runs[script].findall(lower(text))]


def script_of(text):
    """The script of most letters among the groups, None when another leads."""
    low = lower(text)
    if kana.search(low):
        return None
    counts = {script: sum(map(len, run.findall(low))) for script, run in runs.items()}
    best = max(counts, key=counts.get)
    return best if counts[best] * 2 > sum(letter.isalpha() for letter in low) else None


def pack(words):
    """(codes, offsets) of words as UTF-16, each between two boundary marks."""
    marked = ["_" + word + "_" for word in words]
    codes = np.frombuffer("".join(marked).encode("utf-16-le"), dtype=np.uint16).astype(np.uint32)
    return codes, np.concatenate([[0], np.cumsum([len(word.encode("utf-16-le")) // 2 for word in marked])]).astype(np.int64)


@njit(cache=True)
def hash_grams(codes, start, end, out):
    """Keys of all sequences of one to five letters of a word, the lone boundary mark left out; returns their number."""
    count = 0
    for first in range(start, end):
        key = np.uint32(0x811C9DC5)
        for last in range(first, min(first + longest_gram, end)):
            key = np.uint32((key ^ codes[last]) * np.uint32(0x9E3779B1))
            key = np.uint32(key ^ (key >> np.uint32(15)))
            if last == first and codes[last] == boundary:
                continue
            out[count] = key & np.uint32((1 << key_bits) - 1)
            count += 1
    return count


@njit(cache=True)
def grams_of_words(codes, offsets):
    """(keys, offsets) of the sequences of each word."""
    total = 0
    for word in range(len(offsets) - 1):
        total += (offsets[word + 1] - offsets[word]) * longest_gram
    keys = np.empty(total, dtype=np.uint32)
    ends = np.zeros(len(offsets), dtype=np.int64)
    scratch = np.empty(200, dtype=np.uint32)
    at = 0
    for word in range(len(offsets) - 1):
        count = hash_grams(codes, offsets[word], offsets[word + 1], scratch)
        keys[at : at + count] = scratch[:count]
        at += count
        ends[word + 1] = at
    return keys[:at], ends
