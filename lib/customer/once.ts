/** Makes a thing when it is first asked for, and only then: tables that most visitors of a page never need. */
export function once<T>(make: () => T): () => T {
  let made: { thing: T } | undefined;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
}
