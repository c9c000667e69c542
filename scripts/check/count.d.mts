type Count = { passed: number; failed: number };
export const countUnit: (path: string, code: number) => Count;
export const countEndToEnd: (path: string, code: number) => Count;
