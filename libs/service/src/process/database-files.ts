import type { formsOf } from '@newsmill/settings';

/** Names of the SQLite files of a data folder beside that of the library, by the forms of its ports. */
export function databaseFiles({ bus, state, registry }: ReturnType<typeof formsOf>): readonly string[] {
  return [
    ...(bus === 'sqlite' || state === 'sqlite' ? ['mill.db'] : []),
    ...(registry === 'sqlite' ? ['registry.db'] : []),
  ];
}
