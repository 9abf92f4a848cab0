import { defineConfig } from '@hey-api/openapi-ts';

/** `openapi/openapi.json` → `src/generated/api`. Run by `npm run generate`. */
export default defineConfig({
  input: '../../openapi/openapi.json',
  output: {
    path: 'src/generated/api',
    // Node runs the files as they are, so imports name the file that exists.
    module: { extension: '.ts' },
  },
  plugins: [
    '@hey-api/client-fetch',
    '@hey-api/typescript',
    {
      name: '@hey-api/sdk',
      // One object, with the resources and methods of the contract: `passerelle.deals.list()`.
      operations: { strategy: 'single', containerName: 'Passerelle', nestingDelimiters: /-/ },
    },
  ],
});
