import { accessSync, constants, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

export interface Java {
  readonly home: string;
  readonly major: number;
  readonly version: string;
}

/** What the servers were tried with: older ones they refuse, newer ones nobody has seen them run on. */
const oldest = 17;
const newest = 25;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of a command; undefined when it is in no folder of the PATH. */
export function findCommand(name: string): string | undefined {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
    '/usr/bin',
    '/usr/local/bin',
    '/usr/sbin',
  ];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function javaAt(home: string): Java | undefined {
  if (!['java', 'javac', 'jar'].every((tool) => isExecutable(join(home, 'bin', tool)))) return undefined;
  try {
    const version = /^JAVA_VERSION="([^"]+)"/m.exec(readFileSync(join(home, 'release'), 'utf8'))?.[1];
    return version === undefined ? undefined : { home, version, major: Number.parseInt(version, 10) };
  } catch {
    return undefined;
  }
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Every JDK that the servers run on, the oldest first. */
export function findJavas(): Java[] {
  const ofPath = findCommand('java');
  const homes = [
    process.env.JAVA_HOME ?? '',
    ofPath === undefined ? '' : dirname(dirname(realpathSync(ofPath))),
    ...foldersIn('/usr/lib/jvm'),
  ].filter((home) => home !== '');
  const found = new Map<string, Java>();
  for (const java of homes.map(javaAt))
    if (java !== undefined && java.major >= oldest && java.major <= newest)
      found.set(realpathSync(java.home), java);
  return [...found.values()].sort((a, b) => a.major - b.major);
}

/** Path of Maven: MAVEN_HOME first, then the PATH. */
export function findMaven(): string | undefined {
  const named = process.env.MAVEN_HOME === undefined ? undefined : join(process.env.MAVEN_HOME, 'bin', 'mvn');
  return named !== undefined && isExecutable(named) ? named : findCommand('mvn');
}
