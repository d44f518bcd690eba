/** A caption without its credit, and the credit without the word that marks it; empty where there is none. */
export interface CaptionParts {
  readonly caption: string;
  readonly credit: string;
}

const words =
  '(?:photo(?:graph)?|foto(?:grafie|grafía)?|bild|image|picture|credit|crédit(?: photo)?|crédito|quelle|照片|图片(?:来源)?|圖片(?:來源)?|图|圖|写真|撮影|사진|자료|그림|صورة|الصورة|تصوير|фото)s?';
const creditLine = new RegExp(
  `^(?:${words}(?:\\s*(?:credit|by|von|de|par|来源|來源|제공))?\\s*[:：/=©]\\s*|©\\s*|(?:PHOTO|FOTO|CREDIT)\\b[^a-z]{3,})`,
  'i',
);
/** bounded: 600, longer captions are left whole; the same holds for the next two. */
const bracketed = new RegExp(
  `^(.*?)\\s*[(\\[【（]\\s*((?:${words}|©|AP|AFP|Reuters|dpa|Getty)[^()[\\]【】（）]{0,80})[)\\]】）]\\s*\\.?$`,
  'i',
);
/** bounded: 600, see above. */
const behindStop = new RegExp(
  `^(.*?[.。!?！？"”»])\\s*(${words}\\s*(?:credit|by)?\\s*[:：=/]\\s*.{2,80})$`,
  'i',
);
/** bounded: 600, see above. */
const capitals = /^(.*?[.!?…"”»])\s+((?:PHOTO|FOTO|IMAGE|PICTURE|BILD|CREDIT)\b[^a-z]{3,80})$/;

/** Who took a picture and for whom, in capitals and nothing else: `ADA MOSS/NORTHGATE LEDGER`. */
const signed = /^\p{Lu}[\p{Lu} .'’&-]{1,40}\s?\/\s?\p{Lu}[\p{Lu} .'’&-]{1,40}$/u;

/**
 * Parts a caption from the credit that stands behind it: in brackets, after its last stop, or in capitals.
 * Captions over 600 characters are left whole.
 */
export function splitCredit(caption: string, known = ''): CaptionParts {
  const text = caption.trim();
  if (known !== '')
    return {
      caption: text.endsWith(known) ? text.slice(0, -known.length).trim() : text,
      credit: bareCredit(known),
    };
  if (text.length > 600) return { caption: text, credit: '' };
  if (signed.test(text)) return { caption: '', credit: text };
  for (const pattern of [bracketed, capitals, behindStop]) {
    const match = pattern.exec(text);
    if (match !== null) return { caption: (match[1] ?? '').trim(), credit: bareCredit(match[2] ?? '') };
  }
  return creditLine.test(text) && text.length < 100
    ? { caption: '', credit: bareCredit(text) }
    : { caption: text, credit: '' };
}

/** A credit without the word that marks it. */
function bareCredit(credit: string): string {
  return credit
    .trim()
    .replace(creditLine, '')
    .replace(/^(?:photo|foto)(?:\s*:)?\s+(?=\p{Lu})/iu, '')
    .trim();
}
