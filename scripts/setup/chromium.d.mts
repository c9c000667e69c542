export const findProgram: (name: string) => string | undefined;
export const findChromium: () => string | undefined;
export const chromiumFlags: string[];
