import { Source, type SourceInput } from './source/source.ts';

/**
 * Fields that are as they would be without being written are left out, so that the file says what was chosen.
 */
export function withoutDefaults(source: SourceInput): SourceInput {
  const plain: SourceInput = { id: source.id, name: source.name, channels: source.channels };
  const usual: Readonly<Record<string, unknown>> = Source.parse(plain);
  const chosen = Object.entries(source).filter(
    ([key, value]) => Object.hasOwn(plain, key) || JSON.stringify(value) !== JSON.stringify(usual[key]),
  );
  return { ...plain, ...Object.fromEntries(chosen) };
}
