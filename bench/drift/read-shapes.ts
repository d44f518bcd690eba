/**
 * Reads the recorded pages of the packs `wild` and `extraction` and prints a line of JSON for each: what the
 * cleaner says of it (kind, confidence, score of the body against the gold) and the shape of its article.
 * Usage: node --conditions=newsmill-source bench/drift/read-shapes.ts > shapes.jsonl
 */
import path from 'node:path';
import { mainBoxOf } from '../../libs/clean/src/site/view-site.ts';
import { readMarks } from '../../libs/clean/src/site/line-mark.ts';
import { readPage } from '../../libs/clean/src/read-page.ts';
import { shapeOf } from '../../libs/clean/src/drift/article-shape.ts';
import { openPack, packDay, packFolder, readHtml } from '../extraction/pack.ts';

const extraction = packFolder();
if (extraction === undefined) {
  process.stderr.write('The packs are not beside the project; name their folder in NEWSMILL_BENCH.\n');
  process.exit(78);
}
for (const folder of [extraction, path.join(path.dirname(extraction), 'wild')]) {
  const pack = openPack(folder);
  const gold = new Map(pack.gold.map((one) => [one.id, one]));
  for (const page of pack.pages) {
    const { article, kind, confidence, flags, sighting } = readPage(
      { html: readHtml(pack, page) },
      { url: page.url, now: packDay, isAnnounced: true },
    );
    const own = gold.get(page.id);
    const shape = shapeOf(
      {
        ...article,
        item: page.id,
        fetchedAt: packDay,
        authors: [...article.authors],
        images: [...article.images],
        paywalled: flags.includes('paywalled'),
      },
      mainBoxOf(readMarks(sighting.lines)),
    );
    const line = {
      set: page.set,
      host: URL.canParse(page.url) ? new URL(page.url).hostname.replace(/^www\./, '') : undefined,
      type: own?.type,
      gold: own?.body?.length,
      kind,
      confidence,
      isUnlikely: flags.includes('unlikely'),
      shape,
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}
