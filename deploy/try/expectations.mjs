// What must hold of running containers; every expectation is one line of the report.
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

let failed = 0;

/** Reports one expectation. */
export function expect(isTrue, what, detail = '') {
  if (!isTrue) failed += 1;
  process.stdout.write(
    `      ${isTrue ? 'ok  ' : 'FAIL'} ${what}${isTrue || detail === '' ? '' : `: ${detail}`}\n`,
  );
}

export const failures = () => failed;

/** Asks again and again until the answer is true; answers whether it became so in time. */
export async function until(question, limitMs, pauseMs = 500) {
  for (const end = Date.now() + limitMs; Date.now() < end; await sleep(pauseMs))
    if (await question()) return true;
  return false;
}

/** No rights, the user of the file, no way to get more. */
export function expectPowerless({ name, pid }, user) {
  const status = Object.fromEntries(
    readFileSync(`/proc/${pid}/status`, 'utf8')
      .split('\n')
      .map((line) => line.split(/:\s+/)),
  );
  const isPowerless =
    ['CapEff', 'CapPrm', 'CapBnd', 'CapInh'].every((set) => /^0+$/.test(status[set])) &&
    status.NoNewPrivs === '1';
  const ids = `${status.Uid.split('\t')[0]}:${status.Gid.split('\t')[0]}`;
  expect(
    isPowerless && ids === user,
    `${name} runs as ${user} without any capability`,
    `${ids} ${status.CapEff} ${status.NoNewPrivs}`,
  );
}

/** No command line of any process shows a secret. */
export function expectNoSecretInProcessList(secrets) {
  const lines = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      } catch {
        return ''; // it has ended meanwhile
      }
    });
  expect(
    lines.every((line) => secrets.every((secret) => !line.includes(secret))),
    'no secret is in the list of processes',
  );
}

/** Status and body of a request. */
export async function ask(address, { method = 'GET', headers = {}, body } = {}) {
  try {
    const answer = await fetch(address, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: /json/.test(answer.headers.get('content-type') ?? '') ? JSON.parse(text) : text,
    };
  } catch (error) {
    return { status: 0, body: String(error) };
  }
}
