// How TypeScript becomes JavaScript, in builds and in tests alike: types are taken away, decorators and JSX are
// written out. Whether the types fit is asked by `npm run check`.

/** Options of @swc/core for sources that have JSX in them or not. */
export function swcOptions({ tsx }) {
  return {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx, decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        verbatimModuleSyntax: true,
        react: { runtime: 'automatic', importSource: 'preact' },
      },
      keepClassNames: true,
    },
    module: { type: 'es6' },
  };
}
