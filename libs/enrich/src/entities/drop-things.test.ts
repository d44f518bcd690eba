import { describe, expect, it } from '@jest/globals';
import { dropThings } from './drop-things.ts';
import type { Mention } from './mention.ts';
import type { NameKind } from './name-labels.ts';

/** What is left of names in a text, each told as one kind wherever it stands. */
function left(text: string, kind: NameKind, ...names: string[]): string[] {
  const mentions = names.flatMap((name): Mention[] =>
    [...text.matchAll(new RegExp(name.replace(/[.()]/g, String.raw`\$&`), 'g'))].map(({ index }) => ({
      start: index,
      end: index + name.length,
      kind,
      confidence: 0.7,
    })),
  );
  return [...new Set(dropThings(text, mentions).map(({ start, end }) => text.slice(start, end)))];
}

describe('dropThings', () => {
  it.each([
    ['Earnings per share (EPS) rose. EPS was two cents.', 'EPS'],
    ['Patients with irritable colon disorder (ICD) wait. ICD is common.', 'ICD'],
    ['The QRM (quarterly risk model) is new.', 'QRM'],
    ['Crowds came for the Lantern Cup on Friday.', 'Lantern Cup'],
    ['He broke the Clean Harbours Act of 1990.', 'Clean Harbours Act'],
    ['She won the Prize of Lorvik in May.', 'Prize of Lorvik'],
    ['The new Tarvo X200 costs less.', 'Tarvo X200'],
    ['They bought an iPad and a Kindle.', 'iPad'],
    ['They sell Windows 11 and Windows Media Center.', 'Windows 11'],
    ['They sell Windows 11 and Windows Media Center.', 'Windows Media Center'],
    ['It runs on Linux 2.6 only.', 'Linux 2.6'],
    ['She is on US TV now.', 'US TV'],
    ['She spoke on German Television.', 'German Television'],
    ['House prices fell. House sales did not, and a house costs less.', 'House'],
    ['The MacBook Air is light.', 'MacBook Air'],
    ['The Lorvik Women’s team won.', 'Lorvik Women'],
    ['Our Lead Form Basics: a lead form basics course.', 'Lead Form Basics'],
  ])('takes no body from a thing: %s', (text, name) => {
    expect(left(text, 'ORG', name)).toEqual([]);
  });
  it.each([
    ['It stars in the film Velmora next year. Velmora opens in May.', 'Velmora'],
    ['Hurricane Zelphine made landfall. Zelphine weakened.', 'Zelphine'],
    ['Velmora, a three-part crime drama, returns.', 'Velmora'],
    ['Critics liked “Velmora Rising,” and it sold well.', 'Velmora Rising'],
    ['People with Drummel’s disease tire soon.', 'Drummel'],
    ['Crowds filled the Orvelle, and the Orvelle closed.', 'Orvelle'],
    ['A Scot won the race.', 'Scot'],
    ['The new Mary V90 costs less.', 'Mary V90'],
  ])('takes nobody from a thing: %s', (text, name) => {
    expect(left(text, 'PER', name)).toEqual([]);
  });
  it.each([
    ['ORG', 'The Harbour Workers Association (HWA) met. HWA said no.', 'HWA'],
    ['ORG', 'The Cup Makers Association met.', 'Cup Makers Association'],
    ['ORG', 'He plays in Lorvik Division II.', 'Lorvik Division II'],
    ['ORG', 'It was made by the film Netflix bought.', 'Netflix'],
    ['ORG', 'She is on Lorvik TV.', 'Lorvik TV'],
    ['ORG', 'She works at Capital Radio.', 'Capital Radio'],
    ['ORG', 'House votes. Then the House left the house.', 'House'],
    ['ORG', 'Shell rose. Nobody knew why.', 'Shell'],
    ['ORG', 'The Linux Foundation met.', 'Linux Foundation'],
    ['ORG', 'The Lorvik Media Center closed.', 'Lorvik Media Center'],
    ['PER', 'She likes the song Mary Lindt sang.', 'Mary Lindt'],
    ['PER', 'Queen Mary II was crowned.', 'Mary II'],
    ['PER', 'In the Orvelle years nobody laughed.', 'Orvelle'],
    ['LOC', 'They met in Creek Town.', 'Creek Town'],
    ['PER', 'Mary Lindt, a film director, spoke.', 'Mary Lindt'],
    ['LOC', 'He said “Paris” and left.', 'Paris'],
  ] as const)('keeps the %s of: %s', (kind, text, name) => {
    expect(left(text, kind, name)).toEqual([name]);
  });
});
