const broken = /[\p{L}\p{M}'’\ufffd-]*\ufffd+[\p{L}\p{M}'’\ufffd-]*/gu;

/** Words of all texts that may prove what a broken word was. */
export function wordsIn(texts: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const text of texts)
    for (const word of text.match(/[\p{L}\p{M}'’-]+/gu) ?? []) if (word.length > 1) words.add(word);
  return words;
}

function prove(word: string, proofs: ReadonlySet<string>): string | undefined {
  if (word.replace(/\ufffd/g, '').length < 2) return undefined;
  const escaped = word.replace(/[-/\\^$*+?.()|[\]{}]/g, '\\$&').replace(/\ufffd+/g, '[^\\s]{1,3}');
  const pattern = new RegExp(`^${escaped}$`, 'u');
  const found = [...proofs].filter((proof) => pattern.test(proof) && !proof.includes('\ufffd'));
  return found.length === 1 ? found[0] : undefined;
}

/** Puts back characters that were lost (U+FFFD) where exactly one word elsewhere in the page proves what stood there. */
export function mendCharacters(text: string, proofs: ReadonlySet<string>): string {
  if (!text.includes('\ufffd')) return text;
  return text.replace(broken, (word) => prove(word, proofs) ?? word);
}
