/** The thing of that name; a missing one is a bug here, because names are checked before a scenario is used. */
export function named<T>(things: Readonly<Record<string, T>>, name: string): T {
  const thing = Object.hasOwn(things, name) ? things[name] : undefined;
  if (thing === undefined) throw new Error(`nothing is named "${name}"`);
  return thing;
}
