import { foldName } from './fold-name.ts';

/**
 * Frequent given names of many languages, in small letters without accents: a text that begins with one is
 * likelier a person than a menu.
 */
const names = new Set(
  `aaron abby abdul ada adam adelaide adele adrian agatha agnes agnieszka ahmed aidan aiden aiko ailsa aino aisha aisling akira alain alan alana alastair alba albert alec alejandro aleksander aleksandr aleksandra alessandra alessandro alessia alex alexa alexander alexandra alexandre alexei alexis
alfonso alfred alfredo ali alice alicia alicja alina alison alistair allison alma alvaro alyssa amalia amanda
amber amelia amelie amina amir amit amr amy ana anastasia anastasiia anders andre andrea andreas andrei andres
andrew andrzej andy aneta angel angela angelina angelo angus anika anil anita
anja anjali ann anna annabel annabelle annalena anne annelies annemarie annette annie annika ansgar anthony
antoine anton antonella antonia antonio anup april arash archie ariana ariane arjun arlene armando armin
arnaud arne arnold arthur arturo arvind asa ashley ashok astrid athena aude audrey
augustin aurelie aurora ava axel ayaka ayesha ayse bailey barbara barney barry bart basil bastian bastien
beata beate beatrice beau becky belinda bella ben benedetta benedict benedikt benjamin benoit berit bernadette
bernard bernardo bernd bernhard bertrand bessie beth bethany betsy bettina betty
beverly bianca bill birgit birgitta bjorn blake blanca bob bobby bodo bogdan bonnie boris boyd brad brandi
brandon brenda brendan brent bret brett brian bridget bridgette brigitte brita britta brooke bruce bruno bryan
bryce bryony budi burkhard byron caitlin caleb calvin cameron camille candace
carina carl carla carlo carlos carmen carol carole carolina caroline carolyn carsten carter casey cassandra
cathal catherine cathy cecile cecilia cedric celeste celia celine cesar chad chandra chantal charlene charles
charlie charlotte cherie cheryl chiara chloe chris christa christel christelle
christian christiane christina christine christoph christophe christopher chuck cian ciara cindy claire clara
clare clarence claude claudia claudio claus clemens clement cliff clifford clive clotilde cody colin colleen
collin connie connor conor conrad constance constantin cora corey corina corinna
corinne cornelia cornelius cory courtney craig cristian cristiana cristina crystal curt curtis cynthia cyril
daisy damian damien damon dan dana daniel daniela daniele danielle danny daphne darcy daria dario darius darko
darrell darren darryl daryl dave david davide dawn dean deanna debbie deborah
debra declan deepak delia denis denise dennis derek desmond detlef devin devon diana diane diego dieter dilip
dimitri dimitris dina dirk dmitry dolores domenico dominic dominik dominika dominique don donald donna dora
doreen doris dorota dorothea dorothee dorothy doug douglas duncan dustin dwayne
dwight dylan eamon earl ebba ebony eckhard eckhart eddie edgar edith edmund edoardo eduard eduardo edward
edwin efrat egon eileen einar eivind ekaterina elaine eleanor elena eleonora eli elias elif elin elina elisa
elisabet elisabeth elisabetta elise eliza elizabeth ella ellen elliot elliott elodie
elsa elvira emanuel emanuele emil emile emilia emilie emilio emily emma emmanuel emmanuelle enrico enrique
eric erica erich erick erik erika erin ernest ernesto ernst erwin esmeralda esteban estelle esther ethan
etienne eugene eugenia eugenio eva evan eve evelyn evgeny ewa ewan fabian fabien fabio
fabrice fabrizio faisal fatima fatma federica federico felicia felicity felipe felix ferdinand fernando filip
filippo finn fiona flora florian floyd frances francesca francesco francis francisco franck franco francois
francoise frank franklin franz frauke fred freddie frederic frederick frederik
fredrik frida frieda friederike friedrich fritz gabriel gabriela gail galina gareth gary gaurav gavin gemma
gene genevieve geoff geoffrey georg george gerald gerard gerd gerda gerhard gerrit gert gertrud gesa ghassan
gia giacomo gianluca gianni gilbert gilles gillian gina gino giorgio giovanni
gisela gitta giulia giuliano giuseppe gladys glenda glenn gloria goran gordon gottfried grace graham grazia
greg gregor gregory greta gretchen grete griet grzegorz guadalupe gudrun guido guillaume gunnar gunter gunther
gustav gustavo guy gwen gwendolyn hadley hagen haley halina hamid hana hanna
hannah hannelore hannes hannu hans hansjorg harald harriet harrison harry hartmut haruka harvey hassan hayden
haydn hayley hazel heather hector hedwig heidi heike heiko heiner heinrich heinz helen helena helene helga
helge hella helmut hendrik henning henri henriette henrik henry herbert herman
hermann hilary hilda hilde holger holly horst howard hubert hugh hugo ian ibrahim ida ignacio igor ilaria ilka
ilse imke imogen imran ina indira ines inga inge ingo ingrid inka ira irena irene irina iris irma isa isaac
isabel isabell isabella isabelle isaiah isla ismail ivan ivana ivo izabela
jacinta jack jackie jackson jacob jacqueline jacques jade jaime jakob jamal james jamie jan jana jane janek
janet janette janice janina janine janis janna janne jannik jared jarek jarmo jaroslav jasmin jasmina jasmine
jason jaume javier jay jean jeanette jeanne jeannette jed jeff jeffrey jelena jen
jenna jennie jennifer jenny jens jeremy jeroen jerome jess jesse jessica jessie jetta jette jill jillian jim
jimmy jo joachim joakim joan joann joanna joanne joao jocelyn jochen jody joe joel joelle joerg johan johann
johanna johanne johannes john johnathan johnny johnson jolanta jon jonah jonas
jonathan jonna joost jordan jorge joris jorn jos jose josef joseph josh joshua joss joyce juan juanita jude
judit judith judy juhani jukka jules julia julian juliana julianne julie julien juliet juliette julio julius
jun jungmin jurgen justin justine justus jutta kai kaitlin kaitlyn kaja kamal kamil
kamila kaori kara karel karen kari karim karin karina karine karl karla karol karolin karolina karoline
karsten katarina katarzyna kate katerina katharina katharine kathe katherina katherine kathi kathleen kathrin
kathryn kathy katia katie katja katri katrin katy kay kayla kaylee kazuo keiko keira
keisuke keith kelli kelly kelsey kelvin ken kendra kenji kenneth kenny kent kerry kerstin kevin khaled khalid
kiera kieran kim kimberley kimberly kira kirk kirsten kirsty kit klara klaudia klaus knut konrad kornelia
kosta kristen kristi kristian kristiina kristin kristina kristy krystal krzysztof
kumiko kurt kurtis kyla kyle kylie kyoko lachlan laila lana lance lara larry lars lasse laszlo laura lauren
laurence laurent lauri laurie lawrence lea leah leanne lee leif leigh leighton leila lena leni lennart lenny
leo leon leonard leonardo leonhard leonie leonora leroy lesley leslie letizia levi
lewis lex lia liam liana libby lida lidia liesbeth ligia lila lilian liliana lillian lilly lily lina linda
lindsay linus lionel lisa lisbeth lise liz lloyd logan lois lola lorenzo loretta lori lorna lorraine lothar
lou louie louis louisa louise lourdes lovisa luana luba luc luca lucas lucia lucie
lucille lucinda lucius lucy ludger ludovic ludwig luigi luis luisa luise luiz lukas luke luna lutz lydia lynda
lyndsey lynn lynne mabel maciej maddie madeleine madeline madison mads mae magda magdalena magnus mahmoud mai
maik maike maja makoto malcolm malik malin malte mandy manfred manish manoj
manon manuel manuela mara marc marcel marcella marcello marcia marcin marco marcus marek margaret margaux
margit margot margret margrit maria mariam marian mariana mariann marianna marianne maribel marica marie
marieke marija marika marilyn marina marino mario marion marisa marissa marit marjorie
mark marko markus marlene marlies marlon marsha marshall marta martha martin martina martine marty marvin mary
maryam mason massimo mateusz mathias mathieu mathilda mathilde mathis matilda mats matt matteo matthew
matthias mattias maud maura maureen maurice mauricio maurits maurizio mauro mavis max
maxim maxime maximilian maxwell maya meera megan meghan mehmet meike meinhard mel melanie melinda melissa
mercedes merle merlin meta mette mia micah michael michaela michal micheal michel michele michelle mick mickey
miguel mika mikael mike mikhail mikkel mila milan milena miles milo milos mimi mina
mira miranda mireille mirela miriam mirjam mirko miro miroslav misha mitch mitchell mohamed mohammed moira
molly mona monica monika monique morgan moritz morten mortimer moses muhammad murat muriel mustafa mustapha
myles myriam myrna nadia nadine nadja nagore nancy naoki naomi naoto nasser natalia
natalie natalya natascha natasha nate nathalie nathan nathaniel naveen neal ned neha neil nele nellie nelly
nelson nermin nestor neville nia niamh nicholas nick nicklas nico nicola nicolai nicolas nicole nicoletta
nicolo niel niels nigel nikita nikki niklas niko nikola nikolai nikolas nikolaus nils
nina nisha nita noah noel noelia noelle noemi nolan nora norbert norma norman nuno nuria octavia odette odile
oksana ola olaf olav ole oleg oleksandr olena olga olimpia oliver olivia olivier olof omar onur orla orlando
orson oscar oskar osman oswald otis otto ove owen pablo paddy paige palle pam
pamela paola paolo pascal pat patrice patricia patricio patrick patrik patrizia patti patty paul paula paulina
pauline paulo pavel paz pearl pedro peggy penelope penny per percy pernilla perry peta petar pete peter petra
petri petros phil philip philipp philippa philippe phillip phoebe phyllis pia
pierce pierre pieter pilar piotr pippa piyush polly poppy pradeep pranav preston priya quentin quinn quirin
rachael rachel rachid rafael rafal raffaele rafik raimund rainer raj rajesh rakesh ralf ralph ramon ramona
randall randi randolph randy rania raphael raquel rashid rasmus raul ravi ray raymond
rebecca rebekah reem reese reggie regina regine reiner reinhard reinhold rena renata renate renato rene renee
renzo reto rhiannon rhys ricardo riccardo richard richie rick ricky rieke riitta riley riona rishi rita
ritchie rob robbie robert roberta roberto robin robyn rocco rod roderick rodney
rodolfo rodrigo rogelio roger rohan rohit roland rolando rolf romain roman romina romy ron ronald ronja ronnie
rory rosa rosalie rosalind rosanna rosario rose roselyn rosemarie rosemary rosie ross rowan roxana roxanne roy
roza ruben ruby rudi rudolf rudy rui rupert ruslan russ russell ruth ryan saad
sabina sabine sabrina sadie saif sakura salim sallie sally salma salome salvatore sam samantha samir samira
sammy samuel sana sander sandhya sandra sandro sandy sanjay santa santiago santino sara sarah sari sascha
saskia satoshi saul savannah sawyer scarlett scott seamus sean sebastian sebastiano
sebastien selena selim selina selma serena serge sergei sergej sergey sergio sergiy seth severin shane shannon
shari sharmila sharon shaun shawn shawna shayna shea sheila shelby sheldon shelley shelly sheri sherri sherry
shinji shirley shivani sian sidney siegfried sigrid sigurd silas silja silke
silvana silvester silvia silvio simon simona simone simonetta sina sinead siobhan skye slavko slawomir sofia
sofie solveig sonal sonia sonja sonny sophia sophie soraya soren stacey stacy stan stanislav stanislaw stanley
stavros stefan stefania stefanie stefano steffen stella sten stephan stephane
stephania stephanie stephen sterling steve steven stewart stig stina stuart sudhir sue sunil suraj suresh
susan susana susann susanna susanne susi suzanna suzanne suzy svea sven svenja svetlana sybil sybille sylvain
sylvester sylvia sylvie tabea tabitha tad tadeusz taiki takashi takeshi talia tamara
tammy tania tanita tanja tanner tanvi tanya tara tariq tasha tatiana tatjana tatsuya tavis taylor ted teemu
teresa terry tess tessa tetiana thabo thea theo theodor theodora theodore theodoros theresa therese thibault
thierry thilo thomas thomasina thor thorben thore thorsten tiago tibor tiffany
tiina tilda till tillmann tilman tim timmy timo timothy timur tina tino tobi tobias tobin toby todd todor tom
tomas tomasz tomoko toni tony topher tor torben tore torsten toshio tove tracey tracy travis trevor tricia
trina trine tristan trond troy trudy truls tucker tuomas tyler tyra tyrone tyson
udo ugo ulf uli ulla ulrica ulrich ulrike uma umberto una uri urs ursel ursula urszula ute uwe vadim val
valentin valentina valentino valeria valerie valerio valter vanessa vanja vasilis vaughn veit velma vera
verena veronica veronika veronique vesna vibeke vicki vickie vicky victor victoria vidya
viggo vijay vikram viktor viktoria vilma vinay vince vincent vincenzo vinod viola violet violetta virginia
virginie vishal vito vittoria vittorio vivek vivian viviana vivien vivienne vladimir vojtech volha volker wade
waldemar walid wallace walter wanda warren warwick waylon wayne wenche wendelin
wendell wendy wenke werner wes wesley whitney wiebe wiebke wieland wilbur wilfried wilhelm wilhelmina will
willa willem willi william willie willy wilma wilson winfried winnie winona wojciech wolf wolfgang wolfram
wout wyatt xander xavier xenia yael yahya yan yana yannick yara yasemin yasmin yasmine
  yasuo yekaterina yevgeny yiannis yoko yolanda yorick yoshi yuka yuki yuko yulia yuri yusuf yves yvette yvonne zac zach zachariah zachary zahra zainab zara zbigniew zdenek zelda zeynep zita zoe zoltan zora zsolt zuzana`.split(
    /\s+/,
  ),
);

/** Whether the first word of a text is a frequent given name. */
export function beginsWithGivenName(text: string): boolean {
  const first = /^[\p{L}\p{M}]+/u.exec(text)?.[0] ?? '';
  return first.length > 1 && names.has(foldName(first));
}
