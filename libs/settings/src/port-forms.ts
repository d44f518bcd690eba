import type { Settings } from './settings.ts';

interface PortForm {
  /**
   * The setting that chooses this form. The last form of a port has none: it is taken where no other is
   * chosen.
   */
  readonly by?: (typeof formSettings)[number];
  /**
   * Whether several processes can work on it together, on several machines too; an archive on disk in a
   * folder that they share.
   */
  readonly isShared: boolean;
}

/**
 * Which forms each port has, and what chooses them. A new form is a line here and, in libs/runtime, the line
 * that opens it.
 */
const portForms = {
  bus: { kafka: { by: 'kafkaBrokers', isShared: true }, sqlite: { isShared: false } },
  state: { redis: { by: 'redisUrl', isShared: true }, sqlite: { isShared: false } },
  library: { elasticsearch: { by: 'elasticsearchUrl', isShared: true }, sqlite: { isShared: false } },
  archive: { s3: { by: 's3Endpoint', isShared: true }, disk: { isShared: true } },
  registry: { elasticsearch: { by: 'elasticsearchUrl', isShared: true }, sqlite: { isShared: false } },
} as const satisfies Record<string, Record<string, PortForm>>;

export type PortName = keyof typeof portForms;
/** The form of each port. */
export type Forms = { readonly [P in PortName]: keyof (typeof portForms)[P] };

type Values = Readonly<Record<string, unknown>>;

export function isGiven(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

function formsIn(port: PortName): [string, PortForm][] {
  return Object.entries<PortForm>(portForms[port]);
}

function chosenIn(port: PortName, values: Values): string | undefined {
  return formsIn(port).find(([, { by }]) => by === undefined || isGiven(values[by]))?.[0];
}

/** All ports. */
export function portNames(): PortName[] {
  return Object.keys(portForms) as PortName[]; // the table has no other keys
}

/** The settings that `formsOf` reads. */
export const formSettings = [
  'kafkaBrokers',
  'redisUrl',
  'elasticsearchUrl',
  's3Endpoint',
] as const satisfies readonly (keyof Settings)[];

/** The form that its own setting chooses for each port. */
export function formsOf(settings: Pick<Settings, (typeof formSettings)[number]>): Forms {
  // each name was found among the forms of its port
  return Object.fromEntries(portNames().map((port) => [port, chosenIn(port, settings)])) as Forms;
}

/** Whether one process does all of the work: its bus hands messages to no other. */
export function runsAlone(forms: Forms): boolean {
  return !portForms.bus[forms.bus].isShared;
}

/** The ports that are in a server of their own. */
export function portsInServers(forms: Forms): PortName[] {
  return portNames().filter((port) =>
    formsIn(port).some(([name, { by }]) => name === forms[port] && by !== undefined),
  );
}

/** The settings that choose a form of the port. */
export function choosersOf(port: PortName): (keyof Settings)[] {
  return formsIn(port).flatMap(([, { by }]) => by ?? []);
}

/**
 * What must be chosen where several processes share the work: a form of each port that else belongs to one
 * process.
 */
export function choosersOfShared(): (keyof Settings)[] {
  const single = portNames().filter((port) => formsIn(port).some(([, { isShared }]) => !isShared));
  return [...new Set(single.flatMap(choosersOf))];
}

/**
 * What is missing beside a bus over which any process may take any message: what one process has to itself
 * cannot stand behind the other ports then. All other forms go together.
 */
export function besideSharedBus(
  values: Values,
): { readonly when: keyof Settings; readonly missing: readonly (keyof Settings)[] } | undefined {
  const when = choosersOf('bus').find((by) => isGiven(values[by]));
  const alone = portNames().filter((port) =>
    formsIn(port).some(([name, { isShared }]) => name === chosenIn(port, values) && !isShared),
  );
  return when === undefined || alone.length === 0
    ? undefined
    : { when, missing: [...new Set(alone.flatMap(choosersOf))] };
}
