/** The module that cleaning threads load, and its function. */
export const cleaningModule = {
  module: new URL('./choose-article.ts', import.meta.url),
  run: 'chooseArticle',
} as const;
