/** The private host:port pairs in what somebody typed: between them blanks, commas, line ends. */
export function privatePairs(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((pair) => pair !== '');
}
