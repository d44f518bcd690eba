import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** Stands in the files of the demonstration paper where its address belongs. */
export const placeholderOrigin = 'https://courier.example';

const Page = z.strictObject({
  slug: z.string(),
  path: z.string().startsWith('/'),
  edition: z.string(),
  language: z.string(),
  /** As the server sends it: some pages name no charset, as many old servers do. */
  contentType: z.string(),
  title: z.string(),
  summary: z.string(),
  authors: z.array(z.string()),
  section: z.string(),
  published: z.iso.datetime({ offset: true }),
  modified: z.iso.datetime({ offset: true }).optional(),
});
export type DemoPage = z.output<typeof Page>;

const Paper = z.array(Page);

/** Where the files lie; one folder above both `src` and `dist`. */
export const demoFolder = new URL('../../demo/', import.meta.url);

/**
 * Reads `demo/paper.json`: each page and what feeds say of it. Throws when the file is missing or misshapen:
 * then the installation is broken.
 */
export async function readDemoPaper(): Promise<DemoPage[]> {
  return Paper.parse(JSON.parse(await readFile(new URL('paper.json', demoFolder), 'utf8')));
}
