/** Carries work out that yields now and then, and lets a server answer others each time it does. */
export async function finishSlowly<T>(work: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
