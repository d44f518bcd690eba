import { XMLParser, XMLValidator } from 'fast-xml-parser';

/**
 * The rules of the W3C feed validator that hold for what newsmill writes: well-formed XML, required elements,
 * unique ids, dates in the form of each format, absolute addresses. Each answer is a list of sentences; an
 * empty one is a valid feed.
 */

const forbiddenCharacters = /[^\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const rfc822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/;
const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const languageTag = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

type Node = Readonly<Record<string, unknown>>;

function nodesOf(parent: unknown, name: string): Node[] {
  const value = typeof parent === 'object' && parent !== null ? Reflect.get(parent, name) : undefined;
  return value === undefined
    ? []
    : [value]
        .flat()
        .map((part) => (typeof part === 'object' && part !== null ? part : { '#text': String(part) }));
}
function textsOf(parent: unknown, name: string): string[] {
  return nodesOf(parent, name).map((node) => String(node['#text'] ?? ''));
}

class Findings {
  readonly found: string[] = [];
  need(isRight: boolean, sentence: string): void {
    if (!isRight) this.found.push(sentence);
  }
  /** Exactly one of these children, with text. */
  one(parent: unknown, name: string, where: string): string {
    const texts = textsOf(parent, name);
    this.need(
      texts.length === 1 && (texts[0] ?? '').trim() !== '',
      `${where} has ${texts.length} ${name}, or an empty one`,
    );
    return texts[0] ?? '';
  }
  address(text: string, where: string): void {
    this.need(
      URL.canParse(text) && /^(https?|urn):/.test(text) && !/[\s<>"]/.test(text),
      `${where}: ${JSON.stringify(text)} is no absolute address`,
    );
  }
  unique(values: readonly string[], what: string): void {
    this.need(new Set(values).size === values.length, `${what} are not unique`);
  }
  language(text: string | undefined, where: string): void {
    this.need(text === undefined || languageTag.test(text), `${where}: ${String(text)} is no language tag`);
  }
}

function readXml(text: string, findings: Findings): Node {
  findings.need(text.startsWith('<?xml version="1.0" encoding="UTF-8"?>'), 'the XML declaration is missing');
  findings.need(!forbiddenCharacters.test(text), 'a character that XML does not allow');
  const verdict = XMLValidator.validate(text);
  findings.need(verdict === true, `not well-formed: ${JSON.stringify(verdict)}`);
  const tree: unknown = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    parseAttributeValue: false,
    alwaysCreateTextNode: true,
    htmlEntities: true,
    trimValues: true,
  }).parse(text);
  return nodesOf({ tree }, 'tree')[0] ?? {};
}

function checkRssItem(item: Node, where: string, findings: Findings): void {
  findings.need(
    textsOf(item, 'title').length + textsOf(item, 'description').length > 0,
    `${where} has neither title nor description`,
  );
  for (const link of textsOf(item, 'link')) findings.address(link, where);
  for (const date of textsOf(item, 'pubDate'))
    findings.need(rfc822.test(date), `${where}: pubDate ${date} is not RFC 822`);
  for (const name of ['title', 'link', 'description', 'guid', 'pubDate', 'author', 'enclosure'])
    findings.need(nodesOf(item, name).length <= 1, `${where} has more than one ${name}`);
  for (const author of textsOf(item, 'author'))
    findings.need(author.includes('@'), `${where}: author is no e-mail address`);
  for (const enclosure of nodesOf(item, 'enclosure'))
    findings.need(
      ['@url', '@length', '@type'].every((name) => enclosure[name] !== undefined),
      `${where}: enclosure lacks url, length or type`,
    );
  for (const media of nodesOf(item, 'media:content')) findings.address(String(media['@url']), where);
  for (const tag of textsOf(item, 'dc:language')) findings.language(tag, where);
}

export function rssProblems(text: string): string[] {
  const findings = new Findings();
  const [rss] = nodesOf(readXml(text, findings), 'rss');
  findings.need(rss?.['@version'] === '2.0', 'the version is not 2.0');
  const [channel] = nodesOf(rss, 'channel');
  findings.one(channel, 'title', 'channel');
  findings.one(channel, 'description', 'channel');
  findings.address(findings.one(channel, 'link', 'channel'), 'channel link');
  for (const tag of textsOf(channel, 'language')) findings.language(tag, 'channel');
  for (const date of [...textsOf(channel, 'lastBuildDate'), ...textsOf(channel, 'pubDate')])
    findings.need(rfc822.test(date), `channel: ${date} is not RFC 822`);
  const self = nodesOf(channel, 'atom:link').filter((link) => link['@rel'] === 'self');
  findings.need(self.length === 1, 'atom:link rel=self is missing');
  findings.address(String(self[0]?.['@href']), 'self');
  const items = nodesOf(channel, 'item');
  for (const [index, item] of items.entries()) checkRssItem(item, `item ${index + 1}`, findings);
  findings.unique(
    items.flatMap((item) => textsOf(item, 'guid')),
    'guids',
  );
  for (const guid of items.flatMap((item) => nodesOf(item, 'guid')))
    findings.need(
      guid['@isPermaLink'] === 'false' || /^https?:/.test(String(guid['#text'])),
      'a guid is called a permalink and is no address',
    );
  return findings.found;
}

