import { InvalidArgumentError } from 'commander';
import type { DeclaredOption } from './define-command.ts';

/** A switch: true where it is given. */
export function flag(description: string): DeclaredOption<boolean> {
  return { description, fallback: false };
}

/** A switch whose help shows no default. */
export function plainFlag(description: string): DeclaredOption<boolean | undefined> {
  return { description };
}

/** A switch that turns something off: true without it. */
export function offSwitch(description: string): DeclaredOption<boolean> {
  return { description, isOff: true };
}

/** A word, or none. */
export function text(takes: string, description: string): DeclaredOption<string | undefined> {
  return { takes, description };
}

/** A word that has a value without the option too. */
export function textOr(takes: string, fallback: string, description: string): DeclaredOption<string> {
  return { takes, description, fallback };
}

/** A word that must be given. */
export function needed(takes: string, description: string): DeclaredOption<string> {
  return { takes, description, isNeeded: true };
}

/** Any number of words. */
export function several(takes: string, description: string): DeclaredOption<readonly string[]> {
  return { takes, description, fallback: [] };
}

/** One of some words. */
export function oneOf<const W extends string>(
  takes: string,
  choices: readonly W[],
  fallback: NoInfer<W>,
  description: string,
): DeclaredOption<W> {
  return { takes, description, choices, fallback };
}

function readWhole(written: string): number {
  if (!/^\d{1,9}$/.test(written)) throw new InvalidArgumentError('It is no whole number.');
  return Number(written);
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** One of some words, or none. */
export function oneOfOrNone<const W extends string>(
  takes: string,
  choices: readonly W[],
  description: string,
): DeclaredOption<W | undefined> {
  return { takes, description, choices };
}

/** A whole number. */
export function whole(takes: string, fallback: number, description: string): DeclaredOption<number> {
  return { takes, description, fallback, read: readWhole };
}

/** A whole number between two, both included. */
export function wholeWithin(
  takes: string,
  { least, most, fallback }: Bounds & { readonly fallback: number },
  description: string,
): DeclaredOption<number> {
  const read = (written: string): number => {
    const number = readWhole(written);
    if (number < least || number > most) throw new InvalidArgumentError(`It is from ${least} to ${most}.`);
    return number;
  };
  return { takes, description, fallback, read };
}

/** A whole number up to another, or none. */
export function wholeUpTo(
  takes: string,
  most: number,
  description: string,
): DeclaredOption<number | undefined> {
  const read = (written: string): number => {
    const number = readWhole(written);
    if (number > most) throw new InvalidArgumentError(`It is at most ${most}.`);
    return number;
  };
  return { takes, description, read };
}
