import { describe, expect, it } from '@jest/globals';
import { isRemark, leans } from './stands-apart.ts';
import { summarize } from './summarize.ts';

describe('isRemark', () => {
  it.each([
    'Find out more reasons why Galena is a town for ferries here.',
    'To find out more, read the full report.',
    'Click here to see the harbour.',
    'The following will explain how the ferry runs.',
    'For more information, call the harbour.',
    'Written or reviewed by a harbour master of Galena.',
    'This story was provided by the Galena Post, which tells of the sea.',
    'Correction 8/29/10 7:05 a.m.: The ferry opened in May.',
    "Editor's note: The harbour is closed.",
    'You can follow her on Twitter or by letter.',
    'Also read: Ferry opens in Galena after the storm.',
    'Ada Moss is seen in this undated photo of the harbour.',
    'Ada Moss (left) opens the harbour of Galena with a pair of scissors.',
    'We may earn a commission on what you buy in the harbour.',
  ])('tells what the site says beside the news: %s', (sentence) => {
    expect(isRemark(sentence)).toBe(true);
  });

  it.each([
    'Here are the ten points that Ada Moss made about the harbour.',
    'Written by Ada Moss in 1920, the play fills the harbour hall again.',
    'The police follow him on foot from Galena.',
    'See what became of the ferry that sank.',
    'The story was all over Galena before the ferry landed.',
    'Visitors watch the ferries from the pier.',
    'The photo of the ferry was shown to the court.',
    'Ada Moss updated her will at the harbour, by hand.',
    'The harbour noted: nobody had come.',
    'Left to itself, the pier falls: nobody mends it.',
    'Right now – so the mayor said – the harbour is closed.',
  ])('keeps a sentence of the news: %s', (sentence) => {
    expect(isRemark(sentence)).toBe(false);
  });
});

describe('leans', () => {
  const title = 'ferries of galena get new engines';

  it.each([
    'However, the council of Galena was against it.',
    'If so, the harbour would close.',
    'Apart from these, the council bought a crane.',
    'This would close the harbour.',
    "It's another setback for the harbour.",
    'Another is that nobody pays.',
  ])('tells what needs the sentence before it: %s', (sentence) => {
    expect(leans(sentence, title)).toBe(true);
  });

  it.each([
    'This week the harbour opens.',
    'These engines are made in Galena.',
    'This guide tells how ferries run.',
    'It is unclear whether the harbour opens.',
    'It took a year to build the pier.',
    'Andover has a harbour.',
    'Those who live in Galena pay less.',
  ])('keeps what stands by itself or leans on the title: %s', (sentence) => {
    expect(leans(sentence, title)).toBe(false);
  });
});

describe('summarize', () => {
  const filler = [
    'Gulls are known to sleep on the roofs of the old town.',
    'Ada Moss was born in the north and likes apples.',
    'Rain fell on the hills for most of the night.',
    'Bakers sold bread to those who waited at the gate.',
  ];
  const lead = 'The ferries of Galena get new engines in May, the council said.';

  it('takes no sentence without the one that it leans on', () => {
    const leaning = 'However, the new engines of the ferries of Galena are late.';
    const text = [lead, ...filler, leaning].join(' ');
    const found = summarize({ title: 'Ferries of Galena get new engines', text, language: 'en' });
    expect(found).toContain(lead);
    expect(found).not.toContain(leaning);
    expect(found).toHaveLength(3);
  });

  it('takes it beside that one', () => {
    const leaning = 'However, the new engines of the ferries of Galena are late.';
    const text = [lead, leaning, ...filler].join(' ');
    const found = summarize({ title: 'Ferries of Galena get new engines', text, language: 'en' });
    expect(found.slice(0, 2)).toEqual([lead, leaning]);
  });

  it('tells something of a text in which each sentence leans on another', () => {
    const leaning = filler.map((sentence) => `However, ${sentence}`);
    const text = ['Short.', ...leaning].join(' ');
    expect(summarize({ title: 'Gulls of Galena', text, language: 'en' })).toHaveLength(3);
  });
});
