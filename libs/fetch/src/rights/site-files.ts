import { decodeText } from '@newsmill/text';
import { isObject } from '../feeds/json-feed-item.ts';
import { readRobots, type RobotsRules } from '../robots/read-robots.ts';
import { readRsl, type RslContent } from './read-rsl.ts';

/** One rule of a tdmrep.json. */
export interface TdmRule {
  /** Pattern of paths, as robots.txt has them. */
  readonly location: string;
  readonly isReserved: boolean;
  readonly policy?: string;
}

/** What the files of a site say of rights; plain JSON, so that it can be kept. */
export interface SiteFiles {
  readonly tdm: readonly TdmRule[];
  readonly ai?: RobotsRules;
  readonly rsl: readonly RslContent[];
}

/** Bytes of each file that are read. */
export const siteFileLimit = 262_144;
const mostRules = 500;
const longest = 2_000;

/**
 * The rules of a `/.well-known/tdmrep.json` (W3C TDM Reservation Protocol, final report of 10 May 2024); none of
 * what is no such file.
 */
function readTdmRules(text: string): readonly TdmRule[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [];
  }
  return (Array.isArray(parsed) ? parsed : [parsed])
    .slice(0, mostRules)
    .flatMap((rule: unknown): TdmRule[] => {
      if (!isObject(rule)) return [];
      const { location, 'tdm-reservation': reservation, 'tdm-policy': policy } = rule;
      if (typeof location !== 'string' || location === '' || location.length > longest) return [];
      const isReserved = String(reservation) === '1';
      return [
        {
          location,
          isReserved,
          ...(isReserved && typeof policy === 'string' && policy.length <= longest ? { policy } : {}),
        },
      ];
    });
}

/** A file of a site as it came; undefined where there is none. */
type FileBytes = Uint8Array | undefined;

function textOf(bytes: Uint8Array, kind: 'text' | 'xml'): string {
  return decodeText(bytes.subarray(0, siteFileLimit), { kind }).text.replace(/^\ufeff/, '');
}

/** Addresses of the files in which a site says of its rights; that of its licence stands in its robots.txt, if any. */
export function siteFileAddresses(
  origin: string,
  robots: Pick<RobotsRules, 'licences'> | undefined,
): Record<'tdm' | 'ai' | 'rsl', string | undefined> {
  const licence = robots?.licences?.find((address) => URL.canParse(address, origin));
  return {
    tdm: `${origin}/.well-known/tdmrep.json`,
    ai: `${origin}/ai.txt`,
    rsl: licence === undefined ? undefined : new URL(licence, origin).href,
  };
}

/**
 * Reads the files in which a site says of its rights: tdmrep.json, ai.txt, and the licence of Really Simple
 * Licensing that its robots.txt names. What cannot be read says nothing.
 */
export function readSiteFiles(files: {
  readonly tdm: FileBytes;
  readonly ai: FileBytes;
  readonly rsl: FileBytes;
}): SiteFiles {
  const ai = files.ai === undefined ? undefined : textOf(files.ai, 'text');
  return {
    tdm: files.tdm === undefined ? [] : readTdmRules(textOf(files.tdm, 'text')),
    // Many servers answer every address with a page.
    ...(ai === undefined || ai.trimStart().startsWith('<') ? {} : { ai: readRobots(ai) }),
    rsl: files.rsl === undefined ? [] : readRsl(textOf(files.rsl, 'xml')),
  };
}
