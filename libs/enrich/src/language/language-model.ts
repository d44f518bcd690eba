import { loadModel } from '@newsmill/models';
import { scriptNames, type ScriptName } from './script-table.ts';

/** Languages that the model tells apart in a script; `first` is the number of the first of them. */
export interface ScriptGroup {
  readonly name: ScriptName;
  readonly first: number;
  /** `sr-Latn` is Serbian in Latin letters. */
  readonly languages: readonly string[];
  readonly bias: readonly number[];
}

/**
 * For each letter sequence the weights of the languages that it speaks for or against: an open-addressed table
 * from key to entries, what belongs together lying together.
 */
export interface LanguageModel {
  readonly version: number;
  readonly groups: readonly ScriptGroup[];
  /** What one unit of a weight stands for. */
  readonly unit: number;
  readonly mask: number;
  /**
   * Two numbers a slot: the key, `emptySlot` where there is none; and where its entries begin, times 256,
   * plus their number.
   */
  readonly slots: Int32Array;
  /** Each entry: the number of the language times 256, plus the weight and `weightOffset`. */
  readonly entries: Uint16Array;
}

export const emptySlot = -1;
export const weightOffset = 128;

/** Lines of a script and its languages, with the bias of each language behind each other. */
function readGroups(text: string, bias: Float64Array): ScriptGroup[] {
  let first = 0;
  return text.split('\n').flatMap((line) => {
    const [script, ...languages] = line.split(' ');
    const group = { first, languages, bias: [...bias.subarray(first, first + languages.length)] };
    first += languages.length;
    const name = scriptNames.find((known) => known === script);
    return name === undefined ? [] : [{ name, ...group }];
  });
}

let loaded: LanguageModel | undefined;

/** The model that the package ships, read at the first call. */
export function languageModel(): LanguageModel {
  if (loaded !== undefined) return loaded;
  const model = loadModel('language');
  const slots = model.int32('slots');
  return (loaded = {
    version: model.version,
    groups: readGroups(model.text('scripts'), model.float64('bias')),
    unit: model.number('unit'),
    mask: slots.length / 2 - 1,
    slots,
    entries: model.uint16('entries'),
  });
}
