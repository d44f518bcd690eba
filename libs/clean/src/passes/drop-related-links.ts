import type { PageLine } from '../body/page-lines.ts';
import { takeWhere, type Pass } from './pass.ts';

const heading =
  /^[\s•·・▪■►▶●◆*–—([{【「『-]{0,3}(?:related(?: (?:articles|stories|news|posts|content|topics|links))?|more (?:on this|from|stories|news)|you (?:may|might) (?:also )?like|recommended (?:for you|articles?|stories|reading|posts|links|videos)|mehr zum thema|lesen sie auch|auch interessant|weitere artikel|das könnte sie auch interessieren|à lire aussi|sur le même sujet|también te puede interesar|noticias relacionadas|leia também|leggi anche|lees ook|les også|läs också|læs også|関連記事|相关(?:阅读|新闻|文章)|相關(?:新聞|文章)|延伸阅读|延伸閱讀|관련\s?기사|관련\s?뉴스|اقرأ أيضا|مواضيع ذات صلة|اقرأ أيضًا|читайте (?:также|тему)|по теме|(?:ссылки|материалы|статьи) по теме|(?:zobacz|czytaj|przeczytaj|sprawdź) (?:też|także|również)|polecamy|powiązane (?:artykuły|tematy)|δείτε (?:επίσης|ακόμη)|διαβάστε (?:επίσης|ακόμη|περισσότερα)|σχετικά (?:άρθρα|θέματα|νέα)|читайте також|за темою|(?:přečtěte|čtěte) si (?:také|též)|související (?:články|témata)|mohlo by vás zajímat|súvisiace články|यह भी (?:पढ़ें|देखें)|ये भी (?:पढ़ें|देखें)|संबंधित (?:खबरें|लेख)|ข่าวที่เกี่ยวข้อง|อ่าน(?:เพิ่มเติม|ต่อ|ข่าว(?:ที่เกี่ยวข้อง)?)|se även|relaterade (?:artiklar|nyheter)|läs mer|gerelateerd(?:e artikelen)?|zie ook|ilgili (?:haberler|içerikler)|bunlar da ilginizi çekebilir|citește și|citiţi și|pe aceeași temă|articole similare|(?:olvassa el|lásd) (?:még|ezt is)|kapcsolódó (?:cikkek|cikkeink)|lue myös|aiheesta lisää|baca juga|xem thêm|tin liên quan|קראו (?:גם|עוד)|همچنین بخوانید|à voir (?:aussi|également)|veja (?:também|mais)|vea también|vedi anche|latest (?:news|stories|headlines)|(?:aktuelle|neueste|weitere) (?:nachrichten|meldungen)|dernières (?:actualités|infos|nouvelles)|últimas (?:noticias|notícias)|ultime notizie|najnowsze(?: wiadomości)?|laatste nieuws|senaste nytt|siste nytt|son haberler|mais sobre (?:o assunto|o tema|isso)|más sobre el tema|τελευταία νέα|τελευταίες ειδήσεις|ροή ειδήσεων|(?:новости|материалы) партн[её]ров|(?:рамблер|rambler)-новости|последние новости|новости по теме|останні новини|آخر الأخبار|最新(?:新聞|新闻|ニュース|記事)|최신\s?뉴스)(?![\p{L}\p{M}])\s*[:：]?/iu;

/** Words of the longest heading, with a link behind it in the line, and of the longest headline under it. */
const longestHeading = 30;
const longestLink = 40;

/** So many links with a text behind each make a list of teasers. */
const fewestTeasers = 3;
const isOnlyLink = (line: PageLine | undefined): boolean =>
  line !== undefined && line.linkShare > 0.8 && line.weight <= longestLink;

/**
 * The texts of the teasers under a heading: of at least three links, each with one line of text behind it, as tool tips
 * and short forms of other stories have it.
 */
function teasersUnder(lines: readonly PageLine[], heading: number): readonly PageLine[] {
  const texts: PageLine[] = [];
  for (let at = heading + 1; isOnlyLink(lines[at]); at += 2) {
    const text = lines[at + 1];
    if (text === undefined || text.linkShare > 0.2 || text.kind === 'heading') break;
    texts.push(text);
  }
  return texts.length < fewestTeasers ? [] : texts;
}

/** Links to other stories: under a heading that says so, or one line that begins with it. */
export const dropRelatedLinks: Pass = ({ lines, firstBody }) => {
  let behind = -99;
  let teasers: ReadonlySet<PageLine> = new Set();
  return takeWhere(lines, (line) => {
    if (teasers.has(line)) {
      behind = line.index;
      return 'says what a link under a heading of other stories leads to';
    }
    if (line.index < firstBody || line.weight > longestLink) return undefined;
    if (
      line.weight <= longestHeading &&
      heading.test(line.text) &&
      (!line.isBody ||
        line.linkShare > 0.5 ||
        (line.weight < 6 && !/[.!?。]$/.test(line.text) && line.kind !== 'table'))
    ) {
      behind = line.index;
      teasers = new Set(teasersUnder(lines, lines.indexOf(line)));
      return 'announces related stories';
    }
    if (line.linkShare > 0.8 && line.index - behind <= 1 && (!line.isBody || line.weight > 3)) {
      behind = line.index;
      return 'a link under a heading of related stories';
    }
    return undefined;
  });
};
