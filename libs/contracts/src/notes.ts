import type { noteTable } from './note-table.ts';

type FieldOf<K> = K extends 'text' ? string : K extends 'number' ? number : boolean;

/**
 * The notes of a mill: each is a log line and a counter, written by one call. Values are fields, never glued
 * into text.
 */
export type Notes = {
  readonly [N in keyof typeof noteTable]: {
    readonly [F in keyof (typeof noteTable)[N]['fields']]: FieldOf<(typeof noteTable)[N]['fields'][F]>;
  };
};
export type NoteName = keyof Notes;
export type Note = <N extends NoteName>(name: N, fields: Notes[N]) => void;
