import { tidy } from '../metadata/candidates.ts';
import { absoluteUrl } from '../metadata/images.ts';
import { textField, type LinkedObject } from '../metadata/json-ld.ts';

/** Where a page names terms of use or licences, and how it wants to be named. */
export interface RightsNotices {
  readonly terms: readonly { readonly source: string; readonly url: string }[];
  readonly credit?: string | undefined;
}

const longest = 500;

/** The address of a value: a text, or an object with `url` or `@id`. */
function addressOf(object: LinkedObject, name: string): string | undefined {
  const value = object[name];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return textField(object, name);
  const inner = value as LinkedObject; // an object that is no array
  return textField(inner, 'url') ?? textField(inner, '@id');
}

/** The licence that the article object names (schema.org `license`): an address, or words. */
export function linkedLicence(object: LinkedObject | undefined, base: string): string | undefined {
  const text = object === undefined ? undefined : addressOf(object, 'license')?.trim();
  if (text === undefined || text === '') return undefined;
  return /\s/.test(text) ? tidy(text).slice(0, longest) : absoluteUrl(text, base);
}

/** The copyright notice of the article object (schema.org `copyrightNotice`). */
export function linkedNotice(object: LinkedObject | undefined): string | undefined {
  const text = object === undefined ? undefined : textField(object, 'copyrightNotice');
  return text === undefined ? undefined : tidy(text).slice(0, longest);
}

/**
 * `acquireLicensePage` and `creditText` of the article object (schema.org), and the RSL licence that a page
 * links to (RSL 1.0: `<link rel="license" type="application/rsl+xml">`).
 */
export function readNotices(
  object: LinkedObject | undefined,
  rsl: string | undefined,
  base: string,
): RightsNotices {
  const page = object === undefined ? undefined : absoluteUrl(addressOf(object, 'acquireLicensePage'), base);
  const credit = object === undefined ? undefined : textField(object, 'creditText');
  return {
    terms: [
      ...(rsl === undefined ? [] : [{ source: 'RSL link', url: rsl }]),
      ...(page === undefined ? [] : [{ source: 'acquireLicensePage', url: page }]),
    ],
    ...(credit === undefined ? {} : { credit: tidy(credit).slice(0, longest) }),
  };
}
