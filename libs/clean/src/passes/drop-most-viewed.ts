import { takeWhere, type Pass } from './pass.ts';

const heading =
  /^(?:(?:지난 |最近)?24\s?(?:시간|時間|小时)(?: 동안)? ?(?:많이 본|인기|の|热门|最多).{0,12}|most (?:read|viewed|popular|watched|shared)|trending|top stories|popular (?:now|stories)|meist(?:gelesen|geklickt)\w*|am meisten gelesen|les plus lus|lo más (?:leído|visto)|más leídas|mais lidas|i più letti|più letti|meest gelezen|mest (?:lest|läst|læst)[ea]?|najczęściej czytane|en çok okunan(?:lar)?|アクセスランキング|ランキング|(?:热门|熱門|阅读|點閱|24\s?小时).{0,8}(?:排行|文章|新闻)|많이 본|인기\s?(?:기사|뉴스)|الأكثر (?:قراءة|مشاهدة)|самое читаемое|популярное)/i;

/** The list of what others read: everything of little running text behind its heading. */
export const dropMostViewed: Pass = ({ lines, lastBody }) => {
  let isOpen = false;
  return takeWhere(lines, (line) => {
    if (heading.test(line.text) && line.weight < 10 && (!line.isBody || line.index >= lastBody - 1)) {
      isOpen = true;
      return 'heading of what is read most';
    }
    if (!isOpen) return undefined;
    if (line.isBody || line.linkShare < 0.5 || line.kind === 'heading') isOpen = false;
    return isOpen ? 'listed among what is read most' : undefined;
  });
};
