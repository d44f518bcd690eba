import { mock } from 'node:test';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BusUnreachable } from '@newsmill/bus';
import type { Note } from '@newsmill/contracts';
import { formsOf } from '@newsmill/settings';
import { LibraryUnreachable } from '@newsmill/store';
import { createOutages, type Outages } from './outages.ts';

const away = () => new BusUnreachable('publish: no broker', { cause: undefined });
const forms = formsOf({
  kafkaBrokers: ['a:1'],
  redisUrl: undefined,
  elasticsearchUrl: ['http://a'],
  s3Endpoint: undefined,
});

describe('an outage', () => {
  let said: unknown[][];
  let now: number;
  let outages: Outages;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
    said = [];
    now = 0;
    const note: Note = (name, fields) => void said.push([name, fields]);
    outages = createOutages(note, forms, () => now);
  });
  afterEach(() => mock.timers.reset());
  const pass = (ms: number): void => {
    now += ms;
    mock.timers.tick(ms);
  };

  it('is one line when it begins and one when it is over, whoever fails and however often', () => {
    for (let i = 0; i < 100; i += 1) {
      outages.failed(`poll-${i % 3}`, away());
      pass(800);
    }
    expect(said).toEqual([
      ['outage.began', { what: 'kafka', by: 'poll-0', reason: expect.stringContaining('no broker') }],
    ]);
    for (const by of ['poll-0', 'poll-1', 'poll-2']) outages.worked(by);
    pass(11_000);
    expect(said.slice(1)).toEqual([
      [
        'outage.ended',
        { what: 'kafka', seconds: 80, attempts: 100, reason: expect.stringContaining('no broker') },
      ],
    ]);
  });
  it('goes on where somebody still fails, or fails again at once', () => {
    outages.failed('poll', away());
    outages.failed('bus', away());
    outages.worked('bus');
    pass(60_000);
    outages.worked('poll');
    pass(9_000);
    outages.failed('poll', away());
    pass(60_000);
    expect(said.length).toBe(1);
  });
  it('of a server is one for all ports that are in it, and of different servers two', () => {
    const gone = () => new LibraryUnreachable('http://a', 'connect ECONNREFUSED', 'start it');
    outages.failed('library', gone());
    outages.failed('registry', gone());
    outages.failed('bus', away());
    expect(said.map(([name, fields]) => [name, Reflect.get(Object(fields), 'what')])).toEqual([
      ['outage.began', 'elasticsearch'],
      ['outage.began', 'kafka'],
    ]);
  });
  it('of work itself has the name of the work, also where a server was away before', () => {
    outages.failed('stage-clean', away());
    outages.failed('stage-clean', new Error('cannot read this'));
    outages.worked('stage-clean');
    pass(11_000);
    expect(said.map(([name, fields]) => [name, Reflect.get(Object(fields), 'what')])).toEqual([
      ['outage.began', 'kafka'],
      ['outage.began', 'stage-clean'],
      ['outage.ended', 'kafka'],
      ['outage.ended', 'stage-clean'],
    ]);
  });
});
