/**
 * An example of an enricher of your own: says which kinds of severe weather an English article speaks of.
 * Switch it on with NEWSMILL_ENRICHERS=./deploy/enrichers/mentions-weather.mjs; the contract is in
 * docs/enrich.md.
 */
const kinds = {
  storm: /\b(?:storm|hurricane|typhoon|cyclone|gale)s?\b/iu,
  flood: /\b(?:flood|deluge)(?:s|ing|ed)?\b/iu,
  heat: /\bheat ?waves?\b/iu,
  drought: /\bdroughts?\b/iu,
};

export const enricher = {
  name: 'mentions-weather',
  version: '1',
  about: 'Kinds of severe weather that the article speaks of.',
  facts: ['weather'],
  enrich({ article, language }) {
    if (!language.startsWith('en')) return [];
    const text = `${article.title}\n${article.text}`.slice(0, 20_000);
    const found = Object.keys(kinds).filter((kind) => kinds[kind].test(text));
    return found.length === 0 ? [] : [{ name: 'weather', value: found, confidence: 0.8 }];
  },
};
