import type { Grammar } from '../grammar.ts';

/** Endings of adjectives with the suffixes that they are made by, folded. */
const ADJECTIVE = /(?:sk|ck|dzk|n|ow|aw|iw|ew)(?:a|e|y|i|ego|emu|ej|ym|im|ych|ich|ymi|imi)$/;

/**
 * Polish. There is no article; `to nie jest wojna` and `to nie wojna` negate what follows. What is not there stands in the
 * genitive with `nie ma`, `nie było`, `nie będzie`, before or after it. Negations of a clause are one (`nikt nie stosował`). A
 * complement begins with `że` after a comma.
 */
export const pl: Grammar = {
  language: 'pl',
  order: 'verb-first',
  concord: true,
  withoutCopula: true,
  subjectMax: 1,
  isModifier: (word) => ADJECTIVE.test(word),
  isUnreal: (word) => /(?<!l|la|li|ly|lo|lem|lam|lismy)$/.test(word),
  words: {
    'clause prep': `
      chce chcą chcemy chciał chcieli chcieliśmy chciała pragn* potrzebuj* boimy boją boi zapomn* zapomin* akceptuj*
      tolerow* toleruj* popier* poparł* uznaj* uzna* rozumie* oczekiw* czeka* zasługuj* zna zwalcz* żąda* znies*
      usprawiedliw* zapobie* godz* spodziew*
    `,
    'rather nobody': 'nic_wspólnego_z',
    not: 'nie ani nigdy bynajmniej wcale_nie żadną_miarą w_żadnym_razie nie_można nie_sposób trudno',
    no: 'żaden żadna żadne żadnego żadnej żadną żadnych żadnym żadnymi ani_jednego ani_jednej',
    nobody: 'nikt nikogo nikomu nikim nic niczego niczym nigdzie z_nikim żaden_z żadna_z żadne_z nikt_z',
    any: `
      jakiś jakaś jakieś jakiegoś jakąś jakikolwiek jakakolwiek jakąkolwiek jakiekolwiek jakichkolwiek pewien pewna
    `,
    the: `
      ten ta tę tą te ci tego tej temu tych tym tymi nasz nasza naszą nasze naszego naszej naszych wasz wasza wasze
      ich jego jej swój swoja swoją swoje swojej swoich mój moja moją cały całą wszystkie wszyscy wszystkich każdy
      każda każdą on ona ono oni one im mu nas was nam wam mnie
    `,
    more: `
      taki taka taką takie takich inny inna inną inne innych kolejny kolejna kolejną kolejnej następny następną
      drugiej gorsza gorszy gorszej większy większa podobny podobnej bardziej więcej_niż jak
    `,
    be: 'jest są był była były stanowi stanowią stanowiło oznacza staje_się jestem jesteśmy to_jest to',
    'be not': 'nie_jest nie_są nie_był nie_była nie_były nie_stanowi nie_stanowią nie_jesteśmy',
    exist: `
      istnieje istnieją istniało istniał istniała było ma_miejsce miało_miejsce miała_miejsce dochodzi doszło
      dochodziło do_doszło trwa trwają panuje zdarzyło zdarzył wydarzyło wydarzyła wybuchła
    `,
    'exist not': `
      nie_ma nie_było nie_będzie nie_istnieje nie_istnieją nie_istniało nie_istniał nie_istniała nie_miało_miejsca
      nie_ma_miejsca nie_miała_miejsca nie_doszło nie_dochodzi nie_doszło_do nie_dochodzi_do nie_stwierdzono
      nie_wydarzyło_się nie_wydarzył_się nie_przewiduje_się nie_planuje_się
    `,
    make: `
      wprowadz* nałoż* nakład* nałożył* prowadz* popełni* popełnia* dokona* dokonuj* stosow* stosuj* zastosow*
      dopuści* ogłosi* ogłasza* wypowiedzi* rozpęta* organizow* organizuj* zorganizow* przeprowadz* planuje planują
      planujemy planował* przygotowuj* widział* widzimy widzą widzę stwierdz* zaobserwow* ma mają mamy miał miała
      mieli zawiera przewiduje urządzi* znalazł* wykryt* wykryli brał* brali otrzym* dosta* opracow* rozwija* budu*
      tworz* stworz* używa* użył* płaci* posiada* finansow* produkuj*
    `,
    call: `
      nazywa nazywają nazywać nazwać nazwał nazwała nazwałbym nazwałabym nazwali nazywał nazywamy określa określają
      określać określił określić określiłbym mówić_o mówienie_o mowy mowa mowy_o opisuje opisują opisać uznać_za
      uważać_za traktować_jako mianem mówi_się_o
    `,
    deny: 'zaprzecz* neguj* negowa* zanegow*',
    reject: 'odrzuc* dementuj* zdementow* odpiera* odparł* kwestionuj* zakwestion* wyklucz*',
    talk: `
      oskarżeni* zarzut* doniesieni* pogłosk* plotk* twierdzeni* informacj* wiadomoś* dowod* dowód oznak* śladów śladu
      ślady sygnał* tez* ide* podejrzeni* opowieś* narracj* teori* mit_o mity_o bajk*_o fakt* ryzyk* groźb* podstaw*
      mówienie
    `,
    word: `
      słowo słowa słów słowem termin terminu terminem pojęcie pojęcia określenie określenia wyrażenie etykieta
      etykietka hasło
    `,
    false: `
      nieprawd* kłamstw* kłamliw* fałsz* bezpodstawn* bezzasadn* nieuzasadnion* absurd* bzdur* nonsens* śmieszn*
      niesłuszn* nietrafn* niepoprawn* nieścisł* błęd* błąd myln* przesad* przesadz* oszczerstw* pomówieni*
      dezinformacj* propagand* wyssan* zmyślon* wymyślon* odmawia odmówił* odmówi* nie_mają_podstaw nie_ma_podstaw
      nie_odpowiada* nie_znajduj* przedwczesn* niedopuszczaln* brednie
    `,
    myth: 'mit mitem wymys* fikcj* bajk* fantazj* zmyśleni* urojeni* legend* mistyfikacj* wytwór_wyobraźni fejk*',
    true: 'prawda prawdą prawdziw* zgodne_z_prawdą',
    think: `
      myśl* sądz* uważa* twierdz* mówi mówią mówił mówiła powiedział* oświadcz* zapewnia* przekonuj* uzna* potwierdz*
      przyzna* wydaje_się wskazuj* dowodz* może mogą można mógł mogła możemy mogę sugeruj* poda* ogłasza_że wierzę
      wierzy wierzymy wierzą
    `,
    doubt: 'wątpliwoś* wątpi* wątpliw* mało_prawdopodobne niemożliwe',
    of: 'o dotycząc* na_temat w_sprawie odnośnie',
    in: 'w na pod znajduje_się_w',
    prep: `
      z ze bez dla od do po przed przeciw przeciwko za przy przez mimo pomimo z_powodu wskutek dzięki wobec podczas
      w_czasie w_obliczu między nad wbrew oprócz śledztwa_w_sprawie
    `,
    or: 'lub albo czy i oraz',
    that: 'że iż jakoby',
    clause: `
      a ale lecz jednak chociaż choć bo ponieważ gdyż kiedy gdy dopóki aż żeby aby który która którą które którego
      której których gdzie dlaczego czemu czekamy
    `,
    if: 'jeśli jeżeli gdyby',
    rather: 'zamiast daleki_od daleka_od dalekie_od dalecy_od raczej a_nie',
    'more rather': 'niż aniżeli',
    aux: 'będ*',
    'skip not': 'tylko jedynie po_prostu',
    skip: `
      nie_tylko nie_po_prostu nic_innego_jak nie_kto_inny_jak bez_wątpienia niewątpliwie już jeszcze też także również
      tu tutaj tam teraz dziś dzisiaj wtedy wczoraj jutro sam sama nawet naprawdę oczywiście właśnie bardzo całkowicie
      zupełnie absolutnie w_ogóle nadal wciąż się więc zatem faktycznie w_rzeczywistości więcej
    `,
    socalled: `
      tak_zwan* rzekom* domniemany domniemana domniemanego domniemaną samozwańcz* pseudo* tzw t_zw niby osławion*
    `,
    what: 'to_co jak co',
    me: 'my ja nam mnie',
  },
};
