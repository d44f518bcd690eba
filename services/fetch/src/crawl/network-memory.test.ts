import { describe, expect, it } from '@jest/globals';
import { HttpFailure, type FailureKind } from '@newsmill/http';
import { NetworkMemory } from './network-memory.ts';

const answer = {
  status: 503,
  url: 'https://paper.example/',
  redirects: [],
  headers: {},
  body: new Uint8Array(),
  encoding: 'identity' as const,
  truncated: false,
};
const fail = (domain: string, kind: FailureKind = 'dns', code?: string) =>
  new HttpFailure(kind, `https://www.${domain}/feed`, 'why', code === undefined ? {} : { code });
const domains = ['a.example', 'b.example', 'c.example', 'd.example', 'e.example'];

describe('the memory of the network', () => {
  it('takes failures of many domains in a row for a network that is away, and any answer for its return', () => {
    const memory = new NetworkMemory();
    const changes = domains.map((domain, at) => memory.heard(fail(domain), 100 + at));
    expect(changes).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      { kind: 'away', domains: 5, reason: 'dns: why' },
    ]);
    expect(memory.isAway).toBe(true);
    expect(memory.heard(fail('f.example'), 200)).toBeUndefined();
    expect(memory.heard(answer, 300)).toEqual({ kind: 'back', since: 100 });
    expect(memory.isAway).toBe(false);
  });
  it('does not count hosts of one domain, nor failures with answers between them', () => {
    const memory = new NetworkMemory();
    for (let at = 0; at < 20; at += 1) memory.heard(fail('a.example'), at);
    expect(memory.isAway).toBe(false);
    for (const domain of [...domains, ...domains]) {
      memory.heard(fail(domain), 30);
      memory.heard(answer, 30);
    }
    expect(memory.isAway).toBe(false);
  });
  it('learns nothing from what this machine itself answers', () => {
    const memory = new NetworkMemory();
    for (const domain of domains) {
      memory.heard(fail(domain), 0);
      for (const host of ['127.0.0.1:8080', 'localhost', '[::1]'])
        expect(memory.heard({ ...answer, url: `http://${host}/feed` }, 1)).toBeUndefined();
    }
    expect(memory.isAway).toBe(true);
  });
  it('takes a refused connection or a bad certificate for an answer, and what was not asked for nothing', () => {
    const memory = new NetworkMemory();
    for (const domain of domains.slice(1)) memory.heard(fail(domain, 'reset', 'ENETUNREACH'), 0);
    memory.heard(fail('z.example', 'address-blocked'), 0);
    memory.heard(fail('a.example', 'reset', 'ECONNREFUSED'), 0);
    for (const domain of domains.slice(1)) memory.heard(fail(domain, 'timeout'), 0);
    expect(memory.isAway).toBe(false);
    expect(memory.heard(fail('a.example'), 0)).toMatchObject({ kind: 'away' });
    expect(memory.heard(fail('a.example', 'tls'), 0)).toMatchObject({ kind: 'back' });
  });
});
