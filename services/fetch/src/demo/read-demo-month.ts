import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { demoPapers } from './demo-papers.ts';
import { demoFolder } from './read-demo-paper.ts';

const scenes = [
  'city',
  'field',
  'forest',
  'harbour',
  'hills',
  'lab',
  'market',
  'sea',
  'sky',
  'stadium',
  'storm',
  'train',
] as const;

/** What the picture of an article shows. */
export type DemoScene = (typeof scenes)[number];

const wording = {
  title: z.string().min(1),
  summary: z.string().min(1),
  paragraphs: z.array(z.string().min(1)),
};

const MonthArticle = z
  .strictObject({
    slug: z.string().regex(/^[\p{Ll}\d-]+$/u),
    /** Either hours before the first start, or days before it with a time of day (UTC). */
    hoursAgo: z.number().positive().optional(),
    day: z.int().min(1).max(29).optional(),
    time: z
      .string()
      .regex(/^\d\d:\d\d$/)
      .optional(),
    /** What several papers tell has one name, and is told on one day. */
    story: z.string().optional(),
    /** The article whose text this one prints nearly word by word. */
    copyOf: z.string().optional(),
    section: z.string().min(1),
    scene: z.enum(scenes),
    authors: z.array(z.string().min(1)),
    caption: z.string(),
    ...wording,
    /** What the paper makes of it later. */
    revised: z.strictObject({ afterSeconds: z.int().positive(), ...wording }).optional(),
  })
  .refine(
    ({ hoursAgo, day, time }) => (hoursAgo === undefined) === (day !== undefined && time !== undefined),
    {
      error: 'hoursAgo, or day and time',
    },
  )
  .refine(({ copyOf, paragraphs }) => (copyOf === undefined) === paragraphs.length > 0, {
    error: 'paragraphs, or copyOf',
  });

/** An article of the demonstration month as its file has it, with the paper that it stands in. */
export type MonthArticle = z.output<typeof MonthArticle> & { readonly paper: string };

/** Gives a reprint the paragraphs of the article that it prints. */
function withText(article: MonthArticle, all: readonly MonthArticle[]): MonthArticle {
  if (article.copyOf === undefined) return article;
  const original = all.find(({ slug }) => slug === article.copyOf);
  if (original === undefined)
    throw new Error(`${article.slug} prints ${article.copyOf}, which no demonstration paper has`);
  return { ...article, paragraphs: original.paragraphs };
}

/**
 * Reads `demo/month`: the articles of each paper. Throws when a file is missing or misshapen: then the installation
 * is broken.
 */
export async function readDemoMonth(): Promise<MonthArticle[]> {
  const papers = await Promise.all(
    demoPapers.map(async ({ id }) => {
      const text = await readFile(new URL(`month/${id}.json`, demoFolder), 'utf8');
      return z
        .array(MonthArticle)
        .parse(JSON.parse(text))
        .map((article) => ({ ...article, paper: id }));
    }),
  );
  const all = papers.flat();
  return all.map((article) => withText(article, all));
}
