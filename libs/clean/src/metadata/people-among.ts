import { beginsWithGivenName, foldName, registrableDomain } from '@newsmill/text';
import { namesAgency, nameLikeness, namesJob } from './byline-names.ts';
import { normalForm, tidy } from './candidates.ts';
import { isOwnName, type Owner } from './choose-authors.ts';

/**
 * Words of which names of papers, desks, bureaus and institutions are made, and names of people hardly ever;
 * somebody with a usual given name may have one as a family name.
 */
// biome-ignore format: a table, read by its rows
const bodyWords = new Set([
  // Those who make a paper, together.
  'news', 'newsroom', 'newsdesk', 'newswire', 'desk', 'bureau', 'staff', 'team', 'editors', 'editorial',
  'red', 'redaktion', 'nachrichten', 'redactie', 'redaktionen', 'redaksjonen', 'redakcja', 'redakce', 'redakcia',
  'redakcija', 'redakció', 'redacción', 'redacció', 'redação', 'redacção', 'redazione', 'rédaction', 'toimitus',
  'редакция', 'редакція', 'редакцыя', 'σύνταξη', 'συντακτική', 'التحرير', 'service', 'servizio', 'servicio',
  // Papers, stations, agencies.
  'press', 'media', 'times', 'herald', 'gazette', 'tribune', 'journal', 'magazine', 'magazin', 'weekly', 'daily',
  'zeitung', 'tv', 'radio', 'television', 'fm', 'online', 'digital', 'network', 'agency', 'agencia', 'agência',
  'agenzia', 'agence', 'agentur', 'agencja', 'wire', 'podcast', 'channel',
  // Institutions and firms.
  'university', 'institute', 'foundation', 'association', 'council', 'ministry', 'department', 'committee',
  'society', 'group', 'inc', 'ltd', 'llc', 'gmbh', 'ag', 'corp', 'corporation', 'company', 'universität',
  'institut', 'stiftung', 'verein', 'université', 'fondation', 'association', 'universidad', 'fundación',
]);
/** Signs with which such names end in Chinese, Japanese and Korean, or that they have. */
const easternBody =
  /(?:新聞|新闻|日報|日报|時報|时报|晚報|晚报|電視|电视|テレビ|放送|ニュース|通訊|通讯|通信|編集|編輯|编辑|取材班|記者組|뉴스|신문|방송|일보|편집|취재팀|媒體|媒体)|(?:社|報|报|網|网|局|臺|協会|協會|协会|公司|部)$/u;
const fewestEastern = 4;
/** Behind a Chinese name, that it took the picture. */
const pictureBehind = /[攝摄]$/u;

function namesBody(name: string): boolean {
  const words = name.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.some((word) => bodyWords.has(word))) return true;
  return name.length >= fewestEastern && easternBody.test(name);
}

/** What a page says of itself that is no author of it. */
export interface SiteNames extends Omit<Owner, 'isNews'> {
  /** Its notice of copyright, as it is printed. */
  readonly copyright?: string | undefined;
  /** Names that stand in meta elements alone: readers do not see them. */
  readonly unseen?: ReadonlySet<string> | undefined;
  /** Whether an agency is credited too: beside it stands where its report is from. */
  readonly isByAgency?: boolean;
  /** Address of the page: its folders are sections. */
  readonly url?: string | undefined;
}

/**
 * Whether a name that readers do not see is that of whoever holds the copyright of the page, or of an account of its
 * system.
 */
function isOfSystem(name: string, key: string, { unseen, copyright = '' }: SiteNames): boolean {
  if (unseen?.has(name) !== true) return false;
  return /\d/.test(name) || ` ${normalForm(copyright.slice(0, longestNotice))} `.includes(` ${key} `);
}

/** A longer notice is a text about rights. */
const longestNotice = 300;

/** `AFP, MANILA`: how papers print the place of a report. */
const placeInCapitals = /^\p{Lu}{4,}$/u;

/** Whether every word of a name is a folder of the address: `/politics/abroad/` are sections. */
function isSection(key: string, url = ''): boolean {
  if (!URL.canParse(url)) return false;
  const folders = new Set(new URL(url).pathname.toLowerCase().split('/').slice(0, -1));
  // Addresses have no accents: the folder of `Medellín` is `medellin`.
  return foldName(key)
    .split(' ')
    .every((word) => folders.has(word));
}

/**
 * Whether a name is the domain of the page, or has what the domain is called by as a word of its own: `north.example`,
 * `NRT Radio` on `nrt.example`. Shorter names of domains are parts of names of people too, but no words of these.
 */
function isDomain(name: string, key: string, url = ''): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  const domain = registrableDomain(hostname) ?? hostname;
  const [label = ''] = domain.split('.', 1);
  const lower = name.toLowerCase();
  return lower === domain || lower.endsWith(`.${domain}`) || key.split(' ').includes(label);
}

const degrees = new Set([
  'md',
  'phd',
  'mba',
  'rn',
  'msc',
  'jd',
  'esq',
  'rd',
  'rdn',
  'ldn',
  'cepf',
  'cpa',
  'cfp',
  'cfa',
]);

/**
 * Whether a credit is that of nobody: of an agency, a paper, a desk, the site itself, a section, an account of its
 * system, a degree, or a mere job.
 */
function isNoPerson(name: string, owner: SiteNames): boolean {
  if (namesAgency(name) || pictureBehind.test(name)) return true;
  if (beginsWithGivenName(name)) return false;
  const key = normalForm(name);
  return (
    isOwnName({ text: name, key }, owner) ||
    namesBody(name) ||
    namesJob(name) ||
    degrees.has(key) ||
    (owner.isByAgency === true && placeInCapitals.test(name)) ||
    isOfSystem(name, key, owner) ||
    isDomain(name, key, owner.url) ||
    isSection(key, owner.url)
  );
}

const brackets = /[()（）[\]]/gu;
/** A longer credit is no name. */
const longest = 120;

/** Two people whom a title joins with a capital: `Ada Moss And Ben Lark`. */
function partsOf(credit: string): string[] {
  const parts = credit.split(/\s(?:And|AND|&)\s/, 4);
  return parts.length > 1 && parts.every((part) => nameLikeness(part) === 2) ? parts : [credit];
}

/** Without brackets, and without a degree or the name of the site behind it. */
function bareName(credit: string, host: string): string {
  const name = tidy(credit.replace(brackets, ' ')).trim();
  const space = name.lastIndexOf(' ');
  const last = normalForm(name.slice(space + 1)).replaceAll(' ', '');
  const start = name.slice(0, Math.max(0, space)).replace(/,$/, '');
  if (degrees.has(last) && space > 0) return start;
  return host !== '' && last === host && nameLikeness(start) === 2 ? start : name;
}

/**
 * The people among those whom a page credits, each once. Papers, desks, agencies and the site itself are none:
 * the document tells agencies and the publisher apart from its authors.
 */
export function peopleAmong(credits: readonly string[], owner: SiteNames): string[] {
  const people = credits
    .filter((credit) => credit.length <= longest)
    .flatMap(partsOf)
    .filter((name) => !isNoPerson(name, owner))
    .map((name) => bareName(name, owner.host))
    .filter((name) => name !== '');
  return [...new Set(people)];
}
