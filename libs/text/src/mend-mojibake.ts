export interface MendedText {
  readonly text: string;
  readonly mended: boolean;
}
/** Placeholder replaced below. */
export function mendMojibake(text: string): MendedText {
  return { text, mended: false };
}
