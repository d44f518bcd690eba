import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  articleCleaned,
  deadLetterHeader,
  deadLetters,
  ledger,
  writeMessage,
  type LedgerEvent,
} from '@newsmill/contracts';
import { z } from 'zod';
import { openPorts } from '@newsmill/runtime';
import { readSettings } from '@newsmill/settings';
import { itemOf } from '@newsmill/text';
import { runCommand, startCommand } from '../processes/run-command.ts';
import { startMill, type MillProcess } from '../processes/start-mill.ts';
import { untilWithin } from '../processes/until.ts';

const letters = 240;
const key = 'k'.repeat(40);
const settings = { NEWSMILL_ADMIN_KEY: key };
const urlOf = (number: number) => `https://paper.example/news/${number}`;
const until = untilWithin(180_000, 200);

/** A cleaned article whose words are its own, and lacks its title where that is said. */
function articleOf(number: number, isBroken: boolean) {
  const text = Array.from({ length: 40 }, (_, i) => `Ship ${number * 97 + i * 13} left quay ${number}.`).join(
    ' ',
  );
  return {
    item: itemOf(urlOf(number)) ?? '',
    url: urlOf(number),
    finalUrl: urlOf(number),
    sourceId: 'paper',
    fetchedAt: 1_000_000 + number,
    firstSeen: 1_000_000,
    ...(isBroken ? {} : { title: `Ship number ${number} leaves` }),
    text,
    blocks: [{ kind: 'paragraph' as const, text }],
    confidence: 1,
  };
}

/** A mill whose enriching failed for all of its articles; the message of the first is broken. */
async function fill(data: string): Promise<void> {
  const ports = await openPorts(readSettings({ NEWSMILL_DATA: data }));
  const events: LedgerEvent[] = [];
  const messages = Array.from({ length: letters }, (_, number) => {
    const article = articleOf(number, number === 0);
    const { item, url, sourceId, fetchedAt: version, firstSeen } = article;
    const facts = { stage: 'enrich' as const, item, url, sourceId, version, firstSeen, at: 2_000_000 };
    const reason = number === 0 ? 'bad-message' : 'tries-exhausted';
    const detail = number === 0 ? 'title: expected string' : `connect ECONNREFUSED 10.0.0.${number}:9200`;
    events.push({ ...facts, attempt: 3, fate: 'dead', reason, detail });
    const id = `letter${String(number).padStart(10, '0')}`;
    const header = { ...facts, id, topic: articleCleaned.name, attempts: 3, reason, detail };
    return {
      topic: deadLetters.name,
      key: item,
      value: Buffer.from(JSON.stringify(article)),
      headers: { ce_id: id, [deadLetterHeader]: JSON.stringify(header) },
    };
  });
  await ports.bus.publish(messages);
  await ports.bus.publish(
    events.map((event) => ({
      topic: ledger.name,
      ...writeMessage(ledger, event, { key: `${event.item}/enrich`, source: 'enrich', time: event.at }),
    })),
  );
  await ports.state.recordEvents(events);
  await ports.close();
}

/** What is looked at of an answer. */
const Answered = z.looseObject({
  id: z.string().default(''),
  total: z.int().default(0),
  documents: z.int().default(0),
  totals: z.looseObject({ indexed: z.int() }).optional(),
  replays: z.array(z.unknown()).default([]),
});

