/**
 * Names and topics in scripts other than Latin, against labels of our own over public articles: node
 * --conditions=newsmill-source bench/enrichment/measure-foreign.ts [tuned|kept] [LANGUAGE ...]. With languages
 * it lists each wrong and each missed name. The public cases are in NEWSMILL_BENCH or beside the project.
 */
import { benchFolder } from '../newsweb/bench-newsweb.ts';
import { hasForeignCases, scoreForeignNames, scoreForeignTopics } from './score-foreign.ts';

const [word = 'kept', ...shown] = process.argv.slice(2);
const half = word === 'tuned' ? 'tuned' : 'kept';
const folder = benchFolder();
if (folder === undefined || !hasForeignCases(folder))
  throw new Error('the public cases are not here: name them in NEWSMILL_BENCH');

const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(2));
const names = scoreForeignNames(folder, half);
for (const [language, score] of names) {
  const { articles, found, right, wanted, reached, withPerson, withOrganisation, withPlace, withWrong } =
    score;
  console.log(
    `${language} names: precision ${share(right, found)} (${found}), recall ${share(reached, wanted)} (${wanted}); of ${articles} texts with a person ${share(withPerson, articles)}, an organisation ${share(withOrganisation, articles)}, a place ${share(withPlace, articles)}, a wrong name ${share(withWrong, articles)}`,
  );
  if (!shown.includes(language)) continue;
  console.log(`  wrong: ${score.wrong.join('; ')}\n  missed: ${score.missed.join('; ')}`);
}
const sum = (part: 'right' | 'found' | 'reached' | 'wanted' | 'withWrong' | 'articles'): number =>
  [...names.values()].reduce((total, score) => total + score[part], 0);
console.log(
  `all names: precision ${share(sum('right'), sum('found'))}, recall ${share(sum('reached'), sum('wanted'))}, texts with a wrong name ${share(sum('withWrong'), sum('articles'))}`,
);
for (const [language, { articles, told, right, wrong, none }] of scoreForeignTopics(folder, half)) {
  console.log(
    `${language} topics: of ${articles} articles ${share(articles - told, articles)} without, right in ${share(right, told)} of the others`,
  );
  if (shown.includes(language)) console.log(`  wrong: ${wrong.join('; ')}\n  none: ${none.join('; ')}`);
}
