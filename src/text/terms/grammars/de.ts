import { type Grammar, Kind } from '../grammar.ts';

/**
 * German. The verb stands second and its other part, a participle, infinitive or prefix, at the end of the clause, where the whole verb
 * stands after `dass`. `Kein` negates a noun, and with it the clause if that says that it is there, made or
 * something's name; with another verb it is what is wanted or feared (`wir brauchen kein Tempolimit`). `Nicht`
 * stands near the end and belongs to the verb, so that a noun with a definite article is not denied. The genitive joins
 * a claim to what it is about (`der Vorwurf der Folter`).
 */
export const de: Grammar = {
  language: 'de',
  order: 'frame',
  concord: false,
  isModifier: (word) => /(?:e|en|er|es|em)$/.test(word),
  kindsOfTerm: (word) => (/(?:krieg|zustand|notstand|exil|arrest)$/.test(word) ? Kind.in : 0),
  isUnreal: (word) =>
    /^(?:wird|werden|wurde|wurden|wurden|kann|konnen|konn|konnte|darf|durfen|muss|mussen|soll|sollen|sollte|lasst|lassen)/.test(
      word,
    ),
  words: {
    'clause prep': `
      will wollen wollte wollten gewollt möchte möchten wünscht brauchen braucht brauche fürchtet fürchten fürchte
      befürchtet akzeptier* dulde* duldet tolerier* unterstütz* anerkenn* anerkannt vergess* vergisst versteh* erwart*
      verdien* bekämpf* beend* aufgehoben aufheben kenn* mag mögen erwähnt erwähn* fordert fordern forder* überleb*
      scheu* gewinnt gewinnen gewonnen verhinder* provozier* toleriert billig* rechtfertig* erzwing*
    `,
    not: `
      nicht nie niemals weder noch_nie keineswegs keinesfalls mitnichten nirgends nirgendwo in_keiner_Weise
      auf_keinen_Fall kaum
    `,
    no: 'kein keine keinen keiner keinem keines keinerlei nicht_ein nicht_eine nicht_einen nicht_einmal_ein',
    nobody: `
      niemand niemanden niemandem nichts keiner_von kein_Land kein_Staat keine_Regierung keiner_der keine_der
      keines_der
    `,
    any: `
      ein eine einen einem einer eines irgendein irgendeine irgendeinen jeglicher jegliche jeglichen jegliches
      eine_Art eine_Art_von jede_Form_von irgendwelche eine_Form_von
    `,
    the: `
      der die das den dem des dieser diese dieses diesen diesem jener jene jenes mein meine meinen dein deine sein
      seine seinen seiner seines seinem ihr ihre ihren ihrer ihrem unser unsere unseren unserer unserem unseres euer
      eure alle allen aller jede jeder jedes jeden sämtliche im am zum zur beim vom ins ans beide beiden
    `,
    more: `
      weitere weiteren weiterer weiteres ander* solche solcher solchen solches solch schlimmer* größer* blutiger*
      zweiten zweite wie mehr nächste nächsten
    `,
    be: `
      ist sind war waren sei seien wäre wären bin gewesen geworden wird_zu wurde_zu handelt handele handelte darstellt
      darstellen bedeutet bedeutete gleichkommt kommt_einer kommt_einem gilt_als gelten_als geht bleibt steckt stecken
      befindet befinden befinde seid
    `,
    exist: `
      gibt_es es_gibt gab_es es_gab gebe_es es_gebe gäbe_es gegeben geben gibt gab gebe existiert existieren
      existierte existierten stattgefunden stattfindet stattfand findet_statt fand_statt findet finden_statt passiert
      geschehen vorgefallen herrscht herrschte herrsche besteht bestehe bestand bestünde bestehen existiere fände existenz vorliegen vorhandensein vorhanden vorliegt liegt_vor vorliegen
    `,
    'exist not': 'nichtexistent',
    make: `
      verhängt verhängte verhängten verhängen begangen beging begeht begehen begingen verübt verübte verübten verüben
      führt führte führen führten geführt durchgeführt durchführen durchführt unternommen ausgerufen ausrufen erklärt
      eingeführt einführen eingerichtet errichtet errichten angeordnet anordnen beschlossen beschließen beschließt
      vorgenommen vornehmen geplant plant planen planten vorbereitet bereitet vorbereiten gesehen sehen sieht sah
      gefunden festgestellt erlebt erleben erlebte beobachtet enthält enthalten vorgesehen sieht_vor angewandt
      angewendet anwenden ausgeübt ausüben praktiziert inszeniert organisiert organisieren angezettelt angerichtet
      anrichten erlassen gestartet starten verabschiedet eingeleitet vollzogen betrieben betreibt betreiben unterhält
      plane führe verhänge begehe betreibe sehe plante unternehme beschließe vorhabe entwickelt entwickeln erhalten
      erhielt erhält fanden findet angenommen nahm nimmt sucht strebt anstrebt angestrebt baut bauen gebaut besitzt
      besitzen versucht versuchten angestiftet angezettelt verwendet benutzt einsetzt eingesetzt bezahlt gezahlt finanziert gebrochen
    `,
    'make prep':
      'anzuwenden einzuführen auszurufen durchzuführen anzuordnen vorzunehmen vorzubereiten einzurichten anzuzetteln anzurichten auszuüben',
    'make aux': 'hat haben habe hatte hatten hätte hätten gehabt habt',
    call: `
      nennt nennen nannte nannten genannt bezeichnet bezeichnen bezeichnete bezeichneten tituliert betitelt beschreibt
      beschreiben beschrieb beschrieben einstufen eingestuft sprechen spricht sprach gesprochen reden redet rede
      betrachten betrachtet werten gewertet ansehen angesehen heißt getauft hinstellen
    `,
    deny: `
      bestreitet bestritt bestritten bestreiten leugnet leugnete leugnen geleugnet leugneten dementiert dementierte
      dementieren dementierten verneint verneinte verneinen abgestritten streitet_ab stritt_ab abstreiten negiert
    `,
    reject: `
      weist wies weisen wiesen zurückgewiesen zurückweisen verwirft verwarf verworfen widerspricht widersprach
      widersprochen widerlegt widerlegte entkräftet ausgeschlossen zurückweist zurückwies
    `,
    talk: `
      behauptung behauptungen vorwurf vorwürfe vorwürfen vorwurfs anschuldigung anschuldigungen bericht berichte
      berichte_über meldung meldungen gerücht gerüchte gerüchten beweis beweise beleg belege hinweis hinweise
      hinweisen anzeichen spur spuren these thesen gerede erzählung erzählungen idee verdacht vermutung vermutungen
      unterstellung unterstellungen rede_vom mär_von mär_vom mythos_vom mythos_der märchen_vom legende_vom rede_von
      vorstellung anklage beschuldigung beschuldigungen andeutungen vorhaltung gefahr grund anlass
    `,
    word: 'wort begriff begriffs bezeichnung ausdruck terminus schlagwort vokabel etikett formulierung kampfbegriff',
    false: `
      falsch falsche unwahr haltlos unbegründet grundlos gegenstandslos unsinn quatsch blödsinn absurd lächerlich lüge
      lügen erlogen gelogen abwegig irreführend unzutreffend nicht_zutreffend erfunden frei_erfunden übertrieben
      lügt lügst lügner irren verfehlt unrecht irrt fehler propaganda verleumdung desinformation entbehrt entbehren jeder_Grundlage
      aus_der_Luft_gegriffen unangemessen unpassend verleumderisch fake_news weigert weigerte weigern weigerten
      unseriös unhaltbar humbug fälschlich fälschlicherweise irrtümlich zu_Unrecht
    `,
    myth: `
      mythos fiktion erfindung hirngespinst märchen legende fantasie phantasie trugbild ente schwindel illusion
      lügengespinst ammenmärchen
    `,
    true: 'wahr real richtig zutreffend wirklichkeit tatsache der_Fall',
    think: `
      glaube glaubt glauben glaubte denke denkt denken dachte meint meinen sagt sagte sagen gesagt sage behauptet
      behaupten behauptete erklärte betont betonte versichert versicherte bestätigt bestätigte bestätigen scheint
      zeigt beweist belegt deutet kann konnen könnte konnte darf dürfen sollte soll vermutet teilte mitgeteilt stimmt
    `,
    doubt: 'zweifel zweifelt bezweifelt bezweifeln bezweifle zweifle zweifeln zweifelhaft unmöglich unwahrscheinlich',
    of: 'von über bezüglich hinsichtlich',
    in: 'in im unter als um im_Zustand',
    prep: `
      mit ohne für gegen trotz wegen durch bei nach vor seit während bis aus zu aufgrund infolge dank angesichts
      zwischen hinter neben an auf niemand_außer angst_vor zum zur beim am gegenüber
    `,
    or: 'oder und sowie',
    that: 'dass daß',
    clause: `
      aber sondern doch jedoch denn weil obwohl als_ob damit bevor nachdem wer wo warum weshalb wohin welche welcher
      welches deren dessen sodass solange sobald seitdem vergessen obgleich ob
    `,
    if: 'wenn falls sofern',
    rather: `
      statt anstatt anstelle alles_andere_als weit_entfernt_von weit_davon_entfernt eher vielmehr nichts_zu_tun
      nichts_gemein und_nicht
    `,
    'more rather': 'als',
    aux: 'wird werden wurde wurden würde würden werde worden muss müssen musste lassen lässt',
    'skip not': 'nur bloß lediglich allein einfach ausschließlich',
    skip: `
      nicht_erst nichts_anderes_als nichts_weniger_als nichts_als kein_anderer_als zweifellos ohne_Zweifel ohne_jeden_Zweifel
      fraglos auch schon noch hier da dort jetzt heute gestern morgen nun damals immer wirklich tatsächlich eigentlich
      überhaupt ganz völlig vollkommen absolut komplett schlicht schlichtweg sehr so es sich man ja sicher sicherlich
      natürlich klar eindeutig längst lange wieder nie_wieder selbst sogar eben halt mal also daher deshalb dann zudem
      außerdem bisher derzeit aktuell reiner reine pure purer schlichter ein_für_alle_mal vielleicht wohl gar ebenso
      ebenfalls hierzulande frei
    `,
    socalled: `
      sogenannt* so_genannt* angeblich* vermeintlich* mutmaßlich* vorgeblich* selbsternannt* selbst_ernannt* pseudo
    `,
    what: 'was wie_es das_was wie',
    me: 'ich wir mich uns',
  },
};
