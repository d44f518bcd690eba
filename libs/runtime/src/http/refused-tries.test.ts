import { describe, expect, it } from '@jest/globals';
import { heardTelling } from '../testing/heard-telling.ts';
import { RefusedTries } from './refused-tries.ts';
import { UntrustedProxies } from './untrusted-proxies.ts';

type Heard = Readonly<Record<string, unknown>>;
const heard = (lines: readonly string[]): readonly Heard[] => lines.map((line) => JSON.parse(line));

describe('refused tries', () => {
  const open = () => {
    const { note, lines } = heardTelling();
    const tries = new RefusedTries(note);
    return {
      tell: (client: string, now: number) => tries.tell({ client, by: 'key', reason: 'none' }, now),
      lines: () => heard(lines).map(({ client, more }) => [client, more]),
    };
  };
  it('are a line a minute for each address, and those between are counted', () => {
    const { tell, lines } = open();
    for (let at = 0; at < 50; at += 1) tell('192.0.2.7', at * 1_000);
    tell('192.0.2.8', 50_000);
    expect(lines()).toEqual([
      ['192.0.2.7', 0],
      ['192.0.2.8', 0],
    ]);
    tell('192.0.2.7', 61_000);
    tell('192.0.2.7', 200_000);
    expect(lines().slice(2)).toEqual([
      ['192.0.2.7', 49],
      ['192.0.2.7', 0],
    ]);
  });
  it('are one address for a whole /64', () => {
    const { tell, lines } = open();
    for (let host = 1; host < 9; host += 1) tell(`2001:db8:1:2::${host}`, host);
    expect(lines()).toEqual([['2001:db8:1:2::1', 0]]);
  });
  it('do not fill the log, from however many addresses', () => {
    const { tell, lines } = open();
    for (let host = 0; host < 20_000; host += 1) tell(`10.0.${host >> 8}.${host % 256}`, 0);
    expect(lines()).toHaveLength(30);
    // A clock that goes back holds up none for longer than a minute.
    for (let host = 0; host < 100; host += 1) tell(`10.1.0.${host}`, -3_600_000);
    tell('10.1.0.200', -3_540_000);
    expect(lines().at(-1)).toEqual(['10.1.0.200', 0]);
    // Nobody has lost its line for it.
    tell('10.0.0.200', 60_000);
    expect(lines().at(-1)).toEqual(['10.0.0.200', expect.any(Number)]);
  });
});

describe('proxies that nobody trusts', () => {
  const from = (remoteAddress: string, headers: Record<string, string>) => ({
    headers,
    socket: { remoteAddress },
  });
  it('are told once, with their address and the setting that would name them', () => {
    const { note, lines } = heardTelling();
    const proxies = new UntrustedProxies(note);
    const ask = (address: string, headers: Record<string, string>) =>
      proxies.look(from(address, headers), ['10.0.0.0/8']);
    ask('192.0.2.7', {});
    ask('10.1.1.1', { 'x-forwarded-for': '192.0.2.9' });
    ask('172.18.0.1', { 'x-forwarded-for': '192.0.2.9' });
    ask('172.18.0.1', { 'x-forwarded-for': '192.0.2.10' });
    ask('172.18.0.2', { forwarded: 'for=192.0.2.9' });
    expect(heard(lines)).toMatchObject([
      {
        level: 'warn',
        address: '172.18.0.1',
        header: 'x-forwarded-for',
        setting: 'NEWSMILL_TRUSTED_PROXIES',
      },
      { address: '172.18.0.2', header: 'forwarded' },
    ]);
    for (let host = 0; host < 100; host += 1) ask(`192.0.2.${host}`, { forwarded: 'for=x' });
    expect(lines).toHaveLength(10);
  });
});
