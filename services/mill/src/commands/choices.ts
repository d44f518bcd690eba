/** Words among which a command lets choose: `--help` shows them without the command being loaded. */
export const articleFormats = ['markdown', 'json', 'text', 'html', 'blocks', 'facts'] as const;
export type ArticleFormat = (typeof articleFormats)[number];

export const labelKinds = ['code', 'section', 'source'] as const;
export type LabelKind = (typeof labelKinds)[number];

/** `text`: a line for each mistake; the others for programs, on standard output. */
export const mistakeFormats = ['text', 'json', 'sarif', 'github'] as const;

/** Forms in which sources are written. */
export const exportForms = ['opml', 'yaml', 'json'] as const;

/** Shells whose completions there are. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** Spans of a report. */
export const reportSpans = ['month', 'quarter'] as const;
