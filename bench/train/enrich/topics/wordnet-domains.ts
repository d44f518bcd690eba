/** Topic domains of WordNet 3.1 (offset of the synset of the noun) that belong to one IPTC top code. */
export const domainCodes: ReadonlyMap<string, string> = new Map([
  ['00093186', 'medtop:04000000'], // auction
  ['00182630', 'medtop:11000000'], // election
  ['00244785', 'medtop:10000000'], // cooking
  ['00300043', 'medtop:15000000'], // riding
  ['00429255', 'medtop:01000000'], // dancing
  ['00434742', 'medtop:15000000'], // gymnastics
  ['00441687', 'medtop:15000000'], // skiing
  ['00442764', 'medtop:15000000'], // water sport
  ['00446787', 'medtop:15000000'], // boxing
  ['00451320', 'medtop:15000000'], // riding
  ['00456623', 'medtop:10000000'], // game
  ['00464604', 'medtop:15000000'], // ice hockey
  ['00465962', 'medtop:15000000'], // golf
  ['00469555', 'medtop:15000000'], // football
  ['00470726', 'medtop:15000000'], // American football
  ['00472041', 'medtop:15000000'], // rugby
  ['00472688', 'medtop:15000000'], // baseball
  ['00476798', 'medtop:15000000'], // softball
  ['00477400', 'medtop:15000000'], // cricket
  ['00479273', 'medtop:15000000'], // soccer
  ['00480898', 'medtop:15000000'], // squash
  ['00481519', 'medtop:15000000'], // badminton
  ['00482004', 'medtop:15000000'], // basketball
  ['00483309', 'medtop:15000000'], // tennis
  ['00489236', 'medtop:10000000'], // card game
  ['00524569', 'medtop:15000000'], // sport
  ['00529704', 'medtop:01000000'], // ballet
  ['00544270', 'medtop:01000000'], // music
  ['00612006', 'medtop:01000000'], // architecture
  ['00612411', 'medtop:02000000'], // law
  ['00613447', 'medtop:07000000'], // medicine
  ['00621794', 'medtop:01000000'], // photography
  ['00716196', 'medtop:10000000'], // handicraft
  ['00761047', 'medtop:16000000'], // terrorism
  ['00767761', 'medtop:02000000'], // crime
  ['00884975', 'medtop:05000000'], // education
  ['00905257', 'medtop:01000000'], // photography
  ['00918295', 'medtop:04000000'], // farming
  ['00924141', 'medtop:04000000'], // mining
  ['00925258', 'medtop:04000000'], // industry
  ['00935235', 'medtop:01000000'], // art
  ['01034400', 'medtop:12000000'], // church service
  ['01092370', 'medtop:04000000'], // commerce
  ['01096649', 'medtop:04000000'], // commercial enterprise
  ['01102178', 'medtop:04000000'], // banking
  ['01102563', 'medtop:04000000'], // banking
  ['01127115', 'medtop:11000000'], // government
  ['01174134', 'medtop:15000000'], // fencing
  ['01351171', 'medtop:07000000'], // bacteria
  ['03086983', 'medtop:13000000'], // computer
  ['03252323', 'medtop:07000000'], // drug
  ['03410635', 'medtop:10000000'], // furniture
  ['03745652', 'medtop:07000000'], // medicine
  ['04186446', 'medtop:10000000'], // sewing
  ['04330164', 'medtop:04000000'], // stock exchange
  ['04518297', 'medtop:05000000'], // university
  ['05012229', 'medtop:07000000'], // physiology
  ['05670377', 'medtop:04000000'], // accounting
  ['05726503', 'medtop:01000000'], // music
  ['05726882', 'medtop:01000000'], // music
  ['05955536', 'medtop:12000000'], // religion
  ['06009822', 'medtop:13000000'], // mathematics
  ['06014015', 'medtop:13000000'], // geometry
  ['06027814', 'medtop:13000000'], // statistics
  ['06047178', 'medtop:13000000'], // biology
  ['06052606', 'medtop:07000000'], // medicine
  ['06056961', 'medtop:07000000'], // dentistry
  ['06061073', 'medtop:07000000'], // immunology
  ['06062970', 'medtop:07000000'], // obstetrics
  ['06063977', 'medtop:07000000'], // ophthalmology
  ['06064423', 'medtop:07000000'], // pharmacology
  ['06065477', 'medtop:07000000'], // psychiatry
  ['06067070', 'medtop:07000000'], // anatomy
  ['06070395', 'medtop:07000000'], // pathology
  ['06073138', 'medtop:07000000'], // surgery
  ['06076105', 'medtop:13000000'], // botany
  ['06080479', 'medtop:06000000'], // ecology
  ['06081484', 'medtop:06000000'], // forestry
  ['06085077', 'medtop:13000000'], // genetics
  ['06087198', 'medtop:13000000'], // microbiology
  ['06088528', 'medtop:07000000'], // neurology
  ['06089170', 'medtop:13000000'], // biochemistry
  ['06090110', 'medtop:07000000'], // physiology
  ['06092831', 'medtop:13000000'], // zoology
  ['06094057', 'medtop:13000000'], // chemistry
  ['06099035', 'medtop:13000000'], // physical chemistry
  ['06100457', 'medtop:13000000'], // physics
  ['06104629', 'medtop:13000000'], // astronomy
  ['06106520', 'medtop:13000000'], // aeronautics
  ['06107802', 'medtop:13000000'], // cosmology
  ['06108876', 'medtop:13000000'], // electronics
  ['06110385', 'medtop:13000000'], // optics
  ['06111158', 'medtop:13000000'], // particle physics
  ['06125308', 'medtop:13000000'], // geology
  ['06128170', 'medtop:17000000'], // meteorology
  ['06132970', 'medtop:01000000'], // architecture
  ['06137758', 'medtop:13000000'], // telecommunication
  ['06138021', 'medtop:13000000'], // computer science
  ['06152997', 'medtop:14000000'], // anthropology
  ['06157599', 'medtop:11000000'], // politics
  ['06158935', 'medtop:04000000'], // economics
  ['06160103', 'medtop:04000000'], // finance
  ['06161163', 'medtop:14000000'], // sociology
  ['06166666', 'medtop:01000000'], // fine arts
  ['06167042', 'medtop:01000000'], // performing arts
  ['06191860', 'medtop:12000000'], // theology
  ['06193615', 'medtop:12000000'], // theology
  ['06236188', 'medtop:12000000'], // Christianity
  ['06243034', 'medtop:12000000'], // Judaism
  ['06244979', 'medtop:12000000'], // Islam
  ['06246956', 'medtop:12000000'], // Hinduism
  ['06250061', 'medtop:12000000'], // Sikhism
  ['06250374', 'medtop:12000000'], // Buddhism
  ['06273220', 'medtop:01000000'], // film
  ['06282431', 'medtop:13000000'], // telecommunication
  ['06287933', 'medtop:01000000'], // television
  ['06376048', 'medtop:01000000'], // literature
  ['06387777', 'medtop:01000000'], // drama
  ['06443410', 'medtop:12000000'], // Bible
  ['06461405', 'medtop:12000000'], // Old Testament
  ['06465519', 'medtop:12000000'], // New Testament
  ['06532935', 'medtop:02000000'], // contract
  ['06551169', 'medtop:02000000'], // criminal law
  ['07019235', 'medtop:01000000'], // dramaturgy
  ['07034009', 'medtop:01000000'], // music
  ['07076737', 'medtop:01000000'], // jazz
  ['07107220', 'medtop:01000000'], // poetry
  ['07163281', 'medtop:11000000'], // diplomacy
  ['08076248', 'medtop:04000000'], // corporation
  ['08098545', 'medtop:12000000'], // religion
  ['08100476', 'medtop:12000000'], // Roman Catholic
  ['08104947', 'medtop:12000000'], // Anglican Church
  ['08112613', 'medtop:12000000'], // Islam
  ['08215965', 'medtop:16000000'], // military
  ['08458195', 'medtop:02000000'], // law
  ['08470475', 'medtop:02000000'], // civil law
  ['11470244', 'medtop:13000000'], // electricity
  ['13330021', 'medtop:04000000'], // tax
  ['13557997', 'medtop:01000000'], // photography
  ['13862918', 'medtop:11000000'], // politics
  ['14069684', 'medtop:07000000'], // pregnancy
]);
