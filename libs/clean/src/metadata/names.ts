import { decodeReferences } from '../tree/entities.ts';
import { normalForm, tidy } from './candidates.ts';

/**
 * The names in a value of structured data: texts, lists of them, or objects with a name. Many sites write HTML into
 * it, so `Actualit&eacute;` is one name, and its semicolon parts nothing.
 */
export function namesOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
    typeof one === 'string'
      ? decodeReferences(one)
          .split(/[,;、，]/)
          .map((name) => name.trim())
      : typeof one === 'object' && one !== null && 'name' in one && typeof one.name === 'string'
        ? [decodeReferences(one.name)]
        : [],
  );
}

/** Tidied names without repetitions, at most `most`, none over 80 characters. */
export function distinctNames(list: readonly string[], most: number): string[] {
  const seen = new Map<string, string>();
  for (const text of list) {
    const tidied = tidy(text);
    const key = normalForm(tidied);
    if (key !== '' && tidied.length <= 80 && !seen.has(key)) seen.set(key, tidied);
  }
  return [...seen.values()].slice(0, most);
}
