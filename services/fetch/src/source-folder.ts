import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Source, type SourceInput } from '@newsmill/contracts';
import { validateSources, type Problem } from '@newsmill/fetch';
import { missingSecrets, type Secrets } from './read-secrets.ts';

/** The configured sources, as loaded last without a mistake. */
export interface SourceFolder {
  readonly directory: string;
  sources(): readonly Source[];
  sourceOf(id: string): Source | undefined;
  /** Mistakes in the files as they are now; while there are any, the sources loaded before stay in force. */
  problems(): readonly Problem[];
  /** Looks for changed files each second until the signal; calls back after a change was taken over, or refused. */
  watch(signal: AbortSignal, changed: () => Promise<void>): Promise<void>;
}

function sourceFiles(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.'))
    .sort()
    .map((name) => join(directory, name));
}

/** Changes when any file is added, removed or written; of an empty folder it is not empty. */
function signatureOf(directory: string): string {
  const files = sourceFiles(directory).map((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    return `${path}:${stat?.mtimeMs ?? 0}:${stat?.size ?? 0}`;
  });
  return [directory, ...files].join('\n');
}

function secretProblems(sources: readonly Source[], directory: string, secrets: Secrets): Problem[] {
  return sources.flatMap((source) =>
    missingSecrets(source, secrets).map((name) => ({
      file: join(directory, `${source.id}.yaml`),
      line: 1,
      column: 1,
      path: 'headers',
      message: `the secret ${name} is not set; set the environment variable, whose name must start with NEWSMILL_SECRET_`,
    })),
  );
}

/** Opens a folder of source files. `builtIn`: sources that are made by the program (the demonstration paper). */
export function openSourceFolder(
  directory: string,
  builtIn: readonly SourceInput[] = [],
  secrets: Secrets = {},
): SourceFolder {
  let sources = new Map<string, Source>(builtIn.map((input) => [input.id, Source.parse(input)]));
  let problems: readonly Problem[] = [];
  let signature = '';

  function load(): void {
    signature = signatureOf(directory);
    const files = sourceFiles(directory).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    const result = validateSources(files);
    problems = [...result.problems, ...secretProblems(result.sources, directory, secrets)];
    if (problems.length === 0)
      sources = new Map(
        [...builtIn.map((input) => Source.parse(input)), ...result.sources].map((source) => [
          source.id,
          source,
        ]),
      );
  }
  function isUnchanged(): boolean {
    try {
      return signatureOf(directory) === signature;
    } catch {
      return false;
    }
  }
  /** A folder that cannot be read (an unmounted disk) is a mistake like any other: the sources stay as they were. */
  function loadPatiently(): void {
    try {
      return load();
    } catch (error) {
      signature = '';
      problems = [
        {
          file: directory,
          line: 1,
          column: 1,
          path: '',
          message: `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        },
      ];
      return;
    }
  }
  load();
  return {
    directory,
    sources: () => [...sources.values()],
    sourceOf: (id) => sources.get(id),
    problems: () => problems,
    async watch(signal, changed) {
      while (!signal.aborted) {
        await sleep(1_000, undefined, { signal }).catch(() => undefined);
        if (signal.aborted || isUnchanged()) continue;
        const before = problems;
        loadPatiently();
        if (signature !== '' || before[0]?.message !== problems[0]?.message) await changed();
      }
    },
  };
}
