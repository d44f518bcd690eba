// `node --import ./tools/from-sources.mjs PROGRAM`: parts of the workspace are taken as they are written, not as they
// are built.
import { registerHooks } from 'node:module';
import { loadSource } from './load-source.mjs';

registerHooks({
  resolve: (name, context, next) =>
    name.startsWith('@newsmill/')
      ? next(name, { ...context, conditions: ['newsmill-source', ...context.conditions] })
      : next(name, context),
  load: loadSource,
});
