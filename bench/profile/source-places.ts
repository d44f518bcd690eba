import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Locate } from './sum-parts.ts';

/** Finds places of built files in their sources, by the maps that stand beside them. */
export function sourcePlaces(): Locate {
  const maps = new Map<string, SourceMap | undefined>();
  function mapOf(url: string): SourceMap | undefined {
    if (!url.startsWith('file:')) return undefined;
    const path = `${fileURLToPath(url)}.map`;
    if (!maps.has(url))
      maps.set(url, existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8'))) : undefined);
    return maps.get(url);
  }
  return (url, line, column) => {
    const entry = mapOf(url)?.findEntry(line, column);
    return entry === undefined || !('originalSource' in entry)
      ? undefined
      : { path: new URL(entry.originalSource, url).href, line: entry.originalLine };
  };
}
