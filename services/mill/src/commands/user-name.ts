import { userInfo } from 'node:os';

/** Who gives a command: name of the user of this machine, or its number where it has none, as in a container. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'without a name'}`;
  }
}