function checkAtomEntry(entry: Node, where: string, findings: Findings): void {
  findings.address(findings.one(entry, 'id', where), `${where} id`);
  findings.one(entry, 'title', where);
  for (const name of ['updated', 'published'])
    for (const date of textsOf(entry, name))
      findings.need(rfc3339.test(date), `${where}: ${name} ${date} is not RFC 3339`);
  findings.one(entry, 'updated', where);
  findings.need(
    nodesOf(entry, 'summary').length <= 1 && nodesOf(entry, 'published').length <= 1,
    `${where} has more than one summary or published`,
  );
  const links = nodesOf(entry, 'link');
  for (const link of links) findings.address(String(link['@href']), where);
  findings.need(
    nodesOf(entry, 'content').length > 0 || links.some((link) => link['@rel'] === 'alternate'),
    `${where} has neither content nor an alternate link`,
  );
  findings.unique(
    links
      .filter((link) => link['@rel'] === 'alternate')
      .map((link) => `${String(link['@type'])} ${String(link['@hreflang'])}`),
    `${where}: alternate links`,
  );
  for (const author of nodesOf(entry, 'author')) findings.one(author, 'name', `${where} author`);
  for (const category of nodesOf(entry, 'category'))
    findings.need(String(category['@term'] ?? '') !== '', `${where}: a category without term`);
  findings.language(entry['@xml:lang']?.toString(), where);
}

export function atomProblems(text: string): string[] {
  const findings = new Findings();
  const [feed] = nodesOf(readXml(text, findings), 'feed');
  findings.need(feed?.['@xmlns'] === 'http://www.w3.org/2005/Atom', 'the namespace is not that of Atom');
  findings.address(findings.one(feed, 'id', 'feed'), 'feed id');
  findings.one(feed, 'title', 'feed');
  findings.need(rfc3339.test(findings.one(feed, 'updated', 'feed')), 'feed: updated is not RFC 3339');
  const links = nodesOf(feed, 'link');
  findings.need(links.filter((link) => link['@rel'] === 'self').length === 1, 'link rel=self is missing');
  for (const link of links) findings.address(String(link['@href']), 'feed');
  const entries = nodesOf(feed, 'entry');
  findings.need(
    nodesOf(feed, 'author').length > 0 || entries.every((entry) => nodesOf(entry, 'author').length > 0),
    'an author is missing',
  );
  for (const [index, entry] of entries.entries()) checkAtomEntry(entry, `entry ${index + 1}`, findings);
  findings.unique(
    entries.flatMap((entry) => textsOf(entry, 'id')),
    'ids',
  );
  findings.language(feed?.['@xml:lang']?.toString(), 'feed');
  return findings.found;
}

/** jsonfeed.org/version/1.1. */
export function jsonFeedProblems(text: string): string[] {
  const findings = new Findings();
  const read: unknown = JSON.parse(text);
  const [feed = {}] = nodesOf({ read }, 'read');
  findings.need(feed['version'] === 'https://jsonfeed.org/version/1.1', 'the version is not 1.1');
  findings.need(typeof feed['title'] === 'string' && feed['title'] !== '', 'title is missing');
  for (const name of ['home_page_url', 'feed_url', 'next_url'])
    if (feed[name] !== undefined) findings.address(String(feed[name]), name);
  findings.language(feed['language']?.toString(), 'feed');
  findings.need(Array.isArray(feed['items']), 'items is no list');
  const items = nodesOf(feed, 'items');
  for (const item of items) {
    findings.need(typeof item['id'] === 'string' && item['id'] !== '', 'an item has no id');
    findings.need(
      typeof item['content_text'] === 'string' || typeof item['content_html'] === 'string',
      'an item has neither content_text nor content_html',
    );
    for (const name of ['date_published', 'date_modified'])
      findings.need(item[name] === undefined || rfc3339.test(String(item[name])), `${name} is not RFC 3339`);
    for (const name of ['url', 'image'])
      if (item[name] !== undefined) findings.address(String(item[name]), name);
    findings.need(
      nodesOf(item, 'authors').every((author) => typeof author['name'] === 'string'),
      'an author has no name',
    );
    findings.language(item['language']?.toString(), 'item');
  }
  findings.unique(
    items.map((item) => String(item['id'])),
    'ids',
  );
  return findings.found;
}
