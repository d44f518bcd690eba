import type { TestedInput } from './input-case.ts';

/** Inputs that suites of their own carry through their doors. */
// biome-ignore format: a table, read by its rows
export const testedCases: readonly TestedInput[] = [
  { row: 27, door: 'paper', input: 'header of a server that drips', outcome: 'CAP', test: { file: 'libs/http/src/hostile-answers.test.ts', name: 'ends headers that drip at the deadline for headers, and at that for everything' } },
  { row: 31, door: 'paper', input: 'bomb without end', outcome: 'CAP', test: { file: 'libs/http/src/hostile-answers.test.ts', name: 'ends an endless bomb while it still comes' } },
  { row: 45, door: 'paper', input: 'every sign of Unicode in every place', outcome: 'CLEAN', test: { file: 'test/scale/any-text.test.ts', name: '%s takes every sign in every place' } },
  { row: 58, door: 'console', input: 'payloads in every kind of block', outcome: 'CLEAN', test: { file: 'test/payloads/payloads.browser.test.ts', name: 'run in no kind of block of an article' } },
  { row: 58, door: 'paper', input: 'payloads in pages that are cleaned', outcome: 'CLEAN', test: { file: 'test/payloads/payloads.browser.test.ts', name: 'run in no page that was cleaned' } },
  { row: 60, door: 'console', input: 'markup in names, tags, addresses and errors', outcome: 'CLEAN', test: { file: 'services/api/src/guards/guards.test.ts', name: 'never let a payload become markup, nor a javascript: address a link' } },
  { row: 63, door: 'paper', input: 'article that asks a language model to obey it', outcome: 'CLEAN', why: 'The model gives what it was asked for, or nothing.', test: { file: 'services/enrich/src/model-adviser.test.ts', name: 'lets an article pass that asks the model to obey it, without what it wanted' } },
  { row: 63, door: 'API', input: 'article that asks an agent to obey it', outcome: 'CLEAN', why: 'It stays between its marks; no tool changes anything.', test: { file: 'services/api/src/agents/agents.test.ts', name: 'stays between its marks: $id' } },
  { row: 65, door: 'API', input: 'formula in an export', outcome: 'CLEAN', test: { file: 'libs/search/src/to-csv.test.ts', name: 'leaves no way out of a cell' } },
  { row: 66, door: 'paper', input: 'line break and escape sequences in what is logged', outcome: 'CLEAN', test: { file: 'libs/runtime/src/log/take-over-output.test.ts', name: 'is lines of the log: what is printed, warned of, and what ends it' } },
  { row: 24, door: 'source file', input: 'port 6379 of a host of which another port is allowed, also by a redirect', outcome: 'BLOCK', test: { file: 'libs/http/src/http-client.test.ts', name: 'reaches no other port of a host of which one was allowed, asked for or by a redirect' } },
  { row: 24, door: 'source file', input: 'server of the mill at a public name, also by a redirect', outcome: 'BLOCK', test: { file: 'libs/http/src/http-client.test.ts', name: 'asks no server of the mill at a public name, unless the request allows it' } },
  { row: 79, door: 'bus', input: 'article with 5,000 addresses', outcome: 'CAP', test: { file: 'libs/search/src/to-document.test.ts', name: 'keeps fifty addresses of an article that names thousands, its own before those of further pages' } },
  { row: 81, door: 'paper', input: 'field that the index does not know', outcome: 'CLEAN', test: { file: 'libs/store/src/library/elastic/mapping.test.ts', name: 'has every field of the document, and no other' } },
  { row: 80, door: 'paper', input: 'long values, lone surrogates and odd numbers in the index', outcome: 'CLEAN', test: { file: 'libs/store/src/library/elastic/mapping.test.ts', name: 'refuses no document for long values, lone surrogates or odd numbers' } },
  { row: 95, door: 'bus', input: 'message that is larger than the bus takes', outcome: 'PARK', test: { file: 'libs/runtime/src/stage/run-stage.test.ts', name: 'sends to the dead letters what is too large for the bus, and the rest of its batch on its way' } },
];
