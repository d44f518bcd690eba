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

/** Memory under the name by which a thread finds it among its environment data. */
export type SharedMemory = readonly [name: string, bytes: SharedArrayBuffer];

/**
 * Reads models for threads that use them: those that start later share its memory instead of reading each its own, and
 * so do those that are given what is answered here.
 */
export function shareModels(names: readonly ModelName[]): readonly SharedMemory[] {
  return names.map((name) => {
    loadModel(name);
    // loadModel has put it there
    return [keyOf(name), getEnvironmentData(keyOf(name)) as unknown as SharedArrayBuffer];
  });
}
