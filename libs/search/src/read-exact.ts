import {
  booleanFields,
  editClassNames,
  partNames,
  useNames,
  type ExactField,
  type QueryNode,
} from '@newsmill/contracts';
import { closestName } from './closest-name.ts';

export type ReadExact =
  | { readonly node: Extract<QueryNode, { readonly kind: 'exact' }> }
  | { readonly message: string; readonly remedy?: string };

const mostCharacters = 500;
/** Fields that take one of some names. */
const namesOf: Readonly<Partial<Record<ExactField, readonly string[]>>> = {
  has: partNames,
  // What an edit may have changed; any: something.
  changed: ['any', ...editClassNames],
  // What may be reserved of an article: a use, or showing it later.
  reserved: [...useNames, 'later'],
};

/** Reads the value of a field that is compared as a whole: ids, domains, country codes, true and false. */
export function readExact(field: ExactField, text: string): ReadExact {
  const value = text.trim();
  const lower = value.toLowerCase();
  if (value.length > mostCharacters)
    return { message: `${field}: takes a value of ${mostCharacters} characters at most` };
  if (booleanFields.some((name) => name === field)) {
    if (lower === 'true' || lower === 'false') return { node: { kind: 'exact', field, value: lower } };
    const meant = /^(yes|y|1|on)$/.test(lower) ? 'true' : /^(no|n|0|off)$/.test(lower) ? 'false' : undefined;
    return { message: `${field}: is true or false`, ...(meant === undefined ? {} : { remedy: meant }) };
  }
  const names = namesOf[field];
  if (names !== undefined) {
    const name = names.find((one) => one.toLowerCase() === lower);
    if (name !== undefined) return { node: { kind: 'exact', field, value: name } };
    const remedy = closestName(lower, names);
    return {
      message: `${field}: takes one of ${names.join(', ')}`,
      ...(remedy === undefined ? {} : { remedy }),
    };
  }
  if ((field === 'country' || field === 'sourceCountry') && !/^[a-z]{2}$/.test(lower))
    return { message: `${field}: takes a country code of two letters (ISO 3166-1), such as DE` };
  if (value.includes('*')) return { message: `${field}: takes a whole value, without *` };
  return { node: { kind: 'exact', field, value: field === 'domain' ? lower : value } };
}
