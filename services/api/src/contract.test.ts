import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { openApi } from './description/openapi.ts';
import { operations, type Operation } from './description/operations.ts';
import { addKey, takeDown } from '@newsmill/operate';
import { contractCases, takenDown, type ContractCase } from './testing/contract-cases.ts';
import { openPaper, type Paper } from './testing/open-paper.ts';
import { openSeededApp, seededKey, type SeededApp } from './testing/seeded-app.ts';

let app: SeededApp;
let paper: Paper;
let readKey: string;
const folder = mkdtempSync(join(tmpdir(), 'newsmill-contract-'));
beforeAll(async () => {
  for (const id of ['tide-post', 'tide-mail'])
    writeFileSync(
      join(folder, `${id}.yaml`),
      `id: ${id}\nname: ${id}\nchannels:\n  - url: https://${id}.example/feed\n`,
    );
  [app, paper] = [await openSeededApp({ directory: folder }), await openPaper()];
  await takeDown(app.ports, { article: takenDown, reason: 'a court order', who: 'admin' }, Date.now());
  readKey = (await addKey(app.ports.registry, { name: 'reader', scope: 'read' }, Date.now())).key;
});
afterAll(async () => {
  await app.close();
  await paper.close();
  rmSync(folder, { recursive: true, force: true });
});

const description = JSON.parse(JSON.stringify(openApi()));
const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(description, 'api');
const table = Object.entries<Operation>(operations);

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');
/**
 * What is wrong with an answer by the description: an undescribed status or type, a body that does not fit.
 */
function misfits(operation: Operation, status: number, type: string, body: string): unknown[] {
  const response = description.paths[operation.path][operation.method].responses[status];
  if (response === undefined) return [`the description has no answer ${status}`];
  const media = type.split(';')[0] ?? '';
  if (response.content === undefined) return body === '' ? [] : [`${status} has no body`];
  if (response.content[media] === undefined)
    return [`${status} is ${Object.keys(response.content).join()}, not ${media}`];
  const isJson = media.endsWith('json') && !media.includes('ndjson');
  const validate = ajv.getSchema(
    `api#/paths/${escaped(operation.path)}/${operation.method}/responses/${status}/content/${encodeURIComponent(escaped(media))}/schema`,
  );
  if (validate === undefined) return ['there is no schema'];
  return validate(isJson ? JSON.parse(body) : body) === true ? [] : (validate.errors ?? []);
}

async function send(
  operation: Operation,
  { path = {}, query = {}, body, headers = {} }: ContractCase,
  key: string | undefined,
): Promise<{
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly headers: Headers;
}> {
  const filled = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(path[name] ?? 'none'),
  );
  const search = new URLSearchParams(query).toString();
  const answer = await fetch(`${app.address}${filled}${search === '' ? '' : `?${search}`}`, {
    method: operation.method.toUpperCase(),
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const isStream = (answer.headers.get('content-type') ?? '').startsWith('text/event-stream');
  if (isStream) await answer.body?.cancel();
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    text: isStream ? '' : await answer.text(),
    headers: answer.headers,
  };
}

describe('the API description', () => {
  it('is valid OpenAPI 3.1', async () => {
    const problems = await lintFromString({
      source: JSON.stringify(description),
      config: await createConfig({ extends: ['spec'] }),
    });
    expect(
      problems.map(({ ruleId, message, location }) => ({ ruleId, message, at: location[0]?.pointer })),
    ).toEqual([]);
  });
  it('has a case for every operation', () => {
    expect(table.map(([id]) => id).filter((id) => contractCases[id] === undefined)).toEqual([]);
  });
});

describe('every operation answers as described', () => {
  it.each(table)('%s', async (id, operation) => {
    const known = contractCases[id];
    if (known === undefined) throw new Error(`${id} has no case in testing/contract-cases.ts`);
    const given = typeof known === 'function' ? await known(app, paper) : known;
    const { status, type, text } = await send(operation, given, seededKey);
    expect({ status, text: status < 400 ? '' : text }).toEqual({
      status: given.status ?? operation.status,
      text: '',
    });
    expect(misfits(operation, status, type, text)).toEqual([]);
  });
  it.each(table)('%s refuses an unknown parameter', async (_id, operation) => {
    const { status, type, text } = await send(
      operation,
      { query: { 'no-such-parameter': '1' }, ...(operation.body === undefined ? {} : { body: {} }) },
      seededKey,
    );
    expect({ status, misfits: misfits(operation, status, type, text) }).toEqual({ status: 400, misfits: [] });
  });
  it.each(table.filter(([, { access }]) => access !== 'read'))(
    '%s refuses whoever has no key, or one of a lower scope',
    async (_id, operation) => {
      for (const [key, expected] of [
        [undefined, 401],
        [readKey, 403],
      ] as const) {
        const { status, type, text } = await send(
          operation,
          operation.body === undefined ? {} : { body: {} },
          key,
        );
        expect({ status, misfits: misfits(operation, status, type, text) }).toEqual({
          status: expected,
          misfits: [],
        });
      }
    },
  );
});
