import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { FrameView } from './views.ts';

/** A file that pages refer to. Its name holds a hash of its bytes, so it may be kept for ever. */
export interface ConsoleAsset {
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

export interface ConsoleAssets {
  readonly files: ReadonlyMap<string, ConsoleAsset>;
  readonly addresses: FrameView['assets'];
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * Style, icon and, where they have been built, the client scripts. Pages work without them.
 * Reads the folders `assets` and `dist-client` of this package.
 */
export function readConsoleAssets(): ConsoleAssets {
  const files = new Map<string, ConsoleAsset>();
  const add = (folder: string, file: string): string => {
    const bytes = readFileSync(new URL(`../${folder}/${file}`, import.meta.url));
    const [stem = file, ending = ''] = [
      file.slice(0, file.lastIndexOf('.')),
      file.slice(file.lastIndexOf('.') + 1),
    ];
    const name = `${stem}.${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.${ending}`;
    files.set(name, { bytes, contentType: types[ending] ?? 'application/octet-stream' });
    return `/assets/${name}`;
  };
  const style = add('assets', 'console.css');
  const icon = add('assets', 'icon.svg');
  const built = new URL('../dist-client/', import.meta.url);
  const scripts = new Set(existsSync(built) ? readdirSync(built) : []);
  return {
    files,
    addresses: {
      style,
      icon,
      ...(scripts.has('console.js') && { script: add('dist-client', 'console.js') }),
      ...(scripts.has('charts.js') && { charts: add('dist-client', 'charts.js') }),
    },
  };
}
