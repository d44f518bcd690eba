import { expect, it } from '@jest/globals';
import type { Bus, OutgoingMessage } from '@newsmill/bus';
import { BusFull } from '@newsmill/bus';
import { publishDurably } from './publish-durably.ts';

const messages = Array.from(
  { length: 1_201 },
  (_, index): OutgoingMessage => ({
    topic: 'events',
    key: `k${index}`,
    headers: {},
    value: new Uint8Array(),
  }),
);
const keys = (list: readonly OutgoingMessage[]) => list.map(({ key }) => key);

/** A bus that takes pieces, and is full at one of them once. */
function portsWith(fullAt?: number) {
  const pieces: (readonly OutgoingMessage[])[] = [];
  const problems: string[] = [];
  let asked = 0;
  const bus: Pick<Bus, 'publish'> = {
    publish: async (piece) => {
      asked += 1;
      if (asked === fullAt) throw new BusFull({ cause: undefined });
      pieces.push(piece);
    },
  };
  const health = {
    problems: () => [],
    block: (name: string) => void problems.push(name),
    clear: () => undefined,
  };
  return { pieces, problems, ports: { bus, health, note: () => undefined } as never };
}

it('the entries of a long feed are written in pieces, in their order', async () => {
  const { pieces, ports } = portsWith();
  await publishDurably(messages, ports, () => false);
  expect(pieces.map((piece) => piece.length)).toEqual([500, 500, 201]);
  expect(pieces.flatMap(keys)).toEqual(keys(messages));
});

it('after a full disk it goes on with the piece that found it full', async () => {
  const { pieces, problems, ports } = portsWith(2);
  await publishDurably(messages, ports, () => false);
  expect(problems).toEqual(['disk-full']);
  expect(pieces.flatMap(keys)).toEqual(keys(messages));
});
