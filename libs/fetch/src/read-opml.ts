import { Parser } from 'htmlparser2';
import { decodeText } from '@newsmill/text';

export interface OpmlFeed {
  readonly title?: string;
  readonly xmlUrl: string;
  readonly htmlUrl?: string;
  /** Folders that it lies in, with / between them, or its category attribute. */
  readonly category?: string;
}

/** Outlines of an OPML file deeper than this are left out. */
const deepest = 64;

function present(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Reads the feeds of an OPML file, in their order; a file that is none has no feeds. */
export function readOpml(bytes: Uint8Array): { title?: string; feeds: OpmlFeed[] } {
  const feeds: OpmlFeed[] = [];
  const folders: string[] = [];
  let title: string | undefined;
  let isTitle = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        isTitle = name === 'title' && title === undefined;
        if (name !== 'outline') return;
        if (folders.length >= deepest) return parser.pause();
        const found = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value]));
        const label = present(found['title']) ?? present(found['text']);
        const xmlUrl = present(found['xmlurl']);
        const path = folders.filter((folder) => folder !== '').join('/');
        folders.push(xmlUrl === undefined ? (label ?? '') : '');
        if (xmlUrl === undefined) return;
        const htmlUrl = present(found['htmlurl']);
        const category = present(found['category']) ?? present(path);
        feeds.push({ ...(label === undefined ? {} : { title: label }), xmlUrl, ...(htmlUrl === undefined ? {} : { htmlUrl }), ...(category === undefined ? {} : { category }) });
      },
      ontext(text) {
        if (isTitle) title = `${title ?? ''}${text}`;
      },
      onclosetag(name) {
        isTitle = false;
        if (name === 'outline') folders.pop();
      },
    },
    { xmlMode: true, lowerCaseTags: true },
  );
  parser.write(decodeText(bytes, { kind: 'xml' }).text);
  const named = present(title);
  return { ...(named === undefined ? {} : { title: named }), feeds };
}
