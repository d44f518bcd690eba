import { loadModel, type Lines } from '@newsmill/models';
import { hashText } from '../entities/hash-text.ts';
import { HashIndex } from './hash-index.ts';

/** An organisation that Wikidata knows. */
export interface Organisation {
  readonly name: string;
  readonly wikidata?: string;
  readonly others: readonly string[];
  /** One of the few that every language names; they stand first in the lines. */
  readonly isWorldwide: boolean;
}

/** So many lines come from the list by hand. */
const worldwide = 70;

interface OrganisationIndex {
  readonly lines: Lines;
  readonly numbers: HashIndex;
}

function readIndex(): OrganisationIndex {
  const model = loadModel('organisations');
  return { lines: model.lines('organisations'), numbers: HashIndex.of(model) };
}

let index: OrganisationIndex | undefined;

/** The organisation that bears the name (in any case); of two, the better known. */
export function organisationNamed(name: string): Organisation | undefined {
  index ??= readIndex();
  const lower = name.toLowerCase();
  for (const number of index.numbers.all(hashText(lower))) {
    const [own = '', wikidata = '', others = ''] = (index.lines.at(number) ?? '').split('\t');
    const forms = others === '' ? [] : others.split('|');
    if (own.toLowerCase() === lower || forms.some((form) => form.toLowerCase() === lower))
      return {
        name: own,
        others: forms,
        isWorldwide: number < worldwide,
        ...(wikidata === '' ? {} : { wikidata }),
      };
  }
  return undefined;
}

/** Whether any organisation may bear the name. */
export function mayBeOrganisation(lowerHash: number): boolean {
  index ??= readIndex();
  return index.numbers.first(lowerHash) !== -1;
}
