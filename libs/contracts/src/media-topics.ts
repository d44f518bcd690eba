import { narrowerTopics } from './narrower-topics.ts';
import type { MediaTopic } from './topic-labels.ts';

/** All 17 top codes with their labels in the five languages that IPTC publishes. */
export const mediaTopics: readonly MediaTopic[] = [
  {
    code: 'medtop:01000000',
    en: 'arts, culture and entertainment',
    fr: 'Arts, culture et divertissement',
    de: 'Kultur, Kunst, Unterhaltung',
    es: 'Arte, cultura y entretenimiento',
    ar: 'فنون، ثقافة وترفيه',
  },
  {
    code: 'medtop:02000000',
    en: 'crime, law and justice',
    fr: 'Criminalité, droit et justice',
    de: 'Justiz, Kriminalität',
    es: 'Policía y justicia',
    ar: 'جريمة، قانون وقضاء',
  },
  {
    code: 'medtop:03000000',
    en: 'disaster, accident and emergency incident',
    fr: 'Désastres et accidents',
    de: 'Katastrophe und Unglück',
    es: 'Catástrofes y accidentes',
    ar: 'كوارث وحوادث',
  },
  {
    code: 'medtop:04000000',
    en: 'economy, business and finance',
    fr: 'Economie et finances',
    de: 'Wirtschaft und Finanzen',
    es: 'Economía, negocios y finanzas',
    ar: 'اقتصاد، اعمال ومال',
  },
  {
    code: 'medtop:05000000',
    en: 'education',
    fr: 'Education',
    de: 'Erziehung, Ausbildung',
    es: 'Educación',
    ar: 'تربية',
  },
  {
    code: 'medtop:06000000',
    en: 'environment',
    fr: 'Environnement',
    de: 'Umwelt',
    es: 'Medio ambiente',
    ar: 'بيئة',
  },
  { code: 'medtop:07000000', en: 'health', fr: 'Santé', de: 'Medizin, Gesundheit', es: 'Salud', ar: 'صحة' },
  {
    code: 'medtop:08000000',
    en: 'human interest',
    fr: 'Gens animaux insolite',
    de: 'Vermischtes',
    es: 'Interés humano, animales, insólito',
    ar: 'قضية انسانية',
  },
  {
    code: 'medtop:09000000',
    en: 'labour',
    fr: 'Social',
    de: 'Arbeit, Soziales',
    es: 'Mano de obra',
    ar: 'عمل',
  },
  {
    code: 'medtop:10000000',
    en: 'lifestyle and leisure',
    fr: 'Vie quotidienne et loisirs',
    de: 'Freizeit, Modernes Leben',
    es: 'Estilo de vida y tiempo libre',
    ar: 'حياة يومية وترفيه',
  },
  { code: 'medtop:11000000', en: 'politics', fr: 'Politique', de: 'Politik', es: 'Política', ar: 'سياسة' },
  {
    code: 'medtop:12000000',
    en: 'religion and belief',
    fr: 'Religion et croyance',
    de: 'Religion, Weltanschauung',
    es: 'Religión y culto',
    ar: 'ديانة ومعتقدات',
  },
  {
    code: 'medtop:13000000',
    en: 'science and technology',
    fr: 'Science et technologie',
    de: 'Wissenschaft, Technik, Forschung',
    es: 'Ciencia y tecnología',
    ar: 'علوم وتكنولوجيا',
  },
  {
    code: 'medtop:14000000',
    en: 'society',
    fr: 'Société',
    de: 'Gesellschaft, Bevölkerung',
    es: 'Sociedad',
    ar: 'قضايا اجتماعية',
  },
  { code: 'medtop:15000000', en: 'sport', fr: 'Sport', de: 'Sport', es: 'Deporte', ar: 'رياضة' },
  {
    code: 'medtop:16000000',
    en: 'conflicts, war and peace',
    fr: 'Conflits, guerres et paix',
    de: 'Krise, Krieg, Konflikte',
    es: 'Conflictos, guerra y paz',
    ar: 'نزاعات،  حرب وسلام',
  },
  { code: 'medtop:17000000', en: 'weather', fr: 'Météo', de: 'Wetter', es: 'Meteorología', ar: 'طقس' },
];

const byCode: ReadonlyMap<string, MediaTopic> = new Map(
  [...mediaTopics, ...narrowerTopics].map((topic) => [topic.code, topic]),
);

/** What a topic is called in English; a code that is none of IPTC's stands for itself. */
export function topicLabel(code: string): string {
  return findTopic(code)?.en ?? code;
}

/** A topic of the first or second level by its code; undefined for a code that is none of these. */
export function findTopic(code: string): MediaTopic | undefined {
  return byCode.get(code);
}
