"""Texts of WordNet for the training of vectors."""
import re


def glosses(wordnet, chance):
    """Definitions and examples of WordNet 3.1, and both together with the words that they explain."""
    for part in ("noun", "verb", "adj", "adv"):
        for line in (wordnet / f"data.{part}").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("  ") or " | " not in line:
                continue
            head, gloss = line.split(" | ", 1)
            fields = head.split()
            words = [re.sub(r"\(.*\)$", "", word).replace("_", " ") for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]]
            definition = gloss.split('; "')[0].strip()
            yield f"{', '.join(words)}: {definition}" if chance.random() < 0.3 else definition
            for example in re.findall(r'"([^"]{12,})"', gloss):
                yield example
