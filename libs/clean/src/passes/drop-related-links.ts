import { takeWhere, type Pass } from './pass.ts';

const heading =
  /^[\s•·・▪■►▶●◆*–—([{【「『-]{0,3}(?:related(?: (?:articles|stories|news|posts|content|topics|links))?|more (?:on this|from|stories|news)|you (?:may|might) (?:also )?like|recommended (?:for you|articles?|stories|reading|posts|links|videos)|mehr zum thema|lesen sie auch|auch interessant|weitere artikel|das könnte sie auch interessieren|à lire aussi|sur le même sujet|también te puede interesar|noticias relacionadas|leia também|leggi anche|lees ook|les også|läs också|læs også|関連記事|相关(?:阅读|新闻|文章)|相關(?:新聞|文章)|延伸阅读|延伸閱讀|관련\s?기사|관련\s?뉴스|اقرأ أيضا|مواضيع ذات صلة|اقرأ أيضًا|читайте (?:также|тему)|по теме|(?:ссылки|материалы|статьи) по теме|(?:zobacz|czytaj|przeczytaj|sprawdź) (?:też|także|również)|polecamy|powiązane (?:artykuły|tematy)|δείτε (?:επίσης|ακόμη)|διαβάστε (?:επίσης|ακόμη|περισσότερα)|σχετικά (?:άρθρα|θέματα|νέα)|читайте також|за темою|(?:přečtěte|čtěte) si (?:také|též)|související (?:články|témata)|mohlo by vás zajímat|súvisiace články|यह भी (?:पढ़ें|देखें)|ये भी (?:पढ़ें|देखें)|संबंधित (?:खबरें|लेख)|ข่าวที่เกี่ยวข้อง|อ่าน(?:เพิ่มเติม|ต่อ|ข่าว(?:ที่เกี่ยวข้อง)?)|se även|relaterade (?:artiklar|nyheter)|läs mer|gerelateerd(?:e artikelen)?|zie ook|ilgili (?:haberler|içerikler)|bunlar da ilginizi çekebilir|citește și|citiţi și|pe aceeași temă|articole similare|(?:olvassa el|lásd) (?:még|ezt is)|kapcsolódó (?:cikkek|cikkeink)|lue myös|aiheesta lisää|baca juga|xem thêm|tin liên quan|קראו (?:גם|עוד)|همچنین بخوانید|à voir (?:aussi|également)|veja (?:também|mais)|vea también|vedi anche)(?![\p{L}\p{M}])\s*[:：]?/iu;

/** Words of the longest heading, with a link behind it in the line, and of the longest headline under it. */
const longestHeading = 30;
const longestLink = 40;

/** Links to other stories: under a heading that says so, or one line that begins with it. */
export const dropRelatedLinks: Pass = ({ lines, firstBody }) => {
  let behind = -99;
  return takeWhere(lines, (line) => {
    if (line.index < firstBody || line.weight > longestLink) return undefined;
    if (
      line.weight <= longestHeading &&
      heading.test(line.text) &&
      (!line.isBody ||
        line.linkShare > 0.5 ||
        (line.weight < 6 && !/[.!?。]$/.test(line.text) && line.kind !== 'table'))
    ) {
      behind = line.index;
      return 'announces related stories';
    }
    if (line.linkShare > 0.8 && line.index - behind <= 1 && (!line.isBody || line.weight > 3)) {
      behind = line.index;
      return 'a link under a heading of related stories';
    }
    return undefined;
  });
};
