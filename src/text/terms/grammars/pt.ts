import type { Grammar } from '../grammar.ts';

/**
 * Portuguese. `Não` stands before the verb and is one with further negations of its clause (`não há nenhuma guerra`). What
 * is denied to be there has no article, or `um`, `nenhum`, `qualquer`; a definite one takes it for given, but for the
 * subject of `existir`. A complement begins with `que`.
 */
export const pt: Grammar = {
  language: 'pt',
  order: 'verb-first',
  concord: true,
  isModifier: (word) =>
    /^(?:nov[oa]s?$|grande?|verdadeir|vast|supost|alegad|chamad|mer[oa]|simples|propri|tal$)/.test(word),
  isUnreal: (word) => /(?:r(?:ei|a|ao|as|emos|ia|iam)|[aei]r|semos)$/.test(word),
  words: {
    'clause prep': `
      quer querem queremos queria quis quisemos querer quero desej* tem_medo tememos teme esquec* precis* esper*
      aceit* toler* apoi* reconhec* entend* merec* combat* conhec* exig* sobreviv* ganh* par* justific* imped* provoc*
      permit* gosta levant* lembr*
    `,
    'rather nobody': 'nada_a_ver_com nada_que_ver_com',
    'exist aux': 'haja havia haverá houvesse haveria havido',
    not: 'não nunca jamais nem tampouco de_modo_algum de_forma_alguma em_momento_algum',
    no: 'nenhum nenhuma nenhuns nenhumas nem_um nem_uma nem_um_único',
    nobody: 'ninguém nada nenhum_país nenhum_governo nenhum_estado nenhum_soldado nenhum_dos nenhuma_das',
    any: `
      um uma uns umas algum alguma alguns algumas qualquer quaisquer uma_forma_de uma_espécie_de atos_de um_ato_de
      uma_política_de um_estado_de
    `,
    the: `
      o a os as este esta estes estas esse essa esses essas aquele aquela meu minha seu sua seus suas nosso nossa
      nossos nossas cada todo toda todos todas ele ela eles elas isto isso ao aos =à às do da dos das pelo pela dele
      dela
    `,
    more: `
      outro outra outros outras pior piores maior semelhante igual parecido mais tão tanto segunda segundo menos
      como_esta como_este como_essa
    `,
    be: `
      =é são era eram foi foram será serão seria seriam seja sejam ser sido sendo sou somos está estão estamos estava
      estar estou constitui constituem constituir representa equivale_a trata_se se_trata trata significa torna_se
      tenha_sido
    `,
    exist: `
      existe existem existia existiu existiram existir exista existido há houve ter_havido tenha_havido tem_havido
      ocorre ocorreu ocorrido ocorrer acontece aconteceu acontecido teve_lugar tem_lugar existência_de a_existência_de
    `,
    make: `
      impôs impõe impõem impor imposto imposta imposemos impusemos cometeu cometeram comete cometem cometer cometido
      cometemos trava travar travou declarou declarado declarar lançou lançado lançar aplicou aplica aplicar aplicado
      aplicámos aplicamos aplicaram perpetrou perpetrado introduziu introduzido decretou decretado organizou
      organizado organiza planeia planeja planejar planear planeou planejou prepara preparar viu vemos vimos ver visto
      encontrou encontrado encontramos encontrar sofreu sofre sofrer tem têm temos ter tinha teve tivemos contém
      continha contêm prevê preveem previsto inclui realizou realizado realizar fez fizemos fazer feito criou criar
      assinou registou registrou desenvolve desenvolvem desenvolver desenvolvido recebeu recebido receber procura
      procuram fabrica possui possuem usou usado usar utilizou construiu construído pagou pago ordenou financia tomou
      obteve encontraram
    `,
    'make exist': 'praticou praticam pratica praticar praticamos praticado exerce exercido exercer',
    call: `
      chama chamam chamar chamou chamaria chamamos chamou_lhe denomina denominar classifica classificar classificou
      classificado descreve descrevem descrever descreveu descrito define definir considerar considerado falar fala
      falam falou falamos rotula rotular apelida qualifica qualificar tachar designa designam classific* descrev*
      chamari*
    `,
    deny: 'nega negam negou negaram negar negado negamos nego negava desmente desmentem desmentiu desmentir desmentido',
    reject: `
      rejeita rejeitam rejeitou rejeitaram rejeitar rejeitado rejeitamos refuta refutou refutar repudia repudiou
      descarta descartou descartado descartar contesta contestou afasta afastou
    `,
    talk: `
      acusação acusações alegação alegações denúncia denúncias rumor rumores boato boatos afirmação afirmações
      relatório relatos relato notícia notícias prova provas evidência evidências indício indícios sinal sinais
      vestígio vestígios ideia noção tese suspeita suspeitas discurso teoria conversa conversas versão mito_do mito_da
      risco possibilidade hipótese informações
    `,
    word: 'palavra palavras termo termos expressão vocábulo conceito rótulo',
    false: `
      falso falsa falsos falsas infundado infundada infundados infundadas carece_de carecem_de sem_fundamento sem_base
      mentira mentiras mentiroso absurdo absurda absurdos absurdas ridículo ridícula ridículas errado errada errados
      erradas incorreto incorreta inexato exagerado exagerada exagero enganoso enganosa erro propaganda calúnia
      calúnias difamação desinformação inventado inventada inventadas recusa_se recusou_se insulto disparate impróprio
      balela invenções
    `,
    myth: 'mito ficção invenção fantasia lenda farsa_da ilusão inexistente inexistentes imaginário imaginária falácia',
    true: 'verdade verdadeiro verdadeira certo exato real correto verídico',
    think: `
      pensa pensam pensar penso acha acham acho achar crê creem creio acredita acreditam acredito acreditar diz dizem
      dizer digo disse disseram diria afirma afirmam afirmou afirmar garante garantiu assegura sustenta insiste
      insistiu confirma confirmou confirmar admite admitiu parece parecem sugere sugerir indica indicam mostra
      demonstra demonstrar prova_que pode podem poderia podemos posso poderá pôde permite cabe considera considero
      declarou anunciou
    `,
    doubt: 'dúvida dúvidas duvida duvidam duvido duvidar duvidoso impossível improvável',
    of: 'de sobre acerca_de a_respeito_de d quanto_a',
    in: 'em sob como perante',
    prep: `
      para por com sem contra desde até durante após entre apesar_de apesar_da por_causa_de por_causa_da por_causa_do
      por_causa_das devido_a devido_à devido_ao medo_de medo_da medo_das medo_do graças_a antes_de depois_de
      vítimas_de vítimas_da fim_da fim_do no na nos nas num numa
    `,
    or: 'ou =e nem',
    that: 'que',
    clause: `
      mas porém contudo porque pois embora enquanto quando quem cujo onde para_que já_que até_que deseja esquece
      esquecer precisa precisamos espera
    `,
    if: 'se_não se_isto se_isso se_houver caso',
    rather: 'em_vez_de ao_invés_de em_lugar_de longe_de longe_de_ser tudo_menos e_não',
    aux: 'vai vão vamos',
    'skip not': 'outra_coisa_senão só apenas somente simplesmente',
    skip: `
      se me te lhe lhes não_só não_apenas não_somente não_só_uma nada_mais_que nada_menos_que nada_mais_do_que
      outra_coisa_senão sem_dúvida sem_sombra_de_dúvida também já aqui ali agora hoje ontem amanhã sempre ainda
      totalmente completamente absolutamente realmente na_verdade de_facto de_fato assim muito além então claramente
      puramente bem mesmo nunca_mais aí
    `,
    socalled: `
      chamado chamada chamados chamadas suposto suposta supostos supostas alegado alegada alegados alegadas pretenso
      pretensa autoproclamada autoproclamado autodenominado assim_chamado
    `,
    what: 'o_que aquilo_que como',
    me: 'eu nós',
  },
};
