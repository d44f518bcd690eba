import { patternSet } from '../patterns/pattern-set.ts';
import { takeWhere, type Pass } from './pass.ts';

const newsletter =
  /\bnewsletters?\b|\binbox\b|sign up|subscribe (?:to|now|for)|abonnier|jetzt anmelden|inscrivez-vous|abonnez|suscr[íi]b|assine|iscriviti|メールマガジン|订阅|訂閱|구독|اشترك|النشرة|рассылк|подпишитесь|sign in to|download (?:our|the) app|follow us on|folgen sie uns/i;
const ask =
  /^(?:subscribe|sign up|get (?:the|our)|join (?:our|the)|abonnieren|jetzt|inscrivez|abonnez|suscr|assine|iscriviti|订阅|訂閱|点击订阅|구독|뉴스레터|اشترك|подпи)/i;

/**
 * Offers of a paid subscription, as papers print them between or behind the paragraphs that everybody may
 * read.
 */
const offer =
  /有料(?:会員|記事|プラン|登録)|会員限定|読み放題|無料会員|会员专享|订阅会员|付费阅读|유료\s?(?:회원|구독)|(?:probeabo|probemonat|monatlich kündbar|sans engagement)|subscribers? (?:only|can read)|exclusive to subscribers|für abonnent|réservé aux abonnés|solo para suscriptores/i;

/** 0 for a line of none. */
const invites = patternSet([newsletter]);
const offers = patternSet([offer]);

/**
 * Log-odds below which a line that the model keeps may still be an offer: news is written about prices and
 * subscriptions too.
 */
const doubtful = 0.5;

/** An invitation to a newsletter, an app or a subscription. */
export const dropNewsletterBox: Pass = ({ lines }) =>
  takeWhere(lines, (line) => {
    if (line.weight <= 45 && line.score < doubtful && offers(line.text) !== 0) return 'offers a subscription';
    if (line.weight > 45 || invites(line.text) === 0) return undefined;
    if (!line.isBody) return 'invites to a newsletter or subscription';
    return line.weight < 30 && ask.test(line.text) ? 'asks to subscribe' : undefined;
  });
