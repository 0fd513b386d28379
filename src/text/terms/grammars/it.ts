import type { Grammar } from '../grammar.ts';

/**
 * Italian. `Non` stands before the verb and is one with further negations of its clause (`non c’è nessuna guerra`). What is
 * denied to be there has no article, or `un`, `alcun`, `nessun`; a definite one takes it for given, but for the subject of
 * `esistere` and what is practised in general. A complement begins with `che`.
 */
export const it: Grammar = {
  language: 'it',
  order: 'verb-first',
  concord: true,
  isModifier: (word) =>
    /^(?:nuov|grand|ver[aoie]$|vasto|present|presunt|cosiddett|propri|sempli|mera|tale$)/.test(word),
  isUnreal: (word) => /(?:r(?:o|a|ai|emo|anno|ebbe|ebbero|ei)|[aei]re|are)$/.test(word),
  words: {
    'clause prep': `
      vuole vogliono vogliamo voluto volere voglio desider* tem* bisogno serve servono dimentic* accett* toller*
      sosten* appogg* riconosc* capi* merit* combatt* conosc* chied* sopravviv* ferm* giustific* imped* provoc* piace
      revoc* ricord*
    `,
    'rather nobody': 'niente_a_che_vedere_con niente_a_che_fare_con nulla_a_che_vedere_con',
    not: 'non mai né nemmeno neppure affatto in_nessun_modo in_alcun_modo',
    no: 'nessun nessuna alcun alcuna nemmeno_un nemmeno_una neanche_un neanche_una',
    nobody: `
      nessuno niente nulla nessun_paese nessun_governo nessuno_stato nessun_soldato nessuno_dei nessuna_delle
      nessuno_degli
    `,
    any: `
      un una uno dei delle degli qualche qualsiasi qualunque una_forma_di una_sorta_di atti_di un_atto_di
      una_politica_di uno_stato_di
    `,
    the: `
      il lo la i gli le l questo questa questi queste quel quello quella quei quegli quelle mio mia tuo suo sua suoi
      sue nostro nostra nostri nostre vostro loro ogni tutto tutta tutti tutte lui lei essi ciò al allo alla ai agli
      alle del dello dell dal dalla nel nella
    `,
    more: 'altro altra altri altre peggiore peggio simile come_questa come_questo più tale tali meno seconda secondo',
    be: `
      =è sono era erano fu furono sarà saranno sarebbe sarebbero sia siano essere stato stata stati state siamo sei
      siete costituisce costituiscono costituire rappresenta equivale_a diventa si_tratta trattarsi tratta trattava
      significa
    `,
    exist: `
      esiste esistono esisteva esistere esista esistito esistita c_è ci_sono c_era c_erano ci_sarà ci_saranno ci_sia
      ci_sia_stato ci_sia_stata ci_siano ci_fu ci_fosse ci_fosse_stato c_è_stato c_è_stata c_è_mai_stato c_è_mai_stata
      ci_sono_stati ci_sono_state vi_è vi_sono avvenuto avvenuta avviene accaduto accaduta verificato verificata luogo
      esistenza_di l_esistenza_di un_esistenza
    `,
    make: `
      imposto imposta imposte impone impongono imporre imponiamo commesso commessa commessi commette commettono
      commettere condotto conduce condurre dichiarato dichiarata dichiarare lanciato lanciare applicato applicate
      applicata applica applicare applichiamo perpetrato perpetrare introdotto introdotta introdurre organizzato
      organizza organizzare pianificato pianifica pianificare prepara preparare visto vede vediamo vedere trovato
      trovare trovate constatato subito subisce subire contiene contengono prevede prevedono previsto creato creare
      firmato fatto facciamo fa fare registrato riscontrato sviluppa sviluppano sviluppare sviluppato ricevuto riceve
      ricevere cerca cercano cercare fabbrica possiede possiedono usato usare utilizzato costruisce costruito pagato
      pagare ordinato ordinare finanzia preso ottenuto
    `,
    'make aux': 'ha abbiamo hanno ho aveva avevano avere avuto',
    'make exist': 'praticato praticata praticano pratica praticare pratichiamo esercita esercitato',
    call: `
      chiama chiamano chiamare chiamato chiamata chiamerei chiamarlo chiamarla chiamiamo definisce definiscono
      definire definito definita definirei definirlo definirla descrive descrivono descrivere descritto considerare
      considerarlo considerato parlare parla parlano parlato parliamo bolla bollato etichetta etichettare qualifica
      qualificare defin* chiamer*
    `,
    deny: 'nega negano negato negare negò negava neghiamo smentisce smentiscono smentito smentire smentì smentiamo',
    reject: `
      respinge respingono respinto respinta respingere respinse rigetta rigettato rifiuta_le rigettano confuta
      confutato confutare contesta contestato esclude escluso escludere
    `,
    talk: `
      accusa accuse voce voci notizia notizie affermazione affermazioni prova prove segno segni indizio indizi traccia
      tracce idea nozione tesi sospetto sospetti racconto racconti narrazione teoria diceria dicerie rapporto rapporti
      segnalazioni ipotesi rischio denunce denuncia insinuazioni mito_del mito_della chiacchiere
    `,
    word: 'parola parole termine termini espressione vocabolo concetto etichetta',
    false: `
      falso falsa falsi false infondato infondata infondati infondate privo_di privi_di prive_di priva_di
      senza_fondamento bugia bugie menzogna menzogne assurdo assurda assurdi assurde ridicolo ridicola ridicole
      sbagliato sbagliata errato errata errate inesatto inesatta scorretto fuorviante esagerato esagerata esagerazione
      errore propaganda calunnia calunnie diffamazione disinformazione inventato inventata inventate rifiuta_di
      rifiutato_di si_rifiuta improprio insulto sciocchezza sciocchezze fandonia fandonie bufala bufale
    `,
    myth: `
      mito finzione invenzione fantasia favola leggenda montatura illusione inesistente inesistenti immaginario
      immaginaria
    `,
    true: 'vero vera reale esatto corretto verità',
    think: `
      pensa pensano pensare penso credo crede credono credere crediamo dice dicono dire dico disse direi detto afferma
      affermano affermato affermare assicura sostiene sostengono sostenere insiste ritiene ritengono ritengo conferma
      confermato confermare ammette ammesso sembra sembrano suggerisce suggerire indica mostra dimostra dimostrare
      dimostrano può possono potrebbe possiamo posso potrà poté permette consente dichiara annunciato
    `,
    doubt: 'dubbio dubbi dubita dubito dubitare dubbioso impossibile improbabile',
    of: 'di su sul sulla sullo sui sulle d circa riguardo_a riguardo_al',
    in: 'in sotto come a davanti_a di_fronte_a',
    prep: `
      per con senza contro da durante dopo prima verso tra fra nonostante malgrado a_causa_di a_causa_della
      a_causa_del a_causa_delle per_colpa_di per_colpa_del paura_di paura_della paura_delle grazie_a niente_nella
      vittime_di vittime_della fino_a fino_al
    `,
    or: 'o od =e ed né',
    that: 'che',
    clause: `
      ma bensì perché poiché mentre quando chi cui dove come_mai benché sebbene anche_se affinché finché però desidera
      teme temiamo dimentica dimenticare
    `,
    if: 'se',
    rather: `
      piuttosto_che piuttosto_di invece_di anziché lontano_dall_essere lungi_dall_essere tutt_altro_che tutto_fuorché
      e_non
    `,
    aux: 'vengono viene va',
    'skip not': 'altro_che solo soltanto semplicemente solamente',
    skip: `
      si ci mi ti vi ne non_solo non_soltanto nientemeno_che niente_di_meno_che senza_dubbio senza_alcun_dubbio anche
      già qui lì ora oggi ieri domani sempre ancora totalmente completamente assolutamente davvero in_realtà di_fatto
      così molto inoltre allora chiaramente proprio persino mai_più
    `,
    socalled: `
      cosiddetto cosiddetta cosiddetti cosiddette presunto presunta presunti presunte sedicente sedicenti supposto
      supposta autoproclamata autoproclamato pseudo
    `,
    what: 'ciò_che quello_che quella_che quel_che come',
    me: 'io noi',
  },
};
