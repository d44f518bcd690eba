import type { FingerprintCandidate } from '@newsmill/contracts';
import { describe, expect, it } from '@jest/globals';
import { findDuplicates } from './find-duplicate.ts';
import { bandsOf, readSketch, sketchOf, writeSketch, type Sketch } from './text-sketch.ts';

/** Seeded numbers in [0, 1): the same texts in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'ti', 'vo', 'za', 'dri', 'stel', 'kor', 'pan'];

function sentence(random: () => number): string {
  const word = () =>
    Array.from(
      { length: 1 + Math.floor(random() * 3) },
      () => syllables[Math.floor(random() * syllables.length)] ?? '',
    ).join('');
  return `${Array.from({ length: 14 }, word).join(' ')}.`;
}
function story(seed: number, sentences = 30): string[] {
  const random = seeded(seed);
  return Array.from({ length: sentences }, () => sentence(random));
}
const characters = (seed: number, length: number) => {
  const random = seeded(seed);
  return Array.from({ length }, () => String.fromCodePoint(0x4e00 + Math.floor(random() * 3_000))).join('');
};

/** The first copy that is found. */
function firstCopy(
  sketch: Sketch,
  ownId: string,
  candidates: readonly FingerprintCandidate[],
): { readonly id: string; readonly similarity: number } | undefined {
  const [first] = findDuplicates(sketch, ownId, candidates);
  return first === undefined ? undefined : { id: first.id, similarity: first.similarity };
}

/** Whether `copy` is linked to `original` when both are filed as the mill does it. */
function isLinked(original: string, copy: string): boolean {
  const first = sketchOf('', original);
  const second = sketchOf('', copy);
  const filed = new Set(bandsOf(first));
  if (!bandsOf(second).some((band) => filed.has(band))) return false;
  return firstCopy(second, 'copy', [{ id: 'original', payload: writeSketch(first) }]) !== undefined;
}

describe('findDuplicates', () => {
  const lines = story(1);
  const text = lines.join(' ');
  const words = text.split(' ');
  it.each([
    ['the same text', text],
    [
      'three words gone and an agency mark added',
      `${words.filter((_, at) => at !== 20 && at !== 130 && at !== 300).join(' ')} (AP)`,
    ],
    ['another introduction', [...story(9, 3), ...lines].join(' ')],
    ['the first half', lines.slice(0, 15).join(' ')],
    [
      'paragraphs in another order',
      [...lines.slice(10, 20), ...lines.slice(0, 10), ...lines.slice(20)].join(' '),
    ],
    ['other case, spaces and quotation marks', text.toUpperCase().replaceAll(' ', '\n ')],
    ['every twelfth word exchanged', words.map((word, at) => (at % 12 === 5 ? 'xxyyzz' : word)).join(' ')],
  ])('links %s', (_, copy) => {
    expect(isLinked(text, copy)).toBe(true);
  });
  it.each([
    ['another story', story(2).join(' ')],
    ['a story that quotes two sentences', [...story(3).slice(0, 28), ...lines.slice(4, 6)].join(' ')],
    [
      'every second sentence of it among others, in another order',
      [...story(4).slice(0, 15), ...lines.filter((_, at) => at % 2 === 0).reverse()].join(' '),
    ],
  ])('does not link %s', (_, other) => {
    expect(isLinked(text, other)).toBe(false);
  });
  const report = (numbers: readonly number[]) =>
    lines
      .map(
        (line, at) => `${line.slice(0, -1)} ${numbers[at] ?? 7} million and ${(numbers[at] ?? 7) * 3} more.`,
      )
      .join(' ');
  const figures = (seed: number) => {
    const random = seeded(seed);
    return lines.map(() => Math.floor(random() * 9_000));
  };
  it('links an update that changes every number', () => {
    expect(isLinked(report(figures(1)), report(figures(2)))).toBe(true);
  });
  it('does not link parts of reports that differ in their numbers', () => {
    expect(isLinked(report(figures(1)), report(figures(2)).slice(0, 900))).toBe(false);
    expect(isLinked(report(figures(1)), report(figures(1)).slice(0, 900))).toBe(true);
  });
  it('does not take forms that many filled in with other names and numbers for copies of each other', () => {
    const form = (seed: number) =>
      lines
        .slice(0, 8)
        .map((line, at) => `${story(100 + seed, 9)[at] ?? ''} ${line} ${figures(seed)[at] ?? 0}.`)
        .join(' ');
    const filed = Array.from({ length: 12 }, (_, seed) => ({
      id: `r${seed}`,
      payload: writeSketch(sketchOf('', form(seed))),
    }));
    expect(findDuplicates(sketchOf('', form(50)), 'own', filed)).toEqual([]);
    expect(findDuplicates(sketchOf('', form(3)), 'own', filed).map(({ id }) => id)).toEqual(['r3']);
  });
  it('works on scripts without spaces', () => {
    const chinese = characters(5, 600);
    expect(isLinked(chinese, `${characters(6, 30)}${chinese.slice(0, 200)}${chinese.slice(203)}`)).toBe(true);
    expect(isLinked(chinese, characters(7, 600))).toBe(false);
  });
  it('takes very short texts for the same only when title and text are equal', () => {
    const filed = (title: string, body: string) => [{ id: 'a', payload: writeSketch(sketchOf(title, body)) }];
    expect(firstCopy(sketchOf('Storm', 'Watch the video.'), 'b', filed('Storm', 'Watch the video!'))).toEqual(
      { id: 'a', similarity: 1 },
    );
    expect(
      firstCopy(sketchOf('Flood', 'Watch the video.'), 'b', filed('Storm', 'Watch the video.')),
    ).toBeUndefined();
  });
  it('names the oldest of several copies and never the article itself', () => {
    const payload = writeSketch(sketchOf('', text));
    expect(
      firstCopy(sketchOf('', text), 'own', [
        { id: 'own', payload },
        { id: 'first', payload },
        { id: 'second', payload },
      ]),
    ).toEqual({ id: 'first', similarity: 1 });
  });
});

describe('sketches', () => {
  it('are made of hostile texts in linear time', () => {
    for (const unit of ['a', 'a b c d ', '7 ', '\u0301', '漢', '\ud800', '\ufdfa', '.!?"']) {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      const began = process.cpuUsage();
      const written = writeSketch(sketchOf('', text));
      const used = process.cpuUsage(began);
      expect(written.length).toBeLessThanOrEqual(512);
      // A guard against a hang: a busy machine needs three times what a quiet one does. Growth is measured in
      // test/scale.
      expect(used.user + used.system).toBeLessThan(30_000_000);
    }
  });
  it('survive writing and reading, within half a kilobyte', () => {
    for (const sketch of [sketchOf('', `${story(1, 300).join(' ')} 1 2 3 4.5`), sketchOf('t', 'short')]) {
      const written = writeSketch(sketch);
      expect(written.length).toBeLessThanOrEqual(512);
      const read = readSketch(written);
      expect(read === undefined ? '' : writeSketch(read)).toBe(written);
    }
  });
  it('are not read from anything else', () => {
    for (const payload of ['', 'v9:abc', 's:AAAA', 'n:', 'n:AAA', 'n:AAAA:AA'])
      expect(readSketch(payload)).toBeUndefined();
  });
});
