/** The examples of docs/api/examples.md do what stands below them. */
import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nodeProgram } from '../scripts/setup/node.mjs';
import { inRoot } from '../scripts/setup/root.mjs';
import { expect, test } from './fixtures';

const languages = {
  sh: { file: 'example.sh', program: 'bash', options: ['-euo', 'pipefail'] },
  ts: { file: 'example.mts', program: nodeProgram(), options: [] },
  python: { file: 'example.py', program: 'python3', options: [] },
};
type Language = keyof typeof languages;
const patience = 60_000;

interface Example {
  language: Language;
  title: string;
  code: string;
  output: string;
}

const pages = globSync('docs/api/*.md', { cwd: inRoot() }).map((path) => readFileSync(inRoot(path), 'utf8'));

/** A fence marked with `run`, and the fence below it with what it prints. */
const examples: Example[] = pages.flatMap((page) =>
  page.split(/^(?=## )/m).flatMap((section) => {
    const title = section.split('\n', 1)[0]!;
    const found = section.matchAll(/^```(\w+) run\n([\s\S]*?)^```\n\n```text\n([\s\S]*?)^```/gm);
    return [...found].map(([, language, code, output]) => ({
      title,
      language: language as Language,
      code: code!,
      output: output!,
    }));
  }),
);

/** Files that the examples read: a fence whose second word is the name. */
const files = pages.flatMap((page) => [...page.matchAll(/^```csv (\S+)\n([\s\S]*?)^```/gm)]);

test('every fence that is to be run is found, and each flow is there in every language', () => {
  const marked = pages.flatMap((page) => [...page.matchAll(/^```\w+ run$/gm)]);
  expect(examples).toHaveLength(marked.length);
  const titles = new Set(examples.map(({ title }) => title));
  expect(examples).toHaveLength(titles.size * Object.keys(languages).length);
  expect(titles.size).toBeGreaterThan(3);
});

for (const [language, { file, program, options }] of Object.entries(languages)) {
  test(`the examples in ${language} do what stands below them`, async ({ ownDesk: desk }) => {
    const scopes = ['imports:write', 'customers:write', 'customers_create'].flatMap((scope) => ['--scope', scope]);
    const key = (await desk.admin(['create-key', '--name', 'Examples', ...scopes])).trim();
    const folder = mkdtempSync(join(tmpdir(), 'import-desk-example-'));
    for (const [, name, content] of files) writeFileSync(join(folder, name!), content!);
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, BASE_URL: desk.baseUrl, API_KEY: key };
    for (const { title, code, output } of examples.filter((each) => each.language === language)) {
      await test.step(title, async () => {
        writeFileSync(join(folder, file), code);
        const { stdout } = await promisify(execFile)(program, [...options, file], {
          cwd: folder,
          env,
          timeout: patience,
        });
        expect.soft(stdout.trimEnd(), title).toBe(output.trimEnd());
      });
    }
    rmSync(folder, { recursive: true });
  });
}
