/** Words that tell what kind of name they stand in or beside; English, lower case. */

/** Offices and forms of address that stand before the name of a person. */
export const roleWords =
  'mr mrs ms miss dr sir dame lord lady baron baroness count countess duke duchess prince princess king queen emperor empress sultan sheikh sheik emir pope cardinal archbishop bishop father sister brother saint rabbi imam ayatollah reverend rev rt hon president vice-president premier chancellor minister secretary senator sen congressman congresswoman representative rep governor gov mayor councillor councilman alderman ambassador judge justice chief general gen colonel col major maj captain capt lieutenant lt commander admiral sergeant sgt corporal private officer detective inspector constable sheriff marshal professor prof coach manager striker midfielder defender goalkeeper quarterback pitcher captain skipper actor actress singer director author writer novelist poet artist painter composer producer journalist reporter editor correspondent analyst economist spokesman spokeswoman spokesperson chairman chairwoman chairperson chair ceo cfo founder co-founder executive founder lawyer attorney activist leader dictator comedian guitarist drummer bassist rapper dj driver rider champion'.split(
    ' ',
  );

/** Forms of address and ranks, which are no part of the name after them. */
export const addressWords =
  'mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady president vice-president prof prof. professor senator sen sen. representative rep rep. governor gov gov. general gen gen. colonel col col. major maj maj. captain capt capt. lieutenant lt lt. sergeant sgt sgt. judge justice minister secretary chancellor premier coach reverend rev rev. father fr fr. sister detective inspector officer archbishop bishop cardinal rabbi imam sheikh datuk'.split(
    ' ',
  );

/** Endings and parts of the names of companies. */
export const companyWords =
  'inc inc. corp corp. corporation co co. company ltd ltd. limited plc llc llp lp gmbh ag sa s.a. nv n.v. bv b.v. spa s.p.a. ab oy oyj asa a/s kg se pty holdings holding group partners capital ventures industries enterprises systems technologies technology software motors airlines airways air pharmaceuticals pharma energy oil petroleum gas bank bancorp financial insurance securities investments management media entertainment pictures studios records broadcasting communications telecom electronics foods stores brands labs laboratories solutions services consulting associates brothers bros sons'.split(
    ' ',
  );

/** The same to look words up in. */
export const companies: ReadonlySet<string> = new Set(companyWords);

/** Heads of the names of other organisations. */
export const organisationWords =
  'university college school institute institution academy faculty department ministry office bureau agency authority commission committee council board court tribunal parliament congress senate assembly house cabinet government administration party union federation confederation association society league club team united city rovers wanderers athletic fc cf afc sc hospital clinic church cathedral diocese foundation trust fund charity organization organisation network center centre museum library theatre theater orchestra ensemble band choir army navy force forces corps brigade regiment battalion division squadron police guard service services command militia front movement alliance coalition group times post journal herald tribune news gazette guardian telegraph press magazine radio television tv channel'.split(
    ' ',
  );

/** Heads of the names of places. */
export const placeWords =
  'river lake mount mountain mountains hill hills valley island islands isle peninsula bay gulf sea ocean strait channel coast beach cape port harbour harbor desert forest park gardens garden county province state district region territory republic kingdom emirate oblast prefecture municipality borough city town village township north south east west northern southern eastern western central street st avenue ave road rd boulevard blvd lane drive square plaza bridge tunnel airport station stadium arena tower castle palace fort camp base prison canal dam creek falls springs heights point rock ridge fork junction highway route'.split(
    ' ',
  );

/** Days, months and the like: capitalised, and no names. */
export const calendarWords =
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan jan. feb feb. mar mar. apr apr. jun jul aug aug. sep sept sept. oct oct. nov nov. dec dec. christmas easter ramadan thanksgiving halloween spring summer autumn winter am pm gmt est pst utc bst ad bc'.split(
    ' ',
  );

/** Peoples and languages: no names of places, though they look so. */
export const nationalityWords =
  'american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian swedish norwegian danish finnish icelandic polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian belarusian estonian latvian lithuanian serbian croatian bosnian slovenian albanian macedonian montenegrin kosovar moldovan georgian armenian azerbaijani kazakh uzbek turkmen kyrgyz tajik chinese japanese korean taiwanese mongolian vietnamese thai lao cambodian burmese malaysian indonesian filipino singaporean indian pakistani bangladeshi nepali nepalese bhutanese afghan iranian persian iraqi syrian lebanese jordanian israeli palestinian saudi yemeni omani emirati qatari kuwaiti bahraini egyptian libyan tunisian algerian moroccan sudanese ethiopian eritrean somali kenyan ugandan tanzanian rwandan congolese angolan zambian zimbabwean mozambican namibian african nigerian ghanaian ivorian senegalese malian cameroonian liberian gambian guinean canadian mexican guatemalan honduran salvadoran nicaraguan panamanian cuban haitian jamaican dominican colombian venezuelan ecuadorian peruvian bolivian brazilian chilean argentine argentinian uruguayan paraguayan australian european asian arab arabic kurdish kurd jewish hebrew muslim islamic islamist christian catholic protestant orthodox hindu buddhist sikh soviet roman latin californian texan londoner parisian republican democrat democratic conservative labour liberal communist socialist nazi americans britons germans russians chinese israelis palestinians iraqis iranians afghans syrians ukrainians africans europeans arabs kurds jews muslims christians catholics republicans democrats conservatives sikhs hindus'.split(
    ' ',
  );

/** Words of lower case that stand inside names. */
export const joiningWords =
  'of the de la le du des del della di da do dos das van von der den ten ter bin bint ibn al el ben y e et and for in on at to und für zu zur vom sur aux av och og'.split(
    ' ',
  );
