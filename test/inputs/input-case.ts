import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { SourceInput } from '@newsmill/contracts';
import type { Doors } from './doors.ts';

/**
 * What becomes of a bad input. BLOCK: refused before a byte is sent. PARK: kept among the dead letters or told of
 * its channel, with the reason. CLEAN: the article is there, and what came with it does nothing. REJECT: refused
 * where it was given, with its place. CAP: cut off at a limit, which is told.
 */
type InputOutcome = 'BLOCK' | 'PARK' | 'CLEAN' | 'REJECT' | 'CAP';

/** Where an input comes in. */
type InputDoor = 'source file' | 'paper' | 'API' | 'bus' | 'Redis' | 'setting' | 'backup' | 'console';

interface InputFacts {
  /** Its row of the table. */
  readonly row: number;
  /** What it is, in words; its own among all. */
  readonly input: string;
  readonly outcome: InputOutcome;
  /** Why this outcome, where another is as easily expected. */
  readonly why?: string;
}

/** What one paper answers at its addresses. */
export interface PaperInput extends InputFacts {
  readonly door: 'paper';
  /** What is served at `/feed`; without it a feed that names `/story`. */
  readonly feed?: Served;
  /** What is served at every other address. */
  readonly page?: Served;
  /** What is served as robots.txt; without it there is none. */
  readonly robots?: Served;
  readonly kind?: 'feed' | 'sitemap' | 'list';
  readonly source?: Partial<SourceInput>;
  /** Articles there must be of it; 1 for CLEAN, else 0. */
  readonly articles?: number;
  /** Of its dead letter, or of its failing channel: the words in which the rule is named. */
  readonly told?: RegExp;
  /** What must hold of the articles, beyond their number. */
  check?(articles: readonly Shown[]): void;
}

/** An article as the API gives it. */
export type Shown = Readonly<Record<string, unknown>> & { readonly id: string; readonly title: string };

/** Answers a request: bytes with their type, or a function that writes what it likes. */
export type Served =
  | {
      readonly type: string;
      readonly body: string | Uint8Array;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | ((place: Place) => Served)
  | { readonly raw: (socket: Socket, place: Place) => void }
  | { readonly write: (answer: ServerResponse, request: IncomingMessage) => void };

export interface Place {
  readonly path: string;
  readonly origin: string;
  /** A server of the same machine that nobody may ask: whoever does is counted. */
  readonly inside: string;
}

/** An input that a function carries through the door; it throws where the outcome is another. */
export interface DrivenInput extends InputFacts {
  readonly door: Exclude<InputDoor, 'paper'>;
  drive(doors: Doors): Promise<void> | void;
}

/** An input that another test of the house has carried through the door since before. */
export interface TestedInput extends InputFacts {
  readonly door: InputDoor;
  readonly test: { readonly file: string; readonly name: string };
}

export type InputCase = PaperInput | DrivenInput | TestedInput;
