import { seededId } from './seeded-articles.ts';
import { waitingUrl } from './seeded-app.ts';

const article = (source: string, name: string) => `/articles/${seededId(source, name)}`;

/** Addresses at which the console shows its pages, by the route that answers: each page as it is, and as it can be. */
export const consolePages: Readonly<Record<string, readonly string[]>> = {
  '/': [
    '/',
    '/?q=ferry&sort=both&collapse=story',
    '/?q=lang%3Ade+ferry',
    '/?q=zeppelin&source=harbour-times',
  ],
  '/today': ['/today', '/today?span=month'],
  '/articles/:id': [
    article('harbour-times', 'night-ferry-returns'),
    article('sahifat-almina', 'abbara'),
    article('deich-bote', 'night-ferry-wire'),
  ],
  '/articles/:id/original': [`${article('harbour-times', 'night-ferry-returns')}/original`],
  '/articles/:id/versions': [`${article('harbour-times', 'night-ferry-returns')}/versions`],
  '/articles/:id/coverage': [`${article('harbour-times', 'night-ferry-returns')}/coverage`],
  '/people/:name': ['/people/Mara%20Quill'],
  '/organisations/:name': ['/organisations/Harbour%20Council'],
  '/places/:name': ['/places/Port%20Alder'],
  '/copy': ['/copy?q=ferry'],
  '/overview': ['/overview'],
  '/settings': ['/settings'],
  '/keys': ['/keys'],
  '/source-files/:name': ['/source-files/harbour-times.yaml'],
  '/sources': ['/sources'],
  '/sources/:id': ['/sources/harbour-times'],
  '/export': ['/export', '/export?q=ferry%20AND&format=csv'],
  '/reprocess': ['/reprocess'],
  '/ledger': [
    '/ledger',
    `/ledger?url=${encodeURIComponent('https://harbour-times.example/news/night-ferry-returns')}`,
    `/ledger?url=${encodeURIComponent(waitingUrl)}`,
  ],
  '/dead': ['/dead'],
  '/dead/letters': ['/dead/letters', '/dead/letters?reason=bad-page'],
  '/dead/:id': ['/dead/ffee00112233aabb', '/dead/bin0000000000001'],
  '/audit': ['/audit'],
  '/backup': ['/backup'],
  '/integrity': ['/integrity'],
  '/changes': ['/changes'],
  '/report': ['/report', '/report?period=month&at=2026-11-24'],
  '/processes': ['/processes'],
  '/preview': ['/preview'],
  '/import': ['/import'],
  '/alerts': ['/alerts?q=ferry'],
  '/takedowns': ['/takedowns'],
  '/login': ['/login'],
  '/problems': ['/problems'],
  '/problems/:code': ['/problems/bad-query'],
};
