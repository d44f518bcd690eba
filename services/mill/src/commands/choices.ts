/** Words among which a command lets choose: `--help` shows them without the command being loaded. */
export const articleFormats = ['markdown', 'json', 'text', 'html', 'blocks', 'facts'] as const;
export type ArticleFormat = (typeof articleFormats)[number];

export const labelKinds = ['code', 'section', 'source'] as const;
export type LabelKind = (typeof labelKinds)[number];
