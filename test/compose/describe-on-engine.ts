import { describe, it } from '@jest/globals';
import { findEngine, type ContainerEngine } from './find-engine.ts';

/** Describes what needs a Docker engine with these images; without one it is skipped, and the run says why. */
export async function describeOnEngine(
  title: string,
  images: readonly string[],
  tell: (engine: ContainerEngine) => void,
): Promise<void> {
  const { engine, why } = await findEngine(images);
  if (engine === undefined) it.skip(`${title} (skipped: ${why})`, () => {});
  else describe(title, () => tell(engine));
}
