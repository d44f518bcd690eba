/** The source folder of the process (SourceFolder); nothing where no service of it asks for sources. */
export const SOURCE_FOLDER = Symbol('SourceFolder');
/** What asks publishers and sends webhooks (HttpClient). */
export const HTTP = Symbol('HttpClient');
/** What reads bytes of others (ReadingThread). */
export const READING = Symbol('ReadingThread');
/** Values that headers of source files refer to (Secrets). */
export const SECRETS = Symbol('Secrets');
/** The key that may do everything (AdminKey); undefined where no door of the process asks for it. */
export const ADMIN_KEY = Symbol('AdminKey');
/** The settings as admins may read them (readonly ToldSetting[]). */
export const TOLD_SETTINGS = Symbol('ToldSettings');
/** Keeps further secrets out of the log: `(secrets: readonly string[]) => void`. */
export const HIDE = Symbol('Hide');
/** Slows whoever tries keys, at all doors of the process (GuessBrake). */
export const GUESSES = Symbol('GuessBrake');
/** Tells of refused keys and log-ins, at all doors of the process (RefusedTries). */
export const REFUSED = Symbol('RefusedTries');
/** The demonstration papers (DemoPapers); nothing where they are not served. */
export const DEMO = Symbol('DemoPapers');
