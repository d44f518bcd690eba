// Lists of words and names that stand in the sources: what each is, where it comes from, under which licence it stands.
// `npm run gen` writes them below the models into docs/models.md; `npm run check -- supply` finds a list without a row.

const byHand = 'written by hand for newsmill';
const ours = 'Apache-2.0';

/** File, what it says, of what it was made, licence (SPDX). */
// biome-ignore format: a table, read by its rows
const rows = [
  ['libs/clean/src/body/stop-words.ts', 'the commonest words of some languages', byHand, ours],
  ['libs/clean/src/metadata/credit-words.ts', 'how languages credit a writer', byHand, ours],
  ['libs/clean/src/metadata/month-names.ts', 'months as pages write them', 'CLDR 48; forms of papers by hand', 'Unicode-3.0 AND Apache-2.0'],
  ['libs/clean/src/passes/take-disclaimer.ts', 'words of disclaimers', byHand, ours],
  ['libs/contracts/src/media-topics.ts', 'the top codes of the IPTC Media Topics, with their labels', 'IPTC, https://cv.iptc.org/newscodes/mediatopic/', 'CC-BY-4.0'],
  ['libs/contracts/src/narrower-topics.ts', 'the second level of the IPTC Media Topics, with its labels', 'IPTC, https://cv.iptc.org/newscodes/mediatopic/', 'CC-BY-4.0'],
  ['libs/enrich/src/amounts/currency-tables.ts', 'signs and names of currencies by their ISO 4217 codes', byHand, ours],
  ['libs/enrich/src/amounts/multipliers.ts', 'words that multiply a number', byHand, ours],
  ['libs/enrich/src/amounts/number-names.ts', 'names of small numbers', byHand, ours],
  ['libs/enrich/src/amounts/unit-tables.ts', 'signs and names of units by their UCUM codes', byHand, ours],
  ['libs/enrich/src/dateline/dateline-tables.ts', 'agencies as datelines sign them, words that are no place', byHand, ours],
  ['libs/enrich/src/dates/tables/de.ts', 'words of dates in German', byHand, ours],
  ['libs/enrich/src/dates/tables/en.ts', 'words of dates in English', byHand, ours],
  ['libs/enrich/src/dates/tables/more.ts', 'words of dates in further languages', byHand, ours],
  ['libs/enrich/src/dates/tables/nl.ts', 'words of dates in Dutch', byHand, ours],
  ['libs/enrich/src/dates/tables/ru.ts', 'words of dates in Russian', byHand, ours],
  ['libs/enrich/src/duplicates/wire-agencies.ts', 'news agencies with their codes and domains', byHand, ours],
  ['libs/enrich/src/entities/organisations-in-chinese.ts', 'ends of the names of organisations in Chinese', byHand, ours],
  ['libs/enrich/src/gazetteer/famous-people.ts', 'people whom news calls by one name', byHand, ours],
  ['libs/enrich/src/gazetteer/foreign-name-words.ts', 'offices, company forms and heads of names in further languages', byHand, ours],
  ['libs/enrich/src/gazetteer/foreign-organisations.ts', 'organisations by their names in seven languages', byHand, ours],
  ['libs/enrich/src/gazetteer/foreign-regions.ts', 'parts of countries in their own languages', byHand, ours],
  ['libs/enrich/src/gazetteer/name-words.ts', 'offices, company forms, heads of names, days, peoples in English', byHand, ours],
  ['libs/enrich/src/gazetteer/state-forms.ts', 'short forms of states and provinces, other names of places', byHand, ours],
  ['libs/enrich/src/gazetteer/well-known-organisations.ts', 'organisations that news does not introduce', byHand, ours],
  ['libs/enrich/src/quotes/speech-words.ts', 'how languages report speech', byHand, ours],
  ['libs/enrich/src/topics/section-names.ts', 'names of newspaper sections by code of the IPTC', byHand, ours],
  ['libs/enrich/src/topics/subtopic-words.ts', 'words that speak for a topic of the second level', 'labels of the IPTC Media Topics, https://cv.iptc.org/newscodes/mediatopic/; the rest by hand', 'CC-BY-4.0 AND Apache-2.0'],
  ['libs/enrich/src/topics/topic-words.ts', 'words that speak for a topic', byHand, ours],
  ['libs/store/src/library/query/compound-nouns.ts', 'nouns that compounds are made of', byHand, ours],
  ['libs/store/src/library/query/irregular-forms.ts', 'forms of words that no ending tells', byHand, ours],
  ['libs/store/src/library/query/stop-words.ts', 'words that are too frequent to say anything', 'the Snowball project, as Elasticsearch has its lists; particles of other languages by hand', 'BSD-3-Clause AND Apache-2.0'],
  ['libs/text/src/abbreviations.ts', 'short forms whose full stop ends no sentence', byHand, ours],
  ['libs/text/src/big5-rows.ts', 'characters of Big5 by their codes', 'the character sets of Eten and of Hong Kong (HKSCS): codes of standards', ours],
  ['libs/text/src/edits/notice-words.ts', 'how papers head a correction', byHand, ours],
  ['libs/text/src/given-names.ts', 'frequent given names', 'written for newsmill; from which names was not recorded', ours],
  ['libs/text/src/sponsored.ts', 'how publishers mark what was paid for', byHand, ours],
];

/** Every list, in the order of its file. */
export const dataLists = rows.map(([path, description, madeOf, licence]) => ({
  path,
  description,
  madeOf,
  licence,
}));

/** What docs/models.md says of them. */
export function dataPage() {
  return [
    '\n## Lists in the sources\nWords and names that the code has as they are. `npm run check -- supply` fails where one has no row.\n\n',
    '| list | what it says | made from | licence |\n|---|---|---|---|\n',
    ...dataLists.map(
      ({ path, description, madeOf, licence }) =>
        `| \`${path}\` | ${description} | ${madeOf} | ${licence} |\n`,
    ),
  ].join('');
}
