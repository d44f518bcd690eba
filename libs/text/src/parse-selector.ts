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
  /**
   * The state of an element from that of its parent, for a walk over a page; the element's own parent is not
   * looked at.
   */
  enter(element: SelectableElement, parent: SelectorState | undefined): SelectorState;
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
/** Elements in a row that a selector may name: their bits fit into one number. */
const mostSteps = 30;
const identifier = /^-?[_a-zA-Z\u0080-\uffff][\w\u0080-\uffff-]*/;
const attribute = /^\[\s*([\w:-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s"']+))\s*)?\]/;

function attributeTest(name: string, operator: string | undefined, wanted: string): Test {
  const key = name.toLowerCase();
  return (element) => {
    const value = element.attributes[key];
    if (value === undefined) return false;
    switch (operator) {
      case undefined:
        return true;
      case '=':
        return value === wanted;
      case '~=':
        return wanted !== '' && value.split(/\s+/).includes(wanted);
      case '|=':
        return value === wanted || value.startsWith(`${wanted}-`);
      case '^=':
        return wanted !== '' && value.startsWith(wanted);
      case '$=':
        return wanted !== '' && value.endsWith(wanted);
      default:
        return wanted !== '' && value.includes(wanted);
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
    const test: Test =
      sign === '#'
        ? (element) => element.attributes['id'] === name
        : (element) => element.attributes['class']?.split(/\s+/).includes(name) ?? false;
    return { test, length: name.length + 1 };
  }
  if (sign === '[') {
    const found = attribute.exec(text);
    if (found === null)
      throw new SelectorError(
        'the attribute test cannot be read; it looks like [name] or [name="value"]',
        at,
      );
    return {
      test: attributeTest(found[1] ?? '', found[2], found[3] ?? found[4] ?? found[5] ?? ''),
      length: found[0].length,
    };
  }
  const name = identifier.exec(text)?.[0]?.toLowerCase();
  if (name === undefined)
    throw new SelectorError(
      sign === ':'
        ? 'pseudo-classes (:) are not supported'
        : `${sign === '' ? 'an element name' : `"${sign}"`} ${sign === '' ? 'is missing' : 'is not expected here'}; supported are names, .class, #id, [attribute], spaces, > and commas`,
      at,
    );
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
  if (steps.length > mostSteps) throw new SelectorError(`more than ${mostSteps} steps`, offset);
  return steps;
}

/** Which steps of each alternative end at an element (`here`), and at it or above it (`above`), as bits. */
export interface SelectorState {
  readonly here: readonly number[];
  readonly above: readonly number[];
  /** Whether the element is selected. */
  readonly isMatch: boolean;
}

/**
 * From the state of the parent; one pass over a page, whatever the selector: no hostile nesting makes it
 * slow.
 */
function enterSteps(
  alternatives: readonly (readonly Step[])[],
  element: SelectableElement,
  parent: SelectorState | undefined,
): SelectorState {
  let isMatch = false;
  const here = alternatives.map((steps, which) => {
    const around = parent?.above[which] ?? 0;
    const over = parent?.here[which] ?? 0;
    let bits = 0;
    for (const [index, { tests, relation }] of steps.entries()) {
      const before = index === 0 ? 1 : ((relation === 'child' ? over : around) >> (index - 1)) & 1;
      if (before === 1 && tests.every((test) => test(element))) bits |= 1 << index;
    }
    if ((bits >> (steps.length - 1)) & 1) isMatch = true;
    return bits;
  });
  return { here, above: here.map((bits, which) => bits | (parent?.above[which] ?? 0)), isMatch };
}

function stateOf(alternatives: readonly (readonly Step[])[], element: SelectableElement): SelectorState {
  const path: SelectableElement[] = [];
  for (let one: SelectableElement | undefined = element; one !== undefined; one = one.parent) path.push(one);
  return (
    path.reduceRight<SelectorState | undefined>(
      (state, one) => enterSteps(alternatives, one, state),
      undefined,
    ) ?? { here: [], above: [], isMatch: false }
  );
}

/**
 * Reads a CSS selector: names, `*`, `.class`, `#id`, `[attribute]` with its operators, descendants, `>` and
 * commas. Throws SelectorError.
 */
export function parseSelector(text: string): Selector {
  if (text.length > maxLength)
    throw new SelectorError(`the selector is longer than ${maxLength} characters`, maxLength);
  const alternatives: Step[][] = [];
  let offset = 0;
  // bounded: 500, the length of a selector.
  for (const part of text.split(/,(?![^[]*\])/)) {
    alternatives.push(readSteps(part, offset));
    offset += part.length + 1;
  }
  return {
    matches: (element) => stateOf(alternatives, element).isMatch,
    enter: (element, parent) => enterSteps(alternatives, element, parent),
  };
}
