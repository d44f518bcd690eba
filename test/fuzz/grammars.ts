import fc from 'fast-check';

const signs = fc.string({ maxLength: 8, unit: 'binary' });

/** A text of words side by side, some parted by blanks. */
export function wordsOf(words: readonly string[], maxLength = 24): fc.Arbitrary<string> {
  return fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...words) },
        { weight: 2, arbitrary: fc.constantFrom(' ', '\n', '') },
        { weight: 1, arbitrary: signs },
      ),
      { maxLength },
    )
    .map((parts) => parts.join(''));
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A tree of elements with attributes, sound but for some ends that are missing. */
export function markupOf(
  { names, attributes, texts }: Readonly<Record<'names' | 'attributes' | 'texts', readonly string[]>>,
  around: (inner: string) => string = (inner) => inner,
): fc.Arbitrary<string> {
  const text = fc.oneof(fc.constantFrom(...texts), signs);
  const pair = fc
    .tuple(fc.constantFrom(...attributes), text)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const element = fc.letrec<{ node: string; list: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', maxDepth: 5 },
      text.map(escaped),
      text.map((one) => `<![CDATA[${one}]]>`),
      text.map((one) => `<!--${one}-->`),
      fc
        .tuple(
          fc.constantFrom(...names),
          fc.array(pair, { maxLength: 3 }),
          tie('list'),
          fc.integer({ min: 0, max: 12 }),
        )
        .map(([name, pairs, inner, end]) =>
          end === 0
            ? `<${name}${pairs.join('')}>${inner}`
            : end === 1
              ? `<${name}${pairs.join('')}/>`
              : `<${name}${pairs.join('')}>${inner}</${name}>`,
        ),
    ),
    list: fc.array(tie('node'), { maxLength: 6 }).map((list) => list.join('')),
  }));
  return element.list.map(around);
}

/** JSON with names and texts that mean something; some names twice. */
export function jsonOf(
  names: readonly string[],
  texts: readonly string[],
  around: (inner: string) => string = (inner) => inner,
): fc.Arbitrary<string> {
  const leaf = fc.oneof(
    fc.constantFrom(...texts).map((text) => JSON.stringify(text)),
    signs.map((text) => JSON.stringify(text)),
    fc.constantFrom('null', 'true', '0', '-1', '1e400', '9007199254740993', '""', '[]', '{}', '1e-400'),
  );
  return fc
    .letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', maxDepth: 5 },
        leaf,
        fc.array(tie('node'), { maxLength: 4 }).map((list) => `[${list.join()}]`),
        fc
          .array(fc.tuple(fc.constantFrom(...names), tie('node')), { maxLength: 6 })
          .map((pairs) => `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join()}}`),
      ),
    }))
    .node.map(around);
}

/** Lines of names and values. */
export function linesOf(
  names: readonly string[],
  values: readonly string[],
  between: string,
): fc.Arbitrary<string> {
  return fc
    .array(
      fc.tuple(
        fc.constantFrom('', '', '', '  ', '  - ', '\t', '#'),
        fc.constantFrom(...names),
        fc.constantFrom(between, between, between, ''),
        fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: signs }),
        fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', ''),
      ),
      { maxLength: 24 },
    )
    .map((lines) => lines.map((parts) => parts.join('')).join(''));
}
