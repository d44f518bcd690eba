import type { NewsTexts } from './news-corpus.ts';

/** A few sentences for tests: the same words in several forms. */
export const newsTexts: NewsTexts = {
  en: [
    'The minister announced that the elections will be held in October.', 'Ministers announce an election each time the coalition fails.', 'Voters elected a new parliament and the elected members voted at once.', 'The company reported rising profits and its reports were welcomed by investors.',
    'Investing companies report profit after profit while markets are falling.', 'A falling market worries the investor who reported early.', 'Scientists discovered a comet; the discovery was published on Tuesday.', 'Publishing such discoveries takes scientific patience, a publisher said.',
    'Firefighters fought the burning forests as winds were shifting.', 'The fire burned a forest and the fighting went on.', 'Trains were delayed and travellers waited at crowded stations.', 'A delay of one train means waiting for every traveller at the station.',
    'Police are investigating the robbery; the investigation started at night.', 'Investigators arrested two robbers who were running.', 'The runner runs faster than other runners ran before.', 'Cities plan cheaper housing and planners build houses near the city.',
    'Prices of houses increased, and increasing rents hurt families.', 'A family rents a house whose price increases yearly.', 'Doctors treated the injured children in hospitals.', 'The treatment of injuries in a hospital needs doctors and nursing.',
  ],
  de: ['Die Minister kündigten Wahlen in den Städten an.', 'Der Ministerin gefiel die Wahl der Stadt nicht.', 'Die Preise der Häuser steigen in vielen Ländern.', 'Der Preis eines Hauses stieg im ganzen Land.', 'Forscherinnen entdeckten schöne Kometen.', 'Ein Forscher entdeckte den schönsten Kometen.', 'Züge verspäteten sich an großen Bahnhöfen.', 'Am größten Bahnhof hielt kein Zug.'],
  fr: ['Les ministres annoncent des élections nationales.', 'Le ministre annonce une élection nationale.', 'Les prix des maisons augmentent dans plusieurs régions.', 'Le prix de la maison augmente dans la région.', 'Des chercheurs ont publié une découverte étonnante.', 'La chercheuse publie ses découvertes étonnantes.', 'Les travailleurs manifestaient contre les fermetures.', 'Un travailleur manifeste contre la fermeture.'],
  es: ['Los ministros anuncian elecciones nacionales.', 'El ministro anuncia una elección nacional.', 'Los precios de las casas suben en muchas regiones.', 'El precio de la casa sube en la región.', 'Los científicos publicaron descubrimientos nuevos.', 'La científica publica un descubrimiento nuevo.', 'Los trenes llegaron tarde a las estaciones.', 'El tren llega tarde a la estación.'],
  ru: ['Министры объявили выборы в больших городах.', 'Министр объявил о выборах в большом городе.', 'Цены на дома растут во многих странах.', 'Цена дома выросла в стране.', 'Учёные открыли новые кометы.', 'Учёный открыл новую комету.', 'Поезда опоздали на станции.', 'Поезд опоздал на станцию.'],
  ar: ['أعلن الوزير الانتخابات في المدينة.', 'أعلنت الوزيرة انتخابات جديدة في مدينة كبيرة.', 'ارتفعت الأسعار في المدن الكبيرة.', 'السعر يرتفع في كل مدينة.', 'قال المعلمون إن المدرسة مفتوحة.', 'معلم في مدرسة جديدة.'],
  zh: ['部长宣布今天举行选举', '城市的房价继续上涨', '科学家发现新的彗星', '银行提高利率应对通货膨胀'],
  ja: ['大臣は選挙を発表した', '都市の住宅価格が上昇した', '科学者が新しい彗星を発見した', '銀行は金利を引き上げた'],
};
