/** What was asked for is found under another reference, with the same request. Thrown by stores, answered as 308. */
export class Moved extends Error {
  /** The path of the entity below `/v1`, such as `claims/clm_…`; what stood after it in the request follows it. */
  readonly path: string;

  constructor(path: string) {
    super(`This is at ${path} now.`);
    this.name = 'Moved';
    this.path = path;
  }
}
