import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Source, type SourceInput } from '@newsmill/contracts';
import { sourceToYaml, validateSources } from '@newsmill/fetch';
import type { SourceFiles, StoredSource } from './api-ports.ts';

interface FoundFile extends StoredSource {
  readonly path: string;
  readonly text: string;
}

function readSourceFile(path: string, id: string): FoundFile | undefined {
  const text = readFileSync(path, 'utf8');
  const source = validateSources([{ path, text }]).sources.find((entry) => entry.id === id);
  return source === undefined ? undefined : { path, text, source };
}

/** The file of a source: usually `<id>.yaml`, but any file may hold it. */
function findFile(directory: string, id: string): FoundFile | undefined {
  const names = readdirSync(directory).filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.'));
  const likely = names.filter((name) => name.replace(/\.ya?ml$/, '') === id);
  for (const name of [...likely, ...names.filter((other) => !likely.includes(other))]) {
    const found = readSourceFile(join(directory, name), id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Fields that are as they would be without being written are left out, so that the file says what was chosen. */
function withoutDefaults(source: SourceInput): SourceInput {
  const plain: SourceInput = { id: source.id, name: source.name, channels: source.channels };
  const usual: Readonly<Record<string, unknown>> = Source.parse(plain);
  const chosen = Object.entries(source).filter(
    ([key, value]) => Object.hasOwn(plain, key) || JSON.stringify(value) !== JSON.stringify(usual[key]),
  );
  return { ...plain, ...Object.fromEntries(chosen) };
}

/** Reads and changes the source files of a folder. A running mill sees the change within a second. */
export function openSourceFiles(directory: string): SourceFiles {
  return {
    async read(id) {
      return findFile(directory, id);
    },
    async write(source) {
      const path = findFile(directory, source.id)?.path ?? join(directory, `${source.id}.yaml`);
      const text = sourceToYaml(withoutDefaults(source));
      const draft = join(directory, `.${source.id}.${process.pid}.draft`);
      writeFileSync(draft, text);
      renameSync(draft, path);
      return { source: Source.parse(source), text };
    },
    async remove(id) {
      const path = findFile(directory, id)?.path;
      if (path !== undefined) rmSync(path);
    },
  };
}
