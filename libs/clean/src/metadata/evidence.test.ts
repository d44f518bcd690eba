import { expect, it } from '@jest/globals';
import { readTree } from '../tree/read-tree.ts';
import { metaOf, readEvidence } from './evidence.ts';

it('reads no more of a meta element than any field takes', () => {
  const long = 'crane '.repeat(1_500_000);
  const evidence = readEvidence(
    readTree(`<meta property="og:title" content="${long}"><meta name="author" content=" Ada Moss ">`),
  );
  expect(metaOf(evidence, 'og:title')?.length).toBe(64_000);
  expect(metaOf(evidence, 'author')).toBe('Ada Moss');
});
