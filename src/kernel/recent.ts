/** Remembers the things used last, up to a number; the one unused for longest is forgotten first. */
export type Recent<T> = {
  get(key: string): T | undefined;
  set(key: string, thing: T): void;
};

export function rememberRecent<T>(most: number): Recent<T> {
  const things = new Map<string, T>();
  const use = (key: string, thing: T) => {
    things.delete(key);
    things.set(key, thing);
  };
  return {
    get: (key) => {
      const thing = things.get(key);
      if (thing !== undefined) use(key, thing);
      return thing;
    },
    set: (key, thing) => {
      use(key, thing);
      for (const oldest of things.keys()) {
        if (things.size <= most) return;
        things.delete(oldest);
      }
    },
  };
}
