export { BadSettings } from './bad-settings.ts';
export { openCredentials, type ChangedFile, type Credentials } from './open-credentials.ts';
export { ownServers, ownServersIn } from './own-servers.ts';
export { pickSettings } from './pick-settings.ts';
export { quotaOfMill, quotaSettings } from './quota-of-mill.ts';
export { readSettings, unknownNames } from './read-settings.ts';
export {
  fileNameOf,
  reasonOfFile,
  secretOfSourcePrefix,
  withSecrets,
  type Environment,
} from './secret-files.ts';
export { inAddress, secretsIn } from './secrets-in.ts';
export { type LicenceRetention } from './setting-values.ts';
export { settings, type Settings } from './settings.ts';
export { tellSettings, type ToldSetting } from './tell-settings.ts';
export { unusedSettings, type UnusedSetting } from './unused-settings.ts';
export {
  choosersOf,
  choosersOfShared,
  formSettings,
  formsOf,
  portNames,
  portsInServers,
  runsAlone,
  type Forms,
  type PortName,
} from './port-forms.ts';
