// How Node loads sources of ours that are more than JavaScript with types: those with JSX and decorators.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';
import { swcOptions } from './swc-options.mjs';

const isTsx = (url) => /\.tsx(?:\?|$)/.test(url);
/** Node takes types away by itself, and every character keeps its place; JSX and decorators are not types. */
const needsTranslation = (url, text) => isTsx(url) || /^\s*@[A-Z]\w*\(/m.test(text);

function translate(url, text) {
  const options = swcOptions({ tsx: isTsx(url) });
  return transformSync(text, {
    ...options,
    filename: fileURLToPath(url),
    sourceMaps: 'inline',
    swcrc: false,
    configFile: false,
  }).code;
}

/**
 * A `load` hook of `node:module`. `change(url, text)` may put other characters into a source before it is read.
 */
export function loadSource(url, context, next, change = (_url, text) => text) {
  if (!/^file:.*\.tsx?(?:\?|$)/.test(url) || url.includes('/node_modules/')) return next(url, context);
  const written = readFileSync(new URL(url), 'utf8');
  const text = change(url, written);
  if (needsTranslation(url, text))
    return { format: 'module', source: translate(url, text), shortCircuit: true };
  return text === written
    ? next(url, context)
    : { format: 'module-typescript', source: text, shortCircuit: true };
}