describe('dead letters of a mill that is killed while it replays them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsmill-dead-drill-'));
  const [data, sources] = [join(folder, 'data'), join(folder, 'sources')];
  const environment = { ...settings, NEWSMILL_DATA: data };
  let mill: MillProcess | undefined;
  const start = async () => {
    mill = await startMill({ data, sources, settings });
  };
  const ask = async (path: string, body?: object): Promise<z.output<typeof Answered>> => {
    const answer = await fetch(`${mill?.address ?? ''}/api/v1/${path}`, {
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    return Answered.parse(await answer.json());
  };
  const newsmill = (...words: string[]) => runCommand(['dead', ...words], environment);

  beforeAll(async () => {
    await fill(data);
    mkdirSync(sources);
    await start();
  });
  afterAll(async () => {
    await mill?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows its causes at the command line, one line of JSON for each', async () => {
    const { code, stdout } = await newsmill('groups', '--format', 'json');
    expect(code).toBe(0);
    const groups = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(groups).toMatchObject([
      { count: letters - 1, title: 'connect ECONNREFUSED #', reason: 'tries-exhausted' },
      { count: 1, title: 'title: expected string' },
    ]);
    expect((await newsmill('group', groups[0].id)).stdout).toContain(`${letters - 1} letters`);
    expect((await newsmill('group', '000000000000')).code).toBe(1);
    expect((await newsmill('groups', '--group', 'x')).code).toBe(2);
    for (const shown of ['list', 'groups'])
      expect((await newsmill(shown, '--source', 'nobody')).stderr).toContain(`that fit, of ${letters}`);
    const to = join(folder, 'letter.bin');
    expect((await newsmill('show', 'letter0000000003', '--to', to)).code).toBe(0);
    expect(JSON.parse(readFileSync(to, 'utf8'))).toMatchObject({ url: urlOf(3) });
    expect((await newsmill('discard', '--all')).code).toBe(2);
    expect((await newsmill('replay')).code).toBe(2);
    expect((await newsmill('replay', 'letter0000000003', '--all')).code).toBe(2);
  });

  it('says what the code of now makes of them, and sends what was edited', async () => {
    const tried = await newsmill('replay', '--all', '--dry-run', '--sample', '6', '--format', 'json');
    expect(JSON.parse(tried.stdout)).toMatchObject({ found: letters, tried: 6, passes: 5, fails: 1 });
    const draft = join(folder, 'draft.json');
    writeFileSync(draft, '{"title":1}');
    const refused = await newsmill('edit', 'letter0000000000', '--from', draft);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('#/title')]);
    // An editor that mends the title.
    const editor = join(folder, 'editor.sh');
    writeFileSync(editor, '#!/bin/sh\nsed -i \'s/^{/{ "title": "Ship number 0 leaves",/\' "$1"\n', {
      mode: 0o755,
    });
    const sent = await runCommand(['dead', 'edit', 'letter0000000000'], { ...environment, EDITOR: editor });
    expect([sent.code, sent.stdout]).toEqual([0, expect.stringContaining('sent in the place')]);
    expect((await ask('dead')).total).toBe(letters - 1);
  });

  it('loses and doubles nothing', async () => {
    // The mill itself, in the middle of a replay that the API began.
    const { id } = await ask('dead/replays', { all: true, rate: 40 });
    await until('some are replayed', async () => (await ask('dead')).total < letters - 20);
    await mill?.kill();
    await start();
    const left = (await ask('dead')).total;
    expect(left).toBeGreaterThan(40);
    expect((await ask('dead/replays')).replays[0]).toMatchObject({ id, total: letters - 1 });
    // A command, twice.
    for (const _ of [1, 2]) {
      const before = (await ask('dead')).total;
      const command = startCommand(['dead', 'replay', '--all', '--rate', '40'], environment);
      await until('some more are replayed', async () => (await ask('dead')).total < before - 10);
      command.process.kill('SIGKILL');
      await command.ended;
    }
    expect((await ask('dead')).total).toBeGreaterThan(0);
    // The kind way: it ends, and says what it has done.
    const last = await newsmill('replay', '--all', '--rate', '1000');
    expect([last.code, last.stdout]).toEqual([0, expect.stringMatching(/^\d+ dead letters? sent/)]);
    await until('all are in the library', async () => (await ask('audit')).documents === letters);
    await until('all have their fate', async () => (await ask('audit')).totals?.indexed === letters);
    await until('the audit has seen that', async () => (await ask('audit')).balanced === true);
    const audit = await ask('audit');
    expect(audit).toMatchObject({
      documents: letters,
      deadLetters: 0,
      totals: { discovered: letters, indexed: letters, dead: 0, underWay: 0 },
      unbalanced: [],
    });
    expect((await runCommand(['audit'], environment)).code).toBe(0);
  });
});
