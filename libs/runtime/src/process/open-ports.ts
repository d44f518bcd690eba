import { join } from 'node:path';
import type { KafkaReport } from '@newsmill/bus';
import {
  formsOf,
  openCredentials,
  runsAlone,
  type ChangedFile,
  type Environment,
  type PortName,
  type Settings,
} from '@newsmill/settings';
import { makeDataFolder, openSqliteFile, type LibraryDamage, type SqliteFile } from '@newsmill/store';
import { openForm, type Opening, type Ports } from './open-form.ts';

export interface OpenPorts extends Ports {
  close(): Promise<void>;
}

/** What becomes of the ports beside their work. */
export interface PortsOptions {
  /** Is told what the bus does by itself. */
  readonly report?: (report: KafkaReport) => void;
  /** Given by the mill itself, which may set a damaged library aside. */
  readonly onDamage?: (damage: LibraryDamage) => void;
  /** What the settings were read from: secrets that lie in files are read anew from there. Without it they stay. */
  readonly environment?: Environment;
  /** Is told of files of certificates and secrets that say something else than before. */
  readonly onChanged?: (changed: ChangedFile) => void;
}

interface Closable {
  close(): Promise<void>;
}

/**
 * Opens each port in the form that its settings choose. In the data folder: queue and state in mill.db, the
 * library in library.db and a process of its own, the registry in registry.db, raw pages under archive. Of
 * servers none is asked yet, so it does not fail when one is away. Throws DamagedFile, BadSettings.
 */
export async function openPorts(
  settings: Settings,
  { report, onDamage, environment = {}, onChanged = () => undefined }: PortsOptions = {},
): Promise<OpenPorts> {
  const credentials = openCredentials(settings, environment, onChanged);
  const isAlone = runsAlone(formsOf(settings));
  if (isAlone) makeDataFolder(settings.data);
  const files = new Map<string, SqliteFile>();
  const opened: Closable[] = [];
  function file(name: string): SqliteFile {
    const found = files.get(name) ?? openSqliteFile(join(settings.data, name));
    files.set(name, found);
    return found;
  }
  const opening: Opening = { settings, credentials, isShared: !isAlone, file, report, onDamage };
  async function open<P extends PortName>(port: P): Promise<Ports[P]> {
    const found = await openForm(port, opening);
    opened.push(found);
    return found;
  }
  /** The bus first: what it hands out needs the others. */
  async function close(): Promise<void> {
    for (const one of [...opened, ...files.values()]) await one.close();
  }
  try {
    return {
      bus: await open('bus'),
      state: await open('state'),
      registry: await open('registry'),
      library: await open('library'),
      archive: await open('archive'),
      close,
    };
  } catch (error) {
    // An open library process would keep this one from ending.
    await close();
    throw error;
  }
}
