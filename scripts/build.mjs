#!/usr/bin/env node
/** `npm run build`: the web server into .next/standalone; worker, migration and database thread into dist/. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions, shared } from './setup/bundle.mjs';
import { exec } from './setup/exec.mjs';
import { nodeProgram, withNode } from './setup/node.mjs';
import { inRoot, root } from './setup/root.mjs';
import { routeMethods } from './setup/route-methods.mjs';
import { run, Told } from './setup/say.mjs';
import { hashSources } from './setup/sources.mjs';

const standalone = inRoot('.next', 'standalone');

run(async () => {
  const stamp = hashSources(); // before the build: what changes while it runs is not in it
  mkdirSync(inRoot('dist'), { recursive: true });
  rmSync(inRoot('dist', 'build.json'), { force: true });
  for (const folder of [standalone, inRoot('dist', shared)]) rmSync(folder, { recursive: true, force: true });
  await build(bundleOptions(inRoot('dist')));
  await buildWeb();
  const server = findServer(standalone);
  if (server === undefined) throw new Told('next build left no server.js in .next/standalone.');
  addFiles(dirname(server));
  writeFileSync(inRoot('dist', 'routes.json'), JSON.stringify(routeMethods(inRoot('app'))));
  writeFileSync(inRoot('dist', 'build.json'), JSON.stringify({ stamp, server: relative(root, server) }));
});

const buildWeb = async () => {
  const next = inRoot('node_modules', 'next', 'dist', 'bin', 'next');
  const { code } = await exec(nodeProgram(), [next, 'build'], { env: { ...withNode(), NODE_ENV: 'production' } });
  if (code !== 0) throw new Told('next build failed.');
};

/** Next nests the server where a folder above the repository has a lockfile too. */
const findServer = (folder) => {
  if (existsSync(join(folder, 'server.js'))) return join(folder, 'server.js');
  if (!existsSync(folder)) return undefined;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === 'node_modules') continue;
    const found = findServer(join(folder, entry.name));
    if (found !== undefined) return found;
  }
  return undefined;
};

/** The standalone output leaves these to a CDN; here the server hands them out itself. */
const addFiles = (folder) => {
  cpSync(inRoot('.next', 'static'), join(folder, '.next', 'static'), { recursive: true });
  if (existsSync(inRoot('public'))) cpSync(inRoot('public'), join(folder, 'public'), { recursive: true });
};
