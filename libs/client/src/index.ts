export { openClient, type ClientOptions, type NewsmillClient } from './open-client.ts';
export { eachPage, type Page } from './each-page.ts';
export { NewsmillProblem } from './problem.ts';
export { type Article, type Problem, type SearchAnswer, type SearchItem } from './types.ts';
