import { describe, it } from '@jest/globals';
import { findEngine, type ContainerEngine } from './find-engine.ts';

/** Describes what needs a Docker engine; without one it is skipped, and the run says why. */
export async function describeOnEngine(
  title: string,
  tell: (engine: ContainerEngine) => void,
): Promise<void> {
  const { engine, why } = await findEngine();
  if (engine === undefined) it.skip(`${title} (skipped: ${why})`, () => {});
  else describe(title, () => tell(engine));
}
