/** Where words without a field are sought, and how much a find there weighs: the same in both forms. */
export const openFields = { title: 5, summary: 2, content: 1 } as const;
