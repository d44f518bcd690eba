/** A list within a reply of Redis. Throws TypeError when it is something else, as the next two do. */
export function replyList(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`Redis answered ${typeof value} where a list was expected`);
  return value;
}

export function replyText(value: unknown): string {
  if (typeof value !== 'string')
    throw new TypeError(`Redis answered ${typeof value} where text was expected`);
  return value;
}

export function replyNumber(value: unknown): number {
  if (typeof value !== 'number')
    throw new TypeError(`Redis answered ${typeof value} where a number was expected`);
  return value;
}

/** A number, or null where the script said false. */
export function replyNumberOrNull(value: unknown): number | null {
  return value === null ? null : replyNumber(value);
}
