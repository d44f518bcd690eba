import { choosersOfShared, settings } from '@newsmill/settings';

/** There is no mill in that folder. */
export class NoMill extends Error {
  override readonly name = 'NoMill';
  constructor(data: string) {
    super(
      `there is no mill in ${data}: start one with npm start, name its folder with --data, or set ${choosersOfShared()
        .map((name) => settings[name].env)
        .join(', ')} of a distributed one`,
    );
  }
}
