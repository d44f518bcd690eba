import { countWords } from '@newsmill/text';
import type { Models } from '../models.ts';
import type { PageContext, PageKind, ReadArticle } from '../page-reading.ts';
import type { ScoredPage } from '../view-page.ts';
import { isNews } from '../metadata/evidence.ts';
import { findWall } from './find-wall.ts';
import { kindFeatures } from './kind-features.ts';

/** What kind of page it is, and by which evidence. */
export interface KindDecision {
  readonly kind: PageKind;
  readonly why: string;
  readonly confidence: number;
  /** Whether it is very probably none, and an article only since its source says so. */
  readonly isUnlikely?: boolean;
}

const errorTitle =
  /\b(?:not found|(?:error|http|fehler|erreur|errore|ошибка|błąd|hata) 404|404 (?:error|page|seite|fehler)|page (?:not found|unavailable|doesn'?t exist)|access denied|forbidden|error 5\d\d|seite nicht gefunden|page introuvable|página no encontrada|pagina non trovata|service unavailable|just a moment|are you (?:a )?(?:human|robot)|attention required|captcha)\b|页面不存在|找不到|페이지를 찾을 수|الصفحة غير موجودة|страница не найдена/i;
/** The number of the error alone may be of anything: a show, an address, a count of people. */
const errorNumber = /(?<![\d.,])404(?![\d.,]?\d)/;
/** So few words beside the number are no article; more need to speak of the error, too. */
const fewestBesideNumber = 12;
const loginTitle =
  /\b(?:log ?in|sign ?in|anmelden|einloggen|connexion|iniciar sesión|accedi|entrar|register)\b|登录|登入|ログイン|로그인|تسجيل الدخول|войти/i;
const consentText =
  /(?:before you continue|bevor (?:du|sie) (?:fortfahren|weitermachen)|consent (?:manager|required)|we value your privacy|wir schätzen ihre privatsphäre|zustimmen und weiter|accept (?:all )?cookies to continue|mit werbung (?:und cookies )?weiterlesen)/i;

/**
 * Words of running text that make a page an article whatever else speaks against it, when a source announced
 * it.
 */
const properText = 80;
/** Fewer words are a label of the page ("Home", "Share"), and no text. */
const fewestWords = 5;
/** A body of so many blocks, so much of it in links, is a list of other pages. */
const fewestLinks = 8;
const mostLinked = 0.8;
/**
 * Log-odds below which the learned model is believed that a page is no article; the word of a source, or of
 * the page itself, counts as much as three.
 */
const otherBelow = { alone: 0.2, fromFeed: -3, declared: -3 } as const;
/**
 * Log-odds below which an announced page is very probably no article: one in five or less. Chosen by
 * bench/drift (docs/search.md).
 */
const unlikelyBelow = -1.5;

/**
 * Kinds that a page shows by what it says: errors, logins, consent walls, videos, galleries, lists. Only
 * asked for pages with little running text.
 */
function poorKind(view: ScoredPage, article: ReadArticle, weight: number): KindDecision | undefined {
  const { types } = view.evidence;
  const heading = `${article.title} ${view.evidence.title}`;
  const isNumbered =
    errorNumber.test(heading) && (weight < fewestBesideNumber || errorTitle.test(article.text.slice(0, 600)));
  if (weight < 120 && (isNumbered || errorTitle.test(heading)))
    return { kind: 'error', why: 'the title speaks of an error', confidence: 0.95 };
  if (weight < 60 && loginTitle.test(heading) && !article.published)
    return { kind: 'login', why: 'the title asks for a login', confidence: 0.85 };
  if (weight < 250 && consentText.test(`${heading} ${article.text.slice(0, 600)}`))
    return { kind: 'consent', why: 'the text asks for consent', confidence: 0.9 };
  if (weight < 25 && (types.has('videoobject') || [...types].some((type) => type.startsWith('og:video'))))
    return { kind: 'video', why: 'a video with hardly any text', confidence: 0.8 };
  if (weight < 25 && (types.has('imagegallery') || types.has('mediagallery') || article.images.length > 8))
    return { kind: 'gallery', why: 'pictures with hardly any text', confidence: 0.7 };
  return undefined;
}

/** Whether an address is that of the front page of a site. */
export const isFront = (url: string): boolean => /^[a-z]+:\/\/[^/?#]+\/?(?:index\.\w+)?(?:[?#]|$)/i.test(url);

function isList(view: ScoredPage): boolean {
  const { types } = view.evidence;
  return (
    types.has('itemlist') ||
    types.has('collectionpage') ||
    view.measures.nodeLinkWords.reduce((sum, words) => Math.max(sum, words), 0) > 0.6 * view.measures.total
  );
}

/**
 * Decides the kind of a page. Anything but an article needs strong evidence: a lost article is worse than one
 * too many.
 */
export function readKind(
  view: ScoredPage,
  article: ReadArticle,
  context: PageContext,
  models: Models,
): KindDecision {
  const wall = findWall(view, article.text);
  if (wall !== undefined) return { ...wall, confidence: 0.95 };
  let weight = 0;
  let running = 0;
  let linked = 0;
  for (let index = 0; index < view.blocks.size; index += 1) {
    if (view.isBody[index] === 0) continue;
    weight += view.blocks.weight[index] as number;
    linked += (view.blocks.weight[index] as number) * (view.blocks.linkShare[index] as number);
    if (view.measures.isGood[index] === 1) running += view.blocks.weight[index] as number;
  }
  if (article.text === '')
    return (
      poorKind(view, article, 0) ?? {
        kind: isList(view) && view.measures.total > 100 ? 'index' : 'empty',
        why: 'no text was found',
        confidence: 0.9,
      }
    );
  const poor = poorKind(
    view,
    article,
    Math.max(weight, article.blocks.length > 0 ? article.text.length / 8 : 0),
  );
  if (poor !== undefined) return poor;
  if (running === 0 && countWords(article.text) < fewestWords)
    return { kind: 'empty', why: 'hardly a word was found', confidence: 0.9 };
  if (running === 0 && article.blocks.length >= fewestLinks && linked > mostLinked * weight)
    return { kind: 'index', why: 'the text is a list of links', confidence: 0.8 };
  // Addresses of articles that are gone often lead to the front page: there a source's word counts for
  // nothing.
  const isAnnounced = !isFront(context.url) && (context.isAnnounced ?? context.entry !== undefined);
  const isDeclared = article.published !== undefined && isNews(view.evidence);
  // Whoever made rules for the pages of a source has looked at them.
  const mayBeUnlikely = !isDeclared && context.rules === undefined;
  const announced: KindDecision | undefined =
    isAnnounced && running >= properText
      ? { kind: 'article', why: 'announced by a source, with running text', confidence: 0.95 }
      : undefined;
  // The model is not asked where its answer would change nothing.
  if (announced !== undefined && !mayBeUnlikely) return announced;
  const score = models.kind(kindFeatures(view, article, models.pageWords(view)), 0);
  const isUnlikely = mayBeUnlikely && score < unlikelyBelow;
  if (announced !== undefined) return { ...announced, isUnlikely };
  const confidence = Math.round((1 / (1 + Math.exp(-Math.abs(score)))) * 1000) / 1000;
  if (score >= (isAnnounced ? otherBelow.fromFeed : otherBelow.alone))
    return { kind: 'article', why: 'page model', confidence, isUnlikely };
  if (score > otherBelow.declared && !isFront(context.url) && isDeclared)
    return { kind: 'article', why: 'declares itself a news article', confidence: 0.8 };
  return {
    kind: isFront(context.url) || (isList(view) && running < 150) ? 'index' : 'other',
    why: 'page model',
    confidence,
  };
}
