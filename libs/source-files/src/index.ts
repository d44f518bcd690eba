export { headersWithSecrets, type Secrets } from './read-secrets.ts';
export { readSourceAt, secretsOf, sourceFilesIn } from './read-source-files.ts';
export { type FileProblem, openSourceFolder, type SourceFolder } from './source-folder.ts';
