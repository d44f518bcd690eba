import type { EntryRights } from '@newsmill/contracts';
import { closestPart } from '../rights/closest-part.ts';
import type { RslContent } from '../rights/read-rsl.ts';
import { rslRules } from '../rights/rsl-rules.ts';
import type { StatedRights } from './feed-document.ts';
import type { FeedDraft } from './feed-draft.ts';
import { shortText } from './short-text.ts';

/** Names for what the element of the feed that an entry was copied from says (RFC 4287, 4.2.11). */
export const sourceRights = 'source:rights';
export const sourceLicence = 'source:license';

const licenceNames = ['creativecommons:license', 'cc:license', 'dcterms:license', 'media:license'];
const noticeNames = ['rights', 'atom:rights', 'copyright', 'dc:rights', sourceRights];
/** Says that no licence is specified (RFC 4946, 2.1). */
const unspecified = 'http://purl.org/atompub/license#unspecified';
const rslType = 'application/rsl+xml';
const longestAddress = 2_000;
const longestName = 200;
const longestNotice = 500;
const mostLinks = 10;

/** Whether the text of an element is the address or name of a licence. */
export function isLicence(name: string): boolean {
  return licenceNames.includes(name);
}

/** Notices are for people; one that is an address alone leads to a licence. */
function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}

function licenceIn(text: string): string | undefined {
  if (text === unspecified) return '';
  if (isAddress(text)) return text.length > longestAddress ? undefined : text;
  return /^[a-z][a-z0-9+.-]*:\S/i.test(text) ? undefined : shortText(text, longestName);
}

/**
 * What a feed or an entry states of rights: a link of RFC 4946, the modules of Creative Commons for RSS 2.0 and
 * 1.0, Media RSS, Dublin Core, notices, and the module of Really Simple Licensing 1.0. Undefined where nothing is
 * said.
 */
export function statedIn(draft: FeedDraft): StatedRights | undefined {
  const linked = draft.links.filter(({ rel }) => rel === 'license' || rel === sourceLicence);
  const textsOf = (names: readonly string[]) => names.flatMap((name) => draft.fields.get(name) ?? []);
  const notices = textsOf(noticeNames).filter((text) => text !== '');
  const own = linked.filter(({ type }) => type !== rslType).toSorted(byOwn);
  const licences = [...own.map(({ href }) => href), ...textsOf(licenceNames), ...notices.filter(isAddress)];
  const licence = licences.flatMap((text) => licenceIn(text) ?? [])[0];
  const notice = notices.find((text) => !isAddress(text));
  const rsl = draft.rsl?.contents;
  const rslLinks = [
    ...new Set(linked.flatMap(({ type, href }) => (type === rslType && isAddress(href) ? [href] : []))),
  ];
  return licence === undefined && notice === undefined && rsl === undefined && rslLinks.length === 0
    ? undefined
    : {
        licence,
        notice: notice === undefined ? undefined : shortText(notice, longestNotice),
        rsl,
        rslLinks: rslLinks.length === 0 ? undefined : rslLinks,
      };
}

/** What the entry itself says, before what is said where it was copied from. */
function byOwn(one: { readonly rel: string }, other: { readonly rel: string }): number {
  return Number(one.rel === sourceLicence) - Number(other.rel === sourceLicence);
}

const source = 'RSL in feed';

/** What an entry says is about itself: where none of its licences names its address, all of them count. */
function ownRules(contents: readonly RslContent[], url: string): EntryRights['rules'] {
  const content = closestPart(contents, (part) => part.url, url);
  if (content !== undefined) return rslRules(content, source);
  const rules = contents.flatMap((part) => rslRules(part, source));
  return rules.filter(({ name }, place) => rules.findIndex((rule) => rule.name === name) === place);
}

function channelRules(contents: readonly RslContent[], url: string): EntryRights['rules'] {
  const content = closestPart(contents, (part) => part.url, url);
  return content === undefined ? [] : rslRules(content, source);
}

/**
 * The rights in the entry of an address: of each kind what it says itself, else what its channel says. Undefined
 * where neither says anything.
 */
export function entryRights(
  own: StatedRights | undefined,
  channel: StatedRights | undefined,
  url: string,
): EntryRights | undefined {
  if (own === undefined && channel === undefined) return undefined;
  const licence = own?.licence ?? channel?.licence ?? '';
  const copyright = own?.notice ?? channel?.notice;
  const rules = own?.rsl === undefined ? channelRules(channel?.rsl ?? [], url) : ownRules(own.rsl, url);
  const links = own?.rslLinks ?? channel?.rslLinks ?? [];
  const terms = links.filter((link) => link.length <= longestAddress).slice(0, mostLinks);
  if (licence === '' && copyright === undefined && rules.length === 0 && terms.length === 0) return undefined;
  return {
    ...(licence === '' ? {} : { licence }),
    ...(copyright === undefined ? {} : { copyright }),
    rules,
    terms,
  };
}
