import type { PageLine } from '../body/page-lines.ts';
import { patternSet } from '../patterns/pattern-set.ts';

/**
 * What papers print where the free part of an article ends: that one reads on as a subscriber, or that the
 * rest is kept for subscribers. An offer alone says nothing: those stand under whole articles too.
 */
const readsOn = [
  /\b(?:to|and) (?:continue|keep|finish) reading\b|\b(?:subscribe|log in|sign in|sign up|register|join)\b.{0,60}\b(?:to|and) (?:read|continue|unlock|view|access|see) (?:the |this |our |all |your )?(?:(?:rest|full|whole|entire|remainder|complete|article|story|content)\b|reading\b)/i,
  /\b(?:this|the (?:full|rest of (?:the|this))|you.{1,3}ve reached|you have reached) (?:article|story|content|post|report|(?:your )?limit)\b.{0,50}\b(?:subscribers?|members?|paid|premium|free articles)\b/i,
  /weiterlesen (?:mit|als)\b|\b(?:um|und) (?:den (?:ganzen|vollständigen|gesamten) )?(?:artikel |beitrag |text )?(?:weiterzulesen|weiterlesen|vollständig zu lesen)|(?:diese[rn]?|der (?:ganze|vollständige)) (?:artikel|beitrag|inhalt|text)\b.{0,50}\babonnent/i,
  /(?:cet article|la suite|l['’]intégralité|ce contenu)\b.{0,60}\babonné|pour (?:lire la suite|continuer (?:à lire|la lecture))|il vous reste .{1,12}% de cet article/i,
  /para (?:seguir|continuar) leyendo|para leer el (?:artículo|contenido) completo|(?:contenido|artículo|noticia) (?:exclusiv[oa]|reservad[oa]|solo) para (?:suscriptores|socios|abonados)/i,
  /para continuar (?:a ler|lendo|a leitura)|(?:conteúdo|artigo|matéria) exclusiv[oa] (?:para|de) assinantes|(?:este artigo|este conteúdo) é exclusivo/i,
  /per continuare (?:a leggere|la lettura)|(?:contenuto|articolo) (?:riservato|esclusivo|solo) (?:agli|per (?:gli )?)\s?abbonati/i,
  /(?:verder|volledig|hele artikel) (?:te )?lezen\b.{0,40}\b(?:abonne|log in|account)|(?:alleen|exclusief) voor abonnees/i,
  /(?:för att|vill du) (?:fortsätta )?läsa (?:vidare|hela)|(?:artikeln|innehållet) är (?:endast |bara )?för (?:våra )?prenumeranter|for å lese (?:videre|hele)|(?:artikkelen|saken) er (?:kun |bare )?for abonnenter|for at læse (?:videre|hele)|(?:artiklen|indholdet) er (?:kun )?for abonnenter/i,
  /(?:dalsza część|dalszy ciąg|ten artykuł|całość|treść)(?!\p{L}).{0,60}(?:prenumerat|subskry|zalogowan)|aby (?:czytać dalej|przeczytać cały)|pozostało .{1,10}% (?:artykułu|tekstu|treści)/iu,
  /(?:чтобы (?:читать|продолжить)|для продолжения чтения|полн(?:ый текст|ая версия)|материал|статья)(?!\p{L}).{0,60}(?:подпис|подписч|авториз|войдите)/iu,
  /(?:για να|διαβάστε) .{0,40}(?:συνδρομητ|συνδεθείτε)|αποκλειστικά για συνδρομητές/i,
  /(?:この|本)記事は.{0,10}(?:有料|会員)|(?:有料)?会員(?:限定|登録).{0,20}(?:全文|続き)|(?:続き|全文|残り).{0,20}(?:会員|登録|ログイン|購読|有料)|残り[\d０-９,，]+文字/,
  /(?:订阅|訂閱|登[录錄入]|付[费費]|开通会员|會員|会员).{0,20}(?:全文|完整|[继繼][续續](?:[阅閱][读讀]|瀏覽|浏览)|剩[余餘])|(?:全文|完整[内內]容|剩[余餘]内容|[继繼][续續][阅閱][读讀]).{0,20}(?:订阅|訂閱|订户|訂戶|登[录錄入]|付[费費]|会员|會員)/,
  /(?:구독|로그인|유료|회원).{0,20}(?:전체|전문|계속|이어)|(?:전체|전문|이후|나머지) (?:기사|내용|글).{0,20}(?:구독|로그인|유료|회원)|(?:유료|회원|구독자) ?(?:전용|회원만)/,
  /(?:لمتابعة|لمواصلة|لقراءة|لاستكمال) .{0,40}(?:اشتر|سجل)|(?:اشتر|سجل).{0,40}(?:لمتابعة|لمواصلة|لقراءة|لاستكمال)|(?:للمشتركين|لمشتركي) فقط/,
];

const readsOnIn = patternSet(readsOn);

/** Longer lines tell a story. */
const longestLine = 60;
/** Lines behind the text that are looked at, and lines of the text itself, from its end. */
const behind = 8;
const inside = 2;

/** Whether the lines where a text ends say that the rest of it is for subscribers. */
export function asksToSubscribe(lines: readonly PageLine[], lastBody: number): boolean {
  return lines.some(
    ({ index, weight, text }) =>
      index > lastBody - inside &&
      index <= lastBody + behind &&
      weight <= longestLine &&
      text.length <= 500 &&
      readsOnIn(text) !== 0,
  );
}

/** Fewer words than these are the beginning of an article rather than all of it. */
const fewWords = 250;

/** Whether a text that is followed by such a line is a part: it is short, or it stops without an end. */
export function isPart(text: string, weight: number): boolean {
  return weight < fewWords || !/[.!?。！？।؟"”»」』)\]]\s*$/.test(text);
}
