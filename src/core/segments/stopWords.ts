/**
 * Words that say nothing about the subject: the grammar of English, the small talk of speech, and the
 * words with which people speak about speaking. In the form of `normalise` (no accents, no apostrophes).
 */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above across actual actually after afterwards again against ago ah aha ahead all almost alone along already also
  although always am among amount an and another any anybody anymore anyone anything anyway anyways anywhere apart are area
  arent around as aside ask asked asking at away awesome awhile back bad basic basically be became because become becomes been
  before began begin behind being believe below besides best better between big bigger biggest billion bit both bring brings
  brought bunch but by bye call called calling calls came can cannot cant care case cases certain certainly change check clear
  clearly close come comes coming completely cool could couldnt couple course cover crazy curious current currently day days
  deal definitely depending describe did didnt different difficult discuss discussed discussing do does doesnt doing done dont
  down during each earlier early easier easily easy eight eighteen eighty either eleven else end ends enough especially
  essentially etc even ever every everybody everyone everything everywhere exactly example excited explain explained fact fair
  fairly far favorite feel feels felt few fewer fifteen fifth fifty figure final finally find fine first five folks follow
  following for forty forward found four fourteen fourth from front full fun funny further gave general generally get gets
  getting give given gives giving glad go goes going gone gonna good got gotcha gotta gotten great guess guest guy guys had
  half happen happened happening happens happy hard hardly has hasnt have havent having he hear heard hed hell hello help
  helped helpful hence her here heres hers herself hes hey hi high higher him himself his hold hope hopefully host hour hours
  how however huge hundred i id idea ideas if ill im imagine important in including incredible indeed inside instead
  interested interesting into is isnt issue it itd itll its itself ive joining just keep keeping kept kind kinda kinds knew
  know knowing known knows large last lately later latter least leave left less let lets level like liked likely listen
  listening little long longer look looked looking looks lot lots love lovely low made main mainly major make makes making
  many matter may maybe me mean means meant mention mentioned mhm might million mind mine minute minutes moment moments month
  months more morning most mostly move moving mr much must my myself name near nearly necessarily need needed needs never new
  next nice nicely nine nineteen ninety no nobody none nope nor normal normally not nothing notice now number obvious
  obviously of off often oh ok okay old on once one ones only onto open or order other others otherwise ought our ours
  ourselves out outside over overall own part particular particularly parts past people per percent perfect perhaps person
  piece place please plus podcast point points possible possibly pretty previous previously probably problem problems put puts
  putting quick quickly quite rather read ready real realize really reason reasons recent recently regarding remember result
  right run running said same saw say saying says scenario second see seeing seem seemed seems seen sense sent set seven
  seventeen seventy several shall share she shed shes short should shouldnt show shows side similar similarly simple simply
  since single situation six sixteen sixty small so some somebody somehow someone something sometimes somewhat somewhere soon
  sorry sort sorts sound sounds speak speaking specific specifically start started starting starts still stop stuff such super
  supposed sure take taken takes taking talk talked talking talks tell telling ten tend terms than thank thanks that thatd
  thatll thats the their theirs them themselves then there therefore theres these they theyd theyll theyre theyve thing things
  think thinking third thirteen thirty this those though thought thoughts thousand three through throughout thus time times to
  today together told tomorrow tonight too took top topic total totally toward towards tried tries trouble true truly try
  trying turn turns twelve twenty twice two type types uh uhm um under understand unfortunately unless unlike until up upon us
  use used useful uses using usual usually various very via wait walk wanna want wanted wants was wasnt watch way ways we wed
  week weeks welcome well went were werent weve what whatever whats when whenever where whereas wherever whether which while
  who whoever whole whom whos whose why wide will wish with within without wonder wonderful wont word words work worked
  working works worth would wouldnt wow wrong yeah year years yep yes yesterday yet yo you youd youll young your youre yours
  yourself yourselves youve yup zero`
    .split(/\s+/)
    .filter(Boolean),
);

/**
 * The same of German, French, Spanish, Italian, Portuguese and Dutch, from four letters on: what is shorter says next to nothing
 * in any of them. Some mean something in English; they count only in talk that is none.
 */
export const FOREIGN_STOP_WORDS: ReadonlySet<string> = new Set(
  `aber ahora ainda algo alle alles alors altijd anche ancora anderen apres aqui assim auch aujourdhui aunque aussi autre
  autres avait avant avec avere avez avoir avons beaucoup beim bene bien cada cela cent cents chose cinco cinq coisa comme
  comment como contra cosa cosi creo cual cuando cuatro dann dans dass decir deja della delle dello depois depuis desde
  despues deux deze dice diese diesem diesen dieser dieses dire doch donc donde dopo dove drei durch eine einem einen einer
  eines einfach elle encore entao entonces entre esas esos essere esta estaba estan estao este esto etait etre etwas faire
  fait fare fatto faut fazer fois funf gaan ganz geen gewoon gibt goed habe haben hace hacer halt hanno hasta heeft heute hier
  hundert ihnen ihre immer isto jamais jede jetzt kann kein keine kommt leur leurs maar machen macht mais meer mehr meine meme
  menos mesmo mientras mille mismo moet moins molto mucho muchos muita muito muss mussen naar nach nada nella nelle nicht
  nichts niet noch nosotros nossa nosso notre nous nuestra nuestro nunca oder ohne omdat onde onze otra otro otros para parce
  parece perche pero peut poco pode porque pour pourquoi prima puede pues qualche quand quatre quel quello quelque quem questa
  questo quien rien sans schon sehr seine seit seja sempre senza sera sich siempre sind sino sobre solo sono sont sous stato
  suis tambem tambien tener tengo tiene tienen toda todas todo todos tous tout toute toutes trois trop tudo tutti tutto uber
  unsere unter vamos veel viel viele vielleicht vier vingt voce voor votre vous waren warum weer weil weiss wenn werden wieder
  wird wurde zijn zoals zwei`.split(/\s+/),
);
