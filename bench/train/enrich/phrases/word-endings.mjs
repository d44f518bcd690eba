// Which endings tell that a word is no noun, learnt from lexicons that give the classes of words, or their lemmas.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What a form can be; one that can be a noun counts as one. */
const classBits = { noun: 1, verb: 2, aux: 2, adj: 4, adv: 8 };
/** Lower-case words: capitals are looked at by themselves. */
const isForm = (word) => /^\p{Ll}[\p{Ll}\p{M}’'-]+$/u.test(word);

class Lexicon {
  forms = new Map();
  put(form, kind) {
    if (isForm(form)) this.forms.set(form, (this.forms.get(form) ?? 0) | classBits[kind]);
  }
}

/** Lexicons of `spacy-lookups-data` unpacked in a folder. */
function lexiconsIn(folder) {
  const path = (name) => join(folder, 'spacy_lookups_data', 'data', `${name}.json.gz`);
  const has = (name) => existsSync(path(name));
  const read = (name) => JSON.parse(gunzipSync(readFileSync(path(name))).toString('utf8'));

  /** Lists of lemmas and of irregular forms for each class. */
  function fromLists(language) {
    const lexicon = new Lexicon();
    for (const file of ['index', 'exc'].map((name) => `${language}_lemma_${name}`).filter(has)) {
      const table = read(file);
      for (const kind of Object.keys(classBits)) {
        const words = table[kind] ?? [];
        for (const word of Array.isArray(words) ? words : Object.keys(words)) lexicon.put(word, kind);
      }
    }
    return lexicon;
  }

  /** Lists of lemmas, whose plurals in -s are in none of them: `actions`, `villages`, `journaux`. */
  function withPlurals(language, pluralsOf) {
    const lexicon = fromLists(language);
    const lemmas = read(`${language}_lemma_index`);
    for (const kind of ['noun', 'adj'])
      for (const lemma of lemmas[kind]) for (const form of pluralsOf(lemma)) lexicon.put(form, kind);
    return lexicon;
  }

  /** -al makes -aux, -eau and -eu take -x; what ends in -s, -x or -z stays as it is. */
  const frenchPlurals = (lemma) => {
    if (/[sxz]$/.test(lemma)) return [];
    return [
      lemma.endsWith('al')
        ? `${lemma.slice(0, -1)}ux`
        : /(?:eau|eu)$/.test(lemma)
          ? `${lemma}x`
          : `${lemma}s`,
    ];
  };
  /** -a makes -es, a stressed vowel -ns. */
  const catalanPlurals = (lemma) => {
    if (/[sxç]$/.test(lemma)) return [`${lemma}os`];
    return [lemma.endsWith('a') ? `${lemma.slice(0, -1)}es` : `${lemma}s`];
  };

  /** A table from form to lemma for each class. */
  function fromTables(language) {
    const lexicon = new Lexicon();
    for (const kind of Object.keys(classBits)) {
      const file = `${language}_lemma_lookup_${kind}`;
      if (!has(file)) continue;
      for (const pair of Object.entries(read(file))) for (const word of pair) lexicon.put(word, kind);
    }
    return lexicon;
  }

  /** One table from form to lemma; the shape of the lemma and the number of its forms tell the class. */
  function fromLemmas(language, kindOf) {
    const families = new Map();
    for (const [form, lemma] of Object.entries(read(`${language}_lemma_lookup`)))
      families.set(lemma, [...(families.get(lemma) ?? []), form]);
    const lexicon = new Lexicon();
    for (const [lemma, forms] of families)
      for (const form of [lemma, ...forms]) lexicon.put(form, kindOf(lemma, forms, form));
    return lexicon;
  }

  /** Greek lists lemmas alone; its rules from a form to its lemma, turned round, make the forms. */
  function greek() {
    const lexicon = fromLists('el');
    const rules = read('el_lemma_rules');
    const lemmas = read('el_lemma_index');
    for (const kind of ['noun', 'verb', 'adj'])
      for (const lemma of lemmas[kind])
        for (const [ending, base] of rules[kind])
          if (lemma.endsWith(base) && lemma.length > base.length + 1)
            lexicon.put(lemma.slice(0, lemma.length - base.length) + ending, kind);
    return lexicon;
  }

  const participle = /[aií]d[oa]s?$/;

  function spanish() {
    const lemmas = read('es_lemma_index');
    const verbs = new Set(lemmas.verb);
    const adjectives = new Set(lemmas.adj);
    const lexicon = fromLemmas('es', (lemma, forms, form) => {
      if (verbs.has(lemma) || (/[aeií]r(?:se)?$/.test(lemma) && forms.length >= 8))
        return participle.test(form) ? 'adj' : 'verb';
      return adjectives.has(lemma) ? 'adj' : 'noun';
    });
    for (const noun of lemmas.noun)
      for (const form of [noun, /[aeiouáéó]$/.test(noun) ? `${noun}s` : `${noun}es`])
        lexicon.put(form, 'noun');
    for (const adjective of lemmas.adj) lexicon.put(adjective, 'adj');
    return lexicon;
  }

  const portuguese = () =>
    fromLemmas('pt', (lemma, forms, form) => {
      if (!/[aeiou]r$/.test(lemma) || forms.length < 15) return 'noun';
      return participle.test(form) ? 'adj' : 'verb';
    });

  const russianParticiple =
    /(?:ый|ая|ое|ые|ого|ому|ым|ых|ую|ой|ыми|[щш](?:ий|ая|ее|ие|его|ему|им|их|ую|ей|ими))(?:ся)?$/;
  const russian = () =>
    fromLemmas('ru', (lemma, forms, form) => {
      if (
        /(?:ть|ти|чь)(?:ся)?$/.test(lemma) &&
        forms.length >= 5 &&
        !/^(?:реч|ноч|част|власт|смерт)/.test(lemma)
      )
        return russianParticiple.test(form) ? 'adj' : 'verb';
      return /(?:ый|ий|ой)$/.test(lemma) && forms.length >= 8 ? 'adj' : 'noun';
    });

  const swedish = () =>
    fromLemmas('sv', (lemma, list) => {
      const forms = new Set(list);
      const stem = lemma.slice(0, -1);
      if (
        lemma.endsWith('a') &&
        (forms.has(`${lemma}r`) || (forms.has(`${stem}er`) && forms.has(`${stem}te`)))
      )
        return 'verb';
      return forms.has(`${lemma}t`) &&
        forms.has(`${lemma}a`) &&
        (forms.has(`${lemma}are`) || forms.has(`${lemma}ast`))
        ? 'adj'
        : 'noun';
    });

  return {
    ca: () => withPlurals('ca', catalanPlurals),
    el: greek,
    es: spanish,
    fr: () => withPlurals('fr', frenchPlurals),
    it: () => fromTables('it'),
    nl: () => fromLists('nl'),
    no: () => fromLists('nb'),
    pl: () => fromTables('pl'),
    pt: portuguese,
    ru: russian,
    sv: swedish,
  };
}

const longest = 6;
const classes = ['n', 'v', 'j', 'r'];

function classOf(bits) {
  if ((bits & classBits.noun) !== 0) return 'n';
  if ((bits & classBits.adj) !== 0) return 'j';
  return (bits & classBits.verb) === 0 ? 'r' : 'v';
}

/** Share of nouns among the forms of an ending up to which a word with it is none, and from which it may be one. */
const mostNouns = 0.05;
const leastNouns = 0.12;

/** Endings with a class that the shorter ones within them do not tell; a word without any is a noun. */
function learnEndings(forms) {
  const fewest = Math.max(12, forms.size / 20_000);
  const counts = new Map();
  for (const [form, bits] of forms)
    for (let length = 1; length <= Math.min(longest, form.length - 1); length += 1) {
      const ending = form.slice(-length);
      const count = counts.get(ending) ?? { n: 0, v: 0, j: 0, r: 0 };
      count[classOf(bits)] += 1;
      counts.set(ending, count);
    }
  const endings = new Map();
  for (const [ending, count] of [...counts].sort(([a], [b]) => a.length - b.length)) {
    const total = classes.reduce((sum, kind) => sum + count[kind], 0);
    if (total < fewest) continue;
    const usual = classes.reduce((best, kind) => (count[kind] > count[best] ? kind : best));
    const kind = count.n <= total * mostNouns ? usual : count.n >= total * leastNouns ? 'n' : undefined;
    if (kind !== undefined && kind !== guess(endings, ending, ending.length - 1)) endings.set(ending, kind);
  }
  return endings;
}

function guess(endings, word, most = Math.min(longest, word.length - 1)) {
  for (let length = most; length > 0; length -= 1) {
    const kind = endings.get(word.slice(-length));
    if (kind !== undefined) return kind;
  }
  return 'n';
}

/** Lemmas and forms are so many in Polish that those of its nouns that look like verbs are too much to keep. */
const mostExceptions = 4_000;

/**
 * For each language: endings by the class that they tell, nouns that their ending would make a verb or an adverb, and
 * adverbs that it would make a noun.
 */
export function wordEndings(folder) {
  return Object.fromEntries(
    Object.entries(lexiconsIn(folder)).map(([language, load]) => {
      const { forms } = load();
      const endings = learnEndings(forms);
      const missed = (kind, wrong) => {
        const words = [...forms]
          .filter(([form, bits]) => classOf(bits) === kind && wrong.test(guess(endings, form)))
          .map(([form]) => form);
        return words.length > mostExceptions ? [] : words;
      };
      const byClass = Object.fromEntries(
        classes.map((kind) => [
          kind,
          [...endings].filter(([, own]) => own === kind).map(([ending]) => ending),
        ]),
      );
      return [language, { ...byClass, nouns: missed('n', /[vr]/), adverbs: missed('r', /n/) }];
    }),
  );
}
