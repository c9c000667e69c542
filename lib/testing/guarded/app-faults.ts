/** What would let somebody past the guard, told of a file below `app/` by what it is called and what it gives out. */
import ts from 'typescript';
import { firstWait, isMade, wrapperOf } from './guard-calls';
import { type Exported, type Module, readModule } from './read-module';

/** The few files for which nobody has to be signed in. */
export interface OpenFiles {
  pages: string[];
  routes: string[];
  actions: string[];
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** What Next reads of a file besides. */
const settings = new Set([
  'dynamic',
  'dynamicParams',
  'revalidate',
  'runtime',
  'maxDuration',
  'fetchCache',
  'preferredRegion',
]);
/** Values that Next shows, and functions that make them. */
const shown = new Set(['metadata', 'viewport', 'alt', 'size', 'contentType']);
const makers = new Set(['generateMetadata', 'generateViewport', 'generateImageMetadata', 'generateSitemaps']);

/** Files that Next answers with, or puts around pages. https://nextjs.org/docs/app/api-reference/file-conventions */
const frames =
  /^(layout|template|default|error|global-error|loading|not-found|global-not-found|forbidden|unauthorized|sitemap|robots|manifest|(icon|apple-icon|opengraph-image|twitter-image)\d*)$/;

/** From where a frame that asks for nobody may import: nothing of it reads data. */
const harmless = /^(react|next(\/.*)?|@mantine\/.*|@\/components\/.*|.*\.css|@\/app\/guard|(\.{1,2}\/)(\.\.\/)*guard)$/;
/** By these words it could reach data all the same. */
const reaching = new Set(['fetch', 'globalThis', 'process', 'require', 'eval']);

/** @param path below `app/` @returns a sentence for each fault */
export function appFaults(path: string, text: string, open: OpenFiles): string[] {
  const [, name = '', extension = ''] = /([^/]+?)\.(\w+)$/.exec(path) ?? [];
  if (!/^(ts|tsx)$/.test(extension)) return ['Only .ts and .tsx are looked at.'];
  const module = readModule(path, text);
  if (module.serverMarks.some(({ atHead }) => !atHead)) return [`'use server' stands at the head of a file only.`];
  if (module.serverMarks.length > 0) {
    if (name === 'page' || name === 'route' || frames.test(name)) return [`'use server' stands in a file of its own.`];
    return everyOne(
      module,
      (one) => wrapperOf(module, one) === (open.actions.includes(path) ? 'openAction' : 'action'),
    );
  }
  if (name === 'route') return routeFaults(module, open.routes.includes(path));
  if (name === 'page') return pageFaults(module, open.pages.includes(path));
  return frames.test(name) ? frameFaults(module) : [];
}

/** Whether somebody wrote a server action: beside `app/` there are none. */
export const hasAction = (path: string, text: string): boolean => readModule(path, text).serverMarks.length > 0;

const everyOne = ({ exports }: Module, isGuarded: (one: Exported) => boolean): string[] =>
  exports.length === 0
    ? ['It gives out nothing.']
    : exports.filter((one) => !isGuarded(one)).map(({ name }) => `${name} is not guarded.`);

function routeFaults(module: Module, isOpen: boolean): string[] {
  const handlers = { ...module, exports: module.exports.filter((one) => !settings.has(one.name) || isMade(one)) };
  return everyOne(
    handlers,
    (one) => methods.has(one.name) && wrapperOf(module, one) === (isOpen ? 'openRoute' : 'route'),
  );
}

function pageFaults(module: Module, isOpen: boolean): string[] {
  const guard = isOpen ? 'allowAnyone' : 'allowPage';
  const none = module.exports.some(({ name }) => name === 'default') ? [] : ['There is no page.'];
  return [...none, ...everyOne(module, (one) => isPlain(one) || (isShown(one) && firstWait(module, one) === guard))];
}

/** Whoever asks for a page sees its frames too, whatever the page asks for. */
function frameFaults(module: Module): string[] {
  if (!touchesData(module)) return [];
  return everyOne(module, (one) => isPlain(one) || (isShown(one) && firstWait(module, one) === 'allowPage'));
}

const isPlain = (one: Exported): boolean => (settings.has(one.name) || shown.has(one.name)) && !isMade(one);
const isShown = ({ name }: Exported): boolean => name === 'default' || makers.has(name);

function touchesData({ source, imports }: Module): boolean {
  const reaches = (node: ts.Node): boolean =>
    node.kind === ts.SyntaxKind.ImportKeyword ||
    ts.isExternalModuleReference(node) ||
    (ts.isIdentifier(node) && reaching.has(node.text)) ||
    (ts.forEachChild(node, reaches) ?? false);
  return imports.some(({ from }) => !harmless.test(from)) || reaches(source);
}
