// Strings that make an expression work hard: long runs of every kind of sign that it tells apart, behind
// whatever leads to each of its repetitions, before a sign that it cannot match.
import { RegExpParser } from '@eslint-community/regexpp';

/**
 * Signs that classes of expressions tell apart: all of ASCII, and one of each script and kind that news texts
 * hold.
 */
// biome-ignore format: a table, read by its rows
const signs = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ...['\t', '\n', '\r', '\0', '\u00a0', '\u00ad', '\u3000', '\u200b', '\u200f', '\u0301', '\u064b', '\ufffd', '\ud800', '\ufeff', '\u0085', '\u0096'],
  ...['é', 'É', 'ß', 'ſ', 'Ã', 'я', 'Я', 'ω', 'Ω', 'ا', 'א', 'अ', 'ก', '中', 'の', 'カ', '한', '٣', '²', '𝒜', '𠀀', '👍'],
  ...[
    '“', '”', '„', '«', '»', '’', '‘', '「', '」', '、', '。', '，', '：', '–', '—', '…', '·', '•', '|', '©', '®',
    '€', '£', '°', '½', '،', '؟', '一', '年', '月', '日', '（', '）', '【', '】', '›', '→', '／',
  ],
];
/** No expression of a text asks for this sign; behind it a line ends, for `.` and `$`. */
const stranger = '\u0001';
const dead = `${stranger}\n${stranger}`;
const mostPumps = 400;

function childrenOf(node) {
  if (node.type === 'Pattern' || node.type === 'Group' || node.type === 'CapturingGroup')
    return node.alternatives;
  if (node.type === 'Assertion') return node.alternatives ?? [];
  if (node.type === 'Alternative') return node.elements;
  return node.type === 'Quantifier' ? [node.element] : [];
}

function everyNode(node, see) {
  see(node);
  for (const child of childrenOf(node)) everyNode(child, see);
}

const isSet = (node) => ['CharacterSet', 'CharacterClass', 'ExpressionCharacterClass'].includes(node.type);
/** Repetitions without an end, and those whose end is so far away that it is none for a text. */
const isLong = (node) => node.type === 'Quantifier' && node.max > 20;

/**
 * Which of the signs each class of the expression takes; one sign of each group that all classes treat alike,
 * and its letters.
 */
function readSigns(pattern, flags) {
  const own = flags.replace(/[gy]/g, '');
  const taken = new Map();
  const kinds = new Map();
  const letters = new Set();
  everyNode(pattern, (node) => {
    if (node.type === 'Character') letters.add(String.fromCodePoint(node.value));
    if (!isSet(node) || taken.has(node.raw)) return;
    const one = new RegExp(`^(?:${node.raw})$`, own);
    taken.set(
      node.raw,
      signs.filter((sign) => one.test(sign)),
    );
  });
  for (const sign of [...letters, ...signs]) {
    const kind = [
      letters.has(sign) ? sign : '',
      ...[...taken.values()].map((all) => (all.includes(sign) ? '1' : '0')),
    ].join('');
    if (!kinds.has(kind)) kinds.set(kind, sign);
  }
  return { taken, kinds: [...kinds.values()] };
}

/** A short text that a node matches, or an empty one where that depends on more than the node. */
function sample(node, taken, turn = 0) {
  if (node.type === 'Character') return String.fromCodePoint(node.value);
  if (isSet(node)) return taken.get(node.raw)?.[turn % Math.max(1, taken.get(node.raw).length)] ?? 'x';
  if (node.type === 'Quantifier') return sample(node.element, taken, turn).repeat(Math.min(node.min, 40));
  if (node.type === 'Assertion' || node.type === 'Backreference') return '';
  const children = childrenOf(node);
  if (node.type === 'Alternative') return children.map((child) => sample(child, taken, turn)).join('');
  return children.length === 0 ? '' : sample(children[turn % children.length], taken, turn);
}

/** What stands before a node on the way from the beginning of the expression. */
function leadOf(node, taken, turn) {
  let lead = '';
  for (
    let at = node;
    at.parent !== null && at.parent !== undefined && at.parent.type !== 'RegExpLiteral';
    at = at.parent
  ) {
    if (at.parent.type !== 'Alternative') continue;
    const before = at.parent.elements.slice(0, at.parent.elements.indexOf(at));
    lead = before.map((element) => sample(element, taken, turn)).join('') + lead;
  }
  return lead;
}

/** `{ lead, pump, end }`: the attack of a size is the lead, the pump as often as it fits, the end. */
export function attacksOn(source, flags) {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  const { taken, kinds } = readSigns(pattern, flags);
  const attacks = new Map();
  const add = (lead, pump, end = dead) => {
    if (pump !== '' && attacks.size < mostPumps)
      attacks.set(JSON.stringify([lead, pump, end]), { lead, pump, end });
  };
  for (const sign of kinds) for (const lead of ['', stranger]) add(lead, sign);
  const long = [];
  everyNode(pattern, (node) => void (isLong(node) && long.push(node)));
  const whole = [0, 1, 2].map((turn) => sample(pattern, taken, turn));
  for (const node of long) {
    for (const turn of [0, 7]) {
      const lead = leadOf(node, taken, turn);
      const one = sample(node.element, taken, turn) || sample(node.element, taken, turn + 1);
      add('', lead);
      add(lead, one);
      add('', lead + one);
      for (const sign of kinds) add(lead, sign);
      for (const sign of kinds) add('', lead + sign);
    }
  }
  for (const text of whole) {
    add('', text);
    add('', text, '');
    add('', text.slice(0, -1));
    for (const sign of kinds) add('', text + sign);
  }
  return [...attacks.values()];
}

/** The text of an attack, of about so many signs. */
export function attackText({ lead, pump, end }, size) {
  return lead + pump.repeat(Math.max(1, Math.ceil((size - lead.length) / pump.length))) + end;
}
