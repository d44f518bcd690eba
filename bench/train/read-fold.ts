import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { registrableDomain } from '../../libs/text/src/registrable-domain.ts';

/** The registrable domain of an address. */
export function siteOfAddress(url: string): string {
  return registrableDomain(URL.canParse(url) ? new URL(url).hostname : url);
}

/** One of five folds by registrable domain, so that no site is in two of them. */
export function foldOf(url: string): number {
  return Number.parseInt(createHash('sha1').update(siteOfAddress(url)).digest('hex').slice(0, 8), 16) % 5;
}

/** A model file of the training, read as JSON. */
export function readModel<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8'));
}
