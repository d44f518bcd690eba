import { secretOfSourcePrefix, type Environment } from './secret-files.ts';
import { settings as table, type Settings } from './settings.ts';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Passwords in an address; nothing where the text is none. */
export function inAddress(value: unknown): string[] {
  const address = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  return address === undefined || address.password === ''
    ? []
    : [address.password, decoded(address.password)];
}

/** Everything that no line of the log may show: secret settings, passwords in addresses, secrets of sources. */
export function secretsIn(settings: Settings, environment: Environment): readonly string[] {
  const own = Object.entries(table).flatMap(([name, { secret }]) => {
    const value: unknown = Reflect.get(settings, name);
    return [...(secret && typeof value === 'string' ? [value] : []), ...inAddress(value)];
  });
  const ofSources = Object.entries(environment).flatMap(([name, value]) =>
    name.startsWith(secretOfSourcePrefix) && value !== undefined ? [value] : [],
  );
  return [...own, ...ofSources];
}
