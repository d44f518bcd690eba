/** An element as a selector sees it. */
export interface SelectableElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: SelectableElement | undefined;
}

type Test = (element: SelectableElement) => boolean;

interface Step {
  readonly tests: readonly Test[];
  /** How this step stands to the one before it. */
  readonly relation: 'descendant' | 'child';
}

/** A selector that matches elements by themselves and their ancestors. */
export interface Selector {
  matches(element: SelectableElement): boolean;
}

/** A selector that cannot be read; `at` is the place, counted from 0. */
export class SelectorError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.name = 'SelectorError';
    this.at = at;
  }
}

const maxLength = 500;
const identifier = /^-?[_a-zA-Z\u0080-\uffff][\w\u0080-\uffff-]*/;
const attribute = /^\[\s*([\w:-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s"']+))\s*)?\]/;

function attributeTest(name: string, operator: string | undefined, wanted: string): Test {
  const key = name.toLowerCase();
  return (element) => {
    const value = element.attributes[key];
    if (value === undefined) return false;
    switch (operator) {
      case undefined: return true;
      case '=': return value === wanted;
      case '~=': return wanted !== '' && value.split(/\s+/).includes(wanted);
      case '|=': return value === wanted || value.startsWith(`${wanted}-`);
      case '^=': return wanted !== '' && value.startsWith(wanted);
      case '$=': return wanted !== '' && value.endsWith(wanted);
      default: return wanted !== '' && value.includes(wanted);
    }
  };
}

/** Reads one test at the beginning of `text`; answers it and its length. */
function readTest(text: string, at: number): { test: Test; length: number } {
  const sign = text.charAt(0);
  if (sign === '*') return { test: () => true, length: 1 };
  if (sign === '.' || sign === '#') {
    const name = identifier.exec(text.slice(1))?.[0];
    if (name === undefined) throw new SelectorError(`a name must follow ${sign}`, at);
    const test: Test = sign === '#' ? (element) => element.attributes['id'] === name : (element) => element.attributes['class']?.split(/\s+/).includes(name) ?? false;
    return { test, length: name.length + 1 };
  }
  if (sign === '[') {
    const found = attribute.exec(text);
    if (found === null) throw new SelectorError('the attribute test cannot be read; it looks like [name] or [name="value"]', at);
    return { test: attributeTest(found[1] ?? '', found[2], found[3] ?? found[4] ?? found[5] ?? ''), length: found[0].length };
  }
  const name = identifier.exec(text)?.[0]?.toLowerCase();
  if (name === undefined) throw new SelectorError(sign === ':' ? 'pseudo-classes (:) are not supported' : `${sign === '' ? 'an element name' : `"${sign}"`} ${sign === '' ? 'is missing' : 'is not expected here'}; supported are names, .class, #id, [attribute], spaces, > and commas`, at);
  return { test: (element) => element.name === name, length: name.length };
}

function readSteps(text: string, offset: number): Step[] {
  const steps: Step[] = [];
  let at = 0;
  let relation: Step['relation'] = 'descendant';
  while (at < text.length) {
    const gap = /^\s*(>?)\s*/.exec(text.slice(at)) ?? ['', ''];
    at += gap[0].length;
    if (gap[1] === '>') {
      if (steps.length === 0) throw new SelectorError('a selector cannot begin with >', offset + at);
      relation = 'child';
    }
    if (at >= text.length && gap[1] !== '>') break;
    const tests: Test[] = [];
    do {
      const { test, length } = readTest(text.slice(at), offset + at);
      tests.push(test);
      at += length;
    } while (at < text.length && !/[\s>]/.test(text.charAt(at)));
    steps.push({ tests, relation });
    relation = 'descendant';
  }
  if (steps.length === 0) throw new SelectorError('an element name is missing', offset);
  return steps;
}

function matchesSteps(steps: readonly Step[], index: number, element: SelectableElement | undefined): boolean {
  const step = steps[index];
  if (step === undefined || element === undefined || !step.tests.every((test) => test(element))) return false;
  if (index === 0) return true;
  if (step.relation === 'child') return matchesSteps(steps, index - 1, element.parent);
  for (let ancestor = element.parent; ancestor !== undefined; ancestor = ancestor.parent) if (matchesSteps(steps, index - 1, ancestor)) return true;
  return false;
}

/** Reads a CSS selector: names, `*`, `.class`, `#id`, `[attribute]` with its operators, descendants, `>` and commas. Throws SelectorError. */
export function parseSelector(text: string): Selector {
  if (text.length > maxLength) throw new SelectorError(`the selector is longer than ${maxLength} characters`, maxLength);
  const alternatives: Step[][] = [];
  let offset = 0;
  for (const part of text.split(/,(?![^[]*\])/)) {
    alternatives.push(readSteps(part, offset));
    offset += part.length + 1;
  }
  return { matches: (element) => alternatives.some((steps) => matchesSteps(steps, steps.length - 1, element)) };
}
