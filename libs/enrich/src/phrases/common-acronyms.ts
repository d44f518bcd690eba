const wordsOf = (list: string): readonly string[] => list.split(' ');

/**
 * Abbreviations that fit any text as a common noun does, without their points: offices, forms of firms, ways to
 * write to somebody, taxes and money, hours.
 */
export const commonAcronyms: ReadonlySet<string> = new Set([
  ...wordsOf(
    'CEO CFO COO CTO PR HR VIP MVP PM AM PST EST EDT PDT CET GMT UTC USD EUR GBP PLN VAT PIN ID IDs',
  ),
  ...wordsOf('IT PC PCs TV DVD CD SNS SMS PDF FAQ URL WWW HTTP HTTPS HTML RSS OK DIY OST BGM CM LP EP'),
  // German, French, Spanish, Portuguese, Italian, Dutch.
  ...wordsOf('GmbH AG KG PDG DG SARL SA TVA SL IVA RRHH CNPJ CPF SRL SpA BV NV BTW'),
  // Polish.
  ...wordsOf('USG RTG NIP KRS PIT PKB'),
  // Russian, Ukrainian: forms of firms, agencies, the press.
  ...wordsOf('ИА РИА ООО ОАО ЗАО ПАО АО ИП ТОВ СМИ ЗМІ НДС ФИО ТВ ТЦ ТРЦ'),
  // Greek: boards, firms, hours.
  ...wordsOf('ΔΣ ΑΕ ΕΠΕ ΦΠΑ ΑΦΜ ΔΤ ΠΜ ΜΜ'),
]);
