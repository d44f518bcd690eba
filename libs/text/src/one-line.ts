/** A text on one line, for logs and messages: each run of white space and control characters is a space. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{White_Space}]+/gu, ' ').trim();
}
