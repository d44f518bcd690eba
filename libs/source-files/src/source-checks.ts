import { blockedReason, hostAndPort, parseSelector, patternProblem, SelectorError } from '@newsmill/text';

/** A mistake at a place in the data of a source. */
export interface Finding {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** Whether the key itself is wrong, not its value. */
  readonly isKey?: boolean;
  readonly found?: string;
  readonly allowed?: string;
  readonly suggestion?: string;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkAddress(
  url: unknown,
  allowPrivate: readonly unknown[],
  path: readonly (string | number)[],
): Finding[] {
  if (typeof url !== 'string' || !URL.canParse(url)) return [];
  const parsed = new URL(url);
  if (!/^https?:$/.test(parsed.protocol) || allowPrivate.includes(hostAndPort(parsed))) return [];
  const reason = blockedReason(parsed);
  if (reason === undefined) return [];
  return [
    {
      path,
      message: `${reason}; requests to it are refused`,
      found: url,
      allowed: `public addresses, or this one with allowPrivate: ['${hostAndPort(parsed)}']`,
    },
  ];
}

function checkSelector(select: unknown, path: readonly (string | number)[]): Finding[] {
  if (typeof select !== 'string' || select === '') return [];
  try {
    parseSelector(select);
    return [];
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error;
    return [
      {
        path,
        message: `the selector cannot be read at character ${error.at + 1}: ${error.message}`,
        found: select,
      },
    ];
  }
}

/** Time zones that were found to be some: asking takes as long as reading ten files. */
const knownZones = new Set<string>();
const mostZones = 1_000;

function checkZone(zone: unknown): Finding[] {
  if (typeof zone !== 'string' || knownZones.has(zone)) return [];
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    if (knownZones.size < mostZones) knownZones.add(zone);
    return [];
  } catch {
    return [
      {
        path: ['timeZone'],
        message: 'is no time zone',
        found: zone,
        allowed: 'IANA names such as Europe/Paris',
      },
    ];
  }
}

const patternKeys = ['title', 'url', 'category', 'author'] as const;
/** Rules travel with each page of their source. */
const mostRules = 20_000;

function checkRule(rule: unknown, path: readonly (string | number)[]): Finding[] {
  if (!isObject(rule)) return [];
  return patternKeys.flatMap((key) => {
    const patterns: unknown = rule[key];
    if (!Array.isArray(patterns)) return [];
    return patterns.flatMap((pattern: unknown, index): Finding[] => {
      const message = typeof pattern === 'string' ? patternProblem(pattern) : undefined;
      return message === undefined
        ? []
        : [
            {
              path: [...path, key, index],
              message,
              found: String(pattern),
              allowed: key === 'url' ? 'such as /sport/*' : 'such as *live blog*',
            },
          ];
    });
  });
}

/** Mistakes in the rules of a source and its channels: patterns, names that stand twice, too much in all. */
function checkRules(data: Record<string, unknown>, channels: readonly unknown[]): Finding[] {
  const owners = [
    { owner: data, at: [] },
    ...channels.map((owner, index) => ({ owner, at: ['channels', index] })),
  ];
  const rules = owners.flatMap(({ owner, at }) =>
    ['include', 'exclude'].flatMap((key) => {
      const list = isObject(owner) ? owner[key] : undefined;
      return Array.isArray(list)
        ? list.map((rule: unknown, index) => ({ rule, path: [...at, key, index] }))
        : [];
    }),
  );
  const size = JSON.stringify(rules.map(({ rule }) => rule)).length;
  const tooMuch: Finding[] =
    size > mostRules
      ? [{ path: ['exclude'], message: `the rules have ${size} characters`, allowed: `${mostRules} in all` }]
      : [];
  const names = new Map<string, string>();
  return [
    ...tooMuch,
    ...rules.flatMap(({ rule, path }): Finding[] => {
      const name = isObject(rule) ? rule['name'] : undefined;
      const first = typeof name === 'string' ? names.get(name) : undefined;
      const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('');
      if (typeof name === 'string' && first === undefined) names.set(name, place.slice(1));
      return [
        ...(first === undefined
          ? []
          : [{ path: [...path, 'name'], message: `is already the name of ${first}` }]),
        ...checkRule(rule, path),
      ];
    }),
  ];
}

const secretReference = /\$\{([A-Za-z0-9_]+)\}/g;

/** Mistakes that the schema cannot see: private addresses, selectors, time zones, channels named twice. */
export function checkSource(data: unknown): Finding[] {
  if (!isObject(data)) return [];
  const allowPrivate = Array.isArray(data['allowPrivate']) ? data['allowPrivate'] : [];
  const channels: unknown[] = Array.isArray(data['channels']) ? data['channels'] : [];
  const tests: unknown[] = Array.isArray(data['tests']) ? data['tests'] : [];
  const seen = new Map<string, number>();
  const findings = channels.flatMap((channel, index) => {
    if (!isObject(channel)) return [];
    const { url } = channel;
    const first = typeof url === 'string' ? seen.get(url) : undefined;
    if (typeof url === 'string' && first === undefined) seen.set(url, index);
    const twice: Finding[] =
      first === undefined
        ? []
        : [{ path: ['channels', index, 'url'], message: `the same address as channels[${first}]` }];
    return [
      ...twice,
      ...checkAddress(url, allowPrivate, ['channels', index, 'url']),
      ...checkSelector(channel['select'], ['channels', index, 'select']),
    ];
  });
  const rules = isObject(data['rules'])
    ? Object.entries(data['rules']).flatMap(([name, value]) =>
        Array.isArray(value)
          ? value.flatMap((select, index) => checkSelector(select, ['rules', name, index]))
          : checkSelector(value, ['rules', name]),
      )
    : [];
  const pages = tests.flatMap((test, index) =>
    isObject(test) ? checkAddress(test['url'], allowPrivate, ['tests', index, 'url']) : [],
  );
  const access = isObject(data['access']) ? data['access'] : {};
  const proxy =
    typeof access['proxy'] === 'string'
      ? checkAddress(access['proxy'].replace(secretReference, 'x'), allowPrivate, ['access', 'proxy'])
      : [];
  return [
    ...findings,
    ...proxy,
    ...rules,
    ...pages,
    ...checkRules(data, channels),
    ...checkZone(data['timeZone']),
  ];
}

/** Only variables of this beginning may stand in a source file. */
export const secretPrefix = 'NEWSMILL_SECRET_';

/** Secrets that the headers and the access of a source name, but that are not set, or that no source may read. */
export function checkSecrets(data: unknown, isSet: (name: string) => boolean): Finding[] {
  const entriesOf = (part: 'headers' | 'access') =>
    isObject(data) && isObject(data[part])
      ? Object.entries(data[part]).map(([name, value]) => ({ path: [part, name], value }))
      : [];
  return [...entriesOf('headers'), ...entriesOf('access')].flatMap(({ path, value }) => {
    const names =
      typeof value === 'string' ? [...value.matchAll(secretReference)].map((match) => match[1] ?? '') : [];
    return names.flatMap((name): Finding[] => {
      if (!name.startsWith(secretPrefix))
        return [
          {
            path,
            message: `a source may not read ${name} from the environment`,
            allowed: `names that start with ${secretPrefix}`,
          },
        ];
      return isSet(name)
        ? []
        : [
            {
              path,
              message: `the secret ${name} is not set; set it in the environment of the mill and start it again`,
            },
          ];
    });
  });
}
