import {
  type EntryRights,
  reservedOf,
  rightsRules,
  useNames,
  type Rights,
  type RightsRule,
  type RuleFacts,
  type Use,
  type UseDecision,
} from '@newsmill/contracts';
import { absoluteUrl } from '../metadata/images.ts';
import { licenceName } from './licence-name.ts';
import type { RightsNotices } from './read-notices.ts';
import { readRobotsRules, type FoundRule } from './read-robots-rules.ts';
import {
  linkedRsl,
  readSiteRules,
  readTdmReservation,
  readUsagePreferences,
  siteLicences,
  type Headers,
} from './read-reservations.ts';
import type { RobotsDirective } from './robots-directives.ts';

/** What a page and its answer say of rights. `agent`: the product token, where what is said to robots counts. */
export interface RightsEvidence {
  readonly directives: readonly RobotsDirective[];
  readonly headers: Headers;
  readonly agent: string | undefined;
  readonly notices: RightsNotices;
  readonly licence: string | undefined;
  /** What the feed says of the entry, where its channel speaks for the page. */
  readonly feed?: EntryRights | undefined;
  /** Address of the page. */
  readonly base: string;
}

const mostWords = 200;
const longestAddress = 2_000;
/** Said to robots, but of more than finding: these count also where a source does not obey robots. */
const reservations: readonly string[] = ['noai', 'noimageai'];

/** Every rule of a page that counts. */
export function pageRules({
  directives,
  headers,
  agent,
  feed,
}: Pick<RightsEvidence, 'directives' | 'headers' | 'agent' | 'feed'>): FoundRule[] {
  const robots = readRobotsRules(directives, headers['x-robots-tag'], agent);
  return [
    ...robots.filter(({ name }) => agent !== undefined || reservations.includes(name)),
    ...readTdmReservation(directives, headers).rules,
    ...readUsagePreferences(headers).filter(({ name }) => agent !== undefined || name !== 'search'),
    ...readSiteRules(headers),
    ...(feed?.rules ?? []),
  ];
}

const told = ({ source, words }: FoundRule): RightsRule => ({ source, value: words.slice(0, mostWords) });

/** What one rule says of one use: denied, a number of characters, or nothing. */
function effectOf({ name, value }: FoundRule, use: Use): 'denied' | number | undefined {
  const { effects }: RuleFacts = rightsRules[name];
  const effect = effects[use];
  if (effect !== 'limited') return effect;
  if (typeof value !== 'number' || value < 0) return undefined;
  return value === 0 ? 'denied' : value;
}

function decisionOf(rules: readonly FoundRule[], use: Use): UseDecision | undefined {
  const said = rules.flatMap((rule) => {
    const effect = effectOf(rule, use);
    return effect === undefined ? [] : [{ rule, effect }];
  });
  const denying = said.filter(({ effect }) => effect === 'denied');
  if (denying.length > 0) return { decision: 'denied', rules: denying.map(({ rule }) => told(rule)) };
  const limits = said.flatMap(({ effect }) => (typeof effect === 'number' ? [effect] : []));
  return limits.length === 0
    ? undefined
    : { decision: 'limited', limit: Math.min(...limits), rules: said.map(({ rule }) => told(rule)) };
}

/** The earliest time after which it must not be shown. */
function timeLimitOf(rules: readonly FoundRule[]): string | undefined {
  return rules
    .flatMap(({ name, value }) => (name === 'unavailable_after' && typeof value === 'string' ? [value] : []))
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))[0];
}

function licenceOf(licence: string | undefined): Rights['licence'] {
  if (licence === undefined) return undefined;
  if (!/^https?:/i.test(licence)) return { name: licence.slice(0, mostWords) };
  const name = licenceName(licence);
  return name === undefined ? { url: licence } : { name, url: licence };
}

/**
 * The rights of an article by what its page and its headers say, use by use; of several rules the strictest
 * holds. undefined where nothing is said.
 */
export function decideRights(evidence: RightsEvidence): Rights | undefined {
  const { directives, headers, notices, licence, base } = evidence;
  const rules = pageRules(evidence);
  const { policy } = readTdmReservation(directives, headers);
  const decisions = Object.fromEntries(
    useNames.flatMap((use) => {
      const decision = decisionOf(rules, use);
      return decision === undefined ? [] : [[use, decision]];
    }),
  );
  const unavailableAfter = timeLimitOf(rules);
  const said = [
    ...(policy === undefined ? [] : [policy]),
    ...linkedRsl(headers),
    ...siteLicences(headers),
    ...(evidence.feed?.terms ?? []).map((url) => ({ source: 'RSL link in feed', url })),
    ...notices.terms,
  ];
  const terms = said.flatMap(({ source, url }) => {
    const address = url.length > longestAddress ? undefined : absoluteUrl(url, base);
    return address === undefined ? [] : [{ source, url: address }];
  });
  const parts = {
    ...decisions,
    ...(unavailableAfter === undefined ? {} : { unavailableAfter }),
    ...(licence === undefined ? {} : { licence: licenceOf(licence) }),
    ...(terms.length === 0 ? {} : { terms }),
    ...(notices.credit === undefined ? {} : { credit: notices.credit }),
  };
  return Object.keys(parts).length === 0 ? undefined : { ...parts, reserved: reservedOf(parts) };
}
