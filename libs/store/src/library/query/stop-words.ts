/**
 * Words by language that are too frequent to say anything: those that Elasticsearch's analyzers leave out of
 * the index, as the Snowball project lists them, and for other languages the most frequent particles. Parted
 * by spaces.
 */
export const stopWords: Readonly<Record<string, string>> = {
  ar:
    'أ ألا أما أن أنت أنه أنها أو أي أيضا إذا إلا إلى إلي إما إن إنها ا اذا الآن الا الان التى التي ' +
    'الذى الذي الذين الى الي اما ان انه انها او اي ايضا ب بان بعد بعض به بها بين تكون تلك ثم جميع حتى ' +
    'حيث خلال ذلك ضمن على عليه عليها عن عند عندما غير ف فان فهو فهي في فيه فيها قبل قد كان كانت كل كما ' +
    'لا لدى لك لكن لم لن له لها ما مع من منذ منه منها نحو هذا هذه هناك هو هي و وأن وإن وان وفي وكان ' +
    'وكانت ولا ولم وما ومن وهو وهي يكون ّأيّان',
  bg:
    'а ако ала беше би бил били бъде в ви все във го да до е за защо и из или им има как като ки кой ' +
    'когато която които към ли ме ми много може му на над най не него неговите нещо ни но обаче от още ' +
    'по повече под при преди през с са само се след си сме със съм също така там тази те тези тя това ' +
    'този той толкова тук у ще я',
  bn:
    'অথবা আমরা আমার আমি আর এ এই এক একটি এবং ও কিন্তু কি কে কোন তা তার তারা তিনি না নিয়ে পর পরে বা ' +
    'মধ্যে যে যা সে সেই সঙ্গে হবে হয় হয়ে হয়েছে থেকে জন্য করে করা কথা',
  cs:
    'a aby ale ani asi až bude budou by byl byla byli bylo co do i jak jako je jeho jejich její jen ' +
    'ještě již jsem jsou k kde kdo kdy když ke která které který kteří ku má na nad ne nebo než o od ' +
    'po pod podle pro proto protože před při s se si také tak ten to ta tu u v ve však z za ze že',
  da:
    'ad af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig din disse ' +
    'dog du efter eller en end er et for fra ham han hans har havde have hende hendes her hos hun hvad ' +
    'hvis hvor i ikke ind jeg jer jo kunne man mange med meget men mig min mine mit mod ned noget ' +
    'nogle nu når og også om op os over på selv sig sin sine sit skal skulle som sådan thi til ud ' +
    'under var vi vil ville vor være været',
  de:
    'aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes ' +
    'anderm andern anderr anders auch auf aus bei bin bis bist da damit dann das dasselbe dazu daß ' +
    'dein deine deinem deinen deiner deines dem demselben den denn denselben der derer derselbe ' +
    'derselben des desselben dessen dich die dies diese dieselbe dieselben diesem diesen dieser dieses ' +
    'dir doch dort du durch ein eine einem einen einer eines einig einige einigem einigen einiger ' +
    'einiges einmal er es etwas euch euer eure eurem euren eurer eures für gegen gewesen hab habe ' +
    'haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ' +
    'indem ins ist jede jedem jeden jeder jedes jene jenem jenen jener jenes jetzt kann kein keine ' +
    'keinem keinen keiner keines können könnte machen man manche manchem manchen mancher manches mein ' +
    'meine meinem meinen meiner meines mich mir mit muss musste nach nicht nichts noch nun nur ob oder ' +
    'ohne sehr sein seine seinem seinen seiner seines selbst sich sie sind so solche solchem solchen ' +
    'solcher solches soll sollte sondern sonst um und uns unse unsem unsen unser unses unter viel vom ' +
    'von vor war waren warst was weg weil weiter welche welchem welchen welcher welches wenn werde ' +
    'werden wie wieder will wir wird wirst wo wollen wollte während würde würden zu zum zur zwar ' +
    'zwischen über',
  el:
    'από αν αυτό αυτή αυτός για δεν ενώ είναι εκ ένα ένας έχει έχουν ή η ήταν θα και κατά μας με μετά ' +
    'μη μια μόνο να ο οι όπως όταν ότι που προς πως σε στα στη στην στις στο στον στους τα τη την της ' +
    'τι τις το τον του τους των ως',
  en:
    'a an and are as at be but by for if in into is it no not of on or such that the their then there ' +
    'these they this to was will with',
  es:
    'a al algo algunas algunos ante antes como con contra cual cuando de del desde donde durante e el ' +
    'ella ellas ellos en entre era eran eras eres es esa esas ese eso esos esta estaba estaban estado ' +
    'estados estamos estar estará estas este esto estos estoy estuvo está están fue fuera fueron fui ' +
    'fuimos ha habrá había habían han has hasta hay haya he hemos hubo la las le les lo los me mi mis ' +
    'mucho muchos muy más mí mía mías mío míos nada ni no nos nosotras nosotros nuestra nuestras ' +
    'nuestro nuestros o os otra otras otro otros para pero poco por porque que quien quienes qué se ' +
    'sea sean será serán sería sido siendo sin sobre sois somos son soy su sus suya suyas suyo sí ' +
    'también tanto te tendrá tendrán tenemos tenga tengan tengas tengo tenido teniendo tenía ti tiene ' +
    'tienen tienes todo todos tu tus tuvo tuya tuyas tuyo tuyos tú un una uno unos vosotras vosotros ' +
    'vuestra vuestras vuestro vuestros y ya yo él',
  fa:
    'از اگر اما او ای این با باید بر برای بود به بین پس تا چه چون خود در را شد شده که کرد ما من می نه ' +
    'نیز هر هم است و وی یا یک ها های آن آنها',
  fi:
    'ei eivät emme en et ette että he heidän heidät heihin heille heillä heiltä heissä heistä heitä ' +
    'hän häneen hänelle hänellä häneltä hänen hänessä hänestä hänet häntä itse ja johon joiden joihin ' +
    'joiksi joilla joille joilta joina joissa joista joita joka joksi jolla jolle jolta jona jonka jos ' +
    'jossa josta jota jotka kanssa keiden keihin keiksi keille keillä keiltä keinä keissä keistä keitä ' +
    'keneen keneksi kenelle kenellä keneltä kenen kenenä kenessä kenestä kenet ketkä ketä koska kuin ' +
    'kuka kun me meidän meidät meihin meille meillä meiltä meissä meistä meitä mihin miksi mikä mille ' +
    'millä miltä minkä minua minulla minulle minulta minun minussa minusta minut minuun minä missä ' +
    'mistä mitkä mitä mukaan mutta ne niiden niihin niiksi niille niillä niiltä niin niinä niissä ' +
    'niistä niitä noiden noihin noiksi noilla noille noilta noin noina noissa noista noita nuo nyt ' +
    'näiden näihin näiksi näille näillä näiltä näinä näissä näistä näitä nämä ole olemme olen olet ' +
    'olette oli olimme olin olisi olisimme olisin olisit olisitte olisivat olit olitte olivat olla ' +
    'olleet ollut on ovat poikki se sekä sen siihen siinä siitä siksi sille sillä siltä sinua sinulla ' +
    'sinulle sinulta sinun sinussa sinusta sinut sinuun sinä sitä tai te teidän teidät teihin teille ' +
    'teillä teiltä teissä teistä teitä tuo tuohon tuoksi tuolla tuolle tuolta tuon tuona tuossa tuosta ' +
    'tuota tähän täksi tälle tällä tältä tämä tämän tänä tässä tästä tätä vaan vai vaikka yli',
  fr:
    'ai aie aient aies ait au aurai auraient aurais aurait aurez auriez aurions aurons auront aux ' +
    'avaient avais avait avec avez aviez avons ayant ayez ayons c ce ceci cela celà ces cet cette d ' +
    'dans de des du elle en es et eu eue eues eurent eus eusse eussent eusses eussiez eussions eut eux ' +
    'eûmes eût eûtes furent fus fusse fussent fusses fussiez fussions fut fûmes fûtes ici il ils j je ' +
    'l la le les leur leurs lui m ma mais me mes moi mon même n ne nos notre nous on ont ou par pas ' +
    'pour qu que quel quelle quelles quels qui s sa sans se sera serai seraient serais serait seras ' +
    'serez seriez serions serons seront ses soi soient sois soit sont soyez soyons suis sur t ta te ' +
    'tes toi ton tu un une vos votre vous y à étaient étais était étant étiez étions étée étées êtes',
  ga:
    'a ach ag agus an aon ar arna as ba beirt bhúr caoga ceathair ceathrar chomh chtó chuig chun cois ' +
    'céad cúig cúigear daichead dar de deich deichniúr den dhá do don dtí dá dár dó faoi faoin faoina ' +
    'faoinár fara fiche gach gan go gur h haon hocht i iad idir in ina ins inár is le leis lena lenár ' +
    'mar mo mé n na nach naoi naonúr ná ní níor nó nócha ocht ochtar os roimh sa seacht seachtar ' +
    'seachtó seasca seisear siad sibh sinn sna sé sí t tar thar thú triúr trí trína trínár tríocha tú ' +
    'um ár é éis í ó ón óna ónár',
  he:
    'אבל או אולי אז אחרי אך אל אם אנחנו אני אף את בין גם הוא היא היה היו הם הן זה זו זאת יותר כי כך כל ' +
    'כמו לא לו לפי מה מי מן נגד עד עוד על עם רק של שלו שלה שם',
  hi:
    'अगर अपने आप इस इसके उन उनके उस उसके एक और कर का कि किया की कुछ के को कोई क्या गया जब जा जो तक तो ' +
    'था थी थे दो नहीं ने पर फिर बाद भी मे में यह या ये रहा रहे लिए लेकिन वह वे साथ से हम ही हुआ है हैं ' +
    'हो होने',
  hu:
    'a abban ahhoz ahogy ahol aki akik akkor alatt amely amelyek amelyekben amelyeket amelyet amelynek ' +
    'ami amikor amit amolyan amíg annak arra arról az azok azon azonban azt aztán azután azzal azért ' +
    'be belül benne bár cikk cikkek cikkeket csak de e ebben eddig egy egyes egyetlen egyik egyre ' +
    'egyéb egész ehhez ekkor el ellen első elég elő először előtt emilyen ennek erre ez ezek ezen ezt ' +
    'ezzel ezért fel felé hanem hiszen hogy hogyan igen ill illetve ilyen ilyenkor ismét ison itt ' +
    'jobban jó jól kell kellett keressünk keresztül ki kívül között közül legalább legyen lehet ' +
    'lehetett lenne lenni lesz lett maga magát majd meg mellett mely melyek mert mi mikor milyen ' +
    'minden mindenki mindent mindig mint mintha mit mivel miért most már más másik még míg nagy ' +
    'nagyobb nagyon ne nekem neki nem nincs néha néhány nélkül olyan ott pedig persze rá s saját sem ' +
    'semmi sok sokat sokkal szemben szerint szinte számára talán tehát teljes tovább továbbá több ' +
    'ugyanis utolsó után utána vagy vagyis vagyok valaki valami valamint való van vannak vele vissza ' +
    'viszont volna volt voltak voltam voltunk által általában át én éppen és így össze úgy új újabb ' +
    'újra ő ők őket',
  hy:
    'այդ այլ այն այս դու դուք եմ են ենք ես եք է էի էին էինք էիր էիք էր ըստ թ ի ին իսկ իր կամ համար հետ ' +
    'հետո մենք մեջ մի ն նա նաև նրա նրանք որ որը որոնք որպես ու ում պիտի վրա և',
  id:
    'ada adalah adanya adapun agak agaknya agar akan akankah akhirnya aku akulah amat amatlah anda ' +
    'andalah antar antara antaranya apa apaan apabila apakah apalagi apatah atau ataukah ataupun bagai ' +
    'bagaikan bagaimana bagaimanakah bagaimanapun bagi bahkan bahwa bahwasanya banyak beberapa begini ' +
    'beginian beginikah beginilah begitu begitukah begitulah begitupun belum belumlah berapa berapakah ' +
    'berapalah berapapun bermacam bersama betulkah biasa biasanya bila bilakah bisa bisakah boleh ' +
    'bolehkah bolehlah buat bukan bukankah bukanlah bukannya cuma dahulu dalam dan dapat dari daripada ' +
    'dekat demi demikian demikianlah dengan depan di dia dialah diantara diantaranya dikarenakan dini ' +
    'diri dirinya disini disinilah dong dulu enggak enggaknya entah entahlah hal hampir hanya hanyalah ' +
    'harus haruslah harusnya hendak hendaklah hendaknya hingga ia ialah ibarat ingin inginkah inginkan ' +
    'ini inikah inilah itu itukah itulah jangan jangankan janganlah jika jikalau juga justru kala ' +
    'kalau kalaulah kalaupun kalian kami kamilah kamu kamulah kan kapan kapankah kapanpun karena ' +
    'karenanya ke kecil kemudian kenapa kepada kepadanya ketika khususnya kini kinilah kiranya kita ' +
    'kitalah kok lagi lagian lah lain lainnya lalu lama lamanya lebih macam maka makanya makin malah ' +
    'malahan mampu mampukah mana manakala manalagi masih masihkah masing mau maupun melainkan melalui ' +
    'memang mengapa mereka merekalah merupakan meski meskipun mungkin mungkinkah nah namun nanti ' +
    'nantinya nyaris oleh olehnya pada padahal padanya paling pantas para pasti pastilah per percuma ' +
    'pernah pula pun rupanya saat saatnya saja sajalah saling sama sambil sampai sana sangat sangatlah ' +
    'saya sayalah se sebab sebabnya sebagai sebagaimana sebagainya sebaliknya sebanyak sebegini ' +
    'sebegitu sebelum sebelumnya sebenarnya seberapa sebetulnya sebisanya sebuah sedang sedangkan ' +
    'sedemikian sedikit sedikitnya segala segalanya segera seharusnya sehingga sejak sejenak sekali ' +
    'sekalian sekaligus sekalipun sekarang seketika sekiranya sekitar sekitarnya sela selagi selain ' +
    'selaku selalu selama selamanya seluruh seluruhnya semacam semakin semasih semaunya sementara ' +
    'sempat semua semuanya semula sendiri sendirinya seolah seorang sepanjang sepantasnya ' +
    'sepantasnyalah seperti sepertinya sering seringnya serta serupa sesaat sesama sesegera sesekali ' +
    'seseorang sesuatu sesuatunya sesudah sesudahnya setelah seterusnya setiap setidaknya sewaktu ' +
    'siapa siapakah siapapun sini sinilah suatu sudah sudahkah sudahlah supaya tadi tadinya tak tanpa ' +
    'tapi telah tentang tentu tentulah tentunya terdiri terhadap terhadapnya terlalu terlebih tersebut ' +
    'tersebutlah tertentu tetapi tiap tidak tidakkah tidaklah toh waduh wah wahai walau walaupun wong ' +
    'yaitu yakni yang',
  it:
    'a abbia abbiamo abbiano abbiate ad agl agli ai al all alla alle allo anche avemmo avendo avesse ' +
    'avessero avessi avessimo aveste avesti avete aveva avevamo avevano avevate avevi avevo avrai ' +
    'avranno avrebbe avrebbero avrei avremmo avremo avreste avresti avrete avrà avrò avuta avute avuti ' +
    'avuto c che chi ci coi col come con contro cui da dagl dagli dai dal dall dalla dalle dallo degl ' +
    'degli dei del dell della delle dello di dov dove e ebbe ebbero ebbi ed era erano eravamo eravate ' +
    'eri ero essendo faccia facciamo facciano facciate faccio facemmo facendo facesse facessero ' +
    'facessi facessimo faceste facesti faceva facevamo facevano facevate facevi facevo fai fanno farai ' +
    'faranno farebbe farebbero farei faremmo faremo fareste faresti farete farà farò fece fecero feci ' +
    'fosse fossero fossi fossimo foste fosti fu fui fummo furono gli ha hai hanno ho i il in io l la ' +
    'le lei li lo loro lui ma mi mia mie miei mio ne negl negli nei nel nell nella nelle nello noi non ' +
    'nostra nostre nostri nostro o per perché più quale quanta quante quanti quanto quella quelle ' +
    'quelli quello questa queste questi questo sarai saranno sarebbe sarebbero sarei saremmo saremo ' +
    'sareste saresti sarete sarà sarò se sei si sia siamo siano siate siete sono sta stai stando ' +
    'stanno starai staranno starebbe starebbero starei staremmo staremo stareste staresti starete ' +
    'starà starò stava stavamo stavano stavate stavi stavo stemmo stesse stessero stessi stessimo ' +
    'steste stesti stette stettero stetti stia stiamo stiano stiate sto su sua sue sugl sugli sui sul ' +
    'sull sulla sulle sullo suo suoi ti tra tu tua tue tuo tuoi tutti tutto un una uno vi voi vostra ' +
    'vostre vostri vostro è',
  lt:
    'ant apie ar arba aš be bei bet bus buvo būti būtų dėl gali iki ir iš ja jai jais jam jame jei ji ' +
    'jie jiedu jiedvi jiems jis jo jog jos judu judvi jumis jums jumyse juodu juos juose jus ją jį jūs ' +
    'jūsų jų kad kai kaip kas kiek kol kur kurie kuris ką man mane manimi mano manyje mes metu mudu ' +
    'mudvi mumis mums mumyse mus mūsų nei nes net nors nuo o pat per po prie prieš sau save savimi ' +
    'savo savyje su tada tai taip tas tau tave tavimi tavyje tačiau ten to todėl tu tuo už yra į',
  nl:
    'aan al alles als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een ' +
    'eens en er ge geen geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in ' +
    'is ja je kan kon kunnen maar me meer men met mij mijn moet na naar niet niets nog nu of om omdat ' +
    'onder ons ook op over reeds te tegen toch toen tot u uit uw van veel voor want waren was wat werd ' +
    'wezen wie wil worden wordt zal ze zelf zich zij zijn zo zonder zou',
  no:
    'alle at av bare begge ble blei bli blir blitt både båe da de deg dei deim deira deires dem den ' +
    'denne der dere deres det dette di din disse ditt du dykk dykkar då eg ein eit eitt eller elles en ' +
    'enn er et ett etter for fordi fra før ha hadde han hans har hennar henne hennes her hjå ho hoe ' +
    'honom hoss hossen hun hva hvem hver hvilke hvilken hvis hvor hvordan hvorfor i ikke ikkje ingen ' +
    'ingi inkje inn inni ja jeg kan kom korleis korso kun kunne kva kvar kvarhelst kven kvi kvifor man ' +
    'mange me med medan meg meget mellom men mi min mine mitt mot mykje ned no noe noen noka noko ' +
    'nokon nokor nokre nå når og også om opp oss over på samme seg selv si sia sidan siden sin sine ' +
    'sitt sjøl skal skulle slik so som somme somt så sånn til um upp ut uten var vart varte ved vere ' +
    'verte vi vil ville vore vors vort vår være vært å',
  pl:
    'a aby ale ani bez bo by był była było były być co czy dla do gdy go i ich im ja jak jako je jego ' +
    'jej jest jeszcze już kto która które który którzy ma mi mnie może na nad nie niż o od oraz po pod ' +
    'przed przez przy się są ta tak także tam te tego tej ten też to tu ty tych tym tylko u w we więc ' +
    'z za ze że',
  pt:
    'a ao aos aquela aquelas aquele aqueles aquilo as até com como da das de dela delas dele deles ' +
    'depois do dos e ela elas ele eles em entre era eram essa essas esse esses esta estamos estas ' +
    'estava estavam este esteja estejam estejamos estes esteve estive estivemos estiver estivera ' +
    'estiveram estiverem estivermos estivesse estivessem estivéramos estivéssemos estou está estávamos ' +
    'estão eu foi fomos for fora foram forem formos fosse fossem fui fôramos fôssemos haja hajam ' +
    'hajamos havemos hei houve houvemos houver houvera houveram houverei houverem houveremos houveria ' +
    'houveriam houvermos houverá houverão houveríamos houvesse houvessem houvéramos houvéssemos há hão ' +
    'isso isto já lhe lhes mais mas me mesmo meu meus minha minhas muito na nas nem no nos nossa ' +
    'nossas nosso nossos num numa não nós o os ou para pela pelas pelo pelos por qual quando que quem ' +
    'se seja sejam sejamos sem serei seremos seria seriam será serão seríamos seu seus somos sou sua ' +
    'suas são só também te tem temos tenha tenham tenhamos tenho terei teremos teria teriam terá terão ' +
    'teríamos teu teus teve tinha tinham tive tivemos tiver tivera tiveram tiverem tivermos tivesse ' +
    'tivessem tivéramos tivéssemos tu tua tuas tém tínhamos um uma você vocês vos à às éramos',
  ro:
    'acea aceasta această aceea acei aceia acel acela acele acelea acest acesta aceste acestea aceşti ' +
    'aceştia acolo acum ai aia aibă aici al ale alea altceva altcineva am ar are asemenea asta astea ' +
    'astăzi asupra au avea avem aveţi azi aş aşadar aţi bine bucur bună ca care ce cel ceva chiar cine ' +
    'cineva contra cu cum cumva curând curînd când cât câte câtva câţi cînd cît cîte cîtva cîţi că ' +
    'căci cărei căror cărui către da dacă dar datorită de deci deja deoarece departe deşi din ' +
    'dinaintea dintr dintre drept după dă ea ei el ele eram este eu eşti face fi fie fiecare fii fim ' +
    'fiţi fără iar ieri la le li lor lui lângă lîngă mea mei mele mereu meu mi mine mult multă mulţi ' +
    'mâine mă ne nici nicăieri nimeni nişte noastre noastră noi nostru noştri nu ori oricare orice ' +
    'oricine oricum oricând oricât oricînd oricît oriunde pe pentru peste poate pot prea prima primul ' +
    'prin printr până pînă sa sale sau se spre sub sunt suntem sunteţi sînt sîntem sînteţi să săi său ' +
    'ta tale te tine toate toată tot totuşi toţi tu tăi tău un una unde undeva unei unele uneori unor ' +
    'vi voastre voastră voi vostru vouă voştri vreo vreun vă îi îl îmi împotriva în înainte înaintea ' +
    'încotro încât încît între întrucât întrucît îţi ăla ălea ăsta ăstea ăştia şi ţi ţie',
  ru:
    'а без более больше будет будто бы был была были было быть в вам вас вдруг ведь во вот впрочем все ' +
    'всегда всего всех всю вы где говорил да даже два для до другой его ее ей ему если есть еще ж же ' +
    'жизнь за зачем здесь и из или им иногда их к кажется как какая какой когда конечно кто куда ли ' +
    'лучше между меня мне много может можно мой моя мы на над надо наконец нас не него нее ней нельзя ' +
    'нет ни нибудь никогда ним них ничего но ну о об один он она они опять от перед по под после потом ' +
    'потому почти при про раз разве с сам свою себе себя сегодня сейчас сказал сказала сказать со ' +
    'совсем так такой там тебя тем теперь то тогда того тоже только том тот три тут ты у уж уже хорошо ' +
    'хоть чего человек чем через что чтоб чтобы чуть эти этого этой этом этот эту я',
  sv:
    'alla allt att av blev bli blir blivit de dem den denna deras dess dessa det detta dig din dina ' +
    'ditt du där då efter ej eller en er era ert ett från för ha hade han hans har henne hennes hon ' +
    'honom hur här i icke ingen inom inte jag ju kan kunde man med mellan men mig min mina mitt mot ' +
    'mycket ni nu när någon något några och om oss på samma sedan sig sin sina sitta själv skulle som ' +
    'så sådan sådana sådant till under upp ut utan vad var vara varför varit varje vars vart vem vi ' +
    'vid vilka vilkas vilken vilket vår våra vårt än är åt över',
  tr:
    'acaba altmış altı ama ancak arada aslında ayrıca bana bazı belki ben benden beni benim beri beş ' +
    'bile bin bir biri birkaç birkez birçok birşey birşeyi biz bizden bize bizi bizim bu buna bunda ' +
    'bundan bunlar bunları bunların bunu bunun burada böyle böylece da daha dahi de defa değil diye ' +
    'diğer doksan dokuz dolayı dolayısıyla dört edecek eden ederek edilecek ediliyor edilmesi ediyor ' +
    'elli en etmesi etti ettiği ettiğini eğer gibi göre halen hangi hatta hem henüz hep hepsi her ' +
    'herhangi herkesin hiç hiçbir iki ile ilgili ise itibaren itibariyle için işte kadar karşın ' +
    'katrilyon kendi kendilerine kendini kendisi kendisine kendisini kez ki kim kimden kime kimi kimse ' +
    'kırk milyar milyon mu mü mı nasıl ne neden nedenle nerde nerede nereye niye niçin o olan olarak ' +
    'oldu olduklarını olduğu olduğunu olmadı olmadığı olmak olması olmayan olmaz olsa olsun olup olur ' +
    'olursa oluyor on ona ondan onlar onlardan onları onların onu onun otuz oysa pek rağmen sadece ' +
    'sanki sekiz seksen sen senden seni senin siz sizden sizi sizin tarafından trilyon tüm var vardı ' +
    've veya ya yani yapacak yapmak yaptı yaptıkları yaptığı yaptığını yapılan yapılması yapıyor yedi ' +
    'yerine yetmiş yine yirmi yoksa yüz zaten çok çünkü öyle üzere üç şey şeyden şeyi şeyler şu şuna ' +
    'şunda şundan şunları şunu şöyle',
  uk:
    'а або але бо був була були було в вже ви від він вона вони воно все де для до є з за зі і із й ' +
    'його її їх коли може ми на над не ні о об от по під після при про та так також там те ти то тому ' +
    'у це цей ця ці чи що щоб як який яка яке які',
};
