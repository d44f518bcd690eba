/**
 * What knip looks for in `npm run check`: code that nobody calls. Tests are no callers; what they alone need lies in a folder `testing`.
 * A door offers the values that another part takes in code that is no test; a bench is such a part. What is for programs
 * of others carries `@public` and its reason at the door. Types are not counted: a signature at the door speaks of them.
 */
const sources = ['src/**/*.{ts,tsx}!', '!src/**/testing/**!', '!src/**/*.{test,contract}.{ts,tsx}!'];

export default {
  ignoreExportsUsedInFile: true,
  includeEntryExports: true,
  workspaces: {
    '.': {
      entry: [
        'tools/{run,build,check*,from-sources,gen,package,start,test,prepare-tests,jest-globals,jest-lines,jest-reporter,jest-runtime,jest-order}.mjs!',
        'tools/gen/**/*.mjs!',
        'bench/**/*.{ts,mjs}!',
        'deploy/**/*.mjs!',
      ],
      // ESLint and its rules are no product code; ESLint would not start without them.
      project: [
        'tools/*.mjs!',
        'tools/gen/**/*.mjs!',
        'deploy/observability/**/*.ts!',
        'bench/**/*.{ts,mjs}!',
      ],
    },
    'libs/*': {
      entry: [
        '{src,src/nest,standalone}/index.ts!',
        'src/*-worker.ts!',
        'src/**/worker-host.ts!',
        'src/**/*-process.ts!',
        'src/**/*-thread.ts!',
      ],
      project: sources,
    },
    'services/*': {
      entry: ['src/index.ts!', 'src/{main,gen}.ts!', 'src/**/*.worker.ts!', 'src/client/*.ts!'],
      project: sources,
    },
  },
  ignoreIssues: {
    // For programs of others.
    'libs/client/src/**': ['exports'],
    'libs/clean/standalone/index.ts': ['exports'],
    // The table in docs/troubleshoot.md is compared with it.
    'libs/service/src/telling/exit-codes.ts': ['exports'],
    // Loaded by their place, not by an import: threads, the scripts of the console, generated files, the enricher in the docs, the peers of the benches, jest.
    'services/*/src/**/*.worker.ts': ['exports'],
    'libs/reading/src/reading-worker.ts': ['exports'],
    'services/console/src/client/**': ['exports'],
    'services/api/src/gen.ts': ['exports'],
    'deploy/enrichers/**': ['exports'],
    'bench/adapters/**': ['exports'],
    'tools/{jest-{globals,lines,reporter,runtime,order},check*,gen}.mjs': ['exports'],
  },
};
