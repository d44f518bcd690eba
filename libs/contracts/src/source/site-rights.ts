import { z } from 'zod';
import { readJson } from '../read-json.ts';
import { StatedRule } from './stated-rule.ts';

const words = z.string().max(500);

/** What the files of a whole site say of the rights in one page. */
const SiteRights = z.object({
  contentUsage: words.optional().describe('Words of Content-Usage in robots.txt.'),
  contentSignal: words.optional().describe('Words of Content-Signal in robots.txt.'),
  reservation: z.boolean().optional().describe('What tdmrep.json says of the page; undefined: nothing.'),
  policy: z.string().max(2_000).optional().describe('Address of the TDM policy that tdmrep.json names.'),
  rules: z.array(StatedRule).max(50),
  licences: z.array(z.string().max(2_000)).max(10).describe('Addresses of RSL licences.'),
});
export type SiteRights = z.output<typeof SiteRights>;

/**
 * The header under which a page carries what the files of its site say, also into the archive. No publisher
 * can send it: only headers that are named are kept of an answer.
 */
export const siteRightsHeader = 'x-newsmill-site-rights';

/** The value of the header, in ASCII; undefined where nothing is said. */
export function writeSiteRights(rights: SiteRights): string | undefined {
  const { rules, licences, ...rest } = rights;
  const isSilent =
    rules.length === 0 && licences.length === 0 && Object.values(rest).every((value) => value === undefined);
  return isSilent
    ? undefined
    : JSON.stringify(rights).replace(
        /[^\u0020-\u007e]/g,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
}

/** What a header says; nothing where there is none or it cannot be read. */
export function readSiteRights(value: string | undefined): SiteRights {
  return readJson(SiteRights, value) ?? { rules: [], licences: [] };
}
