/** Which methods the routes of the app have: Next says 405 without them, which a client is owed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** A segment of a folder as it stands in an address, with the slash before it. */
const segment = (name) => {
  if (name.startsWith('[[...')) return '(?:/.+)?';
  if (name.startsWith('[...')) return '/.+';
  return name.startsWith('[') ? '/[^/]+' : `/${name.replace(/[.*+?^${}()|\\]/g, '\\$&')}`;
};

/**
 * @param {string} app the folder of the app
 * @returns {{path: string, allow: string}[]} a pattern for the path of each route, the most exact first, and its methods as the header `Allow` has them (RFC 9110 §10.2.1)
 */
export const routeMethods = (app) =>
  readdirSync(app, { recursive: true })
    .filter((path) => path.split(sep).at(-1) === 'route.ts')
    .map((path) => {
      const folders = relative(app, join(app, path, '..')).split(sep);
      const segments = folders.filter((name) => !/^\(.*\)$/.test(name)).map(segment);
      const source = readFileSync(join(app, path), 'utf8');
      const methods = [...source.matchAll(/^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/gm)];
      const names = methods.map(([, name]) => name);
      // Next answers these by itself.
      const also = [...(names.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
      return { path: `^${segments.join('')}/?$`, allow: [...names, ...also].join(', ') };
    })
    .sort((one, other) => Number(one.path.includes('.+')) - Number(other.path.includes('.+')));
