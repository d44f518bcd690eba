/** Signs of units, as written, with their UCUM code where there is one. */
// biome-ignore format: a table, read by its rows
export const unitSigns: Readonly<Record<string, string>> = {
  '%': '%', '％': '%', '‰': '[ppth]', km: 'km', m: 'm', cm: 'cm', mm: 'mm', kg: 'kg', mg: 'mg', 'km²': 'km2',
  km2: 'km2', 'm²': 'm2', m2: 'm2', 'm³': 'm3', m3: 'm3', ha: 'har', 'km/h': 'km/h', 'км/ч': 'km/h',
  'м/с': 'm/s', 'm/s': 'm/s', kph: 'km/h', kmh: 'km/h', mph: '[mi_i]/h',
  '°C': 'Cel', '℃': 'Cel', '° C': 'Cel', C: 'Cel', '°F': '[degF]', '℉': '[degF]', F: '[degF]', '°': 'Cel',
  W: 'W', kW: 'kW', MW: 'MW', GW: 'GW', TW: 'TW', kWh: 'kW.h', MWh: 'MW.h', GWh: 'GW.h', TWh: 'TW.h',
  'кВт': 'kW', 'МВт': 'MW', 'ГВт': 'GW', KB: 'kB', kB: 'kB', MB: 'MB', GB: 'GB', TB: 'TB', PB: 'PB',
  'ГБ': 'GB', 'МБ': 'MB', 'ТБ': 'TB', GHz: 'GHz', MHz: 'MHz', lb: '[lb_av]', lbs: '[lb_av]', oz: '[oz_av]',
  ft: '[ft_i]', mi: '[mi_i]', 'км': 'km', 'кг': 'kg', 'га': 'har', 'см': 'cm', 'мм': 'mm', l: 'L', L: 'L',
  ml: 'mL', 'Mbit/s': 'Mbit/s', Mbps: 'Mbit/s', Gbps: 'Gbit/s',
};

/**
 * Names of units by language, as `code=word word`; a underscore is a space. `people` are persons and what
 * happened to them; a word behind ? counts people only beside people (120 injured), or degrees only where
 * they may be of the weather.
 */
