import { HashSet } from '../model/hash-set.ts';
import { hashWord } from '../tree/vocabulary.ts';

/** The commonest words of the larger languages: running text is full of them, menus are not. */
const lists = `
the a an of and to in is was that for on with as at by it from be are this have not but he his they which or had were their has will who said we you i she her been its would more when there what about if into than after can
der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum haben war wurde durch oder vor zur
le la les de et un une du en est que qui dans pour par sur au avec pas plus ce ne se sont il elle a aux été mais ont cette leur nous
el los las del y una por con para su es al lo como más o pero sus ha fue son entre sobre también
di il che e per non si da sono della nel dei gli alla anche è una con le come
o os um uma do em no na com não mais dos das ao foi são tem pela pelo
het een van dat op te voor zijn niet aan er om ook maar bij naar uit dan werd
och att det som på är av för med till inte har ett från men var den sig
og det at er til for med de ikke et om fra den jeg vi
i w na z do że się nie jest to po jak od za przez dla oraz
ve bir bu da için ile olarak çok daha gibi sonra
yang dan dengan untuk dari pada ini itu dalam tidak akan juga
và của là có trong được cho không một với các đã những
и в на не что с по как это к из за от для его но он а так было
та і в на не що з як до за від про це
в на на се за от да и че са с
في من على إلى أن عن مع هذا التي الذي كما بعد كان قال لا ما
در به از که را با این آن است برای
के में की है और से का को पर ने हैं यह कि
`;

/** Hashes of stop words of all languages together. */
export const stopWords = new HashSet(1_000);
for (const word of lists.split(/\s+/)) if (word !== '') stopWords.add(hashWord(word));
