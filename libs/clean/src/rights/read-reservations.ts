import { readSiteRights, siteRightsHeader, type RuleName, type SiteRights } from '@newsmill/contracts';
import type { FoundRule } from './read-robots-rules.ts';
import type { RobotsDirective } from './robots-directives.ts';

/** Headers of an answer, names in small letters. */
export type Headers = Readonly<Record<string, string | undefined>>;

const metaOf = (directives: readonly RobotsDirective[], name: string): string | undefined =>
  directives.find(({ agent }) => agent === name)?.content.trim();

/** What the headers of a page carry of its site: several rules ask for it. */
const ofSites = new WeakMap<Headers, SiteRights>();

/** What the files of the site say, as the page carries it. */
function siteOf(headers: Headers): SiteRights {
  const known = ofSites.get(headers) ?? readSiteRights(headers[siteRightsHeader]);
  ofSites.set(headers, known);
  return known;
}

/**
 * `tdm-reservation: 1` and the address of its policy, after the W3C TDM Reservation Protocol (final report of
 * 10 May 2024): what stands in the page counts before the header, each of the two for itself. Another value
 * than 1 reserves nothing. Where neither says anything, tdmrep.json of the site counts.
 */
export function readTdmReservation(
  directives: readonly RobotsDirective[],
  headers: Headers,
): {
  readonly rules: readonly FoundRule[];
  readonly policy?: { readonly source: string; readonly url: string };
} {
  const ofPage = metaOf(directives, 'tdm-reservation');
  if (ofPage === undefined && headers['tdm-reservation'] === undefined) return readTdmFile(headers);
  const reservation = ofPage ?? headers['tdm-reservation']?.trim();
  const policyOfPage = metaOf(directives, 'tdm-policy');
  const policy = policyOfPage ?? headers['tdm-policy']?.trim();
  const rules: FoundRule[] =
    reservation === '1'
      ? [
          {
            name: 'tdm-reservation',
            source: ofPage === undefined ? 'TDMRep header' : 'TDMRep meta',
            words: 'tdm-reservation: 1',
          },
        ]
      : [];
  if (reservation !== '1' || policy === undefined || policy === '') return { rules };
  return {
    rules,
    policy: { source: policyOfPage === undefined ? 'TDMRep header' : 'TDMRep meta', url: policy },
  };
}

function readTdmFile(headers: Headers): ReturnType<typeof readTdmReservation> {
  const { reservation, policy } = siteOf(headers);
  if (reservation !== true) return { rules: [] };
  const source = 'tdmrep.json';
  return {
    rules: [{ name: 'tdm-reservation', source, words: 'tdm-reservation: 1' }],
    ...(policy === undefined ? {} : { policy: { source, url: policy } }),
  };
}

const longest = 1_000;
interface Preferences {
  readonly header: string;
  readonly source: string;
  readonly no: string;
  readonly names: Readonly<Record<string, RuleName>>;
}
const preferences: readonly Preferences[] = [
  {
    header: 'content-usage',
    source: 'Content-Usage header',
    no: 'n',
    names: { 'train-ai': 'train-ai', search: 'search' },
  },
  {
    header: 'content-signal',
    source: 'Content-Signal header',
    no: 'no',
    names: { 'ai-train': 'ai-train', 'ai-input': 'ai-input', search: 'search' },
  },
];

/**
 * What the headers say no to: `Content-Usage: train-ai=n` (IETF AIPREF drafts; a dictionary of RFC 9651, the
 * last value of a key counts) and `Content-Signal: ai-train=no` (draft-romm-aipref-contentsignals).
 */
export function readUsagePreferences(headers: Headers): FoundRule[] {
  const { contentUsage, contentSignal } = siteOf(headers);
  const ofSite = { 'content-usage': contentUsage, 'content-signal': contentSignal };
  return [
    ...readPreferences(headers),
    ...readPreferences(ofSite).map((rule) => ({
      ...rule,
      source: rule.source.replace('header', 'in robots.txt'),
    })),
  ];
}

/** What the files of the site reserve by rules of their own. */
export function readSiteRules(headers: Headers): readonly FoundRule[] {
  return siteOf(headers).rules;
}

function readPreferences(headers: Headers): FoundRule[] {
  return preferences.flatMap(({ header, source, no, names }) => {
    const said = new Map(
      (headers[header] ?? '')
        .slice(0, longest)
        .split(',')
        .flatMap((member): [string, string][] => {
          const [pair = ''] = member.split(';', 1);
          const [key = '', value] = pair.split('=');
          return value === undefined ? [] : [[key.trim().toLowerCase(), value.trim().toLowerCase()]];
        }),
    );
    return [...said].flatMap(([key, value]): FoundRule[] => {
      const name = Object.hasOwn(names, key) ? names[key] : undefined;
      return name === undefined || value !== no ? [] : [{ name, source, words: `${key}=${value}` }];
    });
  });
}

const mostLinks = 20;

/** Addresses of RSL licences that robots.txt names. */
export function siteLicences(headers: Headers): { readonly source: string; readonly url: string }[] {
  return siteOf(headers).licences.map((url) => ({ source: 'RSL in robots.txt', url }));
}

/** Addresses of RSL licences in a Link header (RFC 8288; RSL 1.0: `rel="license"; type="application/rsl+xml"`). */
export function linkedRsl({ link = '' }: Headers): { readonly source: string; readonly url: string }[] {
  return link
    .slice(0, longest)
    .split('<')
    .slice(1, mostLinks)
    .flatMap((value) => {
      const end = value.indexOf('>');
      const parameters = value.slice(end + 1).toLowerCase();
      const isRsl =
        end > 0 && /;\s*rel="?license\b/.test(parameters) && parameters.includes('application/rsl+xml');
      return isRsl ? [{ source: 'RSL Link header', url: value.slice(0, end).trim() }] : [];
    });
}
