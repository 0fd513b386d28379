declare module 'markdown-it' {
  /** Reads Markdown; `commonmark` is what that specification has, and no more. */
  export default class MarkdownIt {
    constructor(preset: 'commonmark');
    render(text: string): string;
  }
}
