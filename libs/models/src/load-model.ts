import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';
import { modelFiles, type ModelName } from './model-files.ts';
import { Model } from './model.ts';
import { readShared } from './read-shared.ts';
import { readTensors } from './tensor-file.ts';

/** Name of the bytes among what a process gives to the threads that it starts. */
const keyOf = (name: ModelName): string => `newsmill-model-${name}`;

const loaded = new Map<ModelName, Model>();

function given(name: ModelName): SharedArrayBuffer | undefined {
  const value: unknown = getEnvironmentData(keyOf(name));
  // only `shareModels` writes this key
  return isMainThread || value === undefined ? undefined : (value as SharedArrayBuffer);
}

/**
 * A model by its name: from the memory that the process shares where its main thread has it, else from its
 * file. Read once for each thread. Throws BadModelFile.
 */
export function loadModel(name: ModelName): Model {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const file = new URL(`../files/${name}.safetensors`, import.meta.url);
  const shared = given(name) ?? readShared(file, modelFiles[name]);
  if (isMainThread) setEnvironmentData(keyOf(name), shared);
  const model = new Model(name, readTensors(new Uint8Array(shared), `${name}.safetensors`));
  loaded.set(name, model);
  return model;
}

/** Reads models before threads start that use them: these share its memory instead of reading each its own. */
export function shareModels(names: readonly ModelName[]): void {
  for (const name of names) loadModel(name);
}
