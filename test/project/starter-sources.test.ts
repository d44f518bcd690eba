import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Source } from '@newsmill/contracts';

const folder = new URL('../../deploy/sources/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
const sources = files.map((file) => ({
  file,
  source: Source.parse(parse(readFileSync(new URL(file, folder), 'utf8'))),
}));

describe('the starter list', () => {
  it('names each file after its source', () => {
    for (const { file, source } of sources) expect(file).toBe(`${source.id}.yaml`);
  });

  it('covers at least ten languages on five continents in about twenty sources', () => {
    expect(sources.length).toBeGreaterThanOrEqual(20);
    expect(new Set(sources.map(({ source }) => source.language)).size).toBeGreaterThanOrEqual(10);
    expect(new Set(sources.map(({ source }) => source.tags[1])).size).toBeGreaterThanOrEqual(5);
  });

  it('asks each address once, over https, and reaches nothing private', () => {
    const urls = sources.flatMap(({ source }) => source.channels.map((channel) => channel.url));
    expect(new Set(urls).size).toBe(urls.length);
    for (const url of urls) expect(new URL(url).protocol).toBe('https:');
    for (const { source } of sources) expect(source.allowPrivate).toEqual([]);
  });

  it('gives time zones that the runtime knows', () => {
    for (const { source } of sources)
      expect(() => new Intl.DateTimeFormat('en', { timeZone: source.timeZone })).not.toThrow();
  });
});
