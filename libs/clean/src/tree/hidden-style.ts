/** Characters of a style attribute that are read. */
export const longestStyle = 400;
const hidden = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Whether a style attribute keeps its element, and all inside, from being rendered. */
export function hidesByStyle(style: string): boolean {
  return hidden.test(style.slice(0, longestStyle));
}
