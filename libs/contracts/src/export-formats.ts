/** Forms in which the articles of a library are written out. */
export const exportFormats = ['ndjson', 'ninjs', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];
