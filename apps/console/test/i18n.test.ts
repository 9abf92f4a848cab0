import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import english from '../src/language/en/index.ts';
import french from '../src/language/fr/index.ts';

const SRC = join(import.meta.dirname, '..', 'src');
const sources = globSync('**/*.{ts,tsx}', { cwd: SRC })
  .filter((path) => !/^language\/(fr|en)\//.test(path))
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));

/** Attributes that a person reads or hears. */
const READ = new Set([
  'title',
  'label',
  'aria-label',
  'placeholder',
  'description',
  'alt',
  'caption',
  'note',
]);
const LETTERS = /\p{L}{2}/u;
/** The product's name is the same in every language. */
const NAMES = new Set(['Passerelle']);

describe('the catalogue', () => {
  it('has every key in both languages, and no empty message', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(french).sort());
    const empty = Object.entries({ ...french, ...english }).filter(([, message]) => message.trim() === '');
    expect(empty).toEqual([]);
  });

  it('fills the same places in both languages', () => {
    const differing = Object.keys(french).filter((key) => {
      const places = (messages: Readonly<Record<string, string>>) => placesOf(messages[key] ?? '').join();
      return places(french) !== places(english);
    });
    expect(differing).toEqual([]);
  });

  it('has no key that no page uses', () => {
    const code = sources.map(({ text }) => text).join('\n');
    // A key with parts that are known only as the page runs: each part is one word between dots.
    const patterns = Array.from(
      code.matchAll(/`(\w+\.(?:[\w.]|\$\{[^}`]*\})*)`/g),
      ([, template = '']) =>
        new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[^.]+')}$`),
    );
    const unused = Object.keys(french).filter(
      (key) => !code.includes(`'${key}'`) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it.each(sources.filter(({ path }) => path.endsWith('.tsx')))(
    'is where every word of $path comes from',
    ({ path, text }) => {
      expect(wordsIn(path, text)).toEqual([]);
    },
  );

  it('is missed by a word written in a page', () => {
    const page = 'export const A = () => <p title="Bonjour">Salut {name}</p>;';
    expect(wordsIn('a.tsx', page)).toEqual(['Bonjour', 'Salut']);
  });
});

/** Texts of a page that a person reads and that stand in the code. */
function wordsIn(path: string, text: string): string[] {
  const found: string[] = [];
  const add = (value: unknown) => {
    if (typeof value === 'string' && LETTERS.test(value) && !NAMES.has(value.trim()))
      found.push(value.trim());
  };
  const visitor = new Visitor({
    JSXText: (node) => add(node.value),
    JSXAttribute: (node) => {
      if (node.name.type !== 'JSXIdentifier' || !READ.has(node.name.name)) return;
      if (node.value?.type === 'Literal') add(node.value.value);
    },
  });
  visitor.visit(parseSync(path, text).program);
  return found;
}

/** The names of what a message is filled with, inside its plurals too. */
function placesOf(message: string): string[] {
  const names = new Set<string>();
  const walk = (tokens: unknown): void => {
    for (const token of Array.isArray(tokens) ? tokens : []) {
      if (!Array.isArray(token)) continue;
      const [name, , cases] = token;
      names.add(String(name));
      for (const inner of Object.values(Object(cases))) walk(inner);
    }
  };
  walk(compileMessage(message));
  return [...names].sort();
}
