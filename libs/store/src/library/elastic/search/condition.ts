import type { estypes } from '@elastic/elasticsearch';
import {
  boundAt,
  dateFields,
  partFields,
  partNames,
  type ExactField,
  type QueryNode,
} from '@newsmill/contracts';

type Query = estypes.QueryDslQueryContainer;

/** The years that the index knows. */
const earliest = Date.parse('0001-01-01T00:00:00Z');
const latest = Date.parse('9999-12-31T23:59:59.999Z');

/** A time within the years that the index knows. */
export function isoTime(time: number): string {
  return new Date(Math.max(earliest, Math.min(latest, time))).toISOString();
}

const fields: Readonly<
  Record<Exclude<ExactField, 'has' | 'changed' | 'duplicate' | 'family' | 'id' | 'paywalled'>, string>
> = {
  domain: 'domain',
  country: 'countries',
  sourceCountry: 'sourceCountry',
  agency: 'agencies',
  licence: 'licence',
  flag: 'flags',
  fact: 'extensionFacts',
  reserved: 'rights.reserved',
};

/** A range or a value that is compared as a whole; counts nothing for the order. As in sql-condition.ts. */
export function conditionQuery(
  node: Extract<QueryNode, { readonly kind: 'range' | 'exact' }>,
  now: number,
): Query {
  return {
    constant_score: { filter: node.kind === 'range' ? rangeQuery(node, now) : exactQuery(node), boost: 0 },
  };
}

function rangeQuery({ field, from, to }: Extract<QueryNode, { readonly kind: 'range' }>, now: number): Query {
  const bound = (value: typeof from) => {
    if (value === undefined) return undefined;
    const at = boundAt(value, now);
    return dateFields.some((name) => name === field) ? isoTime(at) : at;
  };
  const [gte, lt] = [bound(from), bound(to)];
  if (gte === undefined && lt === undefined) return { exists: { field } };
  return {
    range: { [field]: { ...(gte === undefined ? {} : { gte }), ...(lt === undefined ? {} : { lt }) } },
  };
}

function exactQuery({ field, value }: Extract<QueryNode, { readonly kind: 'exact' }>): Query {
  switch (field) {
    case 'id':
      return { term: { id: { value } } };
    case 'family':
      return {
        bool: {
          should: [
            { term: { id: { value } } },
            { term: { familyId: { value } } },
            {
              bool: {
                filter: [{ term: { duplicateOf: { value } } }],
                must_not: [{ exists: { field: 'familyId' } }],
              },
            },
          ],
          minimum_should_match: 1,
        },
      };
    case 'changed':
      return value === 'any' ? { exists: { field: 'edits.at' } } : { term: { 'edits.classes': { value } } };
    case 'paywalled':
      return { term: { paywalled: { value: value === 'true' } } };
    case 'duplicate': {
      const isCopy: Query = { exists: { field: 'duplicateOf' } };
      return value === 'true' ? isCopy : { bool: { must_not: [isCopy] } };
    }
    case 'has': {
      const part = partNames.find((name) => name === value);
      return part === undefined ? { match_none: {} } : { exists: { field: partFields[part] } };
    }
    default:
      return value === ''
        ? { match_none: {} }
        : { term: { [fields[field]]: { value, case_insensitive: true } } };
  }
}
