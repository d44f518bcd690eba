import { describe, expect, it } from '@jest/globals';
import type { StoredMessage } from './bus.ts';
import { nothingDone } from './done-offsets.ts';
import { PartitionLog } from './partition-log.ts';

/** The time of a message is ten times its offset. */
const messages = (...offsets: number[]): StoredMessage[] =>
  offsets.map((offset) => ({
    topic: 't',
    partition: 0,
    offset: String(offset),
    time: 10 * offset,
    key: 'k',
    value: new Uint8Array(9),
    headers: {},
  }));
const all = (): boolean => true;
const offsetsOf = (held: readonly { readonly offset: number }[]): number[] =>
  held.map(({ offset }) => offset);

describe('PartitionLog', () => {
  it('moves the low watermark only over what was acknowledged', () => {
    const log = new PartitionLog(0);
    log.add(messages(10, 11, 12, 15), 16);
    log.take(10, all);
    expect(log.place()?.offset).toBeUndefined();
    log.acknowledge([11, 15]);
    expect(log.place()?.offset).toBe(10);
    log.acknowledge([10]);
    expect(log.place()?.offset).toBe(12);
    log.settle({ offset: 12, done: nothingDone });
    expect(log.place()?.offset).toBeUndefined();
    log.acknowledge([12]);
    expect(log.place()?.offset).toBe(17);
  });

  it('does not take in twice what a rebalance reads again', () => {
    const log = new PartitionLog(0);
    log.add(messages(1, 2), 2);
    log.take(1, all);
    log.add(messages(1, 2, 3), 3);
    expect(offsetsOf(log.take(10, all))).toEqual([2, 3]);
    expect(log.next).toBe(4);
  });

  it('hands out again what was given back, in order, and ignores what is not in flight', () => {
    const log = new PartitionLog(0);
    log.add(messages(1, 2, 3), 3);
    log.take(2, all);
    expect(offsetsOf(log.giveBack([2, 3, 1, 99]))).toEqual([2, 1]);
    expect(log.waitingBytes).toBe(30);
    expect(log.acknowledge([1])).toEqual([]);
    expect(offsetsOf(log.take(10, all))).toEqual([1, 2, 3]);
  });

  it('has messages in flight again when the commit failed', () => {
    const log = new PartitionLog(0);
    log.add(messages(1, 2), 2);
    log.take(2, all);
    const done = log.acknowledge([1, 2]);
    log.undo(done);
    expect(log.place()?.offset).toBe(1);
    expect(offsetsOf(log.acknowledge([1]))).toEqual([1]);
    expect(log.place()?.offset).toBe(2);
  });

  it('passes over what was removed', () => {
    const log = new PartitionLog(0);
    log.add(messages(1, 2, 3), 3);
    log.forget(1);
    log.forget(2);
    expect(offsetsOf(log.take(10, all))).toEqual([3]);
    log.acknowledge([3]);
    expect(log.place()?.offset).toBe(4);
  });

  it('hands out nothing more when it is about to be given away, and says when nothing of it is in hand', () => {
    const log = new PartitionLog(0);
    log.add(messages(1, 2, 3), 3);
    const [first, second] = log.take(2, all);
    log.isLeaving = true;
    expect([log.take(10, all), log.isAtRest]).toEqual([[], false]);
    log.acknowledge([first?.offset ?? 0]);
    log.giveBack([second?.offset ?? 0]);
    expect([log.take(10, all), log.isAtRest, log.place()?.offset]).toEqual([[], true, 2]);
    log.isLeaving = false;
    expect(offsetsOf(log.take(10, all))).toEqual([2, 3]);
  });
});

