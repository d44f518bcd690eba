import { describe, expect, it } from '@jest/globals';
import { ArticleDocument } from './article/article-document.ts';
import type { IndexedParts, IndexKind } from './document-field.ts';
import { documentFields, ingestFields } from './document-fields.ts';

const partsOf = (index: IndexKind | IndexedParts): string[] =>
  typeof index === 'string' ? [] : Object.keys(index.parts);

describe('the fields of the document', () => {
  it.each([...Object.entries(documentFields), ...Object.entries(ingestFields)])(
    '%s has an example of its shape',
    (_, { shape, example, by, says }) => {
      expect(shape.safeParse(example)).toMatchObject({ success: true });
      expect(by.length).toBeGreaterThan(0);
      expect(says).toMatch(/\.$/);
    },
  );
  it('have parts that are indexed as the shape has them', () => {
    expect(partsOf(documentFields.ingest.index)).toEqual(Object.keys(ArticleDocument.shape.ingest.shape));
    expect(partsOf(documentFields.entities.index)).toEqual(
      Object.keys(ArticleDocument.shape.entities.unwrap().element.shape),
    );
    expect(partsOf(documentFields.subjects.index)).toEqual(
      Object.keys(ArticleDocument.shape.subjects.unwrap().element.shape),
    );
  });
});
