import type { Enricher, MadeFact } from '../enricher.ts';
import { describeFamily, familyModel } from './describe-family.ts';
import { familyOf } from './family-of.ts';

export const duplicatesName = 'duplicates';

export const duplicatesEnricher: Enricher = {
  name: duplicatesName,
  version: '1',
  about: 'Whether the text was published before, by whom, how far it spread, and what was changed.',
  facts: ['duplicate-of', 'family'],
  isUsual: true,
  models: ['word-rarities'],
  asksState: true,
  enrich({ article, id, known }) {
    const { own, family } = familyOf(article, id, known);
    const described = describeFamily({ ...own, agencies: article.agencies }, family, known.candidates);
    const facts: MadeFact[] = [];
    if (family.original !== undefined)
      facts.push({
        name: 'duplicate-of',
        value: family.original.id,
        by: familyModel,
        confidence: family.original.similarity,
      });
    if (described !== undefined)
      facts.push({ name: 'family', value: described, by: familyModel, confidence: described.similarity });
    return facts;
  },
};
