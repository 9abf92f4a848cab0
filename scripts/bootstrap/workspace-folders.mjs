import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The folder of every workspace package, relative to the root and sorted, as pnpm-workspace.yaml lists them.
 * @param {string} root
 */
export function workspaceFolders(root) {
  const parents = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8').matchAll(/^ {2}- ([\w-]+)\/\*$/gm);
  return Array.from(parents, ([, parent = '']) => parent)
    .filter((parent) => existsSync(join(root, parent)))
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`))
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .sort();
}
