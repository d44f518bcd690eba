import { organisationNamed } from './organisations.ts';
import { wordList } from './word-list.ts';

/** Organisations that news names without saying what they are, by the names that it gives them; English, by hand. */
const names = wordList(
  // technology
  'Apple,Google,Alphabet,Microsoft,Amazon,Facebook,Meta,Twitter,Instagram,WhatsApp,YouTube,TikTok,ByteDance,Snapchat,LinkedIn,Pinterest,Reddit,Tumblr,Netflix,Hulu,Spotify,Uber,Lyft,Airbnb,PayPal,Stripe,Shopify,Etsy,eBay,Yahoo,AOL,Skype,Zoom,Slack,Dropbox,Salesforce,Oracle,IBM,Intel,AMD,Nvidia,NVIDIA,Qualcomm,Broadcom,TSMC,Cisco,Dell,HP,Lenovo,Asus,ASUS,Acer,HTC,Samsung,LG,Sony,Panasonic,Toshiba,Hitachi,Fujitsu,Nokia,Ericsson,Motorola,BlackBerry,Huawei,Xiaomi,ZTE,Tencent,Alibaba,Baidu,Adobe,SAP,Nintendo,Sega,Capcom,Ubisoft,Roku,Garmin,Fitbit,GoPro,OpenAI,Anthropic,DeepMind,SpaceX,Palantir,Kickstarter,Telegram,Mozilla,Netscape,Foxconn,Belkin,Logitech,' +
    // media and publishers
    'BBC,CNN,NBC,CBS,ABC,MSNBC,CNBC,NPR,PBS,HBO,ESPN,MTV,HGTV,CTV,CBC,ITV,Reuters,AFP,AP,UPI,Bloomberg,Axios,Politico,Vox,Recode,BuzzFeed,HuffPost,Breitbart,Gawker,Mashable,TechCrunch,Engadget,Eurogamer,Kotaku,Polygon,Wired,Newsweek,BusinessWeek,Business Week,Forbes,Nikkei,Xinhua,Tass,Interfax,Kyodo,Yonhap,Al Jazeera,Disney,Pixar,Marvel,Lucasfilm,Paramount,Viacom,Comcast,NBCUniversal,DreamWorks,Lionsgate,Miramax,Macmillan,Hachette,HarperCollins,Bloomsbury,Elsevier,Routledge,Scholastic,Gannett,Nielsen,Gallup,Ipsos,YouGov,PolitiFact,Snopes,Wikipedia,WikiLeaks,New York Times,Washington Post,Wall Street Journal,Business Insider,National Geographic,Consumer Reports,Scientific American,Comedy Central,Truth Social,The Athletic,Global News,Creative Commons,Sky Sports,Los Angeles Times,Financial Times,Daily Mail,Globe and Mail,Simon & Schuster,Henry Holt,Conde Nast,Condé Nast,' +
    // companies
    'Con Edison,Fannie Mae,Freddie Mac,REI,Bose,Lowe’s,Under Armour,Rio Tinto,Home Depot,Best Buy,Whole Foods,Planned Parenthood,Red Hat,Boeing,Airbus,Lockheed Martin,Raytheon,Northrop Grumman,General Motors,GM,Ford,Chrysler,Fiat,Stellantis,Tesla,Toyota,Honda,Nissan,Mazda,Subaru,Mitsubishi,Hyundai,Kia,Volkswagen,VW,Audi,BMW,Porsche,Mercedes-Benz,Daimler,Volvo,Renault,Peugeot,Ferrari,McLaren,Red Bull,Rivian,BYD,Michelin,Pirelli,Siemens,Bosch,Philips,Honeywell,Caterpillar,3M,GE,Exxon,ExxonMobil,Exxon Mobil,Chevron,Shell,BP,Aramco,Gazprom,Rosneft,Glencore,Coca-Cola,Pepsi,PepsiCo,Nestle,Nestlé,Unilever,Danone,Kraft,Heinz,Starbucks,Walmart,Costco,Tesco,Ikea,IKEA,Sears,Nordstrom,Nike,Adidas,Puma,Reebok,Gucci,Prada,Chanel,Dior,LVMH,Zara,Uniqlo,Gillette,Revlon,Sephora,Pfizer,Moderna,AstraZeneca,Novartis,Roche,Merck,Bayer,Sanofi,GSK,AbbVie,Amgen,Genentech,Medtronic,DuPont,Monsanto,BASF,McKinsey,Deloitte,KPMG,PwC,Accenture,Goldman Sachs,Morgan Stanley,JPMorgan,Citigroup,Citi,HSBC,Barclays,Santander,UBS,Credit Suisse,BlackRock,Blackstone,Raymond James,Wells Fargo,Visa,Mastercard,MasterCard,Equifax,Verizon,AT&T,T-Mobile,Sprint,Vodafone,FedEx,UPS,DHL,Maersk,Delta,JetBlue,Ryanair,EasyJet,Lufthansa,Qantas,Emirates,Cathay Pacific,Arianespace,Inmarsat,Marriott,Hilton,Hyatt,Expedia,Nasdaq,Refinitiv,' +
    // bodies of states and of many states
    'Social Security,Customs and Border Protection,Library of Congress,NASA,ESA,NOAA,FBI,CIA,NSA,DEA,ATF,TSA,ICE,DHS,HHS,FDA,CDC,EPA,FEMA,FAA,FCC,FTC,SEC,IRS,NIH,NSF,NTSB,NHTSA,OSHA,USDA,HUD,USAID,Pentagon,Congress,Senate,Parliament,Knesset,Duma,Kremlin,White House,Capitol Hill,Downing Street,Bundestag,House of Commons,Lok Sabha,Rajya Sabha,Interpol,Europol,Eurostat,Mossad,MI5,MI6,GCHQ,NHS,RAF,ISRO,UN,EU,NATO,WHO,IMF,WTO,OECD,OPEC,UNICEF,UNESCO,UNHCR,UNRWA,IAEA,ISO,ECJ,ECB,FINRA,CMS,ANSI,ASEAN,G7,G20,Brics,BRICS,' +
    // parties, movements, armed groups
    'BJP,ANC,AfD,SNP,DUP,CDU,SPD,Fidesz,Likud,Hamas,Hezbollah,Taliban,Fatah,ISIS,ISIL,Daesh,Al-Qaeda,al-Qaeda,al-Qaida,Boko Haram,GOP,RNC,DNC,NRA,ACLU,NAACP,AARP,AFL-CIO,UAW,Greenpeace,Oxfam,Amnesty,' +
    // learning and culture
    'Princeton Review,Harvard,Yale,Stanford,Princeton,Oxford University,Cambridge University,MIT,UCLA,NYU,JSTOR,YMCA,YWCA,Louvre,Smithsonian,Juilliard,' +
    // sport
    'FIFA,UEFA,IOC,NFL,NBA,MLB,NHL,MLS,WNBA,NCAA,WWE,UFC,PGA,PGA Tour,LPGA,ATP,WTA,FIA,NASCAR,ICC,BCCI,IPL,BBL,Arsenal,West Ham,West Ham United,Manchester United,Manchester City,Aston Villa,Crystal Palace,Inter Milan,AC Milan,Paris Saint-Germain,Everton,Tottenham,Brentford,Fulham,Juventus,Real Madrid,Bayern Munich,Barcelona FC,' +
    'Celtics,Knicks,Nets,Sixers,76ers,Raptors,Bulls,Cavaliers,Pistons,Pacers,Bucks,Hawks,Hornets,Nuggets,Timberwolves,Trail Blazers,Warriors,Clippers,Lakers,Mavericks,Rockets,Grizzlies,Pelicans,Spurs,' +
    'Patriots,Dolphins,Steelers,Ravens,Bengals,Browns,Texans,Colts,Jaguars,Broncos,Chiefs,Raiders,Chargers,Cowboys,Eagles,Redskins,Packers,Vikings,Lions,Falcons,Panthers,Buccaneers,Cardinals,49ers,Seahawks,' +
    'Yankees,Red Sox,Orioles,Blue Jays,White Sox,Royals,Astros,Mariners,Athletics,Mets,Phillies,Nationals,Marlins,Braves,Cubs,Brewers,Pirates,Reds,Dodgers,Padres,Rockies,Diamondbacks,' +
    'Bruins,Canadiens,Maple Leafs,Senators,Red Wings,Blackhawks,Penguins,Flyers,Islanders,Canucks,Oilers,Flames,Sharks,Ducks',
  ',',
);

/** Whether an English text means an organisation by a name that it does not explain. */
export function isWellKnownOrganisation(name: string): boolean {
  return names.has(name);
}

/** Whether a list has an organisation by this name: the one by hand, or the gazetteer. */
export function isListedOrganisation(name: string): boolean {
  return names.has(name) || organisationNamed(name) !== undefined;
}
