export const findPostgres: () => string | undefined;
export const startPostgres: (options?: { settings?: Record<string, string | number> }) => Promise<{
  url: string;
  pid: number;
  folder: string;
  restart: () => Promise<void>;
  stop: () => Promise<void>;
}>;
