import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Source } from '@newsmill/contracts';
import { readSoundSource } from './read-sound-source.ts';
import { readSourceFile } from './read-source-file.ts';
import { sourceToYaml } from './source-to-yaml.ts';

const starters = fileURLToPath(new URL('../../../deploy/sources/', import.meta.url));
const isSecretSet = (name: string) => name === 'NEWSMILL_SECRET_KEY';
const plain = 'id: post\nname: Post\nchannels:\n  - url: https://post.example/feed\n';

describe('readSoundSource', () => {
  it('reads every starter source, and what the mill writes, without the whole reader', () => {
    const texts = [
      ...readdirSync(starters)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => readFileSync(`${starters}${name}`, 'utf8')),
      sourceToYaml({
        id: 'post',
        name: 'Harbour Post',
        language: 'en',
        timeZone: 'Europe/London',
        channels: [
          { url: 'https://post.example/feed' },
          { kind: 'list', url: 'https://post.example/latest', select: 'main h2 > a', interval: '30m' },
        ],
        tags: ['local'],
        limits: { delay: '2s' },
      }),
    ];
    expect(texts.length).toBeGreaterThan(10);
    const leftOver = texts.filter(
      (text) => readSoundSource({ path: 'a.yaml', text }, undefined) === undefined,
    );
    expect(leftOver).toEqual([]);
  });

  it('says of a file what the whole reader says', () => {
    const text = `# first\n${plain}timeZone: Europe/London\n`;
    const read = readSoundSource({ path: 'a.yaml', text }, isSecretSet);
    expect(read).toMatchObject({ id: 'post', problems: [], idPlace: { file: 'a.yaml', line: 2, column: 5 } });
    // A reading that only the whole reader can make.
    expect(
      readSourceFile({ path: 'a.yaml', text: text.replace('id: post', 'id: "p\\u006fst"') }, isSecretSet),
    ).toEqual(read);
    expect(read?.source).toEqual(
      Source.parse({
        id: 'post',
        name: 'Post',
        channels: [{ url: 'https://post.example/feed' }],
        timeZone: 'Europe/London',
      }),
    );
  });

  it.each([
    ['a key that is unknown', `${plain}nmae: x\n`],
    ['an address that may not be asked', plain.replace('post.example/', '127.0.0.1/')],
    ['a time zone that is none', `${plain}timeZone: Mars/Base\n`],
    ['a selector that cannot be read', `${plain}    select: "a:hover"\n`],
    ['a secret that is not set', `${plain}headers:\n  X-Key: "\${NEWSMILL_SECRET_OTHER}"\n`],
    ['no YAML', 'id: [\n'],
  ])('leaves %s to the whole reader, which tells it', (_, text) => {
    expect(readSoundSource({ path: 'a.yaml', text }, isSecretSet)).toBeUndefined();
    expect(readSourceFile({ path: 'a.yaml', text }, isSecretSet).problems).not.toEqual([]);
  });
});
