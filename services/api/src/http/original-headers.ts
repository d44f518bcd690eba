import { pagePolicy } from '../guards/page-policy.ts';

/**
 * Headers of a page that a publisher wrote. It is shown in a frame without any right: nothing of it runs, it
 * sends no form, opens nothing, and asks nobody for anything; what it brings along itself (styles, pictures as
 * `data:`) is all that is drawn. Only pages of ours may frame it.
 */
export const originalHeaders: Readonly<Record<string, string>> = {
  'content-security-policy':
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
  'x-dns-prefetch-control': 'off',
  'x-robots-tag': 'noindex, noarchive',
};

/** Headers of a page of ours that frames one. */
export const headersOfFrames: Readonly<Record<string, string>> = {
  'content-security-policy': pagePolicy({ frames: true }),
};
