import { describe, expect, it } from '@jest/globals';
import { type ArticleDocument, type Fact } from '@newsmill/contracts';
import { whatEachAdds } from './what-each-adds.ts';

function article(content: string, over: Partial<ArticleDocument> = {}): ArticleDocument {
  // the fields that are read
  return { id: 'a', content, language: 'en', facts: [], ...over } as ArticleDocument;
}
const entities = (...names: readonly string[]): Fact => ({
  name: 'entities',
  by: 'entities/1',
  value: names.map((name) => ({ name, kind: 'person', mentions: 1, salience: 0.5, confidence: 0.9 })),
});
const first = 'The harbour council voted eleven to four for the night ferry. Tickets will cost nine pounds.';

describe('whatEachAdds', () => {
  it('tells the sentences that none before said, whoever said them, and counts those that were compared', () => {
    const [one, two, three] = whatEachAdds([
      article(first),
      article(`${first} Four members of the council asked for a study of the wash.`),
      article('Four members of the council asked for a study of the wash. The study is due in early spring.'),
    ]);
    expect(one?.sentences).toHaveLength(2);
    expect(two).toMatchObject({
      sentences: ['Four members of the council asked for a study of the wash.'],
      compared: 3,
    });
    expect(three?.sentences).toEqual(['The study is due in early spring.']);
  });
  it('takes a reworded sentence for the same, and one in another language for another', () => {
    const [, reworded, german] = whatEachAdds([
      article(first),
      article('The harbour council has voted eleven to four for the new night ferry.'),
      article('Der Rat des Hafens stimmte mit elf zu vier Stimmen zu.', { language: 'de' }),
    ]);
    expect(reworded?.sentences).toEqual([]);
    expect(german?.sentences).toHaveLength(1);
  });
  it('tells names and figures that none before had, each once', () => {
    const money = (text: string, value: number): Fact => ({
      name: 'money',
      by: 'money/1',
      value: [{ text, start: 0, end: 1, value, currency: 'GBP' }],
    });
    const [, second] = whatEachAdds([
      article(first, { facts: [entities('Mara Quill'), money('£9', 9)] }),
      article(first, { facts: [entities('mara quill', 'Jorun Thiele', 'Jorun Thiele'), money('£12', 12)] }),
    ]);
    expect(second).toMatchObject({ sentences: [], names: ['Jorun Thiele'], figures: ['£12'] });
  });
  it('compares Chinese sentences too', () => {
    const [, second] = whatEachAdds([
      article('连接奥尔德港与石港码头的夜间渡轮将于周五恢复通航。', { language: 'zh-Hans' }),
      article('连接奥尔德港与石港码头的夜间渡轮将于周五恢复通航。自行车冬季可以免费乘坐渡轮。', {
        language: 'zh-Hans',
      }),
    ]);
    expect(second?.sentences).toEqual(['自行车冬季可以免费乘坐渡轮。']);
  });
  it('stays quick where all sentences are alike', () => {
    const long = Array.from(
      { length: 100 },
      (_, at) => `The same words of the same story once more, number ${at}.`,
    );
    const before = performance.now();
    const found = whatEachAdds(Array.from({ length: 24 }, () => article(long.join(' '))));
    expect(found.slice(1).every(({ sentences }) => sentences.length === 0)).toBe(true);
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});
