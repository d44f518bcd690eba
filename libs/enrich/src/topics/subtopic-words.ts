/**
 * Words of the news that speak for a topic of the second level of the IPTC Media Topics, by language and code: what its
 * subtree (levels 3 to 6) is called (IPTC, https://cv.iptc.org/newscodes/mediatopic/, CC BY 4.0), as far as news uses
 * these words, and others by hand. They part a topic that is known, so that each need speak only against its
 * siblings. Words are beginnings, compared without case and marks; one with `|` behind it is whole. Two words joined
 * by `_` follow each other, with at most one word between them (`tour de france`).
 */
export const subtopicWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    '20000002':
      'film movie cinema actor| actors actress director| box_office oscar oscars| bafta golden_globe album ' +
      'song singer| singers musician music| musical concert band| bands| guitar rapper hip_hop gig| gigs| ' +
      'opera| operas ballet dancer dance theatre theater playwright novel| novels novelist author| authors ' +
      'poet poems poetry bestsell book| books| fiction literature painting painter| sculpt gallery ' +
      'galleries exhibition artist photograph comedy comedian sequel screenplay hollywood bollywood ' +
      'soundtrack orchestra composer conductor pop| rock| jazz punk premiere starring filming fashion_show ' +
      'fashion_week cartoon animation animated comics grammy record_label architect drama| dramas| trilogy ' +
      'lyrics choreograph filmmak',
    '20000038':
      'museum library libraries| heritage unesco monument tradition folklore language| languages| dialect ' +
      'archive cultural carnival archaeolog historic_site palace| castle| restor culture_minister ' +
      'festivity folk_art',
    '20000045':
      'broadcast television tv| bbc| itv| channel| channels| viewer ratings newspaper magazine journalis ' +
      'editor| editors| radio presenter| presenters| news_anchor soap_opera episode series| sitcom ' +
      'primetime news_programme press| reporter| reporters| publisher netflix airtime tabloid talk_show ' +
      'reality_show newsroom podcast',
    '20000082':
      'murder kill| killed killing killer stab stabb shot_dead shooting rape rapist sexual_assault ' +
      'sex_offen assault robber burgl theft thief thieves steal stole fraud scam| scams| brib corrupt ' +
      'kidnap abduct hostage gang| gangs| drug_deal drug_traffick cocaine heroin traffick smuggl terroris ' +
      'hacker hacking cyber_crime cybercrime phishing launder embezzl arson mafia crime| crimes| victim ' +
      'gunman attacker violence homicide manslaughter insider_trading counterfeit',
    '20000106':
      'court| courts| courtroom judge| judges| trial| trials| jury juror verdict convict sentenc acquit ' +
      'defendant prosecut plead appealed appeal_court hearing| lawsuit sue| sued| suing testif testimony ' +
      'witness lawyer| lawyers| attorney barrister magistrate tribunal plaintiff indict guilty litigation ' +
      'supreme_court high_court damages| bail| class_action arbitration',
    '20000119':
      'civil_right human_right civil_libert injustice miscarriage wrongful equal_right miscarriages',
    '20000121':
      'legislation law| laws| bill| statute copyright antitrust extradit international_law constitution ' +
      'amendment legislat repeal regulation| regulations| regulator criminal_code civil_code patent_law',
    '20000129':
      'police policeman officer| officers| detective arrest detain custody raid| raids| raided ' +
      'investigator suspect| suspects| manhunt prison prisoner jail| inmate fbi| interpol scotland_yard ' +
      'sheriff missing_person fined execution| executed death_penalty death_row parole patrol cctv',
    '20000139':
      'crash| crashed crashes collid collision accident derail aircraft helicopter ferry capsiz sank| ' +
      'sink| sinking shipwreck explosion exploded blast| gas_leak miners collapse| collapsed motorway ' +
      'lorry bus| train| trains| plane| overturn pile_up reactor oil_spill drown crane| coalmine',
    '20000148':
      'earthquake quake magnitude aftershock epicent tsunami flood hurricane typhoon cyclone tornado ' +
      'storm| storms| volcan erupt lava landslide mudslide avalanche drought famine wildfire bushfire ' +
      'blaze fire| fires| firefighter disaster| disasters| richter',
    '20000167':
      'preparedness evacuation_plan early_warning contingency warning_system flood_defen emergency_plan ' +
      'disaster_prevention civil_protection emergency_drill',
    '20000168':
      'relief| rescue| rescued rescuer red_cross red_crescent humanitarian donation donor aid| unicef ' +
      'oxfam shelter| shelters| coastguard airlift emergency_services',
    '20000170':
      'profit| profits| profitab losses| earnings quarterly quarter| revenue turnover net_income ' +
      'shareholder dividend takeover merger merge| acquisition acquire| acquired buyout stake| ceo| ' +
      'chief_executive chairman boardroom ipo| flotation bankrupt insolven chapter_11 restructur job_cut ' +
      'joint_venture subsidiary patent recall| recalled annual_report accounting audit auditor sales_rose ' +
      'sales_fell pre_tax operating_profit results| forecasts| cost_cutting bid| rival| company| firm|',
    '20000209':
      'airline carmaker automaker car| cars| vehicle| vehicles| retail supermarket store| stores| shopper ' +
      'bank| banks| banking insurer insurance oil_compan oil_giant oil_field gas_field electricity ' +
      'power_plant nuclear_power mining| miner| steel| steelmaker farm| farms| farmer agricultur crop| ' +
      'crops| property_market house_price housing_market real_estate construction telecom mobile_phone ' +
      'software semiconductor chipmak pharmaceutical drugmaker tourism hotel| hotels| airport| airports| ' +
      'railway shipping| shipyard advertising tobacco brewer manufactur sector| industry| aerospace boeing ' +
      'airbus pipeline refinery broadband commerce gambling casino textile lender',
    '20000344':
      'inflation gdp| gross_domestic economic_growth growth| recession interest_rate central_bank ' +
      'federal_reserve fed| ecb| rate_cut rate_hike rate_rise monetary unemployment jobless ' +
      'consumer_confidence consumer_spending consumer_price exports| imports| trade_deficit trade_surplus ' +
      'trade_deal trade_war trade_talk tariff deficit budget| debt_relief economist| economists| economy| ' +
      'economies| economic imf| world_bank wto| deflation industrial_production productivity stimulus ' +
      'austerity bailout taxes| tax_cut fiscal subsid privatis finance_minister g7| g8| bank_england ' +
      'cost_living',
    '20000385':
      'shares| share_price stock_market stocks| stock_exchange wall_street dow| nasdaq ftse nikkei dax| ' +
      'sensex investor| investors| trader| traders| trading| bond| bonds| yield| yields| dollar| euro| ' +
      'yen| pound_against sterling currency currencies exchange_rate crude barrel| barrels| commodity ' +
      'commodities gold_price futures| hedge_fund opec bitcoin crypto rallied points| bourse treasuries',
    '20000398': 'pta| parent_teacher parents_association parents_group',
    '20000399': 'religious_education madrasa seminary faith_school religion_class',
    '20000400':
      'school| schools| university universities college| colleges| campus kindergarten nursery headteacher ' +
      'principal| academy vice_chancellor dean| admission enrol tuition_fee higher_education preschool ' +
      'rector',
    '20000410': 'parenting upbringing social_skill',
    '20000411':
      'teacher| teachers| teaching pupil| pupils| student| students| exam| exams| examination curriculum ' +
      'gcse grade| grades| literacy numeracy maths| lesson| lessons| classroom homework learning| degree| ' +
      'graduat syllabus textbook test_score',
    '20000418':
      'climate global_warming warming greenhouse emission carbon co2| kyoto net_zero sea_level glacier ' +
      'ice_cap paris_agreement ipcc| fossil_fuel',
    '20000420':
      'conservation national_park nature_reserve protected| reintroduc sanctuary rewild preserv poach ' +
      'energy_saving conservationist',
    '20000423':
      'environment_minister environmental_policy epa| environmentalist greenpeace green_party ' +
      'environmental_law environment_agency environmental_group environment_secretary',
    '20000424':
      'pollut toxic contamin oil_spill waste| plastic| plastics| rubbish litter| landfill recycl smog ' +
      'air_quality sewage chemicals| pesticide hazardous mercury| dump| dumping cleanup',
    '20000430':
      'renewable solar wind_farm wind_turbine hydropower water_supply reservoir forest| forests| deforest ' +
      'logging| river| rivers| ocean| oceans| biofuel natural_resource wetland population_growth ' +
      'groundwater rainforest',
    '20000441':
      'species wildlife bird| birds| whale| whales| dolphin shark bee| bees| insect butterfl endangered ' +
      'extinct habitat ecosystem biodivers invasive animal| animals| plants| elephant tiger wolf| wolves ' +
      'bear| bears| coral mammal fish| breeding',
    '20000446':
      'disease cancer tumour tumor virus infect outbreak epidemic pandemic covid coronavirus flu| ' +
      'influenza malaria hiv| aids| diabet obes heart_attack heart_disease stroke| asthma dementia ' +
      'alzheimer depression depressive mental_health anxiety autis injury injuries symptom illness measles ' +
      'tuberculosis ebola cholera hepatitis sars| mrsa allerg arthritis anorexi bird_flu disorder| ' +
      'disorders| sufferer diagnos schizophren blood_pressure superbug',
    '20000461':
      'hospital clinic| clinics| ward| wards| health_centre intensive_care emergency_room ' +
      'emergency_department beds|',
    '20000463':
      'world_health cdc| medical_association royal_college health_agency health_protection ' +
      'heart_foundation medical_council',
    '20000464':
      'treatment drug| drugs| medicine| medicines| vaccin jab| therap surgery| surgical transplant ' +
      'antibiotic diet| diets| dietary vitamin exercise| pill| pills| screening| clinical_trial dose| ' +
      'doses| supplement| supplements| chemotherapy medication prescri ivf| stem_cell nutrition acupunctur ' +
      'statin',
    '20000479':
      'health_insurance medicare medicaid obamacare nhs| health_secretary health_minister ' +
      'health_department waiting_list waiting_time health_reform health_care healthcare health_service ' +
      'smoking_ban affordable_care health_polic health_bill',
    '20000485':
      'doctor| doctors| nurse| nurses| gp| gps| surgeon midwi physician paramedic consultant| dentist ' +
      'medical_school pharmacist obstetric',
    '20000493': 'bse| mad_cow swine_fever avian livestock cattle poultry veterinar crop_disease',
    '20000497':
      'record| records| guinness award| awards| prize medal winner| winners| oldest| longest| largest| ' +
      'world_record',
    '20000500':
      'dog| dogs| cat| cats| pet| pets| zoo| puppy puppies kitten horse| panda elephant animal| animals| ' +
      'monkey owner|',
    '20000501': 'ceremony ceremonies commemorat unveil parade inaugurat wreath memorial',
    '20000502':
      'celebrity celebrities queen| king| prince princess royal| royals| duchess duke| wedding engaged ' +
      'engagement girlfriend boyfriend couple| star| stars| pregnan supermodel kardashian heiress actress ' +
      'actor| singer',
    '20000507': 'flower tree| trees| garden blossom',
    '20000509':
      'worker| workers| workforce employee employer wage| wages| salary salaries| apprentice working_hours ' +
      'minimum_wage bonus bonuses career training| overtime self_employ pay_rise workplace staff| childcare',
    '20000521': 'labour_law labor_law employment_law working_time employment_tribunal',
    '20000523':
      'labour_market labor_market job_market jobs| vacanc recruit hiring skills_shortage employment_rate',
    '20000524':
      'strike| strikes| striking walkout industrial_action picket collective_bargain dispute| disputes| ' +
      'pay_deal pay_talk pay_offer stoppage negotiat',
    '20000531': 'pension retire',
    '20000533': 'unemploy jobless layoff laid_off redundanc job_loss job_cut lose_their',
    '20000536': 'union| unions| trade_union trades_union tuc| unison|',
    '20000538':
      'holiday| holidays| travel tourist tourism hotel| hotels| beach| beaches| cruise resort| video_game ' +
      'gamer gaming playstation xbox nintendo lottery casino hobby hobbies puzzle chess poker pub| pubs| ' +
      'bar| nightclub restaurant theme_park hiking hike| fishing| hunting| camping| trip| trips| ' +
      'destination| sightsee landmark getaway itinerary',
    '20000565':
      'recipe food| foods| cook| cooking chef| chefs| wine| wines| beer| coffee| dish| dishes| garden| ' +
      'gardening decor furniture interior kitchen diy| fashion| outfit makeup beauty| skincare trend| ' +
      'trends| party| parties| car| cars| motorcycle motorbike bicycle ingredient bake| baking oven| cake| ' +
      'vegan organic butter| chocolate salad tasty delicious wear|',
    '20000574':
      'election elector vote| votes| voted voter| voters| voting ballot poll| polls| polling campaign| ' +
      'campaigning candidate referendum primaries turnout constituency landslide re_elected run_off ' +
      'exit_poll manifesto swing_state caucus',
    '20000587':
      'human_right censor press_freedom free_speech civil_libert amnesty_international rights_group ' +
      'civil_right torture freedom_speech freedom_press',
    '20000593':
      'prime_minister minister| ministers| cabinet| parliament mps| mp| lawmaker senate senator congress| ' +
      'commons| lords| governor mayor council| councillor civil_servant intelligence_service ' +
      'intelligence_agenc spy| spies| mi5| mi6| cia| defence| military_service impeach reshuffle ' +
      'downing_street white_house whitehall treasury| home_secretary government| administration| ' +
      'house_commons house_representatives',
    '20000621':
      'policy| policies| reform| reforms| immigration migrant asylum tax| taxes| welfare| privatis id_card ' +
      'identity_card gun_control data_protection nuclear_power legislation bill| regulation| regulations| ' +
      'subsid deport integration_policy ban|',
    '20000638':
      'diplomat diplomac embassy ambassador summit| treaty sanctions| foreign_minister foreign_secretary ' +
      'foreign_ministry foreign_policy united_nations un| nato| bilateral european_union ' +
      'european_commission refugee foreign_aid state_department kremlin trade_agreement relations| ties| ' +
      'border| g8| g20| security_council membership| talks| secretary_state',
    '20000646': 'ngo| ngos| non_governmental greenpeace charities civil_society',
    '20000647': 'political_crisis no_confidence caretaker snap_election deadlock| constitutional_crisis',
    '20000648':
      'dissident opposition_leader political_prisoner exile| exiled crackdown jailed| opposition_activist ' +
      'pro_democracy',
    '20000649':
      'party| parties| labour_party tory| tories| conservatives| lib_dem liberal_democrat democrats| ' +
      'republicans| party_leader leadership| coalition lobby lobbyist rebel| backbench democracy dictator ' +
      'ukip| party_conference grassroot left_wing right_wing',
    '20000657':
      'christian islam| islamic| muslim catholic jewish judaism hindu buddhis sikh protestant orthodox ' +
      'anglican baptist methodist lutheran evangelical mormon faith| sect| cult| theolog atheis believers ' +
      'scientolog religion| worship church_england',
    '20000687': 'interfaith inter_faith interreligious ecumenic',
    '20000688':
      'sectarian blasphem persecut religious_violence religious_hatred communal_violence religious_tension',
    '20000689':
      'christmas easter| ramadan eid| hajj pilgrim prayer mass| baptism yom_kippur passover diwali ' +
      'holy_week canoni beatif hanukkah lent|',
    '20000697':
      'church| churches| mosque synagogue temple| temples| cathedral chapel monaster abbey minaret shrine|',
    '20000702': 'headscarf veil| burqa secular religious_freedom church_state',
    '20000703':
      'pope| popes| pontiff vatican| bishop archbishop cardinal imam| imams| rabbi dalai_lama ayatollah ' +
      'priest| priests| cleric clergy patriarch',
    '20000705': 'bible koran quran torah gospel| scripture biblical',
    '20000710':
      'biotech stem_cell clone| cloned cloning gene_therapy pharmacolog embryo crispr vaccin drug| patients|',
    '20000715': 'mathemat theorem prime_number equation',
    '20000716': 'turbine mechanical gearbox',
    '20000717':
      'astronom telescope planet| planets| galaxy galaxies| comet asteroid black_hole physic particle| ' +
      'particles| cern| biolog fossil dinosaur species genetic| gene| genes| genome dna| geolog chemist ' +
      'molecul quantum evolution| mammal cells| neutrino mars| moon| saturn titan| jupiter solar_system ' +
      'eclipse',
    '20000735':
      'research| researcher study| studies| experiment discover nasa| spacecraft probe| mission| shuttle| ' +
      'space_station astronaut cosmonaut rover| orbit| journal| scientist findings| nobel laboratory ' +
      'space_agency esa| lunar',
    '20000741': 'royal_society max_planck cnrs research_council academy_sciences',
    '20000742':
      'archaeolog anthropolog psycholog sociolog historian linguist philosoph excavat tomb| pyramid ancient|',
    '20000755': 'technical_standard iso| w3c',
    '20000756':
      'software computer| computers| pc| pcs| computing internet online| web| website google microsoft ' +
      'apple| facebook smartphone phone| phones| mobile| mobiles| broadband app| apps| users| browser spam ' +
      'hacker security_flaw antivirus spyware chip| chips| robot electronic| electronics| digital ' +
      'video_game console| gadget laptop server| servers| wireless ipod iphone android ' +
      'artificial_intelligence nanotech rocket| satellite blog download file_sharing linux search_engine ' +
      'technolog tech| net_user pc_user networking',
    '20000768': 'community| communities| neighbour neighbor social_network villager',
    '20000770':
      'population| census immigration immigrant migrant birth_rate demograph emigra fertility ageing',
    '20000775':
      'racis sexis discriminat antisemit anti_semit homophob islamophob racial| racially ageism equal_pay ' +
      'prejudice apartheid',
    '20000780':
      'marriage married| marry| divorce adoption adopted abortion parents| parent| family| families| ' +
      'mother| father| husband wife| custody contracepti wedding',
    '20000788':
      'women| woman| gay| gays| lesbian lgbt transgender disabled disabilit elderly teenage youth| ' +
      'children| child| indigenous roma| gypsy gypsies minority minorities same_sex aborigin girls| boys| ' +
      'feminis',
    '20000799':
      'homeless poverty poor| poorest inequality deprived slum| slums| rough_sleep food_bank hunger|',
    '20000802':
      'addict drug_abuse alcohol domestic_violence child_abuse abuse abused prostitut slavery bully ' +
      'juvenile antisocial anti_social binge drunk harass traffick gang|',
    '20000808': 'euthanas assisted_suicide assisted_dying suicide pornograph porn| ethic moral| morality',
    '20000817':
      'charity charities| benefits| welfare social_service social_security donat volunteer care_home ' +
      'carer| carers| fundrais',
    '20000822':
      'football| footballer soccer goal| goals| striker midfield goalkeeper defender| penalty| match| ' +
      'matches| league| premiership premier_league rugby scrum fly_half cricket wicket innings| batsm ' +
      'bowler| tennis seed| seeded wimbledon golf golfer birdie basketball nba| nfl| quarterback touchdown ' +
      'baseball inning| pitcher hockey swimm athletics sprint marathon boxing boxer heavyweight ' +
      'formula_one f1| grand_prix cycling cyclist ski| skiing skier race| races| racing jockey gymnast ' +
      'coach| squad| half_time captain| team| tackle victory win| game| games| six_nations beat| medal ' +
      'score| scored yards| batting tour_france',
    '20001103': 'suspended suspension banned ban| fined disciplinary red_card sent_off misconduct',
    '20001104':
      'doping steroid banned_substance drug_test drugs_test wada| epo| positive_test failed_test ' +
      'anti_doping nandrolone',
    '20001108':
      'olympic world_cup european_championship world_championship championships| tournament ' +
      'commonwealth_game fa_cup champions_league super_bowl grand_slam australian_open qualifier| ' +
      'asian_games paralymp semi_final quarter_final indoor_championship final|',
    '20001124':
      'sponsor tv_rights broadcast_rights ticket| tickets| revenue takeover| takeover_bid shareholder ' +
      'debts| merchandis',
    '20001125':
      'fifa| uefa| ioc| football_association federation| governing_body icc| committee| fa| commissioner',
    '20001126': 'stadium arena| grandstand turf| new_ground',
    '20001148': 'transfer| transfers| signed signing| loan| bid| fee| contract| buy_out',
    '20000053':
      'bomb bombing bomber suicide_bomb car_bomb terroris al_qaeda al_qaida islamic_state isis| jihad ' +
      'explosion| attack| attacks| blast|',
    '20000056':
      'war| troops| soldier army| military| missile air_strike airstrike shelling shelled rebel| rebels| ' +
      'fighter| fighters| militant militia insurgen offensive| occupation invade| invaded invasion ' +
      'frontline front_line tank| tanks| civil_war peacekeep combat| drone guerrilla battle| marines| ' +
      'artillery',
    '20000065':
      'protest demonstrat riot| riots| rioting uprising unrest tear_gas rally| rallies| revolution ' +
      'rebellion march| looting',
    '20000070': 'coup| junta overthrow overthrown putsch',
    '20000071': 'massacre genocid mass_grave ethnic_cleansing srebrenica atrocit',
    '20000073':
      'peace| ceasefire cease_fire truce peace_talk peace_process peace_plan negotiat roadmap envoy| accord|',
    '20000077': 'reconstruct rebuild disarm decommission landmine demining weapons_inspector',
    '20000080': 'prisoner| prisoners| detain hostage guantanamo abu_ghraib captive captivity prisoners_war',
    '20001128': 'forecast forecaster forecasters tomorrow| outlook meteorologist expect| sunny',
    '20001129':
      'storm rain rainfall snow hurricane tornado heatwave heat_wave wind| winds| gale fog| hail thunder ' +
      'lightning ice| icy frost blizzard typhoon cyclone',
    '20001130':
      'temperature hottest coldest warmest driest wettest recorded| celsius fahrenheit degrees| average| ' +
      'record|',
    '20001131': 'warning| warnings| warned| alert| alerts| advisory amber| evacuat red_alert',
  },
  de: {
    '20000002':
      'film filme| kino schauspieler regisseur drehbuch oscar oscars| berlinale musik album song| songs| ' +
      'sänger band| konzert oper| opern ballett tanz| tänzer theater bühne| roman| romane| autor| autorin ' +
      'schriftsteller literatur gedicht lyrik buch| bücher| malerei maler| gemälde skulptur galerie ' +
      'ausstellung künstler fotograf komödie kabarett comedy orchester komponist dirigent pop| rock| jazz ' +
      'hip_hop rapper premiere hauptrolle mode| modeschöpf comic architekt| drama| dramaturg festspiel ' +
      'thriller krimi|',
    '20000038':
      'museum museen bibliothek weltkulturerbe denkmal tradition brauchtum sprache| sprachen| dialekt ' +
      'archiv| kulturell schloss| kulturgut karneval archäolog kulturminister kulturpolitik gedenkstätte',
    '20000045':
      'fernseh sender| rundfunk zeitung zeitschrift magazin| journalist redakteur redaktion radio ' +
      'moderator serie| folge| quote| einschaltquot ard| zdf| rtl| tatort talkshow netflix verlag| ' +
      'verleger tv| zuschauer podcast medien| reporter|',
    '20000082':
      'mord| morde| mörder ermord getötet tötung totschlag messer erschossen vergewaltig missbrauch ' +
      'überfall überfallen räuber einbruch einbrecher diebstahl diebe| gestohlen betrug| betrüger ' +
      'korruption bestech entführ geisel bande| drogen kokain heroin schmuggl terrorist hacker ' +
      'cyberkriminal geldwäsche veruntreu brandstift mafia verbrech straftat opfer täter gewalttat ' +
      'unterschlag erpress körperverletz kriminell kriminalität',
    '20000106':
      'gericht| gerichts richter| prozess| urteil verurteil freispruch freigesproch angeklagt anklage ' +
      'staatsanwalt staatsanwältin berufung revision| verhandlung zeuge| zeugen| anwalt| anwältin anwälte ' +
      'klage| kläger verteidiger haftstrafe bewährung schadenersatz schadensersatz landgericht amtsgericht ' +
      'bundesgerichtshof bgh| verfassungsgericht geschworen strafprozess schuldig',
    '20000119': 'bürgerrecht menschenrecht grundrecht justizirrtum gleichbehandl',
    '20000121':
      'gesetz gesetzes gesetzentwurf verordnung urheberrecht kartellrecht auslieferung völkerrecht ' +
      'strafrecht paragraf verfassung| datenschutz',
    '20000129':
      'polizei polizist beamte| beamten| festgenommen festnahme verhaftet verhaftung ermittler ermittlung ' +
      'fahndung razzia verdächtig tatverdächtig untersuchungshaft gefängnis haft| häftling kriminalpolizei ' +
      'bundeskriminalamt landeskriminalamt vermisst geldstrafe bußgeld todesstrafe zoll| streife',
    '20000139':
      'unfall unfälle| unglück absturz abgestürzt zusammenstoß kollision kollidier entgleis flugzeug ' +
      'hubschrauber fähre gesunken kentert gekentert explosion explodier einsturz eingestürzt autobahn ' +
      'lastwagen lkw| bus| zug| fahrer| reaktor verunglück ertrunken',
    '20000148':
      'erdbeben beben| nachbeben epizentrum tsunami hochwasser überschwemm flut| fluten orkan hurrikan ' +
      'taifun zyklon tornado sturm unwetter vulkan erdrutsch lawine dürre hungersnot waldbrand brand| ' +
      'brände| feuer| feuerwehr flammen katastrophe naturkatastrophe',
    '20000167': 'katastrophenschutz evakuierungsplan frühwarn hochwasserschutz notfallplan',
    '20000168':
      'rettungskräfte rettung| hilfsorganisation rotes_kreuz roten_kreuz rote_kreuz humanitär spenden| ' +
      'hilfsgüter nothilfe helfer bergung bergen| gerettet thw|',
    '20000170':
      'gewinn| gewinne| umsatz quartal geschäftsjahr ergebnis| verlust| verluste| aktionär dividende ' +
      'übernahme fusion beteiligung konzern vorstand aufsichtsrat börsengang insolvenz insolvent pleite ' +
      'sanierung stellenabbau tochterfirma tochtergesellschaft joint_venture patent rückruf ' +
      'hauptversammlung bilanz prognose unternehmens chef| firmenchef geschäftsführ',
    '20000209':
      'fluggesellschaft airline autobauer autohersteller autos| fahrzeug einzelhandel händler| handel| ' +
      'supermarkt warenhaus banken| bank| sparkasse versicherung versicherer ölkonzern energie strom| ' +
      'stromnetz kraftwerk atomkraft bergbau stahl landwirt bauern| immobilien wohnungsmarkt mieten| ' +
      'bauwirtschaft telekom mobilfunk software chiphersteller halbleiter pharma tourismus hotel flughafen ' +
      'bahn| reederei werft werbung brauerei maschinenbau industrie| branche luftfahrt airbus boeing ' +
      'pipeline',
    '20000344':
      'inflation bruttoinlandsprodukt bip| wirtschaftswachstum wachstum rezession leitzins zinsen| ' +
      'zinserhöh zinssenk zentralbank notenbank ezb| fed| bundesbank konjunktur arbeitslosenzahl ' +
      'arbeitslosigkeit verbraucherpreis verbrauchervertrau export import| handelsbilanz handelsabkommen ' +
      'handelsstreit zölle defizit haushalt| staatsverschuld schulden| schuldenbremse ökonom ' +
      'wirtschaftspolitik volkswirtschaft iwf| weltbank wto| deflation steuern| steuer| subvention ' +
      'wirtschaftsminister finanzminister sparpaket rettungsschirm euro_krise eurokrise',
    '20000385':
      'aktie aktien börse dax| dow_jones nasdaq index| anleger investoren händler| anleihe rendite dollar| ' +
      'devisen wechselkurs währung rohöl ölpreis barrel rohstoff goldpreis hedgefonds bitcoin krypto kurs| ' +
      'kurse| kursgewinn punkte| wall_street',
    '20000398': 'elternbeirat elternvertret elternverband',
    '20000399': 'religionsunterricht koranschule',
    '20000400':
      'schule| schulen| universität hochschule uni| gymnasium grundschule realschule kita| kindergarten ' +
      'campus rektor schulleiter studiengebühr numerus fakultät',
    '20000410': 'erziehung',
    '20000411':
      'lehrer lehrerin lehrkräfte schüler student studierend studium| prüfung abitur lehrplan noten| ' +
      'unterricht lernen| lesen| mathematik| pisa schulbuch vorlesung bachelor master|',
    '20000418':
      'klimawandel klimaschutz klima erderwärmung treibhaus emission co2 kohlendioxid gletscher ' +
      'meeresspiegel weltklimarat ipcc|',
    '20000420': 'naturschutz nationalpark schutzgebiet artenschutz wiederansied wilderei energiesparen',
    '20000423':
      'umweltminister umweltpolitik umweltbundesamt umweltschützer greenpeace umweltverband bund_für',
    '20000424':
      'verschmutz gift| giftig schadstoff feinstaub stickoxid ölpest müll| plastik abfall recycling smog ' +
      'abwasser pestizid chemikalie glyphosat',
    '20000430':
      'erneuerbare solar windkraft windenergie wasserkraft wald| wälder| abholz regenwald fluss| flüsse| ' +
      'ozean rohstoff trinkwasser biosprit energiewende',
    '20000441':
      'tierart artenvielfalt artensterben vögel| vogel| wal| wale| delfin hai| haie| bienen insekten ' +
      'ausgestorben lebensraum ökosystem invasiv tiere| pflanzen| elefant tiger| wolf| wölfe| bär| bären| ' +
      'korallen',
    '20000446':
      'krankheit krebs| tumor virus viren| infektion infiziert ausbruch epidemie pandemie corona covid ' +
      'grippe malaria hiv| aids| diabetes übergewicht herzinfarkt schlaganfall demenz alzheimer depression ' +
      'angststör autismus verletz symptom ebola cholera hepatitis allergi masern rheuma magersucht erkrank',
    '20000461': 'krankenhaus krankenhäuser klinik intensivstation notaufnahme station|',
    '20000463': 'weltgesundheitsorganisation who| robert_koch rki| ärztekammer bundesärztekammer',
    '20000464':
      'therapie behandlung medikament arznei impf impfstoff operation transplant antibiotik diät ernährung ' +
      'vitamin vorsorge studie dosis chemotherapie pille| nahrungsergänz fitness bewegung|',
    '20000479':
      'krankenkasse krankenversicherung gesundheitsreform gesundheitsminister gesundheitspolitik ' +
      'gesundheitswesen rauchverbot pflegeversicherung gesundheitssystem',
    '20000485':
      'arzt| ärzte ärztin hausarzt chirurg hebamme pflegekräfte krankenschwester mediziner apotheker ' +
      'zahnarzt',
    '20000493': 'schweinepest vogelgrippe rinderwahn bse| tierseuche maul_und tierarzt geflügel',
    '20000497': 'rekord preis| auszeichnung auszeichn guinness älteste weltrekord medaille preisträger',
    '20000500': 'hund| hunde| katze| katzen| haustier zoo| pferd panda elefant tier| tiere| affe|',
    '20000501': 'zeremonie gedenk parade einweih trauerfeier',
    '20000502':
      'promi| promis| star| stars| prinz prinzessin königin| könig| royals hochzeit verlobt scheidung ' +
      'paar| baby schwanger model| freundin| schauspielerin sängerin herzogin',
    '20000507': 'blume baum| bäume| garten',
    '20000509':
      'beschäftigte mitarbeiter arbeitnehmer arbeitgeber lohn| löhne| gehalt| gehälter mindestlohn ' +
      'ausbildung azubi arbeitszeit überstunden fachkräfte weiterbildung homeoffice',
    '20000521': 'arbeitsrecht arbeitsschutz kündigungsschutz arbeitszeitgesetz',
    '20000523': 'arbeitsmarkt stellenmarkt offene_stellen jobs| fachkräftemangel',
    '20000524':
      'streik warnstreik tarifvertrag tarifverhandlung tarifstreit tarifrunde arbeitskampf lohnverhandlung',
    '20000531': 'rente| renten rentner ruhestand pension altersvorsorge',
    '20000533': 'arbeitslos stellenabbau entlassung hartz jobcenter kurzarbeit',
    '20000536': 'gewerkschaft verdi| ver_di ig_metall dgb| betriebsrat',
    '20000538':
      'urlaub reise| reisen| reisend tourist tourismus hotel strand| kreuzfahrt spiel| spiele| videospiel ' +
      'gamer playstation xbox nintendo lotto casino hobby hobbys schach restaurant bar| kneipe ' +
      'freizeitpark wandern wanderung camping ausflug angeln sehenswürdig',
    '20000565':
      'rezept kochen| koch| küche| wein| bier| kaffee gericht| garten möbel einrichtung wohnung| heimwerk ' +
      'mode| kleid| beauty kosmetik trend party auto| motorrad fahrrad zutaten backen| kuchen torte vegan ' +
      'bio| teelöffel esslöffel lecker',
    '20000574':
      'wahl| wahlen wahlkampf wähler wahlergebnis wahllokal stimmen| stimmzettel abstimmung umfrage ' +
      'kandidat spitzenkandidat volksentscheid referendum stichwahl wahlbeteiligung landtagswahl ' +
      'bundestagswahl hochrechnung wiederwahl',
    '20000587': 'menschenrecht zensur pressefreiheit meinungsfreiheit amnesty grundrecht folter',
    '20000593':
      'regierung| bundesregierung minister ministerin bundestag bundesrat parlament abgeordnete senat ' +
      'landtag bürgermeister stadtrat gemeinderat kanzler kanzlerin bundeskanzler ministerpräsident ' +
      'bundeswehr geheimdienst verfassungsschutz haushalt| kabinett behörde staatssekretär nsa|',
    '20000621':
      'reform| reformen gesetz gesetzentwurf asyl flüchtlingspolitik einwanderung migration steuer ' +
      'sozialpolitik rente| integration abschieb atomausstieg energiewende vorratsdatenspeicher ' +
      'waffenrecht datenschutz familienpolitik mindestlohn',
    '20000638':
      'diplomat botschaft botschafter gipfel außenminister außenpolitik auswärtige sanktion ' +
      'vereinte_nationen vereinten_nationen uno| un| eu| nato| staatsbesuch bilateral flüchtling ' +
      'entwicklungshilfe abkommen vertrag| sicherheitsrat beziehungen| kreml brexit',
    '20000646': 'ngo| ngos| nichtregierungsorganisation greenpeace',
    '20000647': 'regierungskrise misstrauensvotum neuwahl staatskrise',
    '20000648':
      'dissident regimekritiker oppositionsführer oppositionell politische_gefangene exil| bürgerrechtler',
    '20000649':
      'partei| parteien| parteitag cdu| csu| spd| fdp| grüne| grünen| linke| afd| koalition opposition| ' +
      'parteichef fraktion lobby demokratie diktator vorsitzende| koalitionsverhandlung sozialdemokrat',
    '20000657':
      'christen| christlich christentum islam muslim katholi evangelisch protestant juden| jüdisch ' +
      'hinduismus buddhis orthodox glaube| gläubig sekte theolog atheis religion| religionen|',
    '20000687': 'ökumen interreligiös dialog|',
    '20000688': 'blasphemie verfolgung| religionskonflikt',
    '20000689':
      'weihnacht ostern| ramadan gottesdienst messe| taufe pilger wallfahrt gebet kirchentag heiligsprech ' +
      'seligsprech firmung pfingsten',
    '20000697': 'kirche| kirchen| moschee synagoge tempel dom| kathedrale kloster kapelle',
    '20000702': 'kirchensteuer kopftuch burka säkular religionsfreiheit kirchenstaatsvertrag',
    '20000703':
      'papst päpst vatikan bischof bischöf erzbischof kardinal imam| rabbiner dalai_lama priester pfarrer ' +
      'geistliche',
    '20000705': 'bibel koran| tora| evangelium',
    '20000710': 'stammzell klon gentherapie biotechnolog pharmakolog embryo impfstoff',
    '20000715': 'mathemati primzahl',
    '20000716': 'turbine getriebe',
    '20000717':
      'astronom teleskop planet galaxie sterne| komet asteroid schwarze_loch physik teilchen| cern| biolog ' +
      'fossil dinosaurier gene| genetisch erbgut dna| geolog chemie| chemiker molekül quanten evolution| ' +
      'säugetier zellen| mars| mond| sonne|',
    '20000735':
      'forscher forschung studie experiment entdeck nasa| esa| raumsonde raumfahrt raumstation astronaut ' +
      'wissenschaftler nobelpreis labor| fachmagazin',
    '20000741': 'max_planck fraunhofer helmholtz leibniz akademie_der akademie_wissenschaften',
    '20000742':
      'archäolog anthropolog psycholog soziolog historiker sprachwissenschaft philosoph ausgrab grab| ' +
      'pyramide antike|',
    '20000755': 'norm| normen iso| din|',
    '20000756':
      'software computer pc| internet online| web| google microsoft apple| facebook smartphone handy| ' +
      'handys| app| apps| nutzer browser spam hacker sicherheitslücke schadsoftware chip| roboter ' +
      'elektronik digital konsole laptop server| wlan iphone android künstliche_intelligenz nanotech ' +
      'rakete satellit download linux suchmaschine betriebssystem technik| tablet',
    '20000768': 'gemeinschaft| nachbarn nachbarschaft soziale_netzwerk',
    '20000770':
      'bevölkerung einwohner geburtenrate demografisch demographisch einwander zuwander volkszählung ' +
      'migrant auswander',
    '20000775': 'rassis sexis diskriminier antisemit homophob islamfeind gleichstellung vorurteil lohnlücke',
    '20000780':
      'ehe| heirat scheidung adoption adoptiv abtreibung eltern| familie| familien| mutter| vater| kinder| ' +
      'ehepaar sorgerecht',
    '20000788':
      'frauen| frau| homosexuell schwule lesb transgender behinderte behinderung senioren jugendliche ' +
      'kinder| sinti minderheit indigene feminis gleichgeschlechtlich',
    '20000799': 'obdachlos armut arme| ungleichheit sozial_schwach tafel| slum',
    '20000802':
      'sucht| drogensucht alkohol häusliche_gewalt missbrauch prostitu sklaverei mobbing ' +
      'jugendkriminalität belästig menschenhandel',
    '20000808': 'sterbehilfe suizid selbstmord pornograf ethik| moral|',
    '20000817':
      'wohltätig ehrenamt sozialhilfe hartz spenden| pflegeheim jugendamt sozialleistung caritas diakonie ' +
      'kindergeld',
    '20000822':
      'fußball bundesliga tor| tore| stürmer torwart torhüter mittelfeld elfmeter spiel| spiele| trainer ' +
      'trainerin mannschaft| rugby cricket tennis satz| golf| basketball nba| nfl| handball eishockey ' +
      'schwimm leichtathletik marathon boxen| boxer formel_eins grand_prix rennen| radsport radprofi ' +
      'skispring skirenn ski| biathlon turner sieg| niederlage liga halbzeit kapitän champions_league ' +
      'verein| hinspiel rückspiel tabellenführer',
    '20001103': 'sperre| gesperrt rote_karte platzverweis sportgericht',
    '20001104': 'doping gedopt steroid epo| dopingprobe wada|',
    '20001108':
      'olympi weltmeisterschaft wm| europameisterschaft em| meisterschaft turnier weltcup pokal finale| ' +
      'halbfinale viertelfinale super_bowl grand_slam paralymp qualifikation',
    '20001124': 'sponsor fernsehrechte tv_rechte ticket| investor',
    '20001125': 'fifa| uefa| ioc| dfb| verband| sportverband komitee',
    '20001126': 'stadion arena|',
    '20001148': 'transfer wechsel| wechselt| verpflichtet ablöse ablösesumme leihe| vertrag| verpflichtung',
    '20000053':
      'bombe| bomben anschlag anschläge attentat attentäter selbstmordattentäter terror al_qaida ' +
      'islamischer_staat islamischen_staat autobombe',
    '20000056':
      'krieg| krieges| soldat armee militär truppen rakete luftangriff luftschlag beschuss rebellen ' +
      'kämpfe| kämpfer miliz aufständisch offensive besatzung invasion front| panzer bürgerkrieg gefecht ' +
      'drohne taliban',
    '20000065': 'protest demonstra unruhen ausschreitung krawall aufstand tränengas kundgebung revolution',
    '20000070': 'putsch staatsstreich junta',
    '20000071': 'massaker völkermord massengrab genozid',
    '20000073':
      'frieden friedens waffenstillstand waffenruhe friedensgespräch friedensplan feuerpause verhandlung',
    '20000077': 'wiederaufbau entwaffnung abrüst minenräum',
    '20000080': 'gefangene| gefangenen| häftling geisel guantanamo kriegsgefangen',
    '20001128': 'vorhersage vorhergesagt wetterbericht wetterdienst meteorolog morgen| wochenende aussichten',
    '20001129':
      'sturm gewitter regen| schnee hagel nebel wind| hitzewelle hitze| frost| eis| orkan wolken ' +
      'niederschlag',
    '20001130': 'temperatur grad| heißeste kälteste wärmste trockenste rekord messung celsius',
    '20001131': 'unwetterwarnung warnung warnt| alarm',
  },
  fr: {
    '20000002':
      'film| films| cinéma acteur actrice réalisateur réalisatrice scénario oscar oscars| césar| cannes ' +
      'album chanson chanteur chanteuse musique musicien concert rappeur opéra ballet danse danseur ' +
      'théâtre roman| romans| romancier écrivain poète poésie livre| livres| littérature peintre peinture| ' +
      'sculpteur galerie exposition artiste photographe comédie comédien orchestre compositeur pop| rock| ' +
      'jazz tournage premier_rôle bande_dessinée architecte défilé couturier album| festival_cannes ' +
      'mise_scène',
    '20000038':
      'musée bibliothèque patrimoine unesco monument| monuments| tradition langue| langues| dialecte ' +
      'archives| culturel culturelle château archéolog carnaval restauration|',
    '20000045':
      'télévision télé| chaîne| chaînes| audience audiences| journal| quotidien| magazine| journaliste ' +
      'rédaction radio| animateur animatrice série| épisode tf1| france_télévisions canal+ téléspectateur ' +
      'presse| médias netflix émission reporter',
    '20000082':
      'meurtre meurtrier tué| tuée| assassin assassiné homicide poignard viol| violeur agression agressé ' +
      'abus_sexuel vol| vols| voleur cambriol braquage escroquer fraude corruption enlèvement otage gang| ' +
      'drogue cocaïne héroïne trafic trafiquant terroris pirate| piratage blanchiment détournement ' +
      'incendie_criminel mafia crime| crimes| criminel victime délinquan coups_feu coups_couteau ' +
      'détournement_fonds',
    '20000106':
      'tribunal tribunaux cour| juge| juges| procès juré| jurés| verdict condamné condamn acquitt accusé ' +
      'prévenu procureur parquet| appel| audience| plainte| poursuivi témoin avocat avocate magistrat ' +
      'relaxe peine| cassation prison_ferme sursis mis_examen mise_examen dommages_intérêts conseil_état',
    '20000119': 'droits_civiques libertés_publiques erreur_judiciaire droits_homme',
    '20000121':
      'loi| lois| législation code_civil code_pénal extradition constitution| réglementation décret ' +
      'jurisprudence projet_loi proposition_loi droits_auteur',
    '20000129':
      'police policier gendarme gendarmerie arrêté| arrêtée| arrestation interpell enquête enquêteur ' +
      'suspect perquisition prison| détenu détention incarcér évadé disparition amende fugitif garde_vue ' +
      'peine_mort',
    '20000139':
      'accident collision crash| déraill avion| hélicoptère ferry naufrage chavir explosion explosé ' +
      'effondrement effondré autoroute camion| bus| car| autocar train| conducteur noyé réacteur',
    '20000148':
      'séisme magnitude épicentre réplique tsunami inondation crue| crues| ouragan typhon cyclone tornade ' +
      'tempête volcan éruption glissement avalanche sécheresse famine incendie feu| feux| pompiers ' +
      'catastrophe sinistré tremblement_terre glissement_terrain',
    '20000167': 'plan_orsec évacuation alerte_précoce prévention_risques',
    '20000168':
      'secours sauveteur sauvetage croix_rouge humanitaire dons| aide_humanitaire protection_civile',
    '20000170':
      'bénéfice| bénéfices| résultat| résultats| trimestre trimestriel pertes| actionnaire dividende opa| ' +
      'rachat fusion acquisition pdg| directeur_général faillite redressement_judiciaire liquidation ' +
      'restructuration filiale coentreprise brevet entreprise| groupe| chiffre_affaires ' +
      'conseil_administration suppression_postes suppressions_postes',
    '20000209':
      'compagnie_aérienne constructeur_automobile automobile distribution| supermarché magasin| magasins| ' +
      'banque| banques| assureur assurance pétrolier énergie électricité centrale_nucléaire nucléaire ' +
      'minier sidérurg agriculteur agricole agriculture immobilier logement télécom opérateur mobile| ' +
      'logiciel semi_conducteur pharmaceutique tourisme hôtel aéroport sncf ferroviaire chantier_naval ' +
      'publicité brasseur industrie| industriel secteur| aéronautique airbus boeing gazoduc edf| viticult',
    '20000344':
      'inflation pib| croissance récession taux_directeur banque_centrale bce| fed| chômage consommation ' +
      'exportation importation déficit balance_commerciale accord_commercial budget| dette| économiste ' +
      'économie| économique fmi| banque_mondiale omc| déflation productivité relance austérité impôt| ' +
      'impôts| fiscal fiscalité privatis zone_euro insee pouvoir_achat prix_consommation taux_intérêt',
    '20000385':
      'bourse| cac| cac_40 dow_jones nasdaq indice| investisseur actions| obligation| obligations| dollar| ' +
      'euro_face devise baril brut| matières_premières once| trader courtier marchés| bitcoin crypto ' +
      'points| wall_street',
    '20000398': 'fcpe| parents_élèves',
    '20000399': 'enseignement_religieux école_coranique',
    '20000400':
      'école| écoles| université collège| collèges| lycée campus maternelle proviseur rectorat ' +
      'grandes_écoles établissement| rentrée|',
    '20000410': '',
    '20000411':
      'enseignant professeur professeurs| élève étudiant bac| baccalauréat examen programme_scolaire ' +
      'notes| cours| classe| lecture| mathématiques apprentissage diplôme pédagogi manuel_scolaire',
    '20000418':
      'climat climatique réchauffement co2 carbone glacier giec| cop21 cop_21 kyoto effet_serre gaz_serre',
    '20000420': 'parc_national réserve_naturelle protégé préservation braconnage réintroduction',
    '20000423':
      'écologiste greenpeace grenelle politique_environnementale ministre_écologie ministre_environnement',
    '20000424':
      'pollution polluant pollué toxique marée_noire déchet plastique recyclage smog eaux_usées pesticide ' +
      'glyphosate amiante particules_fines',
    '20000430':
      'renouvelable solaire éolien éolienne hydroélectri forêt déforestation rivière| fleuve| océan ' +
      'eau_potable ressources_naturelles biocarburant',
    '20000441':
      'espèce| espèces| faune flore oiseau baleine dauphin requin abeille insecte papillon extinction ' +
      'habitat| écosystème biodiversité animaux| éléphant tigre loup| loups| ours| corail',
    '20000446':
      'maladie cancer tumeur virus infection infecté épidémie pandémie covid coronavirus grippe paludisme ' +
      'vih| sida| diabète obésité infarctus avc| démence alzheimer dépression autisme blessure symptôme ' +
      'rougeole tuberculose ebola choléra hépatite allergi',
    '20000461': 'hôpital hôpitaux clinique| urgences| chu| réanimation',
    '20000463': 'organisation_mondiale oms| ordre_médecins académie_médecine',
    '20000464':
      'traitement médicament vaccin thérapie chirurgie greffe antibiotique régime| alimentation vitamine ' +
      'dépistage essai_clinique dose| doses| chimiothérapie pilule nutrition',
    '20000479':
      'assurance_maladie sécurité_sociale mutuelle tiers_payant santé_publique désert_médical ministre_santé',
    '20000485': 'médecin infirmi chirurgien sage_femme pharmacien dentiste généraliste soignant',
    '20000493':
      'fièvre_aphteuse vache_folle grippe_aviaire peste_porcine vétérinaire élevage bétail volaille',
    '20000497': 'record prix| lauréat récompens guinness médaille',
    '20000500': 'chien| chiens| chat| chats| animal| animaux| zoo| cheval| panda| éléphant',
    '20000501': 'cérémonie commémor inauguration hommage| défilé',
    '20000502':
      'star| stars| people| prince| princesse reine| roi| royal mariage fiancé divorce| couple| bébé ' +
      'enceinte mannequin',
    '20000507': 'fleur arbre| jardin',
    '20000509':
      'salarié employé employeur salaire smic| formation| apprenti temps_travail heures_supplémentaires ' +
      'emploi| emplois| travailleur',
    '20000521': 'loi_travail 35_heures sécurité_au code_travail droit_travail',
    '20000523': 'embauche recrutement marché_travail marché_emploi',
    '20000524':
      'grève grévistes gréviste conflit_social négociation| négociations| convention_collective débrayage ' +
      'mouvement_social',
    '20000531': 'retraite| retraites| retraité pension',
    '20000533': 'chômage chômeur licenci plan_social pôle_emploi',
    '20000536': 'syndicat syndical cgt| cfdt| fo| sud| medef',
    '20000538':
      'vacances| voyage touris hôtel plage| croisière jeu| jeux| jeu_vidéo jeux_vidéo playstation xbox ' +
      'nintendo loto| casino loisir échecs restaurant bar| randonnée camping pêche| chasse| week_end ' +
      'séjour parc_attractions',
    '20000565':
      'recette cuisine| cuisin chef| vin| vins| bière café| plat| jardin| meuble décoration intérieur ' +
      'bricolage mode| tendance beauté maquillage fête| voiture moto| vélo ingrédient gâteau bio| végan ' +
      'gastronomi',
    '20000574':
      'élection électoral électeur vote| voter| voté| scrutin sondage campagne| candidat candidate ' +
      'référendum primaire| participation abstention circonscription législatives présidentielle ' +
      'municipales second_tour premier_tour suffrage urnes',
    '20000587': 'droits_humains censure amnesty torture droits_homme liberté_presse liberté_expression',
    '20000593':
      'gouvernement ministre| ministres| premier_ministre assemblée_nationale sénat sénateur député ' +
      'députés| parlement maire| maires| préfet conseil_municipal conseil_régional remaniement matignon ' +
      'élysée fonctionnaire armée| renseignement espionnage services_secrets constitution| défense| ' +
      'président_république',
    '20000621':
      'réforme projet_loi immigration migrant asile impôt| fiscalité privatis logement| nucléaire ' +
      'expulsion intégration loi| mesures|',
    '20000638':
      'diplomat ambassade ambassadeur sommet| traité sanctions ministre_affaires affaires_étrangères ' +
      'politique_étrangère nations_unies onu| otan| union_européenne bilatéral réfugié bruxelles| kremlin ' +
      'conseil_sécurité visite_officielle',
    '20000646': 'ong| non_gouvernemental',
    '20000647': 'crise_politique dissolution motion_censure',
    '20000648': 'dissident opposant prisonnier_politique exil|',
    '20000649':
      'parti| partis| ump| ps| fn| lr| modem| socialiste| socialistes| républicains front_national ' +
      'coalition lobby démocratie dictateur congrès| dictature majorité| gauche| droite| centriste',
    '20000657':
      'chrétien islam musulman catholique juif juive judaïsme hindou bouddhis protestant orthodoxe foi| ' +
      'secte théolog athée religion| religions| religieux',
    '20000687': 'interreligieux œcuménique dialogue|',
    '20000688': 'blasphème persécut persécution confessionnel',
    '20000689':
      'noël pâques ramadan aïd messe| prière pèlerin pèlerinage baptême canonis béatifi pentecôte jmj|',
    '20000697': 'église| églises| mosquée synagogue temple| cathédrale chapelle monastère abbaye basilique',
    '20000702': 'laïcité voile| burqa niqab concordat',
    '20000703':
      'pape vatican évêque archevêque cardinal| cardinaux imam| imams| rabbin dalaï_lama prêtre curé clergé',
    '20000705': 'bible| coran| torah évangile',
    '20000710': 'biotech cellules_souches clonage thérapie_génique embryon',
    '20000715': 'mathémati théorème',
    '20000716': 'turbine moteur|',
    '20000717':
      'astronom télescope planète galaxie étoile comète astéroïde trou_noir physic particule cern| biolog ' +
      'fossile dinosaure gène| gènes| génétique génome adn| géolog chimi molécule quantique évolution| ' +
      'mars| lune| mammifère',
    '20000735':
      'recherche| chercheur étude| études| expérience| découvert nasa| esa| sonde| fusée spatial ' +
      'spationaute scientifique nobel laboratoire',
    '20000741': 'cnrs| inserm| institut_pasteur académie_sciences',
    '20000742':
      'archéolog anthropolog psycholog sociolog historien linguist philosoph fouilles tombe| pyramide',
    '20000755': 'norme| normes|',
    '20000756':
      'logiciel ordinateur pc| internet internaute web| google microsoft apple| facebook smartphone ' +
      'téléphone| mobile| appli applis| application| utilisateur navigateur hacker faille puce| robot ' +
      'électroni numérique console tablette serveur| iphone android intelligence_artificielle satellite ' +
      'télécharg linux moteur_recherche système_exploitation',
    '20000768': 'communauté voisin voisinage réseau_social',
    '20000770': 'population| démographi natalité recensement immigré émigr habitants|',
    '20000775': 'racis sexis discrimin antisémit homophob islamophob égalité_femmes',
    '20000780':
      'mariage| divorce| adoption avortement ivg| parents| parent| famille| familles| mère| père| mari| ' +
      'épouse enfants| couple|',
    '20000788':
      'femmes| femme| homosexuel gay| lesbien transgenre handicap personnes_âgées adolescent jeunes| ' +
      'enfants| roms| minorité autochtone féminis',
    '20000799': 'sans_abri sdf| pauvreté pauvres| inégalité précarité bidonville mal_logement',
    '20000802':
      'toxicomanie addiction alcool| alcoolisme violences_conjugales violences_faites maltraitance ' +
      'prostitu esclavage harcèlement',
    '20000808': 'euthanasie suicide| suicides| pornograph éthique morale| fin_vie',
    '20000817':
      'bénévole association_caritative allocation rsa| aides_sociales services_sociaux secours_populaire ' +
      'dons| ehpad restos_coeur',
    '20000822':
      'football foot| rugby tennis but| buts| attaquant gardien| défenseur penalty match| matchs| matches| ' +
      'équipe| entraîneur sélectionneur joueur basket handball hockey natation athlétisme marathon boxe ' +
      'boxeur grand_prix pilote| cyclis peloton étape| ski| skieur course| judo victoire| défaite mi_temps ' +
      'capitaine| set| sets| milieu_terrain tour_france',
    '20001103': 'suspendu suspension carton_rouge sanctionné',
    '20001104': 'dopage dopé stéroïde epo| antidopage',
    '20001108':
      'olympique jeux_olympiques jo| coupe_monde mondial| championnat euro_20 finale| demi_finale tournoi ' +
      'roland_garros paralymp qualification| quart_finale quarts_finale ligue_champions',
    '20001124': 'sponsor droits_tv billetterie',
    '20001125': 'fifa| uefa| cio| fff| fédération_française fédération|',
    '20001126': 'stade| stades| enceinte|',
    '20001148': 'transfert mercato signé| recrue prêté indemnité',
    '20000053':
      'attentat bombe| kamikaze terroris voiture_piégée al_qaïda état_islamique djihad jihad explosion',
    '20000056':
      'guerre| soldat armée| militaire missile frappe| frappes| bombardement rebelle| rebelles| combats| ' +
      'combattant milice insurgé offensive| occupation envahi invasion char| chars| guerre_civile ' +
      'casques_bleus drone taliban',
    '20000065':
      'manifestation manifestant émeute soulèvement insurrection lacrymogène révolution révolte ' +
      'contestation heurts',
    '20000070': 'putsch junte coup_etat coup_état',
    '20000071': 'massacre génocid charnier nettoyage_ethnique',
    '20000073': 'paix| trêve négociation| négociations| pourparlers cessez_feu accord_paix',
    '20000077': 'reconstruction désarme démin',
    '20000080': 'prisonnier détenu| détenus| otage guantanamo captivité',
    '20001128': 'prévision météo_france demain| météorologue prévoi',
    '20001129':
      'orage pluie neige vent| vents| tempête verglas brouillard grêle canicule gel| averses cyclone ' +
      'précipitation',
    '20001130': 'température record| degrés celsius mercure|',
    '20001131': 'vigilance alerte| alertes|',
  },
  es: {
    '20000002':
      'película film| cine| actor| actores| actriz guion guión óscar oscar álbum canción cantante música ' +
      'músico concierto rapero ópera ballet danza bailarín teatro| novela| novelas| novelista escritor| ' +
      'escritora poeta poesía libro| libros| literatura pintor| pintora pintura escultor galería ' +
      'exposición artista fotógrafo comedia orquesta compositor| pop| rock| jazz rodaje protagoni estreno ' +
      'arquitecto moda| disco| documental director_cine festival_cine banda_sonora',
    '20000038':
      'museo biblioteca patrimonio unesco monumento tradición idioma lengua| dialecto archivo| cultural ' +
      'castillo arqueol carnaval restauración| fiesta_popular',
    '20000045':
      'televisión tele| canal| audiencia| periódico diario| revista| periodista redacción radio| ' +
      'presentador serie| episodio rtve| tve| telecinco telespectador prensa| netflix reportero ' +
      'medios_comunicación',
    '20000082':
      'asesin asesinato homicidio mató| matar| apuñal violación violador agresión agredi abuso_sexual ' +
      'abusos_sexuales robo| robos| robar ladrón atraco estafa fraude corrupción soborno secuestr rehén ' +
      'rehenes banda_criminal droga cocaína heroína narcotráfico narco narcos| traficante terroris hacker ' +
      'pirata| blanqueo malversación mafia crimen crímenes criminal delincuen delito víctima sicario ' +
      'tráfico_drogas lavado_dinero',
    '20000106':
      'tribunal| tribunales juez| jueza jueces| juicio jurado veredicto condena| condenado condenó absuelt ' +
      'acusado fiscal| fiscalía audiencia_nacional supremo| apelación demanda| querella testigo abogad ' +
      'magistrad imputad sentencia| constitucional|',
    '20000119': 'derechos_civiles derechos_humanos error_judicial',
    '20000121':
      'ley| leyes| legislación código_penal código_civil derechos_autor extradición constitución ' +
      'reglamento decreto proyecto_ley',
    '20000129':
      'policía policial guardia_civil agente| agentes| detenid detención arrest arresto investigador ' +
      'sospechoso cárcel prisión preso| presos| recluso fugitivo desaparecid multa| redada comisaría ' +
      'operativo| capturado',
    '20000139':
      'accidente choque| chocó colisión descarril avión avioneta helicóptero ferry naufrag explosión ' +
      'derrumbe derrumb autopista carretera| camión autobús tren| conductor ahogad reactor volcó',
    '20000148':
      'terremoto sismo temblor magnitud epicentro réplica tsunami inundacion inundación huracán tifón ' +
      'ciclón tornado tormenta volcán erupción deslizamiento alud sequía hambruna incendio fuego| bomberos ' +
      'desastre damnificad',
    '20000167': 'protección_civil plan_emergencia alerta_temprana simulacro',
    '20000168':
      'rescate rescatista rescatad cruz_roja humanitari donaciones ayuda_humanitaria socorro socorrista ' +
      'albergue',
    '20000170':
      'beneficio| beneficios| ganancia facturación ingresos| trimestre pérdidas accionista dividendo opa| ' +
      'adquisición fusión consejero_delegado quiebra bancarrota reestructuración filial| patente empresa| ' +
      'compañía| junta_accionistas concurso_acreedores',
    '20000209':
      'aerolínea automotriz automóvil comercio| supermercado tienda| tiendas| banco| bancos| bancario ' +
      'aseguradora petrolera petróleo| energía eléctrica electricidad central_nuclear minería minera ' +
      'siderúrg agricultor agrícola agricultura inmobiliari vivienda| constructora telecom telefónica ' +
      'software farmacéutic turismo| hotel aeropuerto renfe ferroviari astillero publicidad industria| ' +
      'sector| boeing airbus gasoducto ganader',
    '20000344':
      'inflación pib| crecimiento recesión banco_central bce| fed| reserva_federal desempleo| paro| ' +
      'consumo| precios| exportacion importacion déficit balanza_comercial acuerdo_comercial ' +
      'libre_comercio presupuesto| deuda| economista economía económic fmi| banco_mundial omc| ' +
      'productividad estímulo austeridad impuesto fiscal| privatiz eurozona arancel tipos_interés ' +
      'tasa_interés tasas_interés',
    '20000385':
      'bolsa| ibex| dow_jones nasdaq índice| inversor inversionista acciones| bono| bonos| dólar| ' +
      'euro_frente divisa barril materias_primas onza mercados| bitcoin cripto puntos| wall_street ' +
      'tipo_cambio prima_riesgo',
    '20000398': 'padres_alumnos ampa| ceapa',
    '20000399': 'clase_religión escuela_coránica',
    '20000400':
      'escuela| escuelas| colegio| colegios| universidad universitari instituto| campus guardería rector| ' +
      'facultad',
    '20000410': 'crianza',
    '20000411':
      'profesor maestro| maestros| docente alumn estudiante| estudiantes| examen exámenes selectividad ' +
      'currículo notas| clase| clases| lectura| matemáticas aprendizaje título| informe_pisa',
    '20000418': 'clima| climátic calentamiento efecto_invernadero emision co2 carbono glaciar kioto ipcc|',
    '20000420':
      'parque_nacional reserva_natural conservación protegid furtiv reintroducción ahorro_energético',
    '20000423': 'ministerio_medio ecologista greenpeace política_ambiental',
    '20000424':
      'contaminación contamina tóxic vertido residuos basura| plástico reciclaje smog aguas_residuales ' +
      'pesticida',
    '20000430':
      'renovable solar| eólic hidroeléctric bosque| bosques| deforestación río| ríos| océano agua_potable ' +
      'recursos_naturales biocombustible pantano|',
    '20000441':
      'especie fauna flora| ave| aves| ballena delfín tiburón abeja insecto mariposa extinción hábitat ' +
      'ecosistema biodiversidad animales| elefante tigre lobo| oso| coral',
    '20000446':
      'enfermedad cáncer tumor| virus infección contagi epidemia pandemia covid coronavirus gripe malaria ' +
      'vih| sida| diabetes obesidad infarto ictus demencia alzheimer depresión autismo lesión síntoma ' +
      'sarampión tuberculosis ébola cólera hepatitis alergia dengue zika chikungunya',
    '20000461': 'hospital clínica| urgencias| uci|',
    '20000463': 'organización_mundial oms| colegio_médicos',
    '20000464':
      'tratamiento medicamento fármaco vacuna terapia cirugía trasplante antibiótico dieta alimentación ' +
      'vitamina ensayo_clínico dosis quimioterapia nutrición',
    '20000479':
      'seguridad_social ministerio_sanidad sanidad_pública seguro_médico sistema_salud ministra_sanidad ' +
      'ministro_sanidad ministerio_salud',
    '20000485': 'médico| médicos| enfermer cirujan farmacéutico| dentista pediatra',
    '20000493': 'fiebre_aftosa vacas_locas gripe_aviar peste_porcina veterinari ganado',
    '20000497': 'récord premio| premios| galard guinness medalla',
    '20000500': 'perro| perros| gato| gatos| mascota zoo| caballo| panda| animal| animales|',
    '20000501': 'ceremonia conmemor inaugur homenaje desfile',
    '20000502':
      'famos estrella| príncipe princesa reina| rey| realeza boda| novia| novio| divorcio| pareja| bebé ' +
      'embaraz modelo|',
    '20000507': 'flor| flores| árbol jardín',
    '20000509': 'trabajador emplead salario sueldo salario_mínimo formación jornada_laboral empleo| empleos|',
    '20000521': 'reforma_laboral derecho_laboral seguridad_laboral',
    '20000523': 'mercado_laboral mercado_trabajo contratación',
    '20000524': 'huelga negociación convenio| convenio_colectivo conflicto_laboral piquete',
    '20000531': 'pensión pensiones| jubila',
    '20000533': 'desempleo desempleado parado| parados| despido ere| prestación_por',
    '20000536': 'sindicato sindical ugt| ccoo| comisiones_obreras',
    '20000538':
      'vacaciones viaje| viajes| viajer turista turismo| turístic hotel| hoteles| playa| crucero| juego| ' +
      'juegos| videojuego playstation xbox nintendo lotería casino afición ajedrez restaurante bar| ' +
      'parque_temático senderismo camping pesca| caza| destino',
    '20000565':
      'receta cocina| cocinar chef| vino| cerveza café| plato| jardín mueble decoración hogar| bricolaje ' +
      'moda| tendencia belleza maquillaje fiesta| coche| moto| bicicleta ingrediente pastel| vegano ' +
      'ecológico gastronom',
    '20000574':
      'eleccion elección electoral votar voto| votos| votante votación urna encuesta| campaña| candidat ' +
      'referéndum primarias participación| abstención comicios escaño segunda_vuelta',
    '20000587': 'derechos_humanos censura amnistía_internacional tortura libertad_prensa libertad_expresión',
    '20000593':
      'gobierno| ministr ministerio congreso| senado senador| diputad parlamento alcald concejal ' +
      'ayuntamiento gobernador gabinete| funcionario ejército defensa| inteligencia| espionaje presidencia ' +
      'constitución presidente_gobierno cámara_diputados',
    '20000621':
      'reforma| reformas| proyecto_ley inmigración migrante asilo impuesto| fiscal| privatiz vivienda| ' +
      'deporta políticas| integración ley|',
    '20000638':
      'diplom embajad cumbre| tratado sancion canciller| cancillería asuntos_exteriores ' +
      'relaciones_exteriores ministro_exteriores política_exterior naciones_unidas onu| otan| oea| ' +
      'unión_europea bilateral refugiad bruselas| kremlin consejo_seguridad',
    '20000646': 'ong| ongs| no_gubernamental',
    '20000647': 'crisis_política moción_censura',
    '20000648': 'disiden opositor| opositores| preso_político presos_políticos exilio',
    '20000649':
      'partido| partidos| pp| psoe| podemos| ciudadanos| izquierda_unida socialista| coalición lobby ' +
      'democracia dictador dictadura oposición| liderazgo derecha| izquierda|',
    '20000657':
      'cristian islam islámic musulm católic judí judaísmo hindú budis protestante ortodox fe| secta ' +
      'teolog ateo religión religiones| religios evangélic creyentes',
    '20000687': 'interreligios ecuménic',
    '20000688': 'blasfemia persecución sectari',
    '20000689':
      'navidad semana_santa pascua ramadán misa| oración peregrin bautismo canoniz beatific pentecostés jmj|',
    '20000697': 'iglesia| iglesias| mezquita sinagoga templo| catedral capilla monasterio basílica',
    '20000702': 'laicidad laicismo velo| burka concordato aconfesional',
    '20000703':
      'papa| pontífice vaticano obispo| obispos| arzobispo cardenal| cardenales imán| rabino dalái ' +
      'sacerdote| sacerdotes| cura| clero',
    '20000705': 'biblia bíblic corán torá evangelio',
    '20000710': 'biotec células_madre clon terapia_génica embri',
    '20000715': 'matemátic teorema',
    '20000716': 'turbina motor|',
    '20000717':
      'astrónom astronom telescopio planeta galaxia estrellas| cometa asteroide agujero_negro físic ' +
      'partícula cern| biólog biolog fósil dinosaurio gen| genes| genétic genoma adn| geólog químic ' +
      'molécula cuántic evolución| marte| luna| mamífero',
    '20000735':
      'investigación| investigador estudio| estudios| experimento descubr nasa| esa| sonda| nave_espacial ' +
      'espacial astronauta científic nobel laboratorio',
    '20000741': 'csic| academia_ciencias',
    '20000742':
      'arqueólog arqueol antropól psicól psicolog sociól historiador lingüist filósof excavación tumba| ' +
      'pirámide',
    '20000755': 'norma_iso',
    '20000756':
      'software ordenador computador internet internauta web| google microsoft apple| facebook smartphone ' +
      'teléfono| móvil móviles| celular aplicación usuario navegador hacker chip| robot electrónic digital ' +
      'consola| tableta servidor iphone android inteligencia_artificial satélite| descarga linux buscador ' +
      'sistema_operativo tecnológic',
    '20000768': 'comunidad| vecin red_social redes_sociales',
    '20000770': 'población demográf natalidad censo inmigrante emigra habitantes|',
    '20000775': 'racis sexis discrimin antisemit homofob homófob igualdad_género',
    '20000780':
      'matrimonio divorcio| adopción aborto padres| familia| familias| madre| padre| marido esposa hijos|',
    '20000788':
      'mujer| mujeres| homosexual gay| gays| lesbian transexual discapacidad ancian adolescente jóvenes| ' +
      'niños| gitan minoría indígena feminis',
    '20000799': 'sin_techo pobreza pobres| desigualdad chabola precariedad',
    '20000802':
      'drogadic adicción alcohol| alcoholismo violencia_género violencia_machista violencia_doméstica ' +
      'maltrato prostitu esclavitud acoso',
    '20000808': 'eutanasia suicidio pornograf ética| moral|',
    '20000817': 'voluntari caridad ayudas_sociales servicios_sociales cáritas dependencia|',
    '20000822':
      'fútbol gol| goles| delantero centrocampista portero| defensa_central penalti partido| partidos| ' +
      'liga| equipo| entrenador seleccionador jugador baloncesto balonmano rugby tenis hockey natación ' +
      'atletismo maratón boxeo boxeador gran_premio piloto| ciclis pelotón etapa| esquí béisbol victoria| ' +
      'derrota| capitán| real_madrid barça sets| vuelta_españa tour_francia',
    '20001103': 'sancionad suspendid tarjeta_roja expulsad',
    '20001104': 'dopaje dopad esteroide epo| antidopaje',
    '20001108':
      'olímpic juegos_olímpicos mundial| copa_américa campeonato eurocopa final| semifinal torneo ' +
      'roland_garros champions_league paralímp clasificación| copa_mundo copa_rey cuartos_final',
    '20001124': 'patrocin derechos_televisión',
    '20001125': 'fifa| uefa| coi| federación',
    '20001126': 'estadio estadios|',
    '20001148': 'fichaje ficha| fichar traspaso cedido cláusula',
    '20000053': 'atentado bomba| suicida terroris coche_bomba al_qaeda estado_islámico yihad explosión',
    '20000056':
      'guerra| soldado ejército| militar misil ataque_aéreo bombardeo rebelde| rebeldes| combates| ' +
      'combatiente milicia insurgen ofensiva ocupación invadi invasión tanque| tanques| guerra_civil ' +
      'cascos_azules dron| drones| guerrill farc| talib',
    '20000065':
      'protesta| protestas| manifestación manifestante disturbio levantamiento gases_lacrim revolución ' +
      'revuelta',
    '20000070': 'golpista junta_militar golpe_estado',
    '20000071': 'masacre genocidio fosa_común limpieza_étnica',
    '20000073': 'paz| alto_el tregua negociacion diálogo| acuerdo_paz alto_fuego',
    '20000077': 'reconstrucción desarme desmin',
    '20000080': 'prisionero detenidos| rehén rehenes guantánamo cautiverio',
    '20001128': 'pronóstico previsión mañana| meteorólog aemet',
    '20001129':
      'tormenta lluvia nieve nevada viento| vientos| temporal niebla granizo helada| ciclón precipitacion ' +
      'ola_calor ola_frío',
    '20001130': 'temperatura récord grados| celsius termómetro',
    '20001131': 'alerta| alertas| aviso| avisos|',
  },
};
