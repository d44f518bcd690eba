"""Serbian words in Latin letters, out of those in Cyrillic: the two alphabets stand for each other letter by letter."""
latin = dict(zip("абвгдђежзијклљмнњопрстћуфхцчџш", "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()))


def latin_serbian(words):
    out = {}
    for word, count in words.items():
        if all(letter in latin for letter in word):
            written = "".join(latin[letter] for letter in word)
            out[written] = out.get(written, 0) + count
    return out
