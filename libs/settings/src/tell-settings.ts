import { unknownNames } from './read-settings.ts';
import { type Environment, fileNameOf, fillSecrets, secretOfSourcePrefix } from './secret-files.ts';
import { inAddress } from './secrets-in.ts';
import { settings, type Setting } from './settings.ts';

/** Where the value of a setting comes from. */
export type SettingOrigin = 'default' | 'environment' | 'file' | 'option' | 'unset';

/** What a change of a setting takes before it counts everywhere. */
export type SettingEffect = 'restart' | 'restart-and-reindex';

/** A setting as people read it; what is secret is never in it. */
export interface ToldSetting {
  /** The environment variable. */
  readonly name: string;
  readonly group: string;
  /** As it is written; passwords of addresses are left out. Without it: not set, or a secret. */
  readonly value?: string;
  readonly origin: SettingOrigin;
  /** The file that a secret lies in, where the origin is a file. */
  readonly path?: string;
  readonly default?: string;
  readonly isSecret: boolean;
  /** Settings are read at the start, so each needs a restart; a few hold for what is stored after a reindex. */
  readonly effect: SettingEffect;
  readonly meaning: string;
  /** Why the value cannot be used. */
  readonly problem?: string;
}

/** Names of what is kept as it was written until the next reindex. */
const ofStoredMonths: ReadonlySet<string> = new Set<string>([
  settings.elasticsearchRefresh.env,
  settings.elasticsearchCodec.env,
]);

const groupOfSources = 'Secrets of sources';

const isGiven = (environment: Environment, name: string) => (environment[name] ?? '') !== '';

/** The text without the passwords of addresses in it. */
function withoutPasswords(text: string): string {
  return text
    .split(',')
    .map((part) => {
      const address = part.trim();
      if (inAddress(address).length === 0) return part;
      const url = new URL(address);
      url.password = '***';
      return part.replace(address, () => url.href);
    })
    .join(',');
}

/** How a value is shown; of one that cannot be read as an address, nothing before its `@`. */
function shown(value: string, isBad: boolean): string {
  const at = value.lastIndexOf('@');
  return isBad && at !== -1 ? `***${value.slice(at)}` : withoutPasswords(value);
}

/** What is wrong with the value, without naming it. */
function problemOf({ schema, fallback }: Setting<unknown>, given: string | undefined): string | undefined {
  const parsed = schema.safeParse(given === undefined || given === '' ? fallback : given);
  return parsed.success ? undefined : parsed.error.issues.map((issue) => issue.message).join('; ');
}

/** Where a name was set, first of what counts most. */
function originOf(
  name: string,
  { environment, options }: Told,
): Pick<ToldSetting, 'path'> & { readonly origin: SettingOrigin } {
  if (isGiven(options, name)) return { origin: 'option' };
  if (isGiven(environment, name)) return { origin: 'environment' };
  const path = environment[fileNameOf(name)] ?? '';
  return path === '' ? { origin: 'unset' } : { origin: 'file', path };
}

interface Told {
  readonly environment: Environment;
  /** What options of the command line say instead, by the name of the setting. */
  readonly options: Environment;
}

function tellSetting(entry: Setting<unknown>, told: Told, filled: Environment): ToldSetting {
  const { env: name, group, fallback, secret, description } = entry;
  const { origin, path } = originOf(name, told);
  const isOwn = origin !== 'unset';
  const value = isOwn ? filled[name] : fallback;
  const problem = problemOf(entry, filled[name]);
  return {
    name,
    group,
    ...(secret || value === undefined || value === '' ? {} : { value: shown(value, problem !== undefined) }),
    origin: isOwn ? origin : fallback === undefined || fallback === '' ? 'unset' : 'default',
    ...(secret && path !== undefined ? { path } : {}),
    ...(fallback === undefined || fallback === '' ? {} : { default: fallback }),
    isSecret: secret,
    effect: ofStoredMonths.has(name) ? 'restart-and-reindex' : 'restart',
    meaning: description,
    ...(problem === undefined ? {} : { problem }),
  };
}

/** The secrets that source files may refer to, by name alone. */
function tellSecretsOfSources(told: Told, filled: Environment): ToldSetting[] {
  return Object.keys(filled)
    .filter((name) => name.startsWith(secretOfSourcePrefix) && isGiven(filled, name))
    .toSorted()
    .map((name) => ({
      name,
      group: groupOfSources,
      ...originOf(name, told),
      isSecret: true,
      effect: 'restart',
      meaning: 'Source files refer to it as ${…}; see docs/add-sources.md.',
    }));
}

/**
 * Every setting with its value and where that comes from, in the order of the documents; mistakes are told
 * beside the setting, or in `problems`, and nothing is thrown. `options`: what options of the command line
 * say instead of the environment.
 */
export function tellSettings(
  environment: Environment,
  options: Environment = {},
): { readonly settings: readonly ToldSetting[]; readonly problems: readonly string[] } {
  const told = { environment, options };
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const { filled, problems } = fillSecrets({ ...environment, ...given });
  const own = Object.values<Setting<unknown>>(settings).map((entry) => tellSetting(entry, told, filled));
  return {
    settings: [...own, ...tellSecretsOfSources(told, filled)],
    problems: [...unknownNames(environment), ...problems],
  };
}
