import { describe, expect, it } from '@jest/globals';
import { compareSentences } from './compare-sentences.ts';
import { compareWords } from './compare-words.ts';
import { judgeEdit } from './judge-edit.ts';

const body = 'The ferry left at noon. It carried 214 passengers to the islands. Nobody was hurt.';
const article = { title: 'Ferry reaches the islands', content: body, language: 'en' };
const edited = (change: { title?: string; content?: string; language?: string }) =>
  judgeEdit({ ...article, language: change.language ?? 'en' }, { ...article, ...change });
const reworded = (before: string, after: string, language = 'en') =>
  judgeEdit({ ...article, content: before, language }, { ...article, content: after, language })?.classes;

describe('judgeEdit', () => {
  it('sees no edit in what only looks otherwise', () => {
    expect(edited({})).toBeUndefined();
    expect(
      judgeEdit(
        { ...article, content: '“We’ll sail – soon…”\n\nShe\u00a0left.' },
        { ...article, content: '"We\'ll sail - soon..." She left.' },
      ),
    ).toBeUndefined();
  });
  it('names a changed headline, and keeps the one before', () => {
    expect(edited({ title: 'Ferry turns back' })).toEqual({
      classes: ['headline'],
      gone: ['Ferry reaches the islands'],
    });
  });
  it('keeps the sentences that went', () => {
    expect(edited({ content: 'The ferry left at noon. Two people were hurt in the storm.' })).toEqual({
      classes: ['text'],
      gone: ['It carried 214 passengers to the islands.', 'Nobody was hurt.'],
    });
  });
  it.each([
    ['It carried 214 people.', 'It carried 241 people.', ['number']],
    ['Prices rose 4.5 per cent.', 'Prices rose 5.4 per cent.', ['number']],
    ['Growth of 3% is expected.', 'Growth of 2% is expected.', ['number']],
    ['The goverment resigned on Monday.', 'The government resigned on Monday.', ['typo']],
    ['The minister , he said, left.', 'The minister, he said, left.', ['typo']],
    ['They met in berlin yesterday.', 'They met in Berlin yesterday.', ['typo']],
    ['He recieved the letter.', 'He received the letter.', ['typo']],
    ['It cost 5 million euros.', 'It cost 5 billion euros.', ['text']],
    ['The goverment spent 12 crowns.', 'The government spent 21 crowns.', ['number', 'typo']],
    ['The minister denies the claim.', 'The minister admits the claim.', ['text']],
    ['It was not true at all.', 'It was now true at all.', ['text']],
  ])('judges %j, now %j', (before, after, classes) => {
    expect(reworded(before, after)).toEqual(classes);
  });
  it.each([
    ['en', 'Correction: The ferry left at one.'],
    ['en', 'This article was amended on 3 May to say that the ferry left at one.'],
    ['en', '(An earlier version of this story gave a wrong time.)'],
    ['de', 'Berichtigung: Die Fähre fuhr um eins.'],
    ['de', 'In einer früheren Fassung dieses Beitrags stand eine falsche Zeit.'],
    ['fr', 'Rectificatif : le bac est parti à une heure.'],
    ['es', 'Fe de errores: el barco salió a la una.'],
    ['pt', 'Erramos: a balsa saiu à uma.'],
    ['nl', 'Rectificatie: de boot vertrok om één uur.'],
    ['ru', 'Поправка: паром ушёл в час.'],
    ['zh', '更正：渡轮一点出发。'],
    ['ja', '【訂正】フェリーは一時に出発しました。'],
    ['ko', '정정: 배는 한 시에 떠났다.'],
  ])('knows a notice of correction (%s): %s', (language, notice) => {
    expect(edited({ content: `${body}\n\n${notice}`, language })?.classes).toEqual(['correction']);
  });
  it.each([
    ['This article has been retracted because its figures were invented.'],
    ['RETRACTED: see the note of the editors.'],
    ['Dieser Artikel wurde zurückgezogen.'],
    ['Cet article a été retiré à la demande de la rédaction.'],
  ])('knows a notice of withdrawal: %s', (notice) => {
    expect(edited({ content: `${notice}\n\n${body}` })?.classes).toEqual(['retraction']);
  });
  it('takes no sentence about corrections for a notice', () => {
    expect(edited({ content: `${body} Correction officers met on Friday.` })?.classes).toEqual(['text']);
    expect(edited({ content: `${body} The forecast was corrected twice.` })?.classes).toEqual(['text']);
    const before = `Correction: it was noon. ${body}`;
    expect(reworded(before, `${before} More follows.`)).toEqual(['text']);
  });
  it('finds the sentence of a script without spaces that was reworded', () => {
    const before = '渡轮中午出发。船上有214名乘客。没有人受伤。';
    const after = '渡轮中午出发。船上有241名乘客。没有人受伤。';
    expect(reworded(before, after, 'zh')).toEqual(['number']);
    expect(compareSentences(before, after, 'zh')[1]).toEqual({
      kind: 'changed',
      before: '船上有214名乘客。',
      after: '船上有241名乘客。',
    });
  });
  it('is bounded on long texts that have nothing in common', () => {
    const long = (word: string) =>
      Array.from({ length: 3_000 }, (_, i) => `The ${word} ${i} goes on and ${word} says so ${i * 7}.`);
    const begun = performance.now();
    expect(reworded(long('one').join(' '), long('two').join(' '))).toEqual(['text']);
    expect(reworded('a b '.repeat(100_000), 'c d '.repeat(100_000))).toEqual(['text']);
    expect(reworded(long('one').slice(0, 240).join(' '), long('two').slice(0, 240).join(' '))).toBeDefined();
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

describe('compareWords', () => {
  it('shows both sentences whole, with what differs', () => {
    const pieces = compareWords('It carried 214 passengers.', 'It carried 241 passengers, all well.');
    const of = (...kinds: string[]) =>
      pieces.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join('');
    expect(of('same', 'removed')).toBe('It carried 214 passengers.');
    expect(of('same', 'added')).toBe('It carried 241 passengers, all well.');
    expect(pieces.slice(0, 3)).toEqual([
      { kind: 'same', text: 'It carried ' },
      { kind: 'removed', text: '214' },
      { kind: 'added', text: '241' },
    ]);
  });
});
