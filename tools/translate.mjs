// JavaScript of the sources: what builds write, and what the bundles are made of.
import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { transform } from '@swc/core';
import { root } from './setup.mjs';
import { startedSource } from './started-source.mjs';
import { swcOptions } from './swc-options.mjs';

/** The file of `dist` that a source becomes. */
export function targetOf(source) {
  const [group, part, , ...path] = relative(root, source).split(sep);
  return join(root, group, part, 'dist', ...path).replace(/\.tsx?$/, '.js');
}

const translations = new Map();

/** JavaScript of a source and its map, of each source once. */
export function translate(source) {
  const known = translations.get(source);
  if (known !== undefined) return known;
  const options = swcOptions({ tsx: source.endsWith('x') });
  // Threads and child processes are started by the place of their files, which no import names.
  const text = readFileSync(source, 'utf8').replace(startedSource, "new URL('./$1.js', import.meta.url)");
  const translation = transform(text, {
    ...options,
    jsc: { ...options.jsc, rewriteRelativeImportExtensions: true },
    filename: source,
    sourceFileName: relative(dirname(targetOf(source)), source),
    sourceMaps: true,
    swcrc: false,
    configFile: false,
  });
  translations.set(source, translation);
  return translation;
}
