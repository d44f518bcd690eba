import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceInput } from '@newsmill/contracts';
import { noteChange } from '../changes/note-change.ts';
import { Refusal } from '../refusal.ts';

/** A file of that name is already there. */
class SourceExists extends Refusal {
  override readonly name = 'SourceExists';
  constructor(path: string) {
    super('already-there', `${path} exists already; choose another name with --id, or edit the file`);
  }
}

/**
 * Writes `<directory>/<id>.yaml` in one step, so that a running mill never reads half of it. Throws
 * SourceExists.
 */
export async function writeSource(directory: string, source: SourceInput): Promise<string> {
  const { schemaFile, sourceSchema, sourceToYaml } = await import('@newsmill/source-files');
  mkdirSync(directory, { recursive: true });
  const path = join(directory, `${source.id}.yaml`);
  if (existsSync(path)) throw new SourceExists(path);
  const draft = join(directory, `.${source.id}.${process.pid}.draft`);
  writeFileSync(draft, sourceToYaml(source), { flag: 'wx' });
  renameSync(draft, path);
  writeBeside(join(directory, schemaFile), sourceSchema());
  await noteChange({ what: 'source-added', subject: source.id, detail: source.channels[0]?.url });
  return path;
}

/** Writes a file in one step, unless it says the same already. */
export function writeBeside(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  const draft = `${path}.${process.pid}.draft`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

/** An id made of a host name: `www.bbc.co.uk` gives `bbc-co-uk`. */
export function sourceIdOf(url: string): string {
  const host = new URL(url).host.replace(/^(www|feeds?|rss)\./, '');
  return (
    host
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 63) || 'source'
  );
}
