import { fates, stageNames, type Fate, type StageName } from '@newsmill/contracts';

/** Whether the text is the name of a fate. */
export function isFate(text: string): text is Fate {
  return Object.hasOwn(fates, text);
}

/** The fate of that name. Throws TypeError where the state holds another text. */
export function fateNamed(text: string): Fate {
  if (!isFate(text)) throw new TypeError(`the state holds ${text} as a fate`);
  return text;
}

/** The stage of that name. Throws TypeError where the state holds another text. */
export function stageNamed(text: string): StageName {
  const stage = stageNames.find((name) => name === text);
  if (stage === undefined) throw new TypeError(`the state holds ${text} as a stage`);
  return stage;
}

/** The stage of that place in the order of stages. Throws TypeError where the state holds another number. */
export function stageAt(rank: number): StageName {
  const stage = stageNames[rank];
  if (stage === undefined) throw new TypeError(`the state holds ${rank} as the rank of a stage`);
  return stage;
}
