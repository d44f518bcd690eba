import type { QualityFlag } from '@newsmill/contracts';
import { isSponsoredAddress, isSponsoredLabel } from '@newsmill/text';
import type { Body } from '../body/read-body.ts';
import type { ReadArticle } from '../page-reading.ts';
import { sharesStem, titleCover } from './title-check.ts';
import type { HiddenParts } from './hidden-text.ts';

/** What the flags are read from. */
export interface FlagEvidence {
  readonly article: ReadArticle;
  readonly body: Body;
  readonly confidence: number;
  readonly distrustedTitle?: { readonly title: string; readonly why: string };
  readonly hidden: HiddenParts;
  /** Whether the page goes on behind what was read of it. */
  readonly isCut: boolean;
  /** Types that its structured data gives it, in small letters. */
  readonly types: ReadonlySet<string>;
  readonly url: string;
  /** Whether the page is very probably no article. */
  readonly isUnlikely: boolean;
}

const cutOff =
  /(?:\.\.\.|…|\[\+\d+ chars\]|\(more\)|continue reading|read the full (?:story|article)|weiterlesen|lire la suite|seguir leyendo|続きを読む|查看全文|阅读全文|더보기|متابعة القراءة)/gi;
/** No sign of a cut is longer. */
const longestSign = 60;

/** Whether a text ends in what stands where texts are cut off; signs that are no letters may follow it. */
function isCutOff(text: string): boolean {
  let end = text.length;
  while (end > 0 && !/\w/.test(text.charAt(end - 1))) end -= 1;
  const from = Math.max(0, end - longestSign);
  for (const sign of text.slice(from).matchAll(cutOff))
    if (from + sign.index + sign[0].length >= end) return true;
  return false;
}

/** Certainty below which an article is flagged. */
const lowConfidence = 0.6;

/** One word of a title in the text is enough to believe it. */
const anyShare = 0.01;

/** Share of running text above which repetition is flagged. */
const mostRepeated = 0.15;

/** Whether the page marks its article as paid for (schema.org AdvertiserContentArticle, labels, its address). */
function isSponsored(
  { section, breadcrumb, keywords, authors }: ReadArticle,
  types: ReadonlySet<string>,
  url: string,
): boolean {
  return (
    types.has('advertisercontentarticle') ||
    isSponsoredAddress(url) ||
    [section ?? '', ...breadcrumb, ...keywords, ...authors].some(isSponsoredLabel)
  );
}

/** The quality flags of an article, in the order of the contract. */
export function readFlags({
  article,
  body,
  confidence,
  distrustedTitle,
  hidden,
  isCut,
  types,
  url,
  isUnlikely,
}: FlagEvidence): QualityFlag[] {
  const flags: QualityFlag[] = [];
  const last = article.blocks.at(-1)?.text ?? '';
  if (distrustedTitle !== undefined || body.hasHackedLine) flags.push('hacked-title');
  if (
    body.weight > 60 &&
    article.title !== '' &&
    titleCover(article.title, article.text.slice(0, 2_000), anyShare) === 0 &&
    titleCover(article.title, article.text, anyShare) === 0 &&
    !sharesStem(article.title, article.text)
  )
    flags.push('title-disagrees');
  if (isCut || (isCutOff(last) && (article.paywalled || body.weight < 250))) flags.push('truncated');
  if (article.paywalled) flags.push('paywalled');
  if (hidden.lines.length > 0) flags.push('hidden-text');
  if (hidden.isLinkFarm || body.hasSpamLinks) flags.push('link-farm');
  if (body.repeatedShare > mostRepeated) flags.push('repeated-text');
  if (confidence < lowConfidence) flags.push('low-confidence');
  if (isUnlikely) flags.push('unlikely');
  if (isSponsored(article, types, url)) flags.push('sponsored');
  if (body.hasMojibake) flags.push('mojibake-mended');
  if (body.hasLost) flags.push('characters-lost');
  if (article.published === undefined) flags.push('date-missing');
  return flags;
}
