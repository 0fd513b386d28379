import type { Grammar } from '../grammar.ts';

/**
 * Spanish. `No` stands before the verb, and further negations of the clause are one with it (`no hay ningún bloqueo`).
 * What is denied to be there has no article, or `un`, `ningún`; a definite one takes it for given (`no levantarán el bloqueo`), but for the
 * subject of `existir`, before or after it. Adjectives stand after their noun but for a few. A subject need not be told, and a complement
 * begins with `que`.
 */
export const es: Grammar = {
  language: 'es',
  order: 'verb-first',
  concord: true,
  isModifier: (word) =>
    /^(?:nuev|gran|verdader|mal|buen|vast|supuest|presunt|llamad|mer|simple|autentic|propi|tal$)/.test(word),
  isUnreal: (word) => /(?:r(?:e|a|an|as|emos|ia|ian)|[aei]r|[aei]r(?:lo|la|se)|semos)$/.test(word),
  words: {
    'clause prep': `
      quiere quieren queremos quería quiso querer quisimos quiero dese* necesit* tem* teme tememos esper* olvid*
      acept* toler* apoy* reconoc* reconozc* entiend* merec* combat* conoc* exig* sobreviv* gan* par* justific* impid*
      provoc* permit* gusta levant* recuerda recuerd* soport*
    `,
    'rather nobody': 'nada_que_ver_con',
    'exist aux': 'haya había habrá hubiera hubiese habría habido',
    not: 'no nunca jamás tampoco ni en_absoluto de_ningún_modo de_ninguna_manera en_modo_alguno no_se',
    no: 'ningún ninguna ninguno ni_un ni_una ni_un_solo ni_una_sola tal_cosa_como',
    nobody: `
      nadie nada ningún_país ningún_gobierno ningún_estado ningún_soldado ninguno_de ninguna_de ninguno_de_los
      ninguna_de_las nadie_de
    `,
    any: `
      un una unos unas algún alguna algunos algunas cualquier cualquiera un_acto_de actos_de una_forma_de
      una_especie_de una_política_de un_estado_de tipo_de
    `,
    the: `
      el la los las lo este esta estos estas ese esa esos esas aquel aquella mi mis tu tus su sus nuestro nuestra
      nuestros nuestras vuestro cada todo toda todos todas =él ella ellos ellas esto eso al del
    `,
    more: `
      otro otra otros otras peor peores mayor semejante como_este como_esta igual parecido =más tan tanto segunda
      segundo menos como_el como_la que_el
    `,
    be: `
      es son era eran fue fueron será serán sería serían sea sean ser sido siendo soy somos sois está están estamos
      estaba estar estoy constituye constituyen constituía constituir supone equivale_a representa se_trata se_trató
      se_trataba trata resulta es_una_forma_de significa estemos estén esté seamos estuviera fuera fuese
    `,
    exist: `
      existe existen existía existió existieron existir exista existan existiera existieran existiese existido existirá hay hubo ha_habido haya_habido había_habido
      ocurre ocurrió ocurrido ocurra ocurriera ocurriese sucede sucediera sucedió sucedido tuvo_lugar tiene_lugar tenido_lugar tener_lugar produce
      produjo producido la_existencia_de existencia_de
    `,
    make: `
      impuesto impone imponen impuso imponer imponemos impusieron impusimos cometido cometida comete cometen cometió
      cometieron cometer cometemos librado libra librar lleva_a_cabo llevado_a_cabo llevó_a_cabo declarado declara
      declarar declaró lanzado lanzar aplicado aplica aplicar aplicamos aplicó perpetrado perpetró perpetrar
      instaurado instaurar decretado decretar decretó organizado organiza organizar organizó planeado planea planear
      planeamos planeando prepara preparar preparado visto ve vemos ver vio vimos encontrado encontrar encontramos
      encontró detectado detectaron observado sufrido sufre sufrir tiene tienen tenemos tener tenía tuvo tuvimos
      contiene contienen contenía incluye prevé prevén previsto realizado realiza realizar realizó hecho hizo hacemos
      creado crear firmado registrado registró constatado constató constataron hallaron halló hallar hallado encontr* encuentr* detect* desarrolla desarrollan
      desarrollar desarrollado desarrollamos recibió recibido recibir recibe acepté aceptó busca buscan fabrica
      fabricar posee poseen usa usado usar utilizado utilizar construye construido paga pagado pagó ordenó ordenado
      financia tomó tomado intentado intentó intentar urdido urdió tramado tramó planearon dictado dictó pronunciado
      infligido emprendido emprendió
    `,
    'make exist':
      'practicado practica practican practicar practicamos practicó ejerce ejercido ejercer recurrido_a recurrir_a recurre_a recurren_a recurrió_a recurrieron_a',
    call: `
      llama llaman llamar llamo llamaría llamó llamaban llamamos llamarlo llamarla llamarle llamarlos denomina
      denominan denominar denominado califica califican calificar calificó calificado calificarlo describe describen
      describir describió descrito tacha tachar tachado define definir considerarse considerar considerarlo
      considerado hablar habla hablan hablado hablamos habló hablando bautizado tilda tildar etiqueta tacharlo
      calific* describ* denomin* llamar* llamen llame llames llamemos`,
    deny: `
      niega niegan negó negaron negar negado negamos niego negaba desmiente desmienten desmintió desmentir desmentido
      desmintieron
    `,
    reject: `
      rechaza rechazan rechazó rechazaron rechazar rechazado rechazamos refuta refutan refutó refutar desestima
      desestimó desestimar desestimado descarta descartan descartó descartar descartado cuestiona impugna
    `,
    talk: `
      acusación acusaciones alegación alegaciones denuncia denuncias rumor rumores afirmación afirmaciones informe
      informes noticia noticias informaciones prueba pruebas evidencia evidencias indicio indicios señal señales signo
      signos rastro idea noción tesis sospecha sospechas relato relatos discurso teoría teorías versiones versión
      cuento cuentos mito_de mito_del bulo_de riesgo posibilidad atisbo hipótesis motivos_para_hablar señalamientos
    `,
    word: 'palabra palabras término términos expresión vocablo concepto etiqueta fórmula calificativo',
    false: `
      falso falsa falsos falsas infundado infundada infundados infundadas carece_de carecen_de sin_fundamento sin_base
      miente mienten mintió mentir mentira mentiras mentiroso absurdo absurda absurdos absurdas ridículo ridícula ridículas erróneo errónea
      erróneas equivocado equivocada inexacto inexacta incorrecto incorrecta exagerado exagerada exageración engañoso
      engañosa error propaganda calumnia calumnias difamación desinformación inventado inventada inventadas
      invenciones se_niega negarse rehúsa rehusó disparate tontería tonterías patraña patrañas insulto bulo bulos
      inapropiado impropio descabellado descabellada sinsentido negativa_a evita evitó erróneamente falsamente equivocadamente
    `,
    myth: `
      mito ficción invento invención fantasía cuento_chino leyenda quimera farsa_mediática ilusión imaginario
      imaginaria inexistente inexistentes falacia montaje
    `,
    true: 'cierto cierta verdad verdadero verdadera exacto real correcto',
    think: `
      piensa piensan pensar pienso cree creen creo creer creemos dice dicen decir digo dijo dijeron diría afirma
      afirman afirmó afirmar asegura aseguran aseguró sostiene sostienen sostener insiste insistió opina confirma
      confirmó confirmar admite admitió parece parecen sugiere sugieren sugerir indica indican indicar muestra
      demuestra demuestran demostrar prueba_que puede pueden podría podemos puedo podrá pudo permite permiten cabe
      considera consideran considero declaró anuncia estima significa_que
    `,
    doubt: 'duda dudas dudan dudo dudar dudoso imposible improbable',
    of: 'de sobre acerca_de respecto_a con_respecto_a d en_cuanto_a',
    in: 'en bajo como a ante',
    prep: `
      para por con sin contra desde hasta durante tras entre según hacia pese_a a_pesar_de a_pesar_del a_causa_de
      a_causa_del por_culpa_de por_culpa_del debido_a debido_al miedo_a miedo_al gracias_a mediante antes_de
      después_de víctimas_de fin_de fin_a con_el
    `,
    or: 'o u y e ni',
    that: 'que',
    clause: `
      pero sino porque pues aunque mientras cuando quien quienes cuyo donde cómo por_qué para_que ya_que hasta_que
      desea deseamos necesita necesitamos olvida olvidar olvidado puesto_que el_que la_que los_que las_que
    `,
    if: '=si',
    rather: 'en_lugar_de en_vez_de lejos_de lejos_de_ser todo_menos cualquier_cosa_menos y_no antes_que más_bien_que',
    aux: 'va_a van_a vamos_a ha han he hemos habían deja_de',
    'skip not': 'otra_cosa_que solo sólo solamente únicamente simplemente',
    skip: `
      se me te nos os le les no_solo no_sólo no_solamente no_únicamente otra_cosa_que nada_menos_que nada_más_que
      nada_más_y_nada_menos_que sin_duda sin_lugar_a_dudas también ya aquí allí ahora hoy ayer mañana siempre todavía
      aún totalmente completamente absolutamente realmente realidad de_hecho en_realidad así muy además entonces
      claramente puramente bien incluso nunca_más ahí alguna_vez
    `,
    socalled: `
      llamado llamada llamados llamadas supuesto supuesta supuestos supuestas presunto presunta presuntos presuntas
      mal_llamado mal_llamada autodenominado autodenominada autoproclamada autoproclamado pretendido pretendida
      así_llamado así_llamada
    `,
    what: 'lo_que como',
    me: 'yo nosotros uno',
  },
};
