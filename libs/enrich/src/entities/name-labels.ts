/** Kinds of names in the order of the labels. */
export const nameKinds = ['PER', 'ORG', 'LOC'] as const;
export type NameKind = (typeof nameKinds)[number];

/** 0 is outside; then begin, inside, last and unit of each kind. */
export const labelCount = 1 + nameKinds.length * 4;
export const OUTSIDE = 0;
export const BEGIN = 0;
export const INSIDE = 1;
export const LAST = 2;
export const UNIT = 3;

/** Number of a label: kind 0 to 2, part BEGIN to UNIT. */
export const labelOf = (kind: number, part: number): number => 1 + kind * 4 + part;
export const kindOfLabel = (label: number): number => (label === OUTSIDE ? -1 : (label - 1) >> 2);
export const partOfLabel = (label: number): number => (label - 1) & 3;
const isOpen = (label: number): boolean =>
  label !== OUTSIDE && (partOfLabel(label) === BEGIN || partOfLabel(label) === INSIDE);
const continues = (label: number): boolean =>
  label !== OUTSIDE && (partOfLabel(label) === INSIDE || partOfLabel(label) === LAST);

/** Whether a label may follow another: what has begun ends, in one kind. */
export function mayFollow(before: number, after: number): boolean {
  return isOpen(before) ? continues(after) && kindOfLabel(before) === kindOfLabel(after) : !continues(after);
}

/** Whether a zone may end with the label. */
export function mayEnd(label: number): boolean {
  return !isOpen(label);
}
