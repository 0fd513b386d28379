/** One turn at a time, in the order of asking; `of` is who asks, and may be gone at any moment. */
export function turnsInOrder() {
  let holder: number | null = null;
  let waiting: { of: number; begin(): void }[] = [];

  function next(): void {
    const first = waiting.shift();
    holder = first?.of ?? null;
    first?.begin();
  }

  return {
    take(of: number): Promise<void> {
      return new Promise((begin) => {
        waiting.push({ of, begin });
        if (holder === null) next();
      });
    },
    end(of: number): void {
      if (holder === of) next();
    },
    /** Who is gone has no turn, and waits for none. */
    leave(of: number): void {
      waiting = waiting.filter((one) => one.of !== of);
      if (holder === of) next();
    },
  };
}
