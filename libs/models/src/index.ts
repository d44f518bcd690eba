export { loadModel, shareModels, type SharedMemory } from './load-model.ts';
export { modelFiles, type ModelName } from './model-files.ts';
export { type Lines, type Model } from './model.ts';
export { BadModelFile } from './tensor-file.ts';