export const unitWords: Readonly<Record<string, string>> = {
  en: '%=percent per_cent pct; km=kilometers kilometres kilometer kilometre kilometre-long; m=meters metres meter metre; cm=centimeters centimetres; mm=millimeters millimetres; [mi_i]=miles mile; [ft_i]=feet foot; [in_i]=inches inch; [yd_i]=yards; t=tonnes tonne metric_tons metric_ton; [ston_av]=tons ton; kg=kilograms kilogrammes kilos kilo kilogram; g=grams grammes; [lb_av]=pounds pound; [oz_av]=ounces ounce; [acr_us]=acres acre; har=hectares hectare; km2=square_kilometers square_kilometres square_km; m2=square_meters square_metres; [mi_i]2=square_miles; [ft_i]2=square_feet; L=liters litres liter litre; [gal_us]=gallons gallon; m3=cubic_meters cubic_metres; [bbl_us]=barrels barrel; Cel=degrees_celsius degrees_centigrade degree_celsius ?degrees; [degF]=degrees_fahrenheit; km/h=kilometers_per_hour kilometres_per_hour kilometers_an_hour kilometres_an_hour; [mi_i]/h=miles_per_hour miles_an_hour; [kn_i]=knots; [nmi_i]=nautical_miles; W=watts; kW=kilowatts kilowatt; MW=megawatts megawatt; GW=gigawatts gigawatt; kW.h=kilowatt-hours kilowatt_hours; MB=megabytes; GB=gigabytes gigabyte; TB=terabytes; people=people persons person men women children workers employees passengers migrants refugees soldiers civilians dead killed deaths injured wounded ?injuries residents inhabitants students protesters demonstrators victims casualties fatalities missing arrested',
  de: '%=prozent; km=kilometer kilometern; m=meter metern; cm=zentimeter zentimetern; mm=millimeter; [mi_i]=meilen; t=tonnen tonne; kg=kilogramm kilo; g=gramm; har=hektar; km2=quadratkilometer quadratkilometern; m2=quadratmeter quadratmetern; m3=kubikmeter kubikmetern; L=liter litern; [bbl_us]=barrel fass; Cel=grad_celsius ?grad; km/h=kilometer_pro_stunde stundenkilometer kilometern_pro_stunde; kW=kilowatt; MW=megawatt; GW=gigawatt; kW.h=kilowattstunden; MW.h=megawattstunden; MB=megabyte; GB=gigabyte; TB=terabyte; people=menschen personen person männer frauen kinder mitarbeiter beschäftigte tote todesopfer verletzte verletzt getötet einwohner passagiere soldaten flüchtlinge demonstranten opfer vermisste schüler',
  fr: '%=pour_cent pourcent; km=kilomètres kilomètre; m=mètres mètre; cm=centimètres; mm=millimètres; t=tonnes tonne; kg=kilogrammes kilos kilo; g=grammes; har=hectares hectare; km2=kilomètres_carrés; m2=mètres_carrés; m3=mètres_cubes; L=litres litre; [bbl_us]=barils; Cel=degrés_celsius ?degrés; km/h=kilomètres_heure kilomètres_par_heure kilomètres_à_l_heure; kW=kilowatts; MW=mégawatts mégawatt; GW=gigawatts; GB=gigaoctets go; people=personnes personne hommes femmes enfants morts mortes tués blessés blessées blessé tuées salariés habitants passagers soldats migrants manifestants victimes disparus élèves civils',
  es: '%=por_ciento; km=kilómetros kilómetro; m=metros metro; cm=centímetros; mm=milímetros; t=toneladas tonelada; kg=kilogramos kilos; g=gramos; [lb_av]=libras; har=hectáreas hectárea; km2=kilómetros_cuadrados; m2=metros_cuadrados; m3=metros_cúbicos; L=litros; [bbl_us]=barriles; Cel=grados_centígrados grados_celsius ?grados; km/h=kilómetros_por_hora; MW=megavatios; GW=gigavatios; GB=gigabytes; people=personas persona hombres mujeres niños muertos muertas heridos heridas fallecidos trabajadores empleados habitantes pasajeros soldados migrantes víctimas desaparecidos resultaron_heridas resultaron_heridos',
  it: '%=per_cento; km=chilometri chilometro; m=metri metro; cm=centimetri; mm=millimetri; t=tonnellate tonnellata; kg=chilogrammi chili; g=grammi; har=ettari ettaro; km2=chilometri_quadrati; m2=metri_quadrati; m3=metri_cubi; L=litri; [bbl_us]=barili; Cel=gradi_celsius ?gradi; km/h=chilometri_orari chilometri_all_ora; MW=megawatt; GW=gigawatt; GB=gigabyte; people=persone persona uomini donne bambini morti feriti dipendenti lavoratori abitanti passeggeri soldati migranti vittime dispersi',
  pt: '%=por_cento; km=quilômetros quilômetro quilómetros quilómetro; m=metros metro; cm=centímetros; mm=milímetros; t=toneladas tonelada; kg=quilos quilogramas; har=hectares hectare; km2=quilômetros_quadrados quilómetros_quadrados; m2=metros_quadrados; L=litros; [bbl_us]=barris; Cel=graus_celsius ?graus; km/h=quilômetros_por_hora quilómetros_por_hora; MW=megawatts; GW=gigawatts; GB=gigabytes; people=pessoas pessoa homens mulheres crianças mortos feridos trabalhadores funcionários habitantes passageiros soldados migrantes vítimas desaparecidos',
  nl: '%=procent; km=kilometer kilometers; m=meter meters; cm=centimeter; mm=millimeter; t=ton; kg=kilo kilogram; g=gram; har=hectare; km2=vierkante_kilometer; m2=vierkante_meter; m3=kubieke_meter; L=liter; [bbl_us]=vaten; Cel=graden_celsius ?graden; km/h=kilometer_per_uur; MW=megawatt; GW=gigawatt; GB=gigabyte; people=mensen personen mannen vrouwen kinderen doden gewonden werknemers inwoners passagiers soldaten vluchtelingen betogers slachtoffers vermisten',
  ru: '%=процента процентов процент; km=километра километров километр; m=метра метров метр; t=тонн тонны тонна; kg=килограммов килограмма кило; g=граммов; har=гектаров гектара гектар; km2=квадратных_километров кв_км; m2=квадратных_метров кв_м; m3=кубометров кубических_метров; L=литров литра; [bbl_us]=баррелей; Cel=градусов_цельсия градуса_цельсия ?градусов ?градуса; km/h=километров_в_час; MW=мегаватт; GW=гигаватт; GB=гигабайт; people=человек человека людей погибших раненых пострадавших погибли жителей детей женщин мужчин солдат военных пассажиров',
  uk: '%=відсотка відсотків; km=кілометрів кілометри; t=тонн; people=людей осіб загиблих поранених',
  pl: '%=procent procenta proc; km=kilometrów kilometry; m=metrów; t=ton; people=osób osoby ludzi rannych zabitych',
  cs: '%=procent procenta; km=kilometrů; m=metrů; t=tun; people=lidí osob lidé zraněných',
  sv: '%=procent; km=kilometer; m=meter; t=ton; people=människor personer döda skadade',
  tr: '%=yüzde; km=kilometre; people=kişi kişinin',
  ar: '%=بالمئة بالمائة; km=كيلومترا كيلومتر; t=طن; people=شخصا أشخاص قتيلا جريحا',
};

/** Names behind a number in scripts without spaces. */
export const joinedUnits: Readonly<Record<string, string>> = {
  ja: '%=パーセント %; km/h=キロ毎時; km2=平方キロメートル 平方キロ; m2=平方メートル; km=キロメートル キロ; kg=キログラム; m=メートル; cm=センチメートル センチ; mm=ミリメートル ミリ; t=トン; g=グラム; har=ヘクタール; L=リットル; [bbl_us]=バレル; Cel=度; MW=メガワット; kW=キロワット; GB=ギガバイト; people=人',
  zh: '%=%; km/h=公里每小时; km2=平方公里 平方千米; m2=平方米; m3=立方米; km=公里 千米; m=米; cm=厘米 公分; mm=毫米; t=吨 噸; kg=公斤 千克; g=克; har=公顷 公頃; L=升; [bbl_us]=桶; Cel=摄氏度 攝氏度 度; MW=兆瓦; kW=千瓦; people=人 名 名学生',
  ko: '%=퍼센트; km=킬로미터 킬로; m=미터; t=톤; kg=킬로그램; har=헥타르; Cel=도; people=명',
};
