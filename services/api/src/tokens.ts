import type { Note } from '@newsmill/contracts';
import type { GuessBrake, RefusedTries } from '@newsmill/runtime';
import type { HubCallback } from '@newsmill/operate';
import type { RequestMetrics } from './http/count-answers.ts';
import type { ToldSetting } from '@newsmill/settings';

/** Token under which Nest hands out the ports of the mill (MillPorts). */
export const millPorts = Symbol('MillPorts');

/** What only the process knows that serves this API. */
export interface OwnProcess {
  readonly version: string;
  /** What it was started with, without secrets. */
  readonly settings: readonly ToldSetting[];
  /** Where this mill is reached from outside and so can be pushed to. */
  readonly hubCallback?: HubCallback;
  /** Where its answers are counted. */
  readonly metrics: RequestMetrics;
  /** Slows whoever tries keys, at all doors of the process; without it one for those of the API. */
  readonly guesses?: GuessBrake;
  /** Tells of refused keys and log-ins, at all doors of the process; without it one for those of the API. */
  readonly refused?: RefusedTries;
  /** By which it tells of proxies that nobody named. */
  readonly note: Note;
}

/** Token under which Nest hands out what this process is. */
export const ownProcess = Symbol('OwnProcess');
