import { Refused } from '@/app/problem';

/** How much of the memory of the web server the bodies of requests may have, in bytes. */
interface Sizes {
  /** All bodies that are here, at work or waiting for it. */
  kept: number;
  /** Those that are worked on, of the large ones: rows and plans of a request are several times its size. */
  worked: number;
  /** From where on a body is a large one. Others never wait. */
  large: number;
}

export interface Room {
  enter: () => Place;
}

/** The place of one request: its body is in memory until it leaves. */
export interface Place {
  /** More of the body has come. Throws 503 where there is no room for it, so that what is here can be done. */
  grow(bytes: number): void;
  /** Does the work, behind the large ones that came before it where it is large itself. */
  work<T>(work: () => Promise<T>): Promise<T>;
  leave(): void;
}

/** Keeps large requests that come together from filling the memory of the web server. */
export function makeRoom({ kept, worked, large }: Sizes): Room {
  let here = 0;
  let atWork = 0;
  const waiting: { size: number; begin: () => void }[] = [];
  const goOn = () => {
    while (waiting[0] && (atWork === 0 || atWork + waiting[0].size <= worked)) {
      const { size, begin } = waiting.shift()!;
      atWork += size;
      begin();
    }
  };
  return {
    enter: () => {
      let size = 0;
      return {
        grow: (bytes) => {
          if (here + bytes > kept) throw noRoom();
          size += bytes;
          here += bytes;
        },
        work: async (work) => {
          if (size <= large) return work();
          const own = size;
          await new Promise<void>((begin) => {
            waiting.push({ size: own, begin });
            goOn();
          });
          try {
            return await work();
          } finally {
            atWork -= own;
            goOn();
          }
        },
        leave: () => {
          here -= size;
          size = 0;
        },
      };
    },
  };
}

const noRoom = () =>
  new Refused(
    503,
    'too_busy',
    'Too many large requests are at work. Nothing was written; send this one again shortly.',
    {
      retryAfter: 10,
    },
  );
