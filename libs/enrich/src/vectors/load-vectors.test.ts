import { describe, expect, it } from '@jest/globals';
import { CleanArticle, factOf, vectorDimensions, type Fact } from '@newsmill/contracts';
import { listEnrichers } from '../enrichers.ts';
import { loadVectors } from './load-vectors.ts';
import { packVector } from './pack-vector.ts';

const vectors = loadVectors('english');
const { articleVector, textVector } = vectors;

function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (a === undefined || b === undefined) throw new Error('no vector');
  return a.reduce((sum, part, i) => sum + part * (b[i] ?? 0), 0);
}

describe('loadVectors', () => {
  it('gives a direction of length 1, the same for the same text', () => {
    const vector = articleVector({ title: 'Harbour closes', text: 'Divers look for a sunken barge.' });
    expect(vector).toHaveLength(vectorDimensions);
    expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    expect(articleVector({ title: 'Harbour closes', text: 'Divers look for a sunken barge.' })).toEqual(
      vector,
    );
    expect(vectors.name).toMatch(/^[a-z-]+\/\d+$/);
  });

  it('puts texts of one matter nearer than others, also without a word in common', () => {
    const storm = textVector('Hurricane floods coastal towns');
    expect(cosine(storm, textVector('Storm surge swamps seaside villages'))).toBeGreaterThan(
      cosine(storm, textVector('Central bank raises interest rates')) + 0.2,
    );
    const doctor = textVector('The physician treated the patients');
    expect(cosine(doctor, textVector('A doctor cares for sick people'))).toBeGreaterThan(
      cosine(doctor, textVector('The team scored a late goal')) + 0.2,
    );
  });

  it.each([
    ['de', 'Die Regierung erhöht die Steuern auf Benzin', 'Der Torwart hielt zwei Elfmeter im Finale'],
    ['fr', 'Le gouvernement augmente les taxes sur le carburant', 'Le gardien a arrêté deux tirs en finale'],
    ['ru', 'Правительство повышает налоги на топливо', 'Вратарь отбил два пенальти в финале'],
    ['zh', '政府提高燃油税', '守门员在决赛中扑出两个点球'],
    ['ja', '政府が燃料税を引き上げる', 'ゴールキーパーが決勝でPKを二本止めた'],
    ['ar', 'الحكومة ترفع الضرائب على الوقود', 'الحارس تصدى لركلتي جزاء في النهائي'],
    ['hi', 'सरकार ने ईंधन पर कर बढ़ाया', 'गोलकीपर ने फाइनल में दो पेनल्टी बचाईं'],
  ])(
    'puts a text in %s near to what it says in English, with the table for many languages',
    (_, taxes, keeper) => {
      const { textVector } = loadVectors('multilingual');
      const english = textVector('The government raises taxes on fuel');
      expect(cosine(english, textVector(taxes))).toBeGreaterThan(cosine(english, textVector(keeper)) + 0.15);
      const other = textVector('The goalkeeper saved two penalties in the final');
      expect(cosine(other, textVector(keeper))).toBeGreaterThan(cosine(other, textVector(taxes)) + 0.15);
    },
  );

  it('knows nothing of what holds no word', () => {
    expect(articleVector({ title: '', text: '' })).toBeUndefined();
    expect(textVector('\u200b \u0000')).toBeUndefined();
  });

  it('reads the beginning of a huge text alone', () => {
    const began = process.cpuUsage();
    for (const piece of ['word ', 'x', '漢', 'é'])
      articleVector({ title: piece.repeat(1_000_000), text: piece.repeat(1_000_000) });
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(15_000);
    const start = 'Divers look for a sunken barge. '.repeat(200);
    expect(textVector(`${start}${'The bank raises its rates. '.repeat(9_000)}`)).toEqual(
      textVector(`${start}${'The team wins the cup. '.repeat(9_000)}`),
    );
  });
});

describe('the enricher of vectors', () => {
  const [enricher] = listEnrichers({ vectors }).filter(({ name }) => name === 'vector');
  const article = (text: string) =>
    CleanArticle.parse({
      item: 'i',
      sourceId: 's',
      url: 'https://a.example/',
      finalUrl: 'https://a.example/',
      fetchedAt: 1,
      firstSeen: 1,
      title: text,
      text,
      blocks: [],
      confidence: 1,
    });
  const factsOf = (language: string, text = 'Divers look for a sunken barge.') =>
    enricher?.enrich({
      article: article(text),
      id: 'i',
      language,
      known: { articleId: '', owner: '', candidates: [], values: new Map(), site: [] },
      facts: [],
    });

  it('makes the fact for articles in languages that the table knows', () => {
    const facts = factsOf('en-GB') ?? [];
    expect(facts).toMatchObject([{ name: 'vector', by: vectors.name }]);
    expect(factOf(facts as readonly Fact[], 'vector')).toHaveLength(vectorDimensions);
  });

  it('makes none for others, and is not there without the table', () => {
    expect([factsOf('de'), factsOf('und'), factsOf('en', '')]).toEqual([[], [], []]);
    expect(['en', 'en-GB'].every(vectors.knows)).toBe(true);
    expect(['de', 'und', 'zh-Hant'].some(vectors.knows)).toBe(false);
    const { knows } = loadVectors('multilingual');
    expect(['en', 'en-GB', 'de', 'zh-Hant'].every(knows)).toBe(true);
    expect(['und', 'zu', '', 'constructor'].some(knows)).toBe(false);
    expect(listEnrichers().some(({ name }) => name === 'vector')).toBe(false);
  });
});

describe('packVector', () => {
  it('keeps the direction in whole numbers of one byte', () => {
    const vector = textVector('Hurricane floods coastal towns');
    if (vector === undefined) throw new Error('no vector');
    const packed = packVector(vector);
    expect(packed.every((part) => Number.isInteger(part) && Math.abs(part) <= 127)).toBe(true);
    const length = Math.sqrt(packed.reduce((sum, part) => sum + part * part, 0));
    expect(
      cosine(
        vector,
        Float32Array.from(packed, (part) => part / length),
      ),
    ).toBeGreaterThan(0.999);
    expect(packVector(new Float32Array(4))).toEqual([]);
  });
});
