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
  `abbiamo aber adesso agora ahora ainda algo alle alleen alles allora alors altijd anche ancora andere anderen annees anos
  apres aqui assim auch aujourdhui aunque aussi autre autres avait avant avec avere avez avoir avons beaucoup beim bene bien
  cada cela celle cent cents ceux chez chose choses cinco cinq coisa comme comment como contra cosa cosas cosi creo cual
  cuando cuatro daar dalla dann dans darum dass decir degli deja dela dele della delle dello denn depois depuis deren desde
  despues dessa desse deux deve deze dice diese diesem diesen dieser dieses dire disso dizer doch dois donc donde door dopo
  dort dove drei durch eben ecco eens eigenlijk eigentlich eine einem einen einer eines einfach einmal ella elle elles ellos
  encore entao entonces entre eran eres esas esos essere esta estaba estan estao estar estas estava este esto estos estou
  estoy etaient etait etre etwas faire fait fare fatto faut fazer fois fuera fueron funf gaan ganz geen geht genau gewoon gibt
  goed habe haben habia hace hacer hacia halt hanno hasta hatte hatten hebben heeft hemos heute hier hundert ihnen ihre ihren
  immer invece isso isto jamais jede jeder jetzt jullie juste kann kein keine kommt konnen konnte kunnen leur leurs loro luego
  maar machen macht magari mais manche meer mehr meine meme menos mesmo mientras mille mismo moet moeten moins molto mucha
  mucho muchos muita muito muitos muss mussen naar nach nada naja natuerlich naturlich nella nelle nicht nichts niente niet
  niks noch nosotros nossa nosso notre nous nuestra nuestro numa nunca oder oggi ogni ohne omdat onde onze otra otro otros
  para parce parece pela pelo perche pero peut peux piuttosto poco pode porque pour pourquoi prima proprio puede pueden pues
  qualche quale quand quatre quel quella quelle quelli quello quelque quelques quem questa queste questi questo quien quindi
  quoi rien sans schon sehr seine seinen seit seja sempre senza sera seus siamo sich siempre sind sino sobre soll solo somos
  sono sonst sont sous stata stato suis tambem tambien tampoco tanto tenemos tener tengo tenia tiene tienen tinha toda todas
  todo todos toen tous tout toute toutes tres trois trop tudo tutta tutte tutti tutto uber unas unos unsere unter usted
  ustedes vamos veel viel viele vielen vielleicht vier vingt voce voces voila voor votre vous vraiment waar waren warum weer
  weil weiss welche wenn werd werden wieder wird wirklich worden wordt wurde wurden zeggen zelf zijn zoals zonder zouden zwei
  zwischen`.split(/\s+/),
);
