import { takeWhere, type Pass } from './pass.ts';

const heading =
  /^(?:related(?: (?:articles|stories|news|posts|content|topics|links))?|more (?:on this|from|stories|news)|you (?:may|might) (?:also )?like|recommended (?:for you|articles?|stories|reading|posts|links|videos)|mehr zum thema|lesen sie auch|auch interessant|weitere artikel|das könnte sie auch interessieren|à lire aussi|sur le même sujet|también te puede interesar|noticias relacionadas|leia também|leggi anche|lees ook|les også|läs också|læs også|関連記事|相关(?:阅读|新闻|文章)|相關(?:新聞|文章)|延伸阅读|延伸閱讀|관련\s?기사|관련\s?뉴스|اقرأ أيضا|مواضيع ذات صلة|اقرأ أيضًا|читайте также|по теме)\s*[:：]?/i;

/** Links to other stories: under a heading that says so, or one line that begins with it. */
export const dropRelatedLinks: Pass = ({ lines, firstBody }) => {
  let behind = -99;
  return takeWhere(lines, (line) => {
    if (line.index < firstBody || line.weight > 30) return undefined;
    if (
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
