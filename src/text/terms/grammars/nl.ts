import type { Grammar } from '../grammar.ts';

/**
 * Dutch. As in German the verb stands second and its other part at the end. `Geen` negates a noun, and with it the clause if that says that it is
 * there, made or something's name; `niet` belongs to the verb, so that a noun with a definite article is not denied. A
 * complement begins with `dat`.
 */
export const nl: Grammar = {
  language: 'nl',
  order: 'frame',
  concord: false,
  isModifier: (word) => /(?:e|en|se)$/.test(word),
  isUnreal: (word) => /^(?:zal|zullen|zou|zouden|kan|kunnen|kon|mag|mogen|moet|moeten|laat|laten|te)$/.test(word),
  words: {
    'clause prep': `
      wil willen wilde wilden gewild wenst nodig vreest vrezen accept* tolere* duldt dulden steun* erken* verge*
      begrijp* verwacht* verdien* bestrij* beëindig* kent kennen overleef* eist eisen win* rechtvaardig* verhinder*
    `,
    not: 'niet nooit noch nergens geenszins allerminst in_geen_geval nimmer nauwelijks',
    no: 'geen geen_enkele geen_enkel niet_één geen_één',
    nobody: 'niemand niets geen_land geen_regering geen_staat geen_van niemand_van',
    any: 'een enige enig elke_vorm_van een_vorm_van een_soort elke enkele welke_dan_ook',
    the: 'de het deze dit mijn jouw haar hun ons onze jullie alle ieder iedere al_de beide',
    more: `
      andere ander nog_een zulke zulk zo_n dergelijke erger ergere groter grotere als_deze tweede meer volgende zoals
    `,
    be: `
      is zijn was waren geweest geworden wordt_een werd_een ben bent gaat ging betekent betekende vormt vormen blijft
      neerkomt komt_neer
    `,
    exist: `
      er_is er_was er_zijn er_waren is_er was_er zijn_er waren_er er_komt komt_er er_komen er_kwam bestaat bestaan
      bestond plaatsgevonden plaatsvindt plaatsvond plaats vindt_plaats vond_plaats gebeurd gebeurt gebeurde
      voorgevallen heerst heerste er_heerst sprake_is aanwezig
    `,
    make: `
      opgelegd opleggen gepleegd pleegt pleegde plegen voert voerde voeren gevoerd uitgevoerd uitvoeren ingesteld
      instellen instelt afgekondigd afkondigen ingevoerd invoeren begaan beging aangericht aanrichten toegepast
      toepassen gepland plant plannen voorbereid bereidt gezien zien ziet gevonden vastgesteld meegemaakt waargenomen
      bevat bevatten voorziet georganiseerd organiseert organiseren gelanceerd uitgeroepen uitgeoefend beoefend
      gepraktiseerd besloten aangenomen doorgevoerd uitgevaardigd begonnen_met ondernomen ontwikkelt ontwikkelen
      ontwikkeld ontvangen ontving vonden vond zoekt bouwt bouwen gebouwd bezit bezitten gebruikt gebruiken betaald
      bevolen gefinancierd
    `,
    'make aux': 'heeft hebben heb had hadden gehad hebt',
    call: `
      noemt noemen noemde noemden genoemd bestempelt bestempelen bestempeld omschrijft omschrijven omschreven
      beschrijft beschreven beschrijven betitelt aanduiden aangeduid beschouwen beschouwd spreken spreekt sprak
      gesproken praten sprake heet kwalificeren gekwalificeerd
    `,
    deny: 'ontkent ontkende ontkend ontkennen ontkenden loochent loochende',
    reject: `
      verwerpt verwierp verworpen verwerpen afgewezen afwijzen weerlegt weerlegd weerlegde weerspreekt weersprak
      weersproken tegengesproken spreekt_tegen betwist betwistte ontkracht ontkrachtte bestrijdt bestreed
    `,
    talk: `
      beschuldiging beschuldigingen bewering beweringen aantijging aantijgingen gerucht geruchten bericht berichten
      melding meldingen bewijs bewijzen aanwijzing aanwijzingen teken tekenen spoor sporen idee stelling verhaal
      verhalen verdenking vermoeden vermoedens claim claims verwijt verwijten mythe_van fabel_van suggestie suggesties
      nieuws gevaar
    `,
    word: 'woord woorden term termen begrip uitdrukking benaming etiket label aanduiding',
    false: `
      onwaar vals valse ongegrond ongegronde ongefundeerd onzin nonsens absurd belachelijk leugen leugens gelogen
      onjuist onjuiste fout foutief verkeerd misleidend overdreven verzonnen propaganda laster lasterlijk
      desinformatie uit_de_lucht_gegrepen ongepast weigert weigerde weigeren vergissing kletskoek ongelijk
      baarlijke_nonsens nergens_op_gebaseerd
    `,
    myth: 'mythe fictie verzinsel verzinsels sprookje fabel hersenspinsel fabeltje illusie legende hoax',
    true: 'waar juist reëel feit het_geval werkelijkheid klopt',
    think: `
      denk denkt denken dacht geloof gelooft geloven zegt zei zeggen zeiden gezegd meent beweert beweerde beweren
      verklaart verklaarde benadrukt verzekert bevestigt bevestigde bevestigen lijkt blijkt bewijst toont_aan
      suggereert kan kunnen kon konden mag mogen zou_kunnen stelt stelde
    `,
    doubt: 'twijfel twijfels twijfelt betwijfelt betwijfel twijfelachtig onmogelijk onwaarschijnlijk',
    of: 'van over omtrent rond betreffende',
    in: 'in onder als om op',
    prep: `
      met zonder voor tegen ondanks vanwege door bij na sinds tijdens tot uit naar aan wegens dankzij tussen achter
      naast bang_voor te_midden_van
    `,
    or: 'of en alsook',
    that: 'dat',
    clause: `
      maar doch omdat want hoewel terwijl toen zodat voordat nadat totdat wie hoe waarom wanneer die vergeten zolang
      zodra echter
    `,
    if: 'indien mits tenzij',
    rather: 'in_plaats_van allesbehalve verre_van eerder veeleer niets_te_maken en_niet niets_gemeen',
    'more rather': 'dan',
    aux: 'zal zullen zou zouden wordt worden werd werden moet moeten laten laat',
    'skip not': 'alleen slechts enkel louter gewoon simpelweg',
    skip: `
      niets_anders_dan niets_minder_dan niemand_minder_dan ongetwijfeld zonder_twijfel ook al nog hier daar er nu
      vandaag gisteren morgen altijd echt werkelijk eigenlijk helemaal volledig volkomen absoluut compleet zeer zo
      zich men ja zeker natuurlijk duidelijk allang weer nooit_meer zelfs dus daarom bovendien tot_nu_toe momenteel
      pure puur misschien wel te toch
    `,
    socalled: 'zogenaamd* zogeheten zogenoemd* vermeend* vermeende zelfverklaard* zelfbenoemd* pseudo',
    what: 'wat zoals',
    me: 'ik wij we',
  },
};
