/** Another mill works on the data folder. */
export class MillRuns extends Error {
  override readonly name = 'MillRuns';
  constructor(data: string, holder: string) {
    super(
      `another mill works on ${data} (${holder}): end it first, or give this one a folder of its own with --data`,
    );
  }
}
