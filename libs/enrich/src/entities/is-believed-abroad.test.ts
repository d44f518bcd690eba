import { describe, expect, it } from '@jest/globals';
import { groupMentions } from './group-mentions.ts';
import { isBelievedAbroad } from './is-believed-abroad.ts';
import type { NameKind } from './name-labels.ts';

interface Told {
  readonly kind: NameKind;
  readonly confidence: number;
  readonly isByRules?: boolean;
  readonly language?: string;
}

function believes(text: string, name: string, { language = 'de', ...told }: Told): boolean {
  const start = text.indexOf(name);
  const [group] = groupMentions(text, [{ start, end: start + name.length, ...told }]);
  return group !== undefined && isBelievedAbroad(group, told.confidence, language);
}

describe('isBelievedAbroad', () => {
  it('asks less of what the rules of the language find as well', () => {
    const text = 'Gestern sprach Karin Orvano.';
    expect(believes(text, 'Karin Orvano', { kind: 'PER', confidence: 0.7, isByRules: true })).toBe(true);
    expect(believes(text, 'Karin Orvano', { kind: 'PER', confidence: 0.69, isByRules: true })).toBe(false);
    expect(believes(text, 'Karin Orvano', { kind: 'PER', confidence: 0.74 })).toBe(false);
    expect(believes(text, 'Karin Orvano', { kind: 'PER', confidence: 0.75 })).toBe(true);
    expect(believes('Die Orvano AG wächst.', 'Orvano AG', { kind: 'ORG', confidence: 0.89 })).toBe(false);
    expect(believes('Die Orvano AG wächst.', 'Orvano AG', { kind: 'ORG', confidence: 0.9 })).toBe(true);
    expect(believes('Er fuhr nach Orvano.', 'Orvano', { kind: 'LOC', confidence: 0.75 })).toBe(true);
  });
  it('tells no letters for a thing, no numeral and no common word for a body', () => {
    const sure = { kind: 'ORG', confidence: 1 } as const;
    expect(believes('Выявлен ВИЧ.', 'ВИЧ', { ...sure, language: 'ru' })).toBe(false);
    expect(believes('Le PIB recule.', 'PIB', { ...sure, language: 'fr' })).toBe(false);
    expect(believes('Il secolo XX finì.', 'XX', { ...sure, language: 'it' })).toBe(false);
    expect(believes('L’avis de l’Union compte.', 'Union', { ...sure, language: 'fr' })).toBe(false);
    expect(believes('La QVXL recluta.', 'QVXL', { ...sure, language: 'es' })).toBe(true);
  });
  it('tells no adjective of a place, no way between two towns and no mountain as somebody', () => {
    const place = { kind: 'LOC', confidence: 1 } as const;
    expect(believes('Пожар в Заринской тайге.', 'Заринской', { ...place, language: 'ru' })).toBe(false);
    expect(believes('W lesie Zarinskiego.', 'Zarinskiego', { ...place, language: 'pl' })).toBe(false);
    expect(believes('Le train Paris-Lille.', 'Paris-Lille', { ...place, language: 'fr' })).toBe(false);
    expect(believes('Le train pour Trifouilly.', 'Trifouilly', { ...place, language: 'fr' })).toBe(true);
    expect(
      believes('Sul Monte Alto nevica.', 'Monte Alto', { kind: 'PER', confidence: 1, language: 'it' }),
    ).toBe(false);
  });
});