describe('PartitionLog with what is done above its low watermark', () => {
  const done = (until: number, ...offsets: number[]) => ({ offsets: new Set(offsets), until });

  it('has it committed until the broker has it', () => {
    const log = new PartitionLog(0);
    log.add(messages(10, 11, 12, 13), 13);
    log.take(10, all);
    const acknowledged = log.acknowledge([11, 13]);
    expect(log.place()).toEqual({ offset: 10, done: done(130, 11, 13) });
    log.undo(acknowledged.slice(1));
    const place = { offset: 10, done: done(110, 11) };
    expect(log.place()).toEqual(place);
    expect(log.place()).toEqual(place);
    log.settle(place);
    expect(log.place()).toBeUndefined();
    log.acknowledge([10, 13]);
    expect(log.place()).toEqual({ offset: 12, done: done(130, 13) });
  });

  it('has what is acknowledged during a commit in the next one', () => {
    const log = new PartitionLog(0);
    log.add(messages(10, 11, 12), 12);
    log.take(10, all);
    log.acknowledge([11]);
    const place = { offset: 10, done: done(110, 11) };
    expect(log.place()).toEqual(place);
    log.acknowledge([12]);
    log.settle(place);
    expect(log.place()).toEqual({ offset: 10, done: done(120, 11, 12) });
  });

  it('hands out nothing that its readers before have done, and keeps what it has not read yet', () => {
    const log = new PartitionLog(0);
    log.begin(10, done(150, 11, 13, 15));
    log.endsAt(20);
    log.add(messages(10, 11, 12), 12);
    expect(offsetsOf(log.take(10, all))).toEqual([10, 12]);
    log.acknowledge([10]);
    expect(log.place()).toEqual({ offset: 12, done: done(150, 13, 15) });
    log.acknowledge([12]);
    expect(log.place()).toEqual({ offset: 13, done: done(150, 13, 15) });
    log.add(messages(13, 14, 15, 16), 16);
    expect(offsetsOf(log.take(10, all))).toEqual([14, 16]);
    log.acknowledge([14]);
    expect(log.place()).toEqual({ offset: 16, done: done(0) });
    log.acknowledge([16]);
    expect(log.place()).toEqual({ offset: 17, done: done(0) });
  });

  it('says that there is something to commit where it passes over what was done', () => {
    const log = new PartitionLog(0);
    log.begin(10, done(130, 11, 13));
    expect(log.add(messages(10), 10)).toBe(false);
    log.take(10, all);
    log.acknowledge([10]);
    const place = { offset: 11, done: done(130, 11, 13) };
    expect(log.place()).toEqual(place);
    log.settle(place);
    expect(log.add(messages(11), 11)).toBe(true);
    expect(log.place()).toEqual({ offset: 12, done: done(130, 13) });
  });

  it('has its beginning committed in place of another one, even while that commits', () => {
    const old = new PartitionLog(0);
    old.add(messages(0, 1, 2), 2);
    old.take(10, all);
    old.acknowledge([0, 1]);
    const place = { offset: 2, done: nothingDone };
    expect(old.place()).toEqual(place);
    const log = PartitionLog.inPlaceOf(old, 0);
    old.settle(place);
    expect([log.hasBegun, log.place()]).toEqual([true, { offset: 0, done: nothingDone }]);
    log.settle({ offset: 0, done: nothingDone });
    expect(log.add(messages(0, 1), 1)).toBe(false);
    expect([log.place(), offsetsOf(log.take(10, all))]).toEqual([undefined, [0, 1]]);
  });

  it('holds no bytes of what its readers before have done', () => {
    const log = new PartitionLog(0);
    log.begin(10, done(130, 11, 12, 13));
    log.add(messages(10, 11, 12, 13), 13);
    expect([log.waitingBytes, messages(11, 12, 13).some((message) => log.has(message))]).toEqual([10, false]);
  });

  it('hands out what is later than all that was done: it is of a topic that was made again', () => {
    const log = new PartitionLog(0);
    log.begin(10, done(105, 11, 12));
    log.endsAt(20);
    log.add(
      messages(10, 11, 12).map((message) => (message.offset === '12' ? { ...message, time: 5 } : message)),
      12,
    );
    expect(offsetsOf(log.take(10, all))).toEqual([10, 11, 12]);
  });

  it('believes nothing of it in a log that ends before', () => {
    const log = new PartitionLog(0);
    log.begin(10, done(130, 11, 13));
    log.endsAt(13);
    log.add(messages(10, 11, 12), 12);
    expect(offsetsOf(log.take(10, all))).toEqual([10, 11, 12]);
  });

  it('knows a message from one of another topic that had its offset', () => {
    const log = new PartitionLog(0);
    log.add(messages(1), 1);
    expect([log.has({ offset: '1', time: 10 }), log.has({ offset: '1', time: 9 })]).toEqual([true, false]);
  });
});
