import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceFolders } from '../bootstrap/workspace-folders.mjs';
import { ROOT, readSources, type SourceFile } from './source-file.ts';

/** A workspace package: its folder, its manifest and its sources. */
export interface WorkspacePackage {
  folder: string;
  /** Without the scope. */
  name: string;
  manifest: {
    scripts: Record<string, string>;
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
  };
  sources: SourceFile[];
}

/** Every package of the workspace. */
export function readPackages(): WorkspacePackage[] {
  return workspaceFolders(ROOT).map((folder) => {
    const manifest = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
    return {
      folder,
      name: String(manifest.name).replace('@passerelle/', ''),
      manifest,
      sources: readSources([`${folder}/**/*.{ts,tsx,mts,js,mjs}`]),
    };
  });
}
