import { describe, expect, it } from '@jest/globals';
import { findKeyPhrases } from './find-key-phrases.ts';

const phrases = (title: string, text: string): string[] =>
  findKeyPhrases({ title, text, language: 'ru' }).map((phrase) => phrase.text);

describe('Russian key phrases', () => {
  it('shows a phrase in the nominative where the text has it so', () => {
    const found = phrases(
      'Смотрителям маяков повысят зарплату',
      'О портовых маяках говорят в совете. Теперь портовые маяки чинят смотрители. На портовых маяках нет света.',
    );
    expect(found).toContain('портовые маяки');
    expect(found).not.toContain('портовых маяках');
  });

  it.each([
    ['оплату', 'Совет обсудил оплату. За оплату голосовали шестеро, оплату отложили.'],
    ['рельсов', 'Трамвай сошел с рельсов. Без рельсов нет трамвая, рельсов не хватает.'],
    ['портовых складах', 'Пожар был на портовых складах. На портовых складах хранили лен.'],
    ['смотрителями', 'Совет встретился со смотрителями. Со смотрителями говорили два часа.'],
    ['клинике', 'В клинике нет света. В клинике чинят прибор, в клинике ждут врача.'],
    ['ветровой станции', 'У ветровой станции ждут. Для ветровой станции ищут место.'],
  ])('tells nothing that stands in another case alone: %s', (phrase, text) => {
    expect(phrases(`Новости порта: ${phrase}`, text)).not.toContain(phrase);
  });

  it.each([
    ['обогрев', 'Включили обогрев. Этот обогрев греет склад, обогрев дорог.'],
    ['засов', 'Сломан засов. Этот засов запирал склад, засов искали ночью.'],
    ['кенгуру', 'Сбежал кенгуру. Этот кенгуру жил в порту, кенгуру искали ночью.'],
    ['ветровая станция', 'Ветровая станция стоит. Новая ветровая станция дает свет.'],
  ])('keeps a nominative that ends like another case: %s', (phrase, text) => {
    expect(phrases(`Порт: ${phrase}`, text).map((found) => found.toLowerCase())).toContain(phrase);
  });

  it('shows an acronym without the ending of its case', () => {
    const found = phrases(
      'Порт борется с ДВКом',
      'Приборы ДВКа стоят в порту. С ДВКом спорят, о ДВКе пишут в газете.',
    );
    expect(found).toContain('ДВК');
    expect(found.filter((phrase) => /ДВК\p{Ll}/u.test(phrase))).toEqual([]);
  });
});
