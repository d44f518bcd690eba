import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  deadLetterHeader,
  deadLetters,
  LedgerEvent,
  Source,
  type ArticleDocument,
} from '@newsmill/contracts';
import type { MillPorts } from '@newsmill/operate';
import { tellSettings } from '@newsmill/settings';
import { itemOf } from '@newsmill/text';
import type { Payload } from '../../libs/clean/src/testing/markup-payloads.ts';
import { keepPage } from '../../services/api/src/testing/keep-page.ts';
import { openSeededApp, type SeededApp } from '../../services/api/src/testing/seeded-app.ts';
import { seededNow } from '../../services/api/src/testing/seeded-articles.ts';
import { hostileArticle } from './hostile-article.ts';
import { keepHostileRecords } from './hostile-records.ts';

/** Payloads that one article carries. */
const perArticle = 400;

function groupsOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  );
}

/** Name of a file of sources, as an operator may have copied it from somewhere. */
export const hostileFile = '"><img src=x onerror=window.ran=1>.yaml';

/** Source files whose names, comments, keys and values hold the payloads. */
function writeHostileFiles(directory: string, texts: readonly string[]): void {
  const lines = texts.map((text) => JSON.stringify(text));
  const sound = [
    ...lines.map((line) => `# ${line}`),
    'id: harbour-times',
    `name: ${JSON.stringify((texts[1] ?? '').trim().slice(0, 200))}`,
    'channels:',
    '  - url: https://harbour-times.example/feed.xml',
  ];
  writeFileSync(join(directory, 'harbour-times.yaml'), `${sound.join('\n')}\n`);
  writeFileSync(join(directory, hostileFile), `${lines.map((line) => `${line}: ${line}`).join('\n')}\n`);
}

/** Sources and mistakes in their files, with payloads as names and messages. */
function hostileFolder(directory: string, texts: readonly string[]): MillPorts['folder'] {
  const text = (at: number): string => texts[at % texts.length] ?? '';
  const sources = ['harbour-times', 'far-wire', 'quiet-gazette'].map((id, index) =>
    Source.parse({
      id,
      name: text(index).slice(0, 200) || id,
      tags: [text(index + 3) || 'x'],
      licence: text(index + 6),
      channels: [
        { url: `https://${id}.example/feed.xml?${encodeURIComponent(text(index + 9).toWellFormed())}` },
      ],
    }),
  );
  return {
    directory,
    sources: () => sources,
    sourceOf: (id) => sources.find((source) => source.id === id),
    problems: () =>
      texts.map((one, index) => ({
        file: `sources/${one}.yaml`,
        line: index + 1,
        column: 1,
        path: one,
        message: one,
        found: one,
        allowed: one,
        suggestion: one,
        effect: 'out' as const,
      })),
    isUnsure: () => false,
  };
}

/** Each setting that is no secret, given a payload: what the page of settings tells is what was given. */
function hostileSettings(texts: readonly string[]): Readonly<Record<string, string>> {
  const names = tellSettings({}).settings.flatMap(({ name, isSecret }) => (isSecret ? [] : [name]));
  return Object.fromEntries(names.map((name, index) => [name, texts[index % texts.length] ?? '']));
}

/** An id of a dead letter whose message can be edited. */
export const editableLetter = 'edit000000000001';

/** A mill that holds payloads: each of `payloads` in an article, and `texts`, some of them, in all else. */
export interface HostileMill extends SeededApp {
  readonly articles: readonly ArticleDocument[];
  readonly texts: readonly string[];
}

/** Payloads in what is no article. */
const mostTexts = 60;

/** Opens a mill whose articles, sources, files, settings, registry, ledger and dead letters hold the payloads. */
export async function openHostileMill(payloads: readonly Payload[]): Promise<HostileMill> {
  const step = Math.ceil(payloads.length / mostTexts);
  const some = payloads.filter((_, index) => index % step === 0);
  const texts = some.map(({ text }) => text);
  const directory = mkdtempSync(join(tmpdir(), 'newsmill-payloads-'));
  writeHostileFiles(directory, texts);
  const app = await openSeededApp({
    directory,
    folder: hostileFolder(directory, texts),
    environment: hostileSettings(texts),
  });
  const { library, state, bus, archive } = app.ports;
  await keepHostileRecords(app.ports, texts);
  const [first, ...others] = groupsOf(payloads, perArticle).map(hostileArticle);
  if (first === undefined) throw new Error('there are no payloads');
  const page = `<!doctype html><title>Ferry</title><main>${payloads.map(({ text }) => `<div>${text}</div>`).join('')}</main>`;
  const articles = [await keepPage(archive, first, { body: page, contentType: 'text/html' }), ...others];
  await library.write(articles);
  // Another version of each, so that pages compare two of them.
  await library.write(
    articles.map((article) => ({
      ...article,
      version: article.version + 1,
      title: `${article.title} again`,
      blocks: article.blocks.slice(1),
    })),
  );
  await library.refresh();
  const urlOf = (text: string): string => `https://far-wire.example/${text}`;
  await state.recordEvents(
    some.map(({ text }) =>
      LedgerEvent.parse({
        item: itemOf(urlOf(text)) ?? text,
        url: urlOf(text),
        sourceId: 'far-wire',
        stage: 'clean',
        version: seededNow,
        attempt: 1,
        fate: 'dead',
        reason: 'bad-page',
        detail: text,
        firstSeen: seededNow - 60_000,
        at: seededNow - 60_000,
      }),
    ),
  );
  const values = [
    ...texts,
    JSON.stringify({ title: texts, url: texts[0], blocks: { [texts[1] ?? '']: texts[2] } }),
  ];
  await bus.publish(
    values.map((value, index) => {
      const text = texts[index % texts.length] ?? '';
      const facts = {
        id: index < texts.length ? `dead${String(index).padStart(12, '0')}` : editableLetter,
        stage: 'clean',
        topic: 'newsmill.article.cleaned',
        reason: 'bad-message',
        detail: text,
        attempts: 1,
        url: urlOf(text),
        sourceId: text.slice(0, 60),
        at: seededNow - 1_000,
      };
      return {
        topic: deadLetters.name,
        key: facts.id,
        value: Buffer.from(value),
        headers: { 'content-type': 'application/json', [deadLetterHeader]: JSON.stringify(facts) },
      };
    }),
  );
  const close = async (): Promise<void> => {
    await app.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { ...app, articles, texts, close };
}
