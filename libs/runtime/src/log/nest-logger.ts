import type { Note, NoteName } from '@newsmill/contracts';
import type { LoggerService } from '@nestjs/common';
import { stackOf } from './stack-of.ts';

type FrameworkNote = Extract<NoteName, `framework.${string}`>;

function textOf(value: unknown): string {
  if (value instanceof Error) return stackOf(value);
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}

/** Nest's own lines, as notes. Its last argument is the part of it that speaks. */
export function createNestLogger(note: Note): LoggerService {
  const as =
    (name: FrameworkNote) =>
    (message: unknown, ...more: unknown[]): void => {
      const context = typeof more.at(-1) === 'string' ? String(more.pop()) : '';
      const text = [message, ...more.filter((each) => each !== undefined)].map(textOf).join(' ');
      note(name, { context, text: text.slice(0, 4_000) });
    };
  return {
    log: as('framework.said'),
    debug: as('framework.said'),
    verbose: as('framework.said'),
    warn: as('framework.warned'),
    error: as('framework.failed'),
    fatal: as('framework.failed'),
  };
}
