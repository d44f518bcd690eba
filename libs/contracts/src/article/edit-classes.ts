/** What an edit of a published article changed, as one reads it. */
export const editClasses = {
  headline: 'The headline reads otherwise.',
  correction: 'A notice that says that something was corrected came in.',
  retraction: 'A notice that says that the article was withdrawn came in.',
  number: 'A figure of a sentence is another one.',
  typo: 'A word is spelled otherwise, or punctuation or capital letters changed.',
  text: 'Anything else of the text: sentences that came, went or were reworded.',
} as const;
export type EditClass = keyof typeof editClasses;
// biome-ignore format: a table, read by its rows
export const editClassNames = [
  'headline', 'correction', 'retraction', 'number', 'typo', 'text',
] as const satisfies readonly EditClass[];
