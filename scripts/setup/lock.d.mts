type Lock = { release: () => void; takenOver: boolean };
export const takeLock: (path: string) => Lock | { holder: number };
export const withLock: <T>(path: string, work: () => Promise<T>) => Promise<T>;
