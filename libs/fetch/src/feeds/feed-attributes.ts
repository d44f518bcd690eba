import { absoluteUrl } from '../absolute-url.ts';
import { addField, keep, type FeedDraft } from './feed-draft.ts';
import type { Attributes } from '../xml/xml-reader.ts';

const iana = /^https?:\/\/www\.iana\.org\/assignments\/relation\//;

function address(attributes: Attributes, key: string, base: string | undefined): string | undefined {
  const value = attributes.get(key)?.trim();
  return value === undefined || value === '' ? undefined : (absoluteUrl(value, base) ?? value);
}

function pick(attributes: Attributes, length: string): { type?: string; length?: string } {
  const type = attributes.get('type');
  const size = attributes.get(length);
  return { ...(type === undefined ? {} : { type }), ...(size === undefined ? {} : { length: size }) };
}

function takeLink(draft: FeedDraft, name: string, attributes: Attributes, href: string): boolean {
  const said = attributes.get('rel');
  // Without any relation the address says what the text of an RSS link says.
  if (said === undefined && name === 'link' && !attributes.has('type') && draft.fields.has('link')) {
    addField(draft, 'link', href);
    return true;
  }
  const rel = (said ?? 'alternate').trim().toLowerCase().replace(iana, '');
  if (rel === 'image') draft.image ??= href;
  keep(draft.links, { rel, href, type: attributes.get('type')?.toLowerCase() ?? '' });
  if (rel === 'enclosure') keep(draft.enclosures, { url: href, ...pick(attributes, 'length') });
  return true;
}

function takeCategory(draft: FeedDraft, name: string, attributes: Attributes): boolean {
  const term =
    attributes.get('term') ?? (/^(?:itunes|googleplay):/.test(name) ? attributes.get('text') : undefined);
  if (term !== undefined && term.trim() !== '') keep(draft.categories, term.trim());
  return term !== undefined;
}

/** Takes what an element says in its attributes. Answers whether that was all there is to the element. */
export function takeAttributes(
  draft: FeedDraft,
  name: string,
  attributes: Attributes,
  base: string | undefined,
): boolean {
  switch (name) {
    case 'link':
    case 'atom:link':
    case 'itunes:link': {
      const href = address(attributes, 'href', base);
      return href !== undefined && takeLink(draft, name, attributes, href);
    }
    case 'enclosure':
    case 'media:content': {
      const url = address(attributes, 'url', base);
      if (url !== undefined)
        keep(draft.enclosures, { url, ...pick(attributes, name === 'enclosure' ? 'length' : 'filesize') });
      if (url !== undefined && /^image/.test(attributes.get('medium') ?? attributes.get('type') ?? ''))
        draft.image ??= url;
      return name === 'enclosure';
    }
    case 'thumbnail':
    case 'media:thumbnail':
    case 'itunes:image':
    case 'googleplay:image':
    case 'podcast:image':
    case 'image': {
      const image = address(attributes, 'url', base) ?? address(attributes, 'href', base);
      if (image !== undefined) draft.image ??= image;
      return image !== undefined;
    }
    case 'category':
    case 'atom:category':
    case 'itunes:category':
    case 'googleplay:category':
    case 'media:category':
      return takeCategory(draft, name, attributes);
    case 'content':
    case 'atom:content':
    case 'media:player': {
      // Where the content stands elsewhere (RFC 4287, 4.1.3.2), and the page that plays it (Media RSS).
      const page = address(attributes, 'src', base) ?? address(attributes, 'url', base);
      const type = attributes.get('type')?.toLowerCase() ?? '';
      if (page !== undefined && (type === '' || type.includes('html')))
        keep(draft.links, { rel: 'content', href: page, type });
      return false;
    }
    case 'podcast:transcript':
    case 'thr:in-reply-to': {
      const target =
        address(attributes, 'href', base) ??
        address(attributes, 'url', base) ??
        address(attributes, 'ref', base);
      if (target !== undefined) keep(draft.links, { rel: name, href: target, type: '' });
      return target !== undefined;
    }
    case 'cc:license':
    case 'creativecommons:license':
    case 'dcterms:license':
    case 'dc:rights':
    case 'media:license': {
      const licence =
        address(attributes, 'rdf:resource', base) ??
        address(attributes, 'resource', base) ??
        address(attributes, 'href', base);
      if (licence !== undefined) addField(draft, name, licence);
      return licence !== undefined;
    }
    case 'guid':
      if (attributes.get('ispermalink')?.toLowerCase() === 'false') draft.isGuidOpaque = true;
      return false;
    default:
      return false;
  }
}
