import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { damagedHeader, deadLetters, pageFetched } from '@newsmill/contracts';
import { buryMessage } from '@newsmill/runtime';
import { openTestPorts } from '../../../runtime/src/testing/open-test-ports.ts';
import { editLetter } from './edit-letter.ts';
import { readDead } from './read-dead.ts';

describe('editLetter', () => {
  let ports: Awaited<ReturnType<typeof openTestPorts>>;
  beforeEach(async () => {
    ports = await openTestPorts();
  });
  afterEach(async () => {
    await ports.close();
  });

  it('refuses a page whose bytes are not those that were fetched, and leaves the letter', async () => {
    const facts = {
      stage: 'clean' as const,
      topic: pageFetched.name,
      reason: 'bad-message',
      detail: 'changed',
      attempts: 0,
      item: 'item1',
      url: 'https://a.example/1',
      sourceId: 's',
      firstSeen: 1,
      version: 9,
      at: 5,
    };
    const headers = { schema: '1', ce_id: 'e1', page: '{}', [damagedHeader]: 'changed' };
    await ports.bus.publish([
      buryMessage({ key: 'item1', value: new Uint8Array([1, 2, 3]), headers }, facts, ports),
    ]);
    const [letter] = (await readDead(ports, { limit: 10 })).letters;
    await expect(
      editLetter(ports, { id: letter?.id ?? '', text: '{}' }, { who: 'somebody', now: 100 }),
    ).rejects.toMatchObject({
      code: 'not-supported',
      message: expect.stringContaining('discard the letter'),
    });
    let left = 0;
    for await (const { key } of ports.bus.browse(deadLetters.name)) left += key === 'item1' ? 1 : 0;
    expect(left).toBe(1);
  });
});
