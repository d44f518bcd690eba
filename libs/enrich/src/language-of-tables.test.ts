import { describe, expect, it } from '@jest/globals';
import { CleanArticle } from '@newsmill/contracts';
import { loadModel } from '@newsmill/models';
import { primaryLanguage } from '@newsmill/text';
import type { Enricher } from './enricher.ts';
import { enrichArticle } from './enrich-article.ts';
import { listEnrichers } from './enrichers.ts';
import { languageModel } from './language/language-model.ts';
import { loadVectors } from './vectors/load-vectors.ts';

const samples: Readonly<Record<string, string>> = {
  en: 'HAMBURG, March 4 (Reuters) - "The ferry will not leave before nine," Anna Berg said on Monday. The port of Oslo paid 20 million dollars for a quay 120 metres long in the middle of the harbour.',
  de: 'HAMBURG (dpa) - "Die Fähre fährt nicht vor neun Uhr", sagte Anna Berg am Montag. Der Hafen von Oslo zahlte am 4. März rund 20 Millionen Kronen für einen Kai von 120 Metern.',
  fr: 'PARIS (AFP) - « Le ferry ne partira pas avant neuf heures », a déclaré Anna Berg lundi. Le port a payé 20 millions d’euros le 4 mars pour un quai de 120 mètres.',
  es: 'MADRID (EFE).- «El ferry no sale antes de las nueve», dijo Anna Berg el lunes. El puerto pagó 20 millones de euros el 4 de marzo por un muelle de 120 metros.',
  nb: '«Ferja går ikke før klokken ni», sa Anna Berg mandag. Havna betalte 20 millioner kroner 4. mars for en kai på 120 meter i Oslo.',
  ru: '«Паром не уйдёт раньше девяти», — сказала Анна Берг в понедельник. Порт заплатил 4 марта 20 миллионов рублей за причал длиной 120 метров.',
  zh: '“渡轮九点以前不会开，”安娜·伯格星期一说。港口3月4日支付了2000万元修建120米长的码头。',
  ja: '「フェリーは九時前には出ない」とアンナ・ベルグ氏は月曜日に述べた。港は3月4日に2000万円を支払い、120メートルの岸壁を作った。',
};
const plain = 'x y z 12 13. '.repeat(12);
const nothing = { articleId: 'a', owner: '', candidates: [], values: new Map(), site: [] };

/**
 * Facts of a text whose language is only claimed: as the page writes it, without the enricher that reads it
 * off the text.
 */
function factsOf(enrichers: readonly Enricher[], claim: string, text: string): unknown {
  const article = CleanArticle.parse({
    item: 'i',
    sourceId: 's',
    url: 'https://paper.example/a',
    finalUrl: 'https://paper.example/a',
    fetchedAt: 2,
    firstSeen: 1,
    published: '2026-03-05T08:00:00Z',
    title: text.slice(0, 60),
    text,
    blocks: [{ kind: 'paragraph', text }],
    confidence: 1,
    language: claim,
  });
  const outcome = enrichArticle(article, nothing, enrichers);
  if (outcome.kind !== 'accept') throw new Error(outcome.kind);
  return { facts: outcome.value.facts, minutes: outcome.value.readingMinutes };
}

describe('the language of an article', () => {
  const languages = [
    ...new Set(
      [
        ...loadModel('phrase-words').names('stop.'),
        ...languageModel().groups.flatMap(({ languages: some }) => some),
        ...Object.keys(samples),
        'xx',
      ].flatMap((tag) => primaryLanguage(tag) ?? []),
    ),
  ];

  it('is one to every enricher, however its tag is written', async () => {
    const all = listEnrichers({ vectors: loadVectors('english') }).filter(
      ({ name }) => name !== 'language' && name !== 'duplicates' && name !== 'story',
    );
    for (const language of languages) {
      const text = samples[language] ?? plain;
      const expected = factsOf(all, language, text);
      for (const tag of [`${language}-ZZ`, `${language}_zz`, language.toUpperCase(), `${language}-Latn-001`])
        expect({ tag, ...Object(factsOf(all, tag, text)) }).toEqual({ tag, ...Object(expected) });
    }
  });
  it('reaches an enricher as the primary tag, also of the language that was found', () => {
    const seen: string[] = [];
    const own: Enricher = {
      name: 'own',
      version: '1',
      about: 'Looks.',
      facts: ['own'],
      isUsual: true,
      enrich: ({ language }) => (seen.push(language), []),
    };
    for (const claim of ['en-US', 'EN_gb', 'english'])
      factsOf(
        [...listEnrichers().filter(({ name }) => name === 'language'), own],
        claim,
        samples['en'] ?? '',
      );
    for (const claim of ['en-US', 'iw', 'zh-cmn-Hans', 'x-default', 'no']) factsOf([own], claim, plain);
    expect(seen).toEqual(['en', 'en', 'en', 'en', 'he', 'zh', 'und', 'nb']);
  });
  it('keeps stop words out of the key phrases of American English', () => {
    const text =
      'The bill was sent in to the committee of the government, and in the end of the day it was of the government to sign it. '.repeat(
        8,
      );
    const [found] = [
      factsOf(
        listEnrichers().filter(({ name }) => name === 'language' || name === 'key-phrases'),
        'en-US',
        text,
      ),
    ];
    expect(JSON.stringify(found)).not.toMatch(/"text":"(?:in|of|the|of the government)"/);
  });
});
