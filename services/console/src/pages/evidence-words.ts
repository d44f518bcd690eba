import { say, word, wordsFor } from '../words/say.ts';

/**
 * Where the cleaner finds titles, dates and names, in words. The names are those of its candidates
 * (libs/clean/src/metadata); number and side (`h1-2`, `ogPrefix2`) are left off.
 */
// biome-ignore format: a table, read by its rows
const places: Readonly<Record<string, string>> = {
  og: word('the Open Graph data of the page'),
  twitter: word('the card data for social networks'),
  title: word('the title of the window'),
  meta: word('the metadata of the page'),
  h1: word('the main heading'),
  h2: word('a second heading'),
  class: word('an element that is styled as such'),
  part: word('a part of a heading'),
  ldHeadline: word('the structured data of the article (headline)'),
  ldName: word('the structured data of the article (name)'),
  ldAlternative: word('the structured data of the article (other headline)'),
  ldPage: word('the structured data of the page'),
  ldOther: word('other structured data'),
  ldOtherGroup: word('an organisation in other structured data'),
  ldPublished: word('the structured data of the article (date of publication)'),
  ldPublishedOther: word('other structured data (date of publication)'),
  ldModified: word('the structured data of the article (last change)'),
  ldModifiedOther: word('other structured data (last change)'),
  ldCreated: word('the structured data (date of creation)'),
  ldUploaded: word('the structured data (date of upload)'),
  ldAuthor: word('the structured data of the article (author)'),
  ldAuthorGroup: word('the structured data of the article (organisation as author)'),
  ldCreator: word('the structured data of the article (creator)'),
  ldPerson: word('a person in the structured data'),
  metaPublished: word('the metadata of the page (date of publication)'),
  metaModified: word('the metadata of the page (last change)'),
  metaOther: word('other metadata of the page'),
  metaMisc: word('other metadata of the page'),
  metaCard: word('the card data for social networks'),
  metaAuthor: word('the metadata of the page (author)'),
  metaArticle: word('the metadata of the article (author)'),
  metaLabel: word('a labelled line of the metadata'),
  timePublished: word('a time element for the publication'),
  timeModified: word('a time element for the last change'),
  time: word('a time element'),
  timeBehind: word('a time element behind the text'),
  url: word('the address'),
  textUpdated: word('a line that names the last change'),
  textPublished: word('a line that names the publication'),
  bylineBefore: word('the byline before the text'),
  bylineBehind: word('the byline behind the text'),
  lineBefore: word('a line before the text'),
  lineBehind: word('a line behind the text'),
  script: word('data in a script of the page'),
  classPublished: word('an element that is styled as a date'),
  lead: word('the first paragraph'),
  image: word('the address of a picture'),
  otherReading: word('the other reading of a date in numbers'),
  byline: word('an element for the byline'),
  by: word('a line that begins as bylines do'),
  byAlone: word('a byline of its own'),
  link: word('a link to an author'),
  profile: word('a link to a profile'),
  itemprop: word('the markup of the author'),
  person: word('a name near the headline'),
  nearTitle: word('a line near the headline'),
  tail: word('the end of the text'),
  forOther: word('a credit for something else'),
  siteOwner: word('the owner of the site'),
  copyright: word('the copyright notice'),
  modified: word('the date of the last change that the page names'),
  feed: word('the feed'),
  'block model': word('the model that tells text from the rest of a page, block by block'),
  'page model': word('the model that tells articles from other pages'),
  'site rule': word('the rules of the source file'),
  'further pages': word('the further pages of the article'),
  'structured data': word('the structured data of the page'),
  'structured data or meta': word('the structured data or metadata of the page'),
  'meta, structured data or breadcrumb': word('metadata, structured data or the path of links to the article'),
  'form of the byline': word('the form of the byline'),
  'among the credits': word('the credits'),
  'feed entry': word('the entry of the feed'),
};

/** Sides and numbers at the end of a name: `og` + `Prefix2`, `h1` + `-0`. */
const ending = /(?:-\d|(?:First|Prefix2?|Last|Suffix|Sign|Rest|Long))$/;

/** What a table says of a name, in the reader's language. */
function wordsIn(table: Readonly<Record<string, string>>, name: string): string | undefined {
  const text = Object.hasOwn(table, name) ? table[name] : undefined;
  return text === undefined ? undefined : wordsFor(text);
}

/** The words of a place, with or without its ending. */
function placeInWords(name: string): string | undefined {
  return wordsIn(places, name) ?? wordsIn(places, name.replace(ending, ''));
}

/**
 * Where a field was found, as words: each place once. What no table knows stays as it is, for rules and
 * extensions of operators have names of their own.
 */
export function placesInWords(source: string): readonly string[] {
  const whole = wordsIn(places, source);
  if (whole !== undefined) return [whole];
  const [names = '', ...rest] = source.split(', day by ');
  const words = names.split(' ').map(placeInWords);
  if (words.some((text) => text === undefined)) return [source];
  const day = rest.map((name) => placeInWords(name) ?? name);
  return [...new Set([...words, ...day].flatMap((text) => text ?? []))];
}

// biome-ignore format: a table, read by its rows
const fields: Readonly<Record<string, string>> = {
  title: word('Title'), published: word('Published'), modified: word('Changed'), authors: word('Author'),
  byline: word('Byline'), agencies: word('Agency'), publisher: word('Publisher'), section: word('Section'),
  text: word('Text'), body: word('Text'), kind: word('Kind of page'), summary: word('Summary'),
  language: word('Language'), keywords: word('Keywords'), images: word('Pictures'), licence: word('Licence'),
};

/** What a field is called; its own name where no table knows it. */
export function fieldInWords(field: string): string {
  return wordsIn(fields, field) ?? field;
}

// biome-ignore format: a table, read by its rows
const makers: Readonly<Record<string, string>> = {
  claim: word('what the page declares'),
  letters: word('the model of letters of 80 languages'),
  language: word('the model of languages'),
  'paragraph-languages': word('the model of languages, paragraph by paragraph'),
  entities: word('rules, gazetteers and models of names'),
  topics: word('the model of topics'),
  'key-phrases': word('the weight of words against those of their language'),
  summary: word('the sentences that carry most of the text'),
  readability: word('the lengths of words and sentences'),
  dateline: word('the line before the first sentence'),
  dates: word('rules for dates'),
  money: word('rules for amounts of money'),
  quantities: word('rules for quantities'),
  quotes: word('rules for quotation marks and verbs of speech'),
  duplicates: word('the comparison with texts of the last days'),
  story: word('the comparison with stories of the last days'),
  'word-pieces': word('learned vectors of word pieces'),
  'meaning-pieces': word('learned vectors of word pieces'),
};

/** Which rule or model found a fact; an extension of the operator keeps its name. */
export function makerInWords(by: string): string {
  const [name = '', version = ''] = by.split('/');
  if (name.startsWith('llm:')) return say('the language model {name}', { name: name.slice(4) });
  return (
    wordsIn(makers, name) ?? (version === '' ? name : say('{name}, version {version}', { name, version }))
  );
}

// biome-ignore format: a table, read by its rows
const evidences: Readonly<Record<string, string>> = {
  text: word('the text'), section: word('the section'), 'feed-category': word('the category of the feed'),
  breadcrumb: word('the path of links to the article'), keywords: word('the keywords'),
};

/** What spoke for a topic. */
export function evidenceInWords(name: string): string {
  return wordsIn(evidences, name) ?? name;
}
