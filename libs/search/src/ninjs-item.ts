/** A text with its role in a ninjs item. */
export interface NinjsText {
  readonly role: string;
  readonly contentType?: string;
  readonly wordCount?: number;
  readonly value: string;
}

/** Somebody, something or a topic that a ninjs item is related to. */
export interface NinjsConcept {
  readonly name: string;
  readonly rel: string;
  readonly uri?: string;
  readonly literal?: string;
  readonly creator?: string;
  /** 0 to 100. */
  readonly confidence?: number;
  readonly geoJSON?: { readonly type: 'Point'; readonly coordinates: readonly [number, number] };
}

export interface NinjsParty {
  readonly role: string;
  readonly name?: string;
  readonly uri?: string;
  readonly literal?: string;
}

export interface NinjsRendition {
  readonly name: string;
  readonly href: string;
  readonly width?: number;
  readonly height?: number;
}

/** Another item that a ninjs item is related to. */
export interface NinjsAssociation {
  readonly name: string;
  readonly rel: string;
  readonly uri: string;
  readonly type: 'text' | 'picture';
  readonly by?: string;
  readonly descriptions?: readonly NinjsText[];
  readonly renditions?: readonly NinjsRendition[];
}

/**
 * The parts of IPTC ninjs 3.1 that an article fills; its schema lies in `libs/search/schemas`. Times are ISO
 * 8601.
 */
export interface NinjsItem {
  readonly uri: string;
  readonly standard: { readonly name: 'ninjs'; readonly version: '3.1'; readonly schema: string };
  readonly profile: string;
  readonly type: 'text';
  readonly representationType: 'full';
  readonly pubStatus: 'usable';
  readonly version: string;
  readonly firstCreated?: string;
  readonly versionCreated?: string;
  readonly contentCreated?: string;
  readonly language: string;
  readonly by?: string;
  readonly located?: string;
  readonly copyrightHolder?: string;
  readonly copyrightNotice?: string;
  readonly usageTerms?: string;
  readonly rightsInfo?: { readonly linkedRights: string };
  readonly digitalSourceType?: { readonly uri: string };
  readonly headlines: readonly NinjsText[];
  readonly descriptions: readonly NinjsText[];
  readonly bodies: readonly NinjsText[];
  readonly infoSources: readonly NinjsParty[];
  readonly people: readonly NinjsConcept[];
  readonly organisations: readonly NinjsConcept[];
  readonly places: readonly NinjsConcept[];
  readonly subjects: readonly NinjsConcept[];
  readonly associations: readonly NinjsAssociation[];
  readonly altIds: readonly { readonly role: string; readonly value: string }[];
}

/** Roles and relations that ninjs has no name for. */
export const ninjsRoles = {
  rest: 'newsmill:rest',
  generated: 'newsmill:generated',
  authorBio: 'newsmill:author-bio',
  disclaimer: 'newsmill:disclaimer',
  source: 'newsmill:source',
  section: 'newsmill:section',
  breadcrumb: 'newsmill:breadcrumb',
  keyword: 'newsmill:keyword',
  tag: 'newsmill:tag',
  keyPhrase: 'newsmill:key-phrase',
  id: 'newsmill:id',
  url: 'newsmill:url',
  contentHash: 'newsmill:content-hash',
  story: 'newsmill:story',
  family: 'newsmill:family',
  duplicateOf: 'newsmill:duplicate-of',
} as const;

export const ninjsStandard = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
} as const;
export const articleUrn = 'urn:newsmill:article:';

/** The URI of an article, whatever its id holds. */
export function urnOf(id: string): string {
  return `${articleUrn}${encodeURIComponent(id.toWellFormed()) || '-'}`;
}
