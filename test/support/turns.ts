/** How often the event loop goes round while `work` is done: whoever else waits has a turn each time. */
export async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let next = setImmediate(function again() {
    turns += 1;
    next = setImmediate(again);
  });
  await work().finally(() => clearImmediate(next));
  return turns;
}
