/** The part of citation-js that tests use; it has no types of its own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: string);
    format(as: 'data', options: { format: 'object' }): unknown;
  }
}
