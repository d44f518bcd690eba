import { libraryCountingContract } from './counting.contract.ts';
import { libraryFindingContract } from './finding.contract.ts';
import { libraryKeepingContract } from './keeping.contract.ts';
import { libraryTellingContract } from './telling.contract.ts';
import { libraryVocabularyContract } from './vocabulary.contract.ts';
import type { LibraryPlace } from '../../testing/library-samples.ts';

/** What every form of the Library must do. `makePlace` is called once for each test. */
export function libraryContract(name: string, makePlace: () => Promise<LibraryPlace>): void {
  libraryKeepingContract(name, makePlace);
  libraryFindingContract(name, makePlace);
  libraryCountingContract(name, makePlace);
  libraryTellingContract(name, makePlace);
  libraryVocabularyContract(name, makePlace);
}
