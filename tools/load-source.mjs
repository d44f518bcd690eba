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

/** A `load` hook of `node:module`. */
export function loadSource(url, context, next) {
  if (!/^file:.*\.tsx?(?:\?|$)/.test(url) || url.includes('/node_modules/')) return next(url, context);
  const text = readFileSync(new URL(url), 'utf8');
  if (!needsTranslation(url, text)) return next(url, context);
  return { format: 'module', source: translate(url, text), shortCircuit: true };
}
