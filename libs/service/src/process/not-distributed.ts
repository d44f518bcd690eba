import { choosersOfShared, settings } from '@newsmill/settings';

/** Services can be run apart only where they have servers between them. */
export class NotDistributed extends Error {
  override readonly name = 'NotDistributed';
  constructor() {
    super(
      `a single service (--role) needs servers between it and the others: set all of ${choosersOfShared()
        .map((name) => settings[name].env)
        .join(', ')}, or run without --role, so that one process does all of the work`,
    );
  }
}
