import { describe, expect, it } from '@jest/globals';
import type { FrontierItem } from '@newsmill/contracts';
import { HostMemory } from './host-memory.ts';

const item = (key: string, host = 'a.example:443'): FrontierItem => ({
  key,
  kind: 'page',
  url: `https://a.example/${key}`,
  sourceId: 's',
  host,
  domain: 'a.example',
  dueAt: 0,
  priority: 1,
  attempt: 0,
  firstSeen: 0,
  fetchedAt: 0,
  stamp: '',
  data: {},
});

describe('HostMemory', () => {
  it('tells of a request that is under way', () => {
    const memory = new HostMemory();
    memory.asking(item('1'));
    expect(memory.records(1_000, 500)).toEqual([
      {
        kind: 'host',
        host: 'a.example:443',
        domain: 'a.example',
        freeAt: 0,
        domainFreeAt: undefined,
        holder: '1',
        lease: 500,
      },
    ]);
  });
  it('tells how long a host and its domain want to be left alone, and forgets it after that', () => {
    const memory = new HostMemory();
    memory.asking(item('1'));
    memory.asked(item('1'), { hostFreeAt: 1_000, domainFreeAt: 9_000 }, 100);
    memory.asked(item('1'), { hostFreeAt: 2_000 }, 200);
    expect(memory.records(300, 0)).toMatchObject([{ freeAt: 2_000, domainFreeAt: 9_000 }]);
    expect(memory.records(3_000, 0)).toHaveLength(1);
    expect(memory.records(9_000, 0)).toEqual([]);
  });
  it('stays small: of many hosts only those that still matter are kept', () => {
    const memory = new HostMemory();
    for (let host = 0; host < 10_001; host += 1)
      memory.asked(item('1', `h${host}.example:443`), { hostFreeAt: host < 10 ? 50_000 : 10 }, 20);
    expect(memory.records(0, 0).length).toBeLessThanOrEqual(20);
  });
});
