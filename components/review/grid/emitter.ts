/** Tells listeners that something changed; each row asks for its own part, so that only rows that differ render. */
export class Emitter {
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly emit = (): void => {
    for (const listener of this.listeners) listener();
  };
}
