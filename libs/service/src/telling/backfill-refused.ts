/** The archive cannot be given to the mill; the message says what to do. */
export class BackfillRefused extends Error {
  override readonly name = 'BackfillRefused';
}
