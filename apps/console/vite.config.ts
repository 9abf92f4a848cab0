import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const API = 'http://127.0.0.1:3000';

/** The console is built once and served from files: what can be compressed is compressed here, not at each request. */
function precompress(): Plugin {
  return {
    name: 'passerelle-precompress',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          const source = file.type === 'chunk' ? file.code : file.source;
          if (!/\.(js|css|svg|html)$/.test(fileName) || source.length < 1024) continue;
          const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
          const asset = { type: 'asset' } as const;
          this.emitFile({
            ...asset,
            fileName: `${fileName}.br`,
            source: brotliCompressSync(source, { params }),
          });
          this.emitFile({ ...asset, fileName: `${fileName}.gz`, source: gzipSync(source, { level: 9 }) });
        }
      },
    },
  };
}

/** Builds the console; `vite` alone serves it while it is written, and hands calls to a running API. */
export default defineConfig({
  plugins: [react(), precompress()],
  // Assets keep to their folder, so that the server can tell what never changes under its name.
  build: { target: 'es2023', assetsDir: 'assets', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { port: 5173, strictPort: true, proxy: { '/api': API, '/trpc': API } },
});
