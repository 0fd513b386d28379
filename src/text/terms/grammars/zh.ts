import type { Grammar } from '../grammar.ts';

/**
 * Chinese. Words are not set apart: a phrase of the lists is any run of its characters, the longest first. The verb
 * stands between its subject and object. `不是` negates what something is, `没有` that there is something, and before a verb that verb; `不` and `未` negate
 * verbs. A claim stands after what it is about (`关于屠杀的指控`). There is no article; `这场` and the like take a thing for given.
 */
export const zh: Grammar = {
  language: 'zh',
  order: 'verb-first',
  concord: true,
  withoutCopula: true,
  subjectMax: 0,
  isModifier: () => false,
  words: {
    not: '不 没 未 未曾 从未 从不 不曾 没有 不会 不能 并未 并没有 从来没有 绝不 决不 無 无法 不可 不能够 不得',
    nobody: '没有人 無人 无人 没人 没有任何人 没有国家 没有任何国家 谁也',
    any: '一场 一个 任何 一种 某种 一次 任何形式的 什么 一项 任何的',
    the: '这场 这个 那场 那个 这些 那些 该 我们的 他们的 这次 这种 我国的 此 其',
    more: '更 另一场 另一个 这样的 如此 比 像 其他 又一场',
    be: '是 属于 构成 成为 算是 等于 就是 都是 也是',
    'be not': '不是 并非 并不是 不属于 不构成 决不是 绝不是 绝非 绝不 不算 不等于 从来不是 根本不是 不能算 非',
    exist: '存在 发生 发生了 出现 有 处于 发生过',
    'exist not': `
      没有 不存在 没有发生 没有发生过 从未发生 从未发生过 从来没有发生过 没发生 未发生 不会有 不会发生 从来没有 从没有 没有出现 没有任何 并没有 不存在任何 根本没有 没有什么 绝没有 并不存在 没有过 从未有过
    `,
    make: '实施 进行 进行过 使用 发动 施加 犯下 策划 推行 采取 实行 搞 制造 宣布 执行 强加 实施过 使用过 发动过 犯过 搞过 看到 看见 见过 发现 遭受 参与',
    call: '称之为 称为 称作 称 叫做 叫作 描述为 定性为 视为 谈论 说成 形容为 谈得上 所说',
    'call not': '谈不上 称不上 算不上',
    deny: '否认 不承认有',
    reject: '驳斥 反驳 拒绝接受 驳回',
    talk: '指控 说法 传言 谣言 报道 指责 消息 证据 迹象 论调 谎话 传闻',
    word: '一词 这个词 术语 的说法 词语 字眼 概念',
    false:
      '谎言 不实 虚假 荒谬 毫无根据 没有根据 无稽之谈 错误 不对 不正确 捏造 编造 诬蔑 污蔑 谣言 不准确 站不住脚 假新闻 子虚乌有 不符合事实 与事实不符 无中生有 胡说 不恰当 夸大 拒绝称 谎 假的',
    myth: '神话 虚构 谎言 捏造 编造的 子虚乌有 骗局 幻想 假象 杜撰',
    true: '真的 属实 事实 真实',
    think: '说 认为 表示 声称 相信 宣称 觉得 指出 能 可以 能够 可能',
    doubt: '怀疑 疑问',
    of: '关于 有关 所谓关于',
    in: '处在',
    prep: '因为 由于 对 在 为 被 向 从 与 反对 为了 随着 通过 屈服于 除了 经过',
    or: '和 或 与 或者',
    clause: '但 但是 而且 而是 因此 所以 何时 什么时候 如何 为什么 想要 要 想 不怕 不想 害怕',
    if: '如果 假如 要是 若 若没有 如果没有 要不是 如果不是',
    rather: '而不是 而非 与其说是 远非 与其说 而并非',
    aux: '将 会',
    'skip not': '仅 只 仅仅 只是 单单',
    skip: '的 毫无疑问 无疑 无非是 就 都 也 已经 还 根本 从来 现在 今天 这里 那里 我国 国内 了 绝对 完全 真正 所有 不折不扣 村里',
    socalled: '所谓的 所谓 号称 自称的 宣称的 涉嫌 被指',
    what: '的是_',
    me: '我们 我',
  },
};
