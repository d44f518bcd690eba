export { accessOf, unusedSecrets, type Secrets } from './read-secrets.ts';
export { secretsOf, sourceFilesIn } from './read-source-files.ts';
export { type FileProblem } from './join-files.ts';
export { openSourceFolder, type SourceFolder } from './source-folder.ts';
export { takeTurns } from './turns.ts';
export { mistakesIn, validateSources, type ValidatedSources } from './validate-sources.ts';
export {
  type IsSecretSet,
  type SourceFile,
  type SourceReading,
} from './read-source-file.ts';
export { formatProblem, type Problem } from './source-problem.ts';
export { githubLines, sarifLog } from './problem-formats.ts';
export { readSourceTable } from './read-source-table.ts';
export { schemaFile, sourceSchema } from './source-schema.ts';
export { sourceToYaml } from './source-to-yaml.ts';
export { changeInText } from './change-in-text.ts';
export { switchInText } from './switch-in-text.ts';
