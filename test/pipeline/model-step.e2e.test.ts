import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vectorDimensions, type ArticleDocument } from '@newsmill/contracts';
import { openPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import {
  startFakeModel,
  type FakeModel,
  type ModelCall,
  type Reply,
} from '../../services/enrich/src/testing/fake-model.ts';
import { judge, unharmed } from '../oracle/judge.ts';
import { startNewsWeb, type NewsWeb } from '../newsweb/serve-news-web.ts';
import { readOutcome, type Outcome } from '../oracle/read-outcome.ts';
import { startMill, untilAtRest, writeSources, type MillProcess } from '../processes/start-mill.ts';

const evil = 'Prizes for all readers at http://evil.example/win as long as there are some left';

/** What a model would do: the first sentences of the article that it was given between the fences. */
function summarise({ body }: ModelCall): string {
  const article = /^<<<\S+\n([\s\S]*)\n\S+>>>$/.exec(body.messages[1]?.content ?? '')?.[1] ?? '';
  const text = article.split('\n\n').slice(1).join(' ');
  return text.slice(0, Math.max(60, Math.floor(text.length / 3)));
}

/** Right answers, and between them everything that an endpoint can do wrong. */
function misbehave(call: ModelCall, turn: number): Reply {
  const faults: readonly Reply[] = [
    { status: 500 },
    { hang: 'silent' },
    { hang: 'half' },
    { content: JSON.stringify({ summary: evil }) },
    { content: 'no JSON' },
    { status: 429, headers: { 'retry-after': '1' } },
    { status: 200, body: 'x'.repeat(2_000_000) },
  ];
  const fault = turn % 4 === 0 ? faults[(turn / 4) % faults.length] : undefined;
  return fault ?? { content: JSON.stringify({ summary: summarise(call) }), tokens: 400 };
}

/** The optional parts of enrich at work: a language model that misbehaves, and vectors. */
describe('the embedded mill with a language model and vectors', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-e2e-'));
  const data = join(folder, 'data');
  let web: NewsWeb;
  let model: FakeModel;
  let mill: MillProcess;
  let outcome: Outcome;
  let hybrid: { readonly total: number; readonly items: readonly { readonly id: string }[] };
  let english: ArticleDocument | undefined;
  let metrics: string;
  const remembered: string[] = [];

  beforeAll(async () => {
    web = await startNewsWeb({ articles: 40, seed: 23, delay: '10ms', interval: '2s', faults: false });
    model = await startFakeModel(misbehave);
    writeSources(join(folder, 'sources'), web.sources);
    const settings = {
      NEWSMILL_RETRY_LADDER: '300ms,1s,2s',
      NEWSMILL_POLL_MIN: '1s',
      NEWSMILL_LOG_LEVEL: 'error',
      NEWSMILL_VECTORS: 'on',
      NEWSMILL_LLM_URL: model.url,
      NEWSMILL_LLM_MODEL: 'tiny',
      NEWSMILL_LLM_TIMEOUT: '1s',
      NEWSMILL_LLM_PARALLEL: '4',
    };
    mill = await startMill({ data, sources: join(folder, 'sources'), settings });
    await untilAtRest(mill.address, 40, 200_000);
    metrics = await (await fetch(`${mill.address}/metrics`)).text();
    const list: { items: readonly { id: string }[] } = await (
      await fetch(`${mill.address}/api/v1/search?language=en&limit=1`)
    ).json();
    english = await (await fetch(`${mill.address}/api/v1/articles/${list.items[0]?.id ?? ''}`)).json();
    hybrid = await (
      await fetch(
        `${mill.address}/api/v1/search?${new URLSearchParams({ mode: 'hybrid', q: (english?.title ?? '').replace(/[^\p{L}\p{N} ]/gu, ' ') })}`,
      )
    ).json();
    await mill.stop();
    outcome = await readOutcome({ NEWSMILL_DATA: data }, web.expected);
    const ports = await openPorts(readSettings({ NEWSMILL_DATA: data }));
    for await (const record of ports.state.exportRecords())
      if (record.kind === 'entry' && record.entry.key.startsWith('llm/answer/'))
        remembered.push(record.entry.value ?? '');
    await ports.close();
  }, 240_000);
  afterAll(async () => {
    await mill?.kill();
    await model?.close();
    await web?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('loses no article and delays none, whatever the endpoint does', () => {
    expect(judge(web.expected, outcome)).toMatchObject(unharmed);
    expect(model.calls.length).toBeGreaterThan(10);
  });
  it('takes summaries that are fit, and none that was not', () => {
    const fit = remembered.filter((value) => value !== '{"value":null}');
    expect(fit.length).toBeGreaterThan(5);
    expect(fit.join('')).not.toContain('evil.example');
    expect(metrics).toMatch(/newsmill_llm_answers_total\{task="summary",result="given"\} [1-9]/);
    expect(metrics).toMatch(
      /newsmill_llm_answers_total\{task="summary",result="(server-error|timeout|busy)"\} [1-9]/,
    );
  });
  it('gives English articles a vector, and finds an article by its title in hybrid search', () => {
    expect(english?.vector).toHaveLength(vectorDimensions);
    expect(hybrid.items[0]?.id).toBe(english?.id);
    expect(
      outcome.documents.filter(({ language, vector }) => language !== 'en' && vector !== undefined),
    ).toEqual([]);
  });
});
